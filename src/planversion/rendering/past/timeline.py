"""A log as a picture: SVG alone, or a page of HTML with the same in a table."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Message, say, say_n
from planversion.rendering.page import Item, Line, text
from planversion.rendering.past.drawing import STYLE, drawn
from planversion.rendering.past.lanes import Lanes, lanes
from planversion.rendering.past.log import Ending, family, family_names, items, missing
from planversion.rendering.past.telling import Archive, short, versions
from planversion.rendering.pictures import standalone
from planversion.rendering.speaking import Speaker
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.frame import Document, Inline, document, wide
from planversion.tracing import Event, Followed


def svg(followed: Followed, ending: Ending, archive: Archive) -> str:
    """The picture alone; its description says everything that happened."""
    found, speaker = lanes(followed, archive), Speaker(archive.language)
    told = " ".join((*_introduced(followed, ending, archive), *_told(found, archive)))
    return standalone(drawn(found, _title(followed, archive), told, speaker), STYLE)


def html(followed: Followed, ending: Ending, archive: Archive) -> str:
    """A page with the picture and a table; nothing in it can run or load anything."""
    found, speaker = lanes(followed, archive), Speaker(archive.language)
    title, said = _title(followed, archive), _introduced(followed, ending, archive)
    picture = drawn(found, title, speaker.word(say("The table below says the same.")), speaker)
    table = _TABLE.format(
        head="".join(f'<th scope="col">{shown(speaker.word(one))}</th>' for one in _COLUMNS),
        rows="\n".join(_row(event, archive) for event in followed.events),
    )
    main = "\n".join(
        (
            f"<h1>{shown(title)}</h1>",
            *(f"<p>{shown(one)}</p>" for one in said),
            wide(picture, speaker.word(say("The timeline; it can be moved sideways."))),
            wide(table, speaker.word(say("The events as a table; it can be moved sideways."))),
        )
    )
    return document(Document(title, archive.language, main, styles=(Inline(STYLE + _STYLE),)))


_COLUMNS = say("date"), say("commit"), say("author"), say("edition, file"), say("event")
_STYLE = """
td ul { margin: 0; padding-inline-start: 1.2rem; }
.day, .commit { white-space: nowrap; }
"""
_TABLE = """
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table>"""


def _title(followed: Followed, archive: Archive) -> str:
    return f"{family_names(followed, archive)[followed.subject]} {followed.subject}"


def _introduced(followed: Followed, ending: Ending, archive: Archive) -> list[str]:
    """How much there is, whom it came from, and what is missing."""
    speaker, names = Speaker(archive.language), family_names(followed, archive)
    said = (_counted(followed), *family(followed, names, speaker), *missing(ending))
    return [text(speaker.fill(one)) for one in said]


def _counted(followed: Followed) -> Message:
    days = [event.stride.commit.day for event in followed.events]
    first, last = days[-1], days[0]
    return say_n(
        "{n} event from {first} to {last}.",
        "{n} events from {first} to {last}.",
        len(days),
        first=first,
        last=last,
    )


def _told(found: Lanes, archive: Archive) -> Iterator[str]:
    for event in found.events:
        said = "; ".join(map(text, _lines(items(event, archive))))
        yield f"{event.stride.commit.day}: {said}."


def _lines(found: Iterator[Item] | tuple[Item, ...]) -> Iterator[Line]:
    for item in found:
        yield item.line
        yield from _lines(item.below)


def _row(event: Event, archive: Archive) -> str:
    commit = event.stride.commit
    cells = (
        ("day", commit.day),
        ("commit", short(commit)),
        ("author", commit.author),
        ("edition", text(versions(event.stride, archive))),
    )
    plain = "".join(f'<td class="{kind}">{shown(value)}</td>' for kind, value in cells)
    return f"<tr>{plain}<td>{_list(tuple(items(event, archive)))}</td></tr>"


def _list(found: tuple[Item, ...]) -> str:
    entries = (f"<li>{shown(text(one.line))}{_below(one)}</li>" for one in found)
    return f"<ul>{''.join(entries)}</ul>"


def _below(item: Item) -> str:
    return _list(item.below) if item.below else ""
