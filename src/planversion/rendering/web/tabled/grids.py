"""A grid of the laid-out table as a table of HTML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from planversion.messages import Language, say
from planversion.rendering.laying import Column, LaidGrid, LaidRow, Slot
from planversion.rendering.page import Line, text
from planversion.rendering.web.escaping import attributes, shown
from planversion.rendering.web.fragment import in_line
from planversion.rendering.web.tabled.facets import Facets, departments_of, kinds_of


class Row(NamedTuple):
    """A row with what a browser has to know of it."""

    of: LaidRow
    goal: str
    ids: tuple[str, ...]
    """The projects whose address leads here."""


def table(
    grid: LaidGrid, rows: list[Row], caption: Line, facets: Facets, language: Language
) -> str:
    """The table with its caption, a header of two rows, and a row for each."""
    body = "\n".join(_row(grid, row, facets, language) for row in rows)
    kept = "" if grid.caption else ' class="unseen"'
    return (
        f'<table class="table"><caption{kept}>{in_line(caption)}</caption>\n'
        f"<thead>{_head(grid.columns)}</thead>\n<tbody>\n{body}\n</tbody></table>"
    )


def _head(columns: tuple[Column, ...]) -> str:
    """The editions above the columns of each."""
    above = "".join(
        _above(heading, list(some)) for heading, some in groupby(columns, lambda one: one.heading)
    )
    titles = "".join(_title(column) for column in columns if column.heading)
    return f"<tr>{above}</tr><tr>{titles}</tr>"


def _above(heading: str, columns: list[Column]) -> str:
    if not heading:
        return "".join(
            f'<th scope="col" rowspan="2" class="{one.of}">{shown(one.title)}</th>'
            for one in columns
        )
    return f'<th scope="colgroup" colspan="{len(columns)}">{shown(heading)}</th>'


def _title(column: Column) -> str:
    return f'<th scope="col" class="{column.of}">{shown(column.title)}</th>'


def _row(grid: LaidGrid, row: Row, facets: Facets, language: Language) -> str:
    found = departments_of(grid, row.of)
    known = attributes(
        id=row.ids[0] if row.ids else None,
        data_kinds=" ".join(kinds_of(row.of)),
        data_departments=" ".join(str(facets.departments[name]) for name in found),
        data_goal=row.goal,
    )
    return f"<tr{known}>{''.join(_cells(grid, row, language))}</tr>"


def _cells(grid: LaidGrid, row: Row, language: Language) -> Iterator[str]:
    header = _named(grid.columns, row.of)
    for position, (column, slot) in enumerate(zip(grid.columns, row.of.slots, strict=True)):
        if slot is None:
            continue
        said = _said(column, slot, language)
        if position == header:
            said += _addresses(row.ids, slot, language)
        yield _cell(position, column, slot, said, header=position == header)


def _named(columns: tuple[Column, ...], row: LaidRow) -> int | None:
    """The column that names the row: the new edition's project, else the old one's."""
    there = {
        "new": any(line.new for line in row.lines),
        "old": any(line.old for line in row.lines),
    }
    named = [
        (column.side != "new", position)
        for position, column in enumerate(columns)
        if column.of == "name" and column.side and there[column.side]
    ]
    return min(named, default=(True, None))[1]


def _cell(position: int, column: Column, slot: Slot, said: str, *, header: bool) -> str:
    name = "th" if header or (column.of == "measure" and slot.lines) else "td"
    label = f"{column.heading} {column.title}".strip()
    given = attributes(
        scope="row" if name == "th" else None,
        class_=column.of if slot.lines or column.of == "notes" else f"{column.of} empty",
        rowspan=slot.rows if slot.rows > 1 else None,
        data_column=position,
        data_title=label if slot.lines else None,
    )
    return f"<{name}{given}>{said}</{name}>"


def _said(column: Column, slot: Slot, language: Language) -> str:
    if slot.lines:
        return "<br>".join(map(in_line, slot.lines))
    if column.of != "name":
        return ""
    nobody = shown(say("not there").to(language))
    return f'<span class="unseen">{nobody}</span>'


def _addresses(ids: tuple[str, ...], slot: Slot, language: Language) -> str:
    """A link to the row itself; further projects that it stands for are only found by address."""
    if not ids:
        return ""
    name = " ".join(map(text, slot.lines))
    told = shown(say("address of {name}", name=name).to(language))
    more = "".join(f'<span id="{shown(one)}"></span>' for one in ids[1:])
    return f'<a class="here" href="#{shown(ids[0])}" aria-label="{told}">#</a>{more}'
