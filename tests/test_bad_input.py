"""One folder a kind of bad input: every problem told with its place, and how to mend it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golden import Golden
from planversion import PlanversionError, read_edition
from planversion.yamltext.parsing import LARGEST_FILE

CASES = sorted((Path(__file__).parent / "cases/bad-input").iterdir())
GOOD = (Path(__file__).parent / "cases/compare/split/new.yaml").read_text(encoding="utf-8")

HIRAGANA = re.compile("[ぁ-ん]")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_problem_is_told(case: Path, golden: Golden) -> None:
    with pytest.raises(PlanversionError) as refused:
        read_edition((case / "edition.yaml").read_bytes(), "edition.yaml")
    told = "".join(f"{line}\n" for line in refused.value.lines("en"))
    golden(case / "expected.txt", told)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_problem_can_be_told_in_japanese(case: Path) -> None:
    with pytest.raises(PlanversionError) as refused:
        read_edition((case / "edition.yaml").read_bytes(), "edition.yaml")
    assert all(HIRAGANA.search(line) for line in refused.value.lines("ja"))


@pytest.mark.parametrize(
    "text",
    [
        *('a: "\\xZZ"', 'a: "\\U00110000"', "%YAML x\n--- a", "%YAML 1.1 x\n---\na", "%\n---"),
        *("%TAG ! !\n%TAG ! !\n---\na: 1", "a: !<x y", "a: !<", "!a%%b x", "a: &", "a: &-é x"),
        *("a: |0\n  x", "a: |x\n  x", "a: |\n\t\tx\n", "a: ? b"),
    ],
)
def test_no_words_of_libyaml_reach_a_planner(text: str) -> None:
    with pytest.raises(PlanversionError) as refused:
        read_edition(text.encode(), "edition.yaml")
    assert not any(re.search("[a-z]{3,} [a-z]{2,}", line) for line in refused.value.lines("ja"))


def test_fifty_megabytes_are_refused_before_they_are_parsed() -> None:
    with pytest.raises(PlanversionError) as refused:
        read_edition(b"#" * (50 << 20), "edition.yaml")
    assert refused.value.lines("en") == [
        "edition.yaml: the file is larger than any plan. The limit is 45 MiB. [too-large]"
    ]


def test_a_file_at_the_limit_is_not_too_large() -> None:
    padding = b"#" * (LARGEST_FILE - len(GOOD.encode()))
    assert read_edition(GOOD.encode() + padding, "edition.yaml").edition.id == "2"


@pytest.mark.parametrize("text", ["no", "1:30", "2026-04-01", "1_000", "off", "012a", "0b1"])
def test_what_yaml_1_1_takes_for_something_else_is_text(text: str) -> None:
    source = GOOD.replace("name: 住まいの相談の実施", f"name: {text}")
    edition = read_edition(source.encode(), "edition.yaml").edition
    projects = edition.sections[0].sections[0].projects
    assert text in [getattr(project, "name", None) for project in projects]
