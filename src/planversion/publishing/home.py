"""The first page of a site, the list of all projects, and what is said of an address nobody has."""

from __future__ import annotations

from planversion.messages import say
from planversion.model import Edition
from planversion.publishing import addresses
from planversion.publishing.comparisons import news_of
from planversion.publishing.editions import dates, totals
from planversion.publishing.fates import fate
from planversion.publishing.framing import Writer
from planversion.publishing.items import label, listed, to_edition, to_subject
from planversion.publishing.lives import Life
from planversion.publishing.pictures import timeline_of
from planversion.publishing.searching import box
from planversion.publishing.site import Site
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.frame import Document, Inline, document
from planversion.rendering.web.look import look


def home_page(of: Site) -> bytes:
    """The plan, its editions and what changed last."""
    writer = Writer(of.frame, addresses.HOME)
    editions = "\n".join(_edition(one, of, writer) for one in reversed(of.series.editions))
    main = "\n".join(
        (
            f"<h1>{shown(of.title)}</h1>",
            box(writer),
            writer.heading(say("Editions")),
            f'<ol class="editions">{editions}</ol>',
            timeline_of(of),
            news_of(of, writer),
        )
    )
    return writer.page(of.title, main, searches=True)


def _edition(edition: Edition, of: Site, writer: Writer) -> str:
    facts = "　".join(f"{name} {told}" for name, told in dates(edition, writer))
    before = of.series.published_before(edition)
    changes = ""
    if before:
        told = say("Changes since {edition}", edition=label(before))
        link = writer.here.link(addresses.changes(before.id, edition.id), writer.word(told))
        changes = f"<p>{link}</p>"
    return (
        f'<li><p class="edition">{to_edition(edition, writer)}</p>'
        f'<p class="quiet">{facts}　{totals(edition, writer)}</p>{changes}</li>'
    )


def search_page(of: Site) -> bytes:
    """A page to search on."""
    writer, title = Writer(of.frame, addresses.SEARCH), say("Search").to(of.language)
    return writer.page(title, f"<h1>{shown(title)}</h1>\n{box(writer)}", searches=True)


def projects_page(of: Site) -> bytes:
    """All projects there ever were: as the newest edition reads, then those it doesn't have."""
    writer, title = Writer(of.frame, addresses.PROJECTS), say("All projects").to(of.language)
    newest = of.series.editions[-1]
    side = newest.outline
    parts = [f"<h1>{shown(title)}</h1>", f"<h2>{to_edition(newest, writer)}</h2>"]
    for place in side.places.values():
        rows = [row.project for row in side.listed(place) if row.primary]
        if rows or place.above is None:
            code = f"{place.code} {place.section.title}".strip()
            level = 3 if place.above is None else 4
            parts.append(f"<h{level}>{to_subject(place.id, code, writer)}</h{level}>")
            parts.append(listed(to_subject(one, side.record(one).name, writer) for one in rows))
    gone = [life for life in of.lives.values() if _is_gone(life, newest)]
    if gone:
        parts.append(writer.heading(say("No longer in the newest edition")))
        parts.append(listed(_gone(life, of, writer) for life in gone))
    return writer.page(title, "\n".join(parts))


def _is_gone(life: Life, newest: Edition) -> bool:
    return life.subject.startswith("p-") and not life.chapter(newest).present


def _gone(life: Life, of: Site, writer: Writer) -> str:
    state = writer.word(fate(life, of.series).word)
    told = writer.listed((state, shown(label(life.last.edition))))
    return f'{to_subject(life.subject, life.name, writer)} <span class="quiet">{told}</span>'


def missing_page(of: Site) -> bytes:
    """What stands at any address that isn't one; it can't know how deep it is asked for."""
    title = say("There is no such page").to(of.language)
    base = of.extras.base
    told = say("Ids of projects and sections begin with p- or s- and have twelve characters.")
    main = f"<h1>{shown(title)}</h1><p>{shown(told.to(of.language))}</p>"
    if base:
        main += f'<p><a href="{shown(base)}{addresses.HOME}">{shown(of.title)}</a></p>'
    return document(Document(title, of.language, main, looks=Inline(look()))).encode()
