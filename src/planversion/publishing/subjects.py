"""The page of one project or section: what became of it, then its life edition by edition."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.publishing import addresses
from planversion.publishing.answers import answer
from planversion.publishing.chapters import chapters, strip
from planversion.publishing.fates import fate
from planversion.publishing.framing import Writer
from planversion.publishing.items import (
    label,
    listed,
    to_subject,
)
from planversion.publishing.lives import Life
from planversion.publishing.recorded import Recorded
from planversion.publishing.site import Site
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.web.escaping import shown


def subject_page(of: Site, subject: str) -> bytes:
    """The page of a project or section."""
    writer, life = Writer(of.frame, addresses.subject(subject)), of.lives[subject]
    known = fate(life, of.series)
    main = "\n".join(
        (
            writer.above(_level(life)),
            f"<h1>{shown(life.name)}</h1>",
            answer(life, known, of.series, writer),
            strip(life, writer),
            *chapters(life, writer),
            *_commits(of.extras.commits.get(subject, ()), writer),
            *_neighbours(life, writer),
            _copies(subject, writer),
        )
    )
    return writer.page(life.name, main, _trail(life))


def _trail(life: Life) -> Iterator[tuple[str, str]]:
    """The newest edition that has it, and the sections above it there."""
    edition = life.last.edition
    yield addresses.edition(edition.id), label(edition)
    side = edition.outline
    place = side.places.get(life.subject)
    above = place.above if place else side.placements(life.subject)[0].place
    found = []
    while above is not None:
        title = f"{side.code(above)} {above.section.title}".strip()
        found.append((addresses.subject(above.id), title))
        above = above.above
    yield from reversed(found)


def _level(life: Life) -> Message:
    """What kind of thing it is."""
    if life.subject.startswith("p-"):
        return say("project")
    side = life.last.edition.outline
    depth = side.places[life.subject].depth
    named = depth < len(side.levels)
    return say("{place}", place=side.levels[depth].name) if named else say("section")


def _commits(found: tuple[Recorded, ...], writer: Writer) -> Iterator[str]:
    if not found:
        return
    yield writer.heading(say("Commits"))
    rows = []
    for one in found:
        kinds = [KINDS[kind].to(writer.frame.language) for kind in one.kinds]
        told = writer.listed(kinds) or say("first recorded").to(writer.frame.language)
        rows.append(
            f'<time>{shown(one.commit.day)}</time> <span class="code">{shown(one.commit.id[:10])}'
            f'</span> {shown(told)} <span class="quiet">{shown(one.commit.subject)} '
            f"({shown(one.commit.author)})</span>"
        )
    yield listed(rows, "commits")


def _neighbours(life: Life, writer: Writer) -> Iterator[str]:
    """The other projects of the measure where the record stands."""
    if not life.subject.startswith("p-"):
        return
    side = life.last.edition.outline
    home = next(row for row in side.placements(life.subject) if row.primary)
    others = [row.project for row in side.listed(home.place) if row.project != life.subject]
    if others:
        name = say("Other projects of {section}", section=home.place.section.title)
        yield writer.heading(name)
        yield listed(to_subject(one, side.record(one).name, writer) for one in others)


def _copies(subject: str, writer: Writer) -> str:
    address = writer.frame.base
    permanent = f"{address}id/{subject}" if address else f"id/{subject}"
    told = say("Permanent address: {address}", address=permanent)
    json = writer.here.link(addresses.subject(subject, "json"), "JSON")
    return f'<p class="copies quiet">{writer.word(told)}　{json}</p>'
