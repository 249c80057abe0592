"""The page of one project or section: what became of it, then its life edition by edition."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.publishing import addresses
from planversion.publishing.accounts import Account
from planversion.publishing.answers import answer
from planversion.publishing.chapters import chapters, strip
from planversion.publishing.framing import Frame, Writer
from planversion.publishing.items import listed, to_subject
from planversion.publishing.recorded import Recorded
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.web.escaping import shown


def subject_page(of: Account, frame: Frame) -> bytes:
    """The page of a project or section."""
    writer = Writer(frame, addresses.subject(of.subject))
    main = "\n".join(
        (
            writer.above(_level(of)),
            f"<h1>{shown(of.name)}</h1>",
            answer(of, writer),
            strip(of, writer),
            *chapters(of, writer),
            *_commits(of.commits, writer),
            *_neighbours(of, writer),
            _copies(of.subject, writer),
        )
    )
    return writer.page(of.name, main, _trail(of))


def _trail(of: Account) -> Iterator[tuple[str, str]]:
    """The newest edition that has it, and the sections above it there."""
    edition = of.present[-1].edition
    yield addresses.edition(edition.id), edition.label
    for above in of.trail:
        yield addresses.subject(above.id), above.words


def _level(of: Account) -> Message:
    """What kind of thing it is."""
    if of.subject.startswith("p-"):
        return say("project")
    return say("{place}", place=of.level) if of.level is not None else say("section")


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


def _neighbours(of: Account, writer: Writer) -> Iterator[str]:
    """The other projects of the measure where the record stands."""
    if of.neighbours:
        yield writer.heading(say("Other projects of {section}", section=of.home))
        yield listed(to_subject(*one, writer) for one in of.neighbours)


def _copies(subject: str, writer: Writer) -> str:
    address = writer.frame.base
    permanent = f"{address}id/{subject}" if address else f"id/{subject}"
    told = say("Permanent address: {address}", address=permanent)
    json = writer.here.link(addresses.subject(subject, "json"), "JSON")
    return f'<p class="copies quiet">{writer.word(told)}　{json}</p>'
