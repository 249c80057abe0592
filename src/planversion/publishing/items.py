"""Changes and places as HTML whose names lead to the pages of projects and sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planversion.changes import LineageChange, SubjectChange, Unlisted
from planversion.model import Edition
from planversion.model.labelling import edition_label
from planversion.publishing import addresses
from planversion.publishing.framing import Writer
from planversion.publishing.lives import OutlineChange
from planversion.publishing.sayings import Stand
from planversion.rendering.page import Item, Line, Span
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.fragment import in_line


class Named(NamedTuple):
    """An edition by its id, and as people call it."""

    id: str
    label: str


def named(edition: Edition) -> Named:
    """An edition as pages name it."""
    return Named(edition.id, label(edition))


def label(edition: Edition) -> str:
    """An edition as people call it, with its stage."""
    return edition_label(edition.header)


def to_edition(edition: Edition | Named, writer: Writer) -> str:
    """A link to an edition."""
    called = edition if isinstance(edition, Named) else named(edition)
    return writer.here.named(addresses.edition(called.id), called.label)


def to_department(name: str, writer: Writer) -> str:
    """A link to a department."""
    return writer.here.named(addresses.department(name), name)


def to_subject(subject: str, words: str, writer: Writer) -> str:
    """A link to a project or section."""
    return writer.here.named(addresses.subject(subject), words)


def to_stand(stand: Stand, edition: Named, writer: Writer) -> str:
    """Where a row stands, as a link to that place in its edition."""
    code, title = stand.code, stand.title
    at = f"{addresses.edition(edition.id)}#{stand.section}"
    inner = f'<span class="code">{shown(code)}</span> {shown(title)}' if code else shown(title)
    return writer.here.link(at, inner)


def listed(entries: Iterable[str], styled: str = "") -> str:
    """A list of what is HTML already; nothing of nothing."""
    inner = "".join(f"<li>{one}</li>" for one in entries)
    style = f' class="{styled}"' if styled else ""
    return f"<ul{style}>{inner}</ul>" if inner else ""


def linked_item(item: Item, change: OutlineChange, writer: Writer) -> str:
    """What is told of a change, the names in it as links; without any, all of it is one."""
    names = _names(change)
    inner = _linked(item.line, names, writer)
    if "<a " not in inner:
        inner = writer.here.link(addresses.subject(next(iter(names.values()))), inner, "whole")
    return inner + below(item)


def below(item: Item) -> str:
    """What is told below an item, as lists."""
    return listed(in_line(one.line) + below(one) for one in item.below)


def _linked(line: Line, names: Mapping[str, str], writer: Writer) -> str:
    if not any(span.role == "strong" and span.text in names for span in line):
        return in_line(line)
    return "".join(_span(span, names, writer) for span in line)


def _span(span: Span, names: Mapping[str, str], writer: Writer) -> str:
    inner = in_line((span,))
    if span.role != "strong" or span.text not in names:
        return inner
    return writer.here.link(addresses.subject(names[span.text]), inner)


def _names(change: OutlineChange) -> dict[str, str]:
    """By name, whom a change is about."""
    if isinstance(change, LineageChange):
        return {member.name: member.id for member in (*change.new, *change.old)}
    return {_spot(change): change.subject}


def _spot(change: SubjectChange) -> str:
    return change.old.name if isinstance(change, Unlisted) else change.new.name
