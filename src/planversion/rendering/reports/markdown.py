"""A report as Markdown, for the comment on a pull request and the summary of a job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planversion.checking import Finding
from planversion.errors import Location, Problem
from planversion.messages import say
from planversion.rendering.markdown import escape
from planversion.rendering.reports.told import LEVEL_WORDS, Told, counted, verdict

MARKER = "<!-- planversion-report -->"
"""How a report begins."""
AT_MOST = 65_000
"""A comment on GitHub holds 65,536 characters; the rest is for whoever puts it there."""

_SIGNS = {"error": "🔴", "warning": "🟡", "info": "🔵"}
_RESULTS = {"pass": "✅", "fail": "❌", "error": "⛔"}
# A name would be told of a comment, an issue linked from it.
_MENTION = re.compile(r"(?<![\w])([@])(?=\w)")
_LINK = re.compile(r"(?i)\b(https?|www)(?=[:.])")


def markdown(told: Told) -> str:
    """The verdict, then as many findings as a comment holds, the worst first."""
    head = "\n".join([MARKER, f"### {_RESULTS[told.result]} planversion", "", *_head(told), ""])
    problems = [_problem(one, told) for one in told.report.problems]
    findings = [_finding(one, told) for one in told.report.findings]
    details = [_detail(one, told) for one in told.report.findings]
    return _fitting(head, [*problems, *findings], details, told)


def _head(told: Told) -> Iterator[str]:
    yield f"**{_plain(told.say(verdict(told)))}** {_plain(told.say(counted(told)))}"
    for one in told.report.looked_at:
        against = ", ".join(filter(None, (one.predecessor, one.base)))
        held = f" — {told.say(say('held against {names}', names=against))}" if against else ""
        yield _plain(f"- {one.plan}@{one.edition} ({one.file}){held}", list_item=True)


def _fitting(head: str, rows: Sequence[str], details: Sequence[str], told: Told) -> str:
    """Details go first, from the last; then rows, and it is said how many."""
    shown = _rows(rows, AT_MOST - len(head), told)
    room = AT_MOST - len(head) - len(shown)
    return head + shown + _folded(details, room, told)


def _rows(rows: Sequence[str], room: int, told: Told) -> str:
    if not rows:
        return ""
    names = (say("level"), say("where"), say("what"), say("rule"))
    table = "| " + " | ".join(told.say(name) for name in names) + " |\n|---|---|---|---|\n"
    kept = _as_many_as_fit(rows, room - len(table) - _FOR_MORE)
    return "\n" + table + "".join(kept) + _more(len(rows) - len(kept), told)


def _folded(details: Sequence[str], room: int, told: Told) -> str:
    summary = told.say(say("How to mend them"))
    frame = (f"\n<details><summary>{summary}</summary>\n\n", "\n</details>\n")
    kept = _as_many_as_fit(details, room - sum(map(len, frame)) - _FOR_MORE)
    if not kept:
        return ""
    return frame[0] + "".join(kept) + _more(len(details) - len(kept), told) + frame[1]


_FOR_MORE = 200


def _as_many_as_fit(texts: Sequence[str], room: int) -> list[str]:
    kept = []
    for text in texts:
        room -= len(text)
        if room < 0:
            break
        kept.append(text)
    return kept


def _more(number: int, told: Told) -> str:
    if not number:
        return ""
    return f"\n{told.say(say('{n} more are in the report.', n=number))}\n"


def _problem(problem: Problem, told: Told) -> str:
    cells = ("⛔", _place(problem.where), _plain(told.say(problem.what)), problem.code)
    return f"| {' | '.join(cells)} |\n"


def _finding(finding: Finding, told: Told) -> str:
    level = f"{_SIGNS[finding.level]} {told.say(LEVEL_WORDS[finding.level])}"
    where, what = finding.problem.where, finding.problem.what
    cells = (level, _place(where), _plain(told.in_words(where, what, None)), finding.rule)
    return f"| {' | '.join(cells)} |\n"


def _detail(finding: Finding, told: Told) -> str:
    place, mend = _place(finding.problem.where), _plain(told.say(finding.problem.mend))
    before = finding.before.prefix() if finding.before else None
    stood = f" ({_plain(told.say(say('it stood at {place}', place=before)))})" if before else ""
    return f"- {place}: {mend}{stood} `{finding.fingerprint}`\n"


def _place(where: Location | None) -> str:
    if where is None:
        return ""
    return _plain(f"{where.file}:{where.line}" if where.line else where.file)


def _plain(text: str, *, list_item: bool = False) -> str:
    """The text as it is: nobody is called, nothing is linked."""
    shown = text.removeprefix("- ") if list_item else text
    escaped = _LINK.sub("\\1\u2060", _MENTION.sub("\\1\u2060", escape(shown)))
    return f"- {escaped}" if list_item else escaped
