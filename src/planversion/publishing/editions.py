"""The page of one edition: its dates and sources, and its outline with every project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.comparing.comparison import reference
from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.messages import say
from planversion.model import Edition
from planversion.model.places import Place, Placement
from planversion.publishing import addresses
from planversion.publishing.framing import Frame, Writer
from planversion.publishing.items import Named, label, listed, named, to_department, to_subject
from planversion.publishing.site import Site
from planversion.rendering.speaking import placements, projects
from planversion.rendering.vocabulary import STATUSES, field
from planversion.rendering.web.escaping import shown

_DEEPEST = 6
_SAFE = ("https://", "http://")


class Beside(NamedTuple):
    """What the site has of an edition besides its page."""

    pairs: tuple[tuple[Named, Named], ...]
    """The editions of each comparison of it."""
    forms: tuple[str, ...]
    """In which formats it lies there for programs."""


def beside(edition: Edition, of: Site) -> Beside:
    """What a site has of one of its editions."""
    theirs = (pair for pair in of.pairs if any(one is edition for one in pair))
    pairs = tuple((named(old), named(new)) for old, new in theirs)
    source = ("yaml",) if edition.id in of.extras.sources else ()
    return Beside(pairs, ("json", "csv", *source))


def edition_page(edition: Edition, others: Beside, frame: Frame) -> bytes:
    """The page of an edition."""
    writer = Writer(frame, addresses.edition(edition.id))
    side = edition.outline
    main = "\n".join(
        (
            f"<h1>{shown(label(edition))}</h1>",
            _head(edition, writer),
            _compared(others.pairs, writer),
            _contents(edition, writer),
            *(_section(place, edition, writer) for place in side.places.values()),
            _sources(edition, writer),
            _copies(edition.id, others.forms, writer),
        )
    )
    return writer.page(label(edition), main)


def dates(edition: Edition, writer: Writer) -> Iterator[tuple[str, str]]:
    """How far an edition has come, and its days."""
    header = edition.header
    yield writer.word(field("status")), writer.word(STATUSES[header.status])
    for name in ("adopted_on", "in_force_from", "in_force_to"):
        if day := getattr(header, name):
            yield writer.word(field(name)), f"<time>{day.isoformat()}</time>"


def totals(edition: Edition, writer: Writer) -> str:
    """How much it lists."""
    known = reference(edition).totals
    told = say(
        "{placements} of {projects}",
        placements=placements(known.placements),
        projects=projects(known.projects),
    )
    return writer.word(told)


def _head(edition: Edition, writer: Writer) -> str:
    found = [*dates(edition, writer), (writer.word(say("totals")), totals(edition, writer))]
    inner = "".join(f"<div><dt>{name}</dt><dd>{told}</dd></div>" for name, told in found)
    return f'<dl class="facts">{inner}</dl>'


def _compared(pairs: tuple[tuple[Named, Named], ...], writer: Writer) -> str:
    """Links to what changed since and until every other edition."""
    links = []
    for old, new in pairs:
        told = say("{old} → {new}", old=old.label, new=new.label)
        links.append(writer.here.link(addresses.changes(old.id, new.id), writer.word(told)))
    if not links:
        return ""
    return writer.heading(say("Changes")) + listed(links)


def _contents(edition: Edition, writer: Writer) -> str:
    side = edition.outline
    tops = (place for place in side.places.values() if place.above is None)
    links = (
        f'<a href="#{place.id}">{shown(f"{place.code} {place.section.title}".strip())}</a>'
        for place in tops
    )
    name = writer.word(say("Contents"))
    return f'<nav aria-label="{name}"><h2>{name}</h2>{listed(links, "toc")}</nav>'


def _section(place: Place, edition: Edition, writer: Writer) -> str:
    level = min(place.depth + 2, _DEEPEST)
    code, title = place.code, place.section.title
    inner = f'<span class="code">{shown(code)}</span> {shown(title)}' if code else shown(title)
    linked = writer.here.link(addresses.subject(place.id), inner, "whole")
    head = f'<h{level} id="{place.id}">{linked}</h{level}>'
    rows = (_row(row, edition, writer) for row in edition.outline.listed(place))
    return head + listed(rows, "rows")


def _row(row: Placement, edition: Edition, writer: Writer) -> str:
    side = edition.outline
    name = to_subject(row.project, printed_name(side, row), writer)
    remark = "" if row.primary else " " + writer.quiet(say("(relisted)"))
    names = writer.listed(to_department(one, writer) for one in printed(side, row))
    return f'<span class="name">{name}{remark}</span> <span class="by">{names}</span>'


def _sources(edition: Edition, writer: Writer) -> str:
    if not edition.sources:
        return ""
    entries = []
    for source in edition.sources:
        told = shown(source.title)
        # What is no address of the web could be a script.
        if source.url and source.url.lower().startswith(_SAFE):
            told = f'<a href="{shown(source.url)}" rel="external nofollow">{told}</a>'
        if source.retrieved_on:
            told += f' <span class="quiet">{source.retrieved_on.isoformat()}</span>'
        if source.sha256:
            told += f' <span class="quiet code">SHA-256 {source.sha256}</span>'
        entries.append(told)
    return writer.heading(say("Sources")) + listed(entries)


def _copies(edition: str, forms: tuple[str, ...], writer: Writer) -> str:
    links = (writer.here.link(addresses.edition(edition, form), form.upper()) for form in forms)
    told = writer.word(say("The same for programs:"))
    return f'<p class="copies quiet">{told} {" ".join(links)}</p>'
