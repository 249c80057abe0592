"""Files changed: what nobody asked to change stays to the byte, and nothing is half-written."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from golden import Golden
from laws.editions import editions, pairs
from planversion import PlanversionError, ids, read_edition
from planversion.errors import RefusedWriteError
from planversion.model import Edition
from planversion.model.saying import written
from planversion.patching import Edit, canonical, encoded, mint, patch, replace_file, splice
from planversion.patching.commenting import comments
from planversion.patching.proofreading import proofread
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


def test_a_comment_needs_no_space_behind_a_bracket() -> None:
    found = comments("a: [#x\n]\nb: {c: 'd'#y\n}\n")
    assert found.beside == {("a",): ["#x"], ("b", "c"): ["#y"]}


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
    with pytest.raises(RefusedWriteError, match="the disk is full"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("path", [*FILES, *sorted(CASES.rglob("*.yaml"))], ids=str)
def test_a_file_changed_to_say_what_it_says_stays_to_the_byte(path: Path) -> None:
    try:
        found = read_edition(path.read_bytes(), path.name)
    except PlanversionError:
        return
    assert patch(found, found.edition) == found.text.encode()


@given(pairs)
def test_a_file_can_be_changed_to_say_any_other_edition(pair: tuple[Edition, Edition]) -> None:
    old, new = pair
    found = source(canonical(source(_json(written(old)))))
    assert read_edition(patch(found, new), "edition.yaml").edition == new


def changed_lines(before: str, after: bytes) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


def edited(edition: Edition, edit: Callable[[dict[str, Any]], None]) -> Edition:
    values: Any = written(edition)
    edit(values)
    return Edition.model_validate(values)


REMARKED = """\
schema: 1
plan: {id: case, title: 見本計画}   # the plan
edition: {id: '1', label: 第1期, status: draft}
sections:
  - id: s-0000000000
    title: 相談   # where people ask
    projects:
      # about the first
      - id: p-0000000000
        name:   健康相談の実施
        note: |
          二行の
          注記
      # about the second
      - id: p-0000000013
        name: '住まいの相談'   # quoted
        # the end of the second
  - id: s-0000000013
    title: 見守り
    projects:
      - {id: p-0000000026, name: 見守り活動}
"""
P = [f"p-00000000{n}{ids.check_character(f'00000000{n}')}" for n in range(3)]
S = [f"s-00000000{n}{ids.check_character(f'00000000{n}')}" for n in range(2)]
"""Ids in the order in which `REMARKED` has them."""


def remarked(line_end: str = "\n") -> Source:
    text = REMARKED
    for old, new in zip(("p-0000000000", "p-0000000013", "p-0000000026"), P, strict=True):
        text = text.replace(old, new)
    for old, new in zip(("s-0000000000", "s-0000000013"), S, strict=True):
        text = text.replace(old, new)
    return source(text.replace("\n", line_end))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_one_name_changed_is_one_line_changed(line_end: str) -> None:
    found = remarked(line_end)

    def rename(values: dict[str, Any]) -> None:
        values["sections"][0]["projects"][1]["name"] = "住まいの相談の充実"

    after = patch(found, edited(found.edition, rename))
    assert changed_lines(found.text, after) == [
        "-         name: '住まいの相談'   # quoted",
        "+         name: 住まいの相談の充実   # quoted",
    ]
    assert after.count(b"\r\n") == found.text.count("\r\n")


def test_a_project_that_goes_takes_its_comments_and_nothing_else() -> None:
    found = remarked()

    def drop(values: dict[str, Any]) -> None:
        del values["sections"][0]["projects"][0]

    assert changed_lines(found.text, patch(found, edited(found.edition, drop))) == [
        "-       # about the first",
        f"-       - id: {P[0]}",
        "-         name:   健康相談の実施",
        "-         note: |",
        "-           二行の",
        "-           注記",
    ]


def test_a_project_that_moves_is_taken_along_as_it_is_written() -> None:
    found = remarked()

    def move(values: dict[str, Any]) -> None:
        row = values["sections"][0]["projects"].pop(0)
        values["sections"][1]["projects"].append(row)

    after = patch(found, edited(found.edition, move)).decode()
    assert after.endswith(
        "      - {id: " + P[2] + ", name: 見守り活動}\n"
        "      # about the first\n"
        f"      - id: {P[0]}\n"
        "        name:   健康相談の実施\n"
        "        note: |\n"
        "          二行の\n"
        "          注記\n"
    )


def test_what_is_new_stands_behind_its_neighbour_in_canonical_form() -> None:
    found = remarked()

    def add(values: dict[str, Any]) -> None:
        values["sections"][0]["number"] = 1
        values["sections"][0]["projects"].insert(1, {"name": "心の相談", "departments": ["健康課"]})

    assert changed_lines(found.text, patch(found, edited(found.edition, add))) == [
        "+     number: 1",
        "+       - name: 心の相談",
        "+         departments: [健康課]",
    ]


def gone_and_new(before: str, after: bytes) -> list[str]:
    """The lines that changed, as they were and then as they are."""
    return sorted(changed_lines(before, after), key=lambda line: line[0] == "+")


IN_BRACKETS = """\
schema: 1
plan: {id: case, title: 見本計画}
edition: {id: '1', label: 第1期, status: draft}
sections: [
  {title: 相談, projects: [ # the projects
    {name: 住まい, note: a, # of the first
     departments: [健康課, # since April
       住宅課]}, # two
    {name: 見守り}, # the second
  ]}]
