"""A report as Markdown, for the comment on a pull request and the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from planversion.checking import Finding, LookedAt
from planversion.errors import Location, Problem
from planversion.messages import say
from planversion.rendering.reports.told import LEVEL_WORDS, Told, counted, more, verdict
from planversion.rendering.reports.unlinked import unlinked

MARKER = "<!-- planversion-report -->"
"""How a report begins."""
AT_MOST = 65_000
"""A comment on GitHub holds 65,536 characters; the rest is for whoever puts it there."""

_FOR_EDITIONS = 8_000
_FOR_MORE = 200
"""Room for saying how many are not shown."""
_LONGEST = 1_000
"""Of a longer text of a plan, the beginning: the others shall have room, too."""
_SIGNS = {"error": "🔴", "warning": "🟡", "info": "🔵"}
_RESULTS = {"pass": "✅", "fail": "❌", "error": "⛔"}


def markdown(told: Told) -> str:
    """The verdict, then as many findings as a comment holds, the worst first.

    Where it is too much, the ways to mend go first, from the last; then the findings.
    """
    head = "\n".join([MARKER, f"### {_RESULTS[told.result]} planversion", "", *_head(told), ""])
    rows = [_problem(one, told.erring) for one in told.report.problems]
    rows += [_finding(one, told) for one in told.report.findings]
    shown = head + _table(rows, AT_MOST - _size(head), told)
    details = [_detail(one, told) for one in told.report.findings]
    return shown + _folded(details, AT_MOST - _size(shown), told)


def _head(told: Told) -> Iterator[str]:
    yield f"**{_plain(told.say(verdict(told)))}** {_plain(told.say(counted(told)))}"
    editions = [_looked_at(one, told) for one in told.report.looked_at]
    kept = _as_many_as_fit(editions, _FOR_EDITIONS)
    yield from kept
    if len(kept) < len(editions):
        yield f"- {told.say(more(len(editions) - len(kept)))}"


def _looked_at(one: LookedAt, told: Told) -> str:
    against = ", ".join(filter(None, (one.predecessor, one.base)))
    words = say("held against {names}", names=against)
    held = f" — {told.say(words)}" if against else ""
    return f"- {_plain(f'{one.plan}@{one.edition} ({one.file}){held}')}"


def _table(rows: Sequence[str], room: int, told: Told) -> str:
    if not rows:
        return ""
    names = (say("level"), say("where"), say("what"), say("rule"))
    head = f"\n{_cells(*map(told.say, names))}|---|---|---|---|\n"
    return head + _fitted(rows, room - _size(head), told)


def _folded(details: Sequence[str], room: int, told: Told) -> str:
    summary = told.say(say("How to mend them"))
    frame = (f"\n<details><summary>{summary}</summary>\n\n", "\n</details>\n")
    inside = room - _size("".join(frame))
    if not (details and _as_many_as_fit(details, inside - _FOR_MORE)):
        return ""
    return _fitted(details, inside, told).join(frame)


def _fitted(texts: Sequence[str], room: int, told: Told) -> str:
    """As many as there is room for, and how many are missing."""
    kept = _as_many_as_fit(texts, room - _FOR_MORE)
    missing = len(texts) - len(kept)
    return "".join(kept) + (f"\n{told.say(more(missing))}\n" if missing else "")


def _as_many_as_fit(texts: Sequence[str], room: int) -> Sequence[str]:
    sizes = accumulate(map(_size, texts))
    return texts[: sum(1 for _ in takewhile(lambda size: size <= room, sizes))]


def _size(text: str) -> int:
    """How long it is for whoever counts most: a sign of the levels is two in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _problem(problem: Problem, told: Told) -> str:
    words = _plain(told.in_words(problem.where, problem.what, problem.mend))
    level = told.say(say("could not be looked at"))
    return _cells(f"⛔ {level}", _place(problem.where), words, problem.code)


def _finding(finding: Finding, told: Told) -> str:
    level = f"{_SIGNS[finding.level]} {told.say(LEVEL_WORDS[finding.level])}"
    where, what = finding.problem.where, finding.problem.what
    return _cells(level, _place(where), _plain(told.in_words(where, what, None)), finding.rule)


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _detail(finding: Finding, told: Told) -> str:
    place, mend = _place(finding.problem.where), _plain(told.say(finding.problem.mend))
    before = finding.before and say("it stood at {place}", place=finding.before.prefix())
    stood = f" ({_plain(told.say(before))})" if before else ""
    return f"- {place}: {mend}{stood} `{finding.fingerprint}`\n"


def _place(where: Location | None) -> str:
    if where is None:
        return ""
    return _plain(f"{where.file}:{where.line}" if where.line else where.file)


def _plain(text: str) -> str:
    """The text as it is, its beginning where it is long: nobody is called, nothing is linked."""
    return unlinked(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
