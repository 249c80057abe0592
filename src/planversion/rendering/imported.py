"""What an import understood of a file, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.importing import Imported
from planversion.importing.columns import Columns
from planversion.importing.gathering import Table
from planversion.importing.grids import letters, sheet_told
from planversion.importing.headings import TITLES
from planversion.importing.listings import Listing
from planversion.messages import Language, Message, say, say_n
from planversion.model import Edition, Placement
from planversion.rendering.overview import overview
from planversion.rendering.page import Bullets, Heading, Item, Page, line
from planversion.rendering.speaking import Speaker, placements

Block = Heading | Bullets


def understood(found: Imported, language: Language, rows: int) -> Page:
    """The page of what was understood: outline, columns, departments, relistings.

    Of each table the first `rows` are shown, and how many are not.
    """
    speaker = Speaker(language)
    blocks = (
        *_block(say("How it was read"), _tables(found, speaker, rows), speaker),
        *_block(say("Levels"), _levels(found.edition, speaker), speaker),
        *_block(say("Departments"), _departments(found.edition, speaker), speaker),
        *_block(say("Relistings"), _relistings(found.edition, speaker), speaker),
        *_block(say("To be looked at"), _remarks(found, language), speaker),
    )
    return Page((*overview(found.edition, language).blocks, *blocks))


def _block(title: Message, items: Iterable[Item], speaker: Speaker) -> Iterator[Block]:
    listed = tuple(items)
    if listed:
        yield Heading(2, speaker.fill(title))
        yield Bullets(listed)


def _tables(found: Imported, speaker: Speaker, shown: int) -> Iterator[Item]:
    for table in found.tables:
        rows = [one for one in found.listings if one.spot.sheet == table.grid.sheet]
        name = sheet_told(table.grid.sheet) or say("the table")
        head = speaker.fill(say("{name}: {n}", name=name, n=placements(len(rows))))
        columns = Item(line(_columns(table, speaker)))
        yield Item(head, (columns, *_first(rows, speaker, shown)))


def _first(rows: Sequence[Listing], speaker: Speaker, shown: int) -> Iterator[Item]:
    yield from (Item(line(_row(one))) for one in rows[:shown])
    if more := len(rows[shown:]):
        told = say_n("{n} row is not shown here", "{n} rows are not shown here", more)
        yield Item(speaker.fill(told))


def _columns(table: Table, speaker: Speaker) -> str:
    return ", ".join(f"{column} {name}" for column, name in _named(table.columns, speaker))


def _named(columns: Columns, speaker: Speaker) -> Iterator[tuple[str, str]]:
    for level in columns.levels:
        both = (level.number, level.title)
        yield "+".join(letters(column) for column in both if column), level.name
    for field, column in sorted(columns.fields.items(), key=lambda pair: pair[1]):
        yield letters(column), speaker.word(TITLES[field])


def _row(one: Listing) -> str:
    departments = f"  {', '.join(one.departments)}" if one.departments else ""
    return f"{one.spot.cell}  {one.name}{departments}"


def _levels(edition: Edition, speaker: Speaker) -> Iterator[Item]:
    depths = (place.depth for place in edition.outline.places.values())
    counted = Counter(depths)
    for depth, count in sorted(counted.items()):
        known = depth < len(edition.levels)
        name = edition.levels[depth].name if known else str(depth + 1)
        code = edition.levels[depth].code if known else "-"
        told = say("{name}: {n}, numbered {code}", name=name, n=count, code=code)
        yield Item(speaker.fill(told))


def _departments(edition: Edition, speaker: Speaker) -> Iterator[Item]:
    carried = Counter(name for row in _rows(edition) for name in printed(edition.outline, row))
    for one in edition.departments:
        told = say("{name}: {n}", name=one.name, n=placements(carried[one.name]))
        together = line("  ", *speaker.fill(say("(collective)"))) if one.collective else ()
        yield Item(line(speaker.fill(told), together))


def _rows(edition: Edition) -> Iterator[Placement]:
    for place in edition.outline.places.values():
        yield from edition.outline.listed(place)


def _relistings(edition: Edition, speaker: Speaker) -> Iterator[Item]:
    side = edition.outline
    for record in (row for row in _rows(edition) if row.primary):
        others = [row for row in side.placements(record.project) if not row.primary]
        if others:
            head = line(_placed(edition, record), "  ", *speaker.fill(say("is listed again at")))
            yield Item(head, tuple(Item(line(_placed(edition, row))) for row in others))


def _placed(edition: Edition, row: Placement) -> str:
    side = edition.outline
    return f"{row.place.code}  {printed_name(side, row)}"


def _remarks(found: Imported, language: Language) -> Iterator[Item]:
    yield from (Item(line(remark.to(language))) for remark in found.remarks)
