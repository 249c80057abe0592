"""An audit as a page for a browser: the numbers on top, then what doesn't hold, first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planversion.auditing import WEIGHTS, AuditedNote, AuditedTotal, Omission, Outcome, Weight
from planversion.messages import Message, say
from planversion.rendering.audited import wording
from planversion.rendering.audited.page import heading_of, summary, title
from planversion.rendering.audited.telling import Told, anchor
from planversion.rendering.page import Item, Line, text
from planversion.rendering.summary import warnings
from planversion.rendering.web.escaping import attributes, shown
from planversion.rendering.web.fragment import in_line
from planversion.rendering.web.frame import Document, Inline, document
from planversion.rendering.web.look import read


def html(told: Told) -> str:
    """The page; nothing in it can run or load anything."""
    parts = (_head(told), _objected(told), _unmentioned(told), _confirmed(told))
    main = "\n".join(filter(None, (*parts, _totals(told))))
    style = Inline(read("audit.css"))
    return document(Document(title(told), told.language, main, styles=(style,)))


def _head(told: Told) -> str:
    gaps = [one.line for one in warnings(told.audit.comparison.diff.gaps, told.speaker)]
    said = [told.speaker.fill(one) for one in summary(told)]
    paragraphs = "\n".join(f"<p>{in_line(one)}</p>" for one in (*said, *gaps))
    tiles = "".join(_tile(*one, told) for one in _tallies(told))
    label = shown(told.word(say("The numbers")))
    return (
        f"<h1>{shown(title(told))}</h1>\n"
        f'<nav aria-label="{label}"><ul class="tally">{tiles}</ul></nav>\n{paragraphs}'
    )


def _tallies(told: Told) -> Iterator[tuple[str, int, str, Message]]:
    """Where each number leads to, the number, how it looks, and what it counts."""
    of, weights = told.audit.of, [one.weight for one in told.audit.omissions]
    yield "objected", len(of("contradicted")), "bad", say("notes contradicted")
    yield "objected", len(of("unchecked")), "unsure", say("notes not checked")
    yield "high", weights.count("high"), "bad", say("without a note, high weight")
    yield "medium", weights.count("medium"), "unsure", say("without a note, medium weight")
    yield "low", weights.count("low"), "", say("without a note, low weight")
    if told.audit.totals:
        wrong = sum(one.outcome != "confirmed" for one in told.audit.totals)
        yield "totals", wrong, "bad", say("printed totals that are not as counted")
    yield "confirmed", len(of("confirmed")), "good", say("notes confirmed")


def _tile(to: str, n: int, look: str, what: Message, told: Told) -> str:
    styled = attributes(href=f"#{to if n or to not in WEIGHTS else 'unmentioned'}")
    number = f'<b class="{look if n else "none"}">{n}</b>'
    return f"<li><a{styled}>{number} <span>{shown(told.word(what))}</span></a></li>"


def _section(name: str, heading: Message, content: str, told: Told) -> str:
    head = f'<h2 id="{name}-heading">{shown(told.word(heading))}</h2>'
    return f'<section id="{name}" aria-labelledby="{name}-heading">\n{head}\n{content}\n</section>'


def _objected(told: Told) -> str:
    rows = [*_note_rows("contradicted", told), *_note_rows("unchecked", told)]
    none = say("No note is contradicted, and all could be checked.")
    content = _table(_NOTE_COLUMNS, rows, told) if rows else _none(none, told)
    heading = say("Notes that are contradicted, or could not be checked")
    return _section("objected", heading, content, told)


def _confirmed(told: Told) -> str:
    rows = [*_note_rows("confirmed", told)]
    none = _none(say("No note is confirmed."), told)
    content = _table(_NOTE_COLUMNS, rows, told) if rows else none
    return _section("confirmed", say("Notes that are confirmed"), content, told)


def _none(what: Message, told: Told) -> str:
    return f"<p>{shown(told.word(what))}</p>"


_NOTE_COLUMNS = say("note"), say("outcome"), say("rows"), say("what was computed")
_OMISSION_COLUMNS = say("place"), say("kind"), say("what was computed")
_TOTAL_COLUMNS = say("total"), say("outcome"), say("what was counted")


def _table(columns: Sequence[Message], rows: Sequence[str], told: Told) -> str:
    head = "".join(
        f'<th scope="col" role="columnheader">{shown(told.word(one))}</th>' for one in columns
    )
    return _TABLE.format(head=head, rows="\n".join(rows))


# On narrow screens rows are shown as blocks, and only the roles keep it a table to screen readers.
_TABLE = """\
<table role="table">
<thead role="rowgroup"><tr role="row">{head}</tr></thead>
<tbody role="rowgroup">
{rows}
</tbody>
</table>"""


def _row(name: str, head: str, cells: Sequence[str], columns: Sequence[Message], told: Told) -> str:
    """A row with its own address; each cell says what its column is called, for narrow screens."""
    labelled = (
        f"<td{attributes(role='cell', data_label=told.word(column))}>{cell}</td>"
        for cell, column in zip(cells, columns[1:], strict=True)
    )
    first = f'<th scope="row" role="rowheader">{head}</th>'
    return f'<tr id="{shown(name)}" role="row">{first}{"".join(labelled)}</tr>'


def _note_rows(outcome: Outcome, told: Told) -> Iterator[str]:
    for note in told.audit.of(outcome):
        cells = (_outcome(note, told), _rows_of(note), _computed(note, told))
        yield _row(anchor(note, told), _note(note, told), cells, _NOTE_COLUMNS, told)


def _note(note: AuditedNote, told: Told) -> str:
    """The note as printed, where it is printed, and where it stands in the file."""
    place = told.place(note)
    small = [note.note.printed_at, place.prefix() if place else None]
    below = "".join(f'<span class="small">{shown(one)}</span>' for one in small if one)
    return f"<q>{shown(note.note.text)}</q>{below}"


def _outcome(of: AuditedNote | AuditedTotal, told: Told) -> str:
    word = shown(told.word(wording.OUTCOMES[of.outcome]))
    return f'<span class="outcome {_LOOKS[of.outcome]}">{word}</span>'


_LOOKS: dict[Outcome, str] = {
    "confirmed": "good",
    "contradicted": "bad",
    "unchecked": "unsure",
}


def _rows_of(note: AuditedNote) -> str:
    return _listed([in_line(wording.row(row)) for row in note.rows if row.name != row.project])


def _listed(entries: Sequence[str]) -> str:
    """Several entries as a list, one as it is."""
    if len(entries) == 1:
        return entries[0]
    return f"<ul>{''.join(f'<li>{one}</li>' for one in entries)}</ul>" if entries else ""


def _computed(note: AuditedNote, told: Told) -> str:
    if note.outcome == "confirmed":
        return _listed([in_line(one) for one in wording.confirming(note, told.speaker)])
    return _listed([in_line(one) for one in _against(note, told)])


def _against(note: AuditedNote, told: Told) -> Iterator[Line]:
    """What the note says, and what speaks against it: row by row where there are several."""
    speaker = told.speaker
    if note.statements:
        yield speaker.fill(say("says: {what}", what=wording.understood(note, speaker)))
    if note.objections:
        yield wording.against(note, speaker)
    for row in note.rows:
        if row.objections:
            both = {"row": wording.row(row), "what": wording.against(row, speaker)}
            alone = len(note.rows) == 1
            yield both["what"] if alone else speaker.fill(say("{row}: {what}", **both))


def _unmentioned(told: Told) -> str:
    none = _none(say("Every change has its note."), told)
    parts = [_weighing(weight, told) for weight in WEIGHTS]
    content = "\n".join(filter(None, parts)) or none
    return _section("unmentioned", say("Changes without a note"), content, told)


def _weighing(weight: Weight, told: Told) -> str:
    found = [one for one in told.audit.omissions if one.weight == weight]
    if not found:
        return ""
    heading = told.speaker.fill(say("{heading} ({n})", heading=heading_of(weight), n=len(found)))
    table = _table(_OMISSION_COLUMNS, [_omission(one, told) for one in found], told)
    if weight != "low":
        return f'<h3 id="{weight}">{in_line(heading)}</h3>\n{table}'
    return (
        f"<details><summary><h3>{in_line(heading)}</h3></summary>\n"
        # A browser opens what is folded where an address leads into it.
        f'<div id="{weight}">{table}</div></details>'
    )


def _omission(of: Omission, told: Told) -> str:
    code = shown(wording.stands_at(of, told.speaker))
    kind = f'<span class="kind">{shown(wording.kind(of, told.speaker))}</span>'
    cells = (kind, _item(wording.omission(of, told.speaker)))
    head = f'<span class="code">{code}</span>'
    return _row(anchor(of, told), head, cells, _OMISSION_COLUMNS, told)


def _item(item: Item) -> str:
    below = "".join(f'<span class="small">{in_line(one.line)}</span>' for one in item.below)
    return in_line(item.line) + below


def _totals(told: Told) -> str:
    if not told.audit.totals:
        return ""
    rows = [_total(one, told) for one in told.audit.totals]
    table = _table(_TOTAL_COLUMNS, rows, told)
    return _section("totals", say("Printed totals"), table, told)


def _total(of: AuditedTotal, told: Told) -> str:
    head = text(wording.total(of.total, told.speaker))
    small = (
        f'<span class="small">{shown(of.total.printed_at)}</span>' if of.total.printed_at else ""
    )
    cells = (_outcome(of, told), in_line(wording.tally(of, told.speaker)))
    return _row(anchor(of, told), shown(head) + small, cells, _TOTAL_COLUMNS, told)
