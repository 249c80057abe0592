"""One folder a kind of merge: a base and two edits, the merged file, and a sentence of why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from golden import Golden
from planversion.merging import Merge, merge
from planversion.merging.marking import Marked, unmarked
from planversion.rendering.merge_document import document
from planversion.rendering.merged import with_markers
from planversion.yamltext import Source, read_edition

CASES = sorted(path for path in (Path(__file__).parent / "cases/merge").iterdir())
NAMES = ("base", "main", "部会")

cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def source(case: Path, name: str) -> Source:
    path = case / f"{name}.yaml"
    return read_edition(path.read_bytes(), path.name)


def merged(case: Path) -> Merge:
    base, ours, theirs = (source(case, name) for name in ("base", "ours", "theirs"))
    return merge(base, ours, theirs)


@cases
def test_the_merged_file_holds_both_edits(case: Path, golden: Golden) -> None:
    golden(case / "expected.yaml.txt", with_markers(merged(case), "ja", names=NAMES))


@cases
def test_the_conflicts_are_told_as_values(case: Path, golden: Golden) -> None:
    golden(case / "expected.json", document(merged(case), "en"))


@cases
def test_who_is_ours_does_not_decide_what_conflicts(case: Path) -> None:
    base, ours, theirs = (source(case, name) for name in ("base", "ours", "theirs"))
    here, there = merge(base, ours, theirs), merge(base, theirs, ours)

    assert {(one.kind, one.spot) for one in here.conflicts} == {
        (one.kind, one.spot) for one in there.conflicts
    }


@cases
def test_either_version_between_the_markers_makes_an_edition(case: Path) -> None:
    merge_of_both = merged(case)
    parts = unmarked(with_markers(merge_of_both, "en", names=NAMES))

    for side in ("ours", "theirs"):
        text = "".join(getattr(p, side) if isinstance(p, Marked) else p for p in parts)
        assert text == merge_of_both.version(side)
        read_edition(text.encode(), "merged.yaml")


@cases
def test_every_comment_of_either_side_stays(case: Path) -> None:
    text = with_markers(merged(case), "en", names=NAMES)

    for name in ("ours", "theirs"):
        written = {line.strip() for line in source(case, name).text.splitlines() if "#" in line}
        base = {line.strip() for line in source(case, "base").text.splitlines()}
        for line in written - base:
            assert line[line.index("#") :] in text


def _in_braces(text: str) -> str:
    return yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, default_flow_style=True)


def _lists_not_indented(text: str) -> str:
    return yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, sort_keys=False)


FORMS: dict[str, Callable[[str], str]] = {
    "in braces": _in_braces,
    "lists not indented": _lists_not_indented,
    "without a last line end": lambda text: text.removesuffix("\n"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "marked as a document": lambda text: f"---\n{text}...\n",
    "blank lines between projects": lambda text: text.replace(
        "\n          - id", "\n\n          - id"
    ),
}


@cases
@pytest.mark.parametrize("form", FORMS)
def test_however_a_file_is_written_the_merge_says_the_same(case: Path, form: str) -> None:
    texts = [(case / f"{name}.yaml").read_text("utf-8") for name in ("base", "ours", "theirs")]
    sources = [read_edition(FORMS[form](text).encode(), "file") for text in texts]

    found, known = merge(*sources), merged(case)
    assert found.editions == known.editions
    assert found.conflicts == known.conflicts
