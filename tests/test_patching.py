"""Files changed: what nobody asked to change stays to the byte, and nothing is half-written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from golden import Golden
from laws.editions import editions
from planversion import PlanversionError, read_edition
from planversion.comparing.records import written
from planversion.errors import RefusedWriteError
from planversion.model import Edition
from planversion.patching import Edit, canonical, encoded, mint, replace_file, splice
from planversion.patching.commenting import comments
from planversion.patching.quoting import scalar
from planversion.yamltext import Source

CASES = Path(__file__).parent / "cases"
FILES = sorted((Path(__file__).parents[1] / "editions").rglob("*.yaml"))


def source(text: str) -> Source:
    return read_edition(text.encode(), "edition.yaml")


def without_ids(text: str, prefix: str) -> str:
    """The text with the lines taken out that put an id before the first key of an item."""
    kept: list[str] = []
    dashed = False
    for line in text.split("\n"):
        if re.match(rf" *- id: [{prefix}]-", line):
            dashed = True
        else:
            kept.append(_dashed(line) if dashed else line)
            dashed = False
    return "\n".join(kept)


def _dashed(line: str) -> str:
    indent = len(line) - len(line.lstrip()) - 2
    return " " * indent + "- " + line.lstrip()


@pytest.mark.parametrize("case", sorted((CASES / "fmt").iterdir()), ids=lambda case: case.name)
def test_the_canonical_form(case: Path, golden: Golden) -> None:
    text = canonical(source((case / "input.yaml").read_text(encoding="utf-8")))
    golden(case / "expected.yaml", text)


@pytest.mark.parametrize("case", sorted((CASES / "mint").iterdir()), ids=lambda case: case.name)
def test_missing_ids_are_put_in(case: Path, golden: Golden) -> None:
    text = mint(source((case / "input.yaml").read_text(encoding="utf-8"))).text
    golden(case / "expected.yaml", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_real_plan_is_in_canonical_form_and_has_every_id(path: Path) -> None:
    found = read_edition(path.read_bytes(), path.name)
    assert canonical(found) == found.text
    assert mint(found).text == found.text


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.yaml")), ids=str)
def test_the_canonical_form_says_the_same_keeps_comments_and_is_final(path: Path) -> None:
    try:
        found = read_edition(path.read_bytes(), path.name)
    except PlanversionError:
        return
    text = canonical(found)
    again = source(text)
    assert again.edition == found.edition
    assert canonical(again) == text


@given(editions("1"))
def test_any_edition_is_written_as_it_reads(edition: Edition) -> None:
    plain = YAML(typ="safe", pure=True)
    text = canonical(source(_json(written(edition))))
    assert source(text).edition == edition
    assert plain.load(text) == written(edition)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@given(st.text(max_size=30))
def test_a_scalar_reads_back_as_the_same_text(text: str) -> None:
    template = "schema: 1\nplan: {id: x, title: t}\nedition: {id: '1', label: l, status: draft}\n"
    row = f"sections: [{{title: t, projects: [{{name: n, attributes: {{x: {scalar(text)}}}}}]}}]\n"
    project = source(template + row).edition.sections[0].projects[0]
    assert getattr(project, "attributes", None) == {"x": text}


@given(editions("1"))
def test_minting_gives_the_same_ids_to_everybody_and_changes_nothing_else(edition: Edition) -> None:
    whole = canonical(source(_json(written(edition) | {"explanations": []})))
    # A relisted project keeps its id, for its relistings name it.
    prefix = "s" if "relists:" in whole else "ps"
    bare = without_ids(whole, prefix)
    minting = mint(source(bare))
    assert mint(source(minting.text)).minted == ()
    assert mint(source(bare)).text == minting.text
    assert without_ids(minting.text, prefix) == bare


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = (CASES / "mint/missing/input.yaml").read_text(encoding="utf-8").replace("\n", "\r\n")
    before = b"\xef\xbb\xbf" + text.encode()
    after = encoded(mint(read_edition(before, "x")).text, before)
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_edits_that_overlap_are_refused() -> None:
    assert splice("abc", [Edit(1, 2, "x"), Edit(3, 3, "y")]) == "axcy"
    with pytest.raises(ValueError, match="overlaps"):
        splice("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


def test_a_number_sign_in_a_scalar_begins_no_comment() -> None:
    found = comments("a: 'x # y'  # z\nb: |\n  # text\nc: p#q\n# end\n")
    assert found.beside == {("a",): ["# z"]}
    assert found.last == ["# end"]


def test_a_replaced_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [link, target]


def test_a_write_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "edition.yaml"
    path.write_bytes(b"old")

    def fail(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(RefusedWriteError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
