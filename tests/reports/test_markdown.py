"""The comment on a pull request: as GitHub and GitLab would render it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from planversion.checking import LookedAt
from planversion.errors import Location
from planversion.rendering.reports import rendered
from planversion.rendering.reports.markdown import MARKER
from planversion.rendering.safety import on_one_line
from reported import HOSTILE, LOST, finding, report_on, told

JOINER = "\u2060"
# What GitHub and GitLab make links of in text that is rendered already.
CALLING = re.compile(
    r"(?<![a-zA-Z0-9_])@\w|(?<![&a-zA-Z0-9_])#\d|(?<![a-zA-Z0-9_])GH-\d|!\d|https?://|www\.|[\w.+-]+@[\w-]+\.\w",
    re.IGNORECASE,
)
OURS = re.compile(r"</?(details|summary)>|<!-- planversion-report -->")


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt().enable("table").parse(text):
        yield token
        yield from token.children or ()


def rows(text: str) -> list[list[str]]:
    """The table as a reader sees it, without its head."""
    found: list[list[str]] = []
    for token in MarkdownIt().enable("table").parse(text):
        if token.type == "tr_open":
            found.append([])
        if token.type == "inline" and found and len(found[-1]) < 4:
            found[-1].append("".join(child.content for child in token.children or ()))
    return found[1:]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_of_a_plan_is_shown_and_does_nothing(hostile: str) -> None:
    text = rendered("markdown", report_on(hostile))
    assert text.startswith(f"{MARKER}\n")
    every = list(tokens(text))
    assert not [one for one in every if one.type in ("link_open", "image", "fence", "em_open")]
    raw = "".join(one.content for one in every if one.type in ("html_inline", "html_block"))
    assert OURS.sub("", raw).strip() in ("", "How to mend them")
    plain = [one.content for one in every if one.type == "text"]
    assert not [one for one in plain if CALLING.search(one)]
    _, where, what, rule = rows(text)[0]
    told_of = on_one_line(hostile)
    whole = told_of if len(hostile) <= 1000 else f"{on_one_line(hostile[:1000])}…"
    assert what.replace(JOINER, "") == whole.strip()
    assert where.replace(JOINER, "").startswith(whole.strip()[:1000])
    assert rule == "undeclared-department"


def test_the_worst_stay_where_there_is_no_room_for_all() -> None:
    text = rendered("markdown", report_on(*(f"{number:04}.yaml" for number in range(3000))))
    shown = rows(text)
    assert len(text.encode("utf-16-le")) // 2 <= 65_000
    assert 500 < len(shown) < 3000
    assert shown[0][1:3] == ["0000.yaml:1", "0000.yaml"]
    assert f"\n{3000 - len(shown)} more are not shown here.\n" in text
    assert "<details>" not in text


def test_ways_to_mend_go_before_findings_go() -> None:
    text = rendered("markdown", report_on(*(f"{number:04}.yaml" for number in range(700))))
    assert len(rows(text)) == 700
    mended = text.count("\n- 0")
    assert 0 < mended < 700
    assert f"\n{700 - mended} more are not shown here.\n\n</details>\n" in text


def test_many_editions_leave_room_for_findings() -> None:
    looked_at = tuple(LookedAt(f"{n}.yaml", "p" * 1500, str(n), None, None) for n in range(3000))
    text = rendered("markdown", told(finding("x", Location("a.yaml", 1, 1)), looked_at=looked_at))
    assert len(text) <= 65_000
    assert len(rows(text)) == 1
    assert "more are not shown here." in text


def test_one_name_leaves_room_for_others() -> None:
    text = rendered("markdown", report_on("|" * 100_000, "b.yaml", problems=(LOST,)))
    assert [row[1][:3] for row in rows(text)] == ["los", "|||", "b.y"]


def test_a_problem_is_said_in_words_and_with_what_to_do() -> None:
    problem = LOST._replace(mend=LOST.what)
    assert rows(rendered("markdown", told(problems=(problem,)))) == [
        [
            "⛔ could not be looked at",
            "lost.yaml",
            "there is no such file. there is no such file",
            "unreadable",
        ]
    ]


def test_the_name_of_an_edition_can_be_copied() -> None:
    text = rendered("markdown", told(looked_at=(LookedAt("5.yaml", "plan", "5-draft-2", "4"),)))
    assert "\n- plan@5-draft-2 (5.yaml) — held against 4\n" in text