"""


def test_what_is_new_in_brackets_leaves_all_else_as_it_is() -> None:
    found = source(IN_BRACKETS)

    def add(values: dict[str, Any]) -> None:
        first, second = values["sections"][0]["projects"]
        first["departments"].insert(1, "福祉課")
        first |= {"note": "b", "description": "new"}
        second["description"] = "x: y"
        values["sections"][0]["projects"].append({"name": "心の相談"})

    assert gone_and_new(found.text, patch(found, edited(found.edition, add))) == [
        "-     {name: 住まい, note: a, # of the first",
        "-      departments: [健康課, # since April",
        "-        住宅課]}, # two",
        "-     {name: 見守り}, # the second",
        "+     {name: 住まい, note: b, # of the first",
        "+      departments: [健康課, 福祉課, # since April",
        "+        住宅課], description: new}, # two",
        "+     {name: 見守り, description: 'x: y'}, {name: 心の相談}, # the second",
    ]


def test_what_is_written_anew_keeps_the_comments_that_stood_in_it() -> None:
    found = source(IN_BRACKETS)

    def drop(values: dict[str, Any]) -> None:
        del values["sections"][0]["projects"][0]["departments"][1]

    assert gone_and_new(found.text, patch(found, edited(found.edition, drop))) == [
        "-      departments: [健康課, # since April",
        "-        住宅課]}, # two",
        "+      departments: # since April",
        "+      [健康課]}, # two",
    ]


ODD = """\
schema: 1
plan: {id: case, title: 見本計画}
edition: {id: '1', label: 第1期, status: draft}
sections:
  - number: 1   # gone with it
    note: x
    # about the title
    title: t
    projects:
    - # above the hyphen's name
      name: a
      departments:
        - A  # one
        - B  # two
        # three
        - C
    -   name: b
        note: |  # about the note
          x
    - {name: c, # about the name
       note: d} # about both
"""


def test_comments_stay_with_what_stays() -> None:
    found = source(ODD)

    def change(values: dict[str, Any]) -> None:
        del values["sections"][0]["number"], values["sections"][0]["note"]
        one, two, three = values["sections"][0]["projects"]
        one["departments"] = ["A", "C", "D"]
        two["note"] = "y"
        del three["note"]

    assert gone_and_new(found.text, patch(found, edited(found.edition, change))) == [
        "-   - number: 1   # gone with it",
        "-     note: x",
        "-     # about the title",
        "-         - B  # two",
        "-         note: |  # about the note",
        "-           x",
        "-     - {name: c, # about the name",
        "-        note: d} # about both",
        "+   - # about the title",
        "+         - D",
        "+         note: y  # about the note",
        "+     - # about the name",
        "+       name: c  # about both",
    ]


def test_an_item_goes_with_what_stands_behind_its_hyphen() -> None:
    found = source(ODD)

    def drop(values: dict[str, Any]) -> None:
        del values["sections"][0]["projects"][0]

    changed = changed_lines(found.text, patch(found, edited(found.edition, drop)))
    assert [line[0] for line in changed] == ["-"] * 7


def test_no_comment_gets_lost_unseen() -> None:
    found = remarked()
    with pytest.raises(RefusedWriteError) as refused:
        proofread(found, found.text.replace("   # quoted", ""), found.edition)
    (told,) = refused.value.lines("en")
    assert told.startswith("edition.yaml:16:26: the comment # quoted would have been lost")
