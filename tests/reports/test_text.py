"""What a person reads at a terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest

from planversion.checking import LookedAt
from planversion.errors import Location
from planversion.rendering.fitting import cells_of
from planversion.rendering.reports import Told, rendered
from reported import LOST, finding, told

GA = unicodedata.normalize("NFD", "が")


def shown(line: str, column: int) -> list[str]:
    """The line and the caret, without the margin."""
    of = told(finding("x", Location("a.yaml", 1, column)), lines={"a.yaml": [line]})
    return [row[4:] for row in rendered("text", of).splitlines() if row.startswith("  | ")]


def below_the_caret(line: str, column: int) -> str:
    """The character that the caret points at, as a terminal lays characters out."""
    text, caret = shown(line, column)
    before = next(n for n in range(len(text) + 1) if cells_of(text[:n]) == cells_of(caret) - 1)
    return text[before : before + 1]


@pytest.mark.parametrize(
    ("before", "character"),
    [
        ("", "x"),
        ("name: ", "x"),
        ("名称: 健康相談、", "課"),
        ("ﾊﾝｶｸ: ", "x"),
        (f"{GA}{GA}: ", "x"),
        ("\tname:\t", "x"),
        ("a\x1b[31mb\u202e: ", "x"),
        ("長" * 5000, "x"),
        ("a" * 5000, "課"),
        ("𠮷野家: ", "x"),
    ],
)
def test_the_caret_is_below_the_place(before: str, character: str) -> None:
    line = f"{before}{character}{'後' * 3000}"
    assert below_the_caret(line, len(before) + 1) == character
    assert all(cells_of(row) <= 100 for row in shown(line, len(before) + 1))


def test_kana_with_their_marks_apart_and_tabs_are_as_wide_as_they_are_shown() -> None:
    assert shown(f"{GA}x", 3)[1] == "  ^"
    assert shown("\tx", 2) == [" x", " ^"]


def test_what_is_cut_is_marked() -> None:
    assert shown("a" * 50 + "x" + "b" * 100, 51)[0] == "…" + "a" * 36 + "x" + "b" * 59 + "…"
    assert shown("a" * 36 + "x" + "b" * 59, 37)[0] == "a" * 36 + "x" + "b" * 59


def test_a_line_of_windows_has_no_return_at_its_end() -> None:
    assert shown("name: x\r", 7)[0] == "name: x"


def test_a_place_behind_the_end_or_without_a_line_is_shown_as_far_as_it_is_known() -> None:
    assert shown("abc", 9) == ["abc", "   ^"]
    assert rendered("text", told(finding("x", Location("a.yaml")))).startswith("a.yaml: error: x")


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (told(), "No edition is altered."),
        (told(looked_at=(LookedAt("a.yaml", "plan", "1"),)), "Nothing was found."),
        (told(finding("x")), "Findings that have to be mended."),
        (told(finding("x", level="warning")), "Nothing that has to be mended."),
        (told(waived=(finding("x"),)), "Nothing that has to be mended."),
        (told(finding("x"), fail_on="never"), "Findings, which are let pass here."),
        (told(problems=(LOST,)), "Not everything could be looked at."),
        (told(finding("x"), problems=(LOST,), fail_on="never"), "Not everything could"),
    ],
)
def test_the_last_line_is_the_verdict(of: Told, says: str) -> None:
    *lines, last = rendered("text", of).splitlines()
    assert last.startswith(says)
    assert re.search(r"errors: \d, warnings: \d, remarks: \d, accepted: \d$", last)
    if of.report.problems:
        assert lines[0] == "could not be looked at: lost.yaml: there is no such file [unreadable]"


def test_what_is_told_of_a_finding_and_of_an_edition() -> None:
    one = finding("x", Location("a.yaml", 2, 3), before=Location("HEAD:a.yaml", 1, 2), number=7)
    edition = LookedAt("a.yaml", "plan", "1", "0", "HEAD:a.yaml")
    plain = rendered("text", told(one, looked_at=(edition,)))
    assert plain.splitlines()[:-1] == [
        "a.yaml:2:3: error: x. x [undeclared-department]",
        "  it stood at HEAD:a.yaml:1:2",
        "  to accept it: planversion waive 0000000000000007 --reason …",
        "read: a.yaml (plan@1), findings: 1, held against 0, HEAD:a.yaml",
    ]
    coloured = rendered("text", told(one, looked_at=(edition,), colour=True))
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
