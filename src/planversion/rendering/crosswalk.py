"""The crosswalk (対応表) as a page: a grid of sections, and one of projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planversion.comparing.crosswalk import Crosswalk, End, Link
from planversion.messages import Language, Message, say, say_n
from planversion.model.labelling import edition_label
from planversion.rendering.page import Block, Grid, Heading, Line, Page, Paragraph, Span, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import warnings
from planversion.rendering.vocabulary import KINDS

_KEPT = say("kept")
_BASES: dict[str, Message] = {
    "id": say("same id"),
    "published": say("published"),
    "judged": say("judged"),
    "declared": say("declared"),
}


def crosswalk_page(crosswalk: Crosswalk, language: Language) -> Page:
    """The page of a crosswalk."""
    speaker = Speaker(language)
    title = say(
        "{title}: crosswalk of {old} and {new}",
        title=crosswalk.title,
        old=edition_label(crosswalk.old),
        new=edition_label(crosswalk.new),
    )
    head: list[Block] = [Heading(1, speaker.fill(title)), *warnings(crosswalk.gaps, speaker)]
    return Page((*head, *_parts(crosswalk, speaker)))


def _parts(crosswalk: Crosswalk, speaker: Speaker) -> Iterator[Block]:
    for of, name in (("projects", say("Projects, old and new")), ("sections", say("Sections"))):
        links = [link for link in crosswalk.links if link.of == of]
        if links:
            yield Heading(2, speaker.fill(name))
            yield Paragraph(speaker.fill(say_n("{n} pair", "{n} pairs", len(links))))
            yield _grid(crosswalk, links, speaker)


def _grid(crosswalk: Crosswalk, links: Sequence[Link], speaker: Speaker) -> Grid:
    header = (
        line(edition_label(crosswalk.old)),
        line(edition_label(crosswalk.new)),
        *(
            line(speaker.word(word))
            for word in (say("what became of it"), say("old : new"), say("why"))
        ),
    )
    return Grid(header, tuple(_row(link, speaker) for link in links))


def _row(link: Link, speaker: Speaker) -> tuple[tuple[Line, ...], ...]:
    return (
        _end(link.old),
        _end(link.new),
        (_kind(link, speaker),),
        (line(Span(link.cardinality, "quiet")),),
        tuple(_why(link, speaker)),
    )


def _end(end: End | None) -> tuple[Line, ...]:
    if end is None:
        return (line("–"),)
    codes = [Span(f"{code} ", "code") for code in end.codes if code]
    return line(*codes, end.name), line(Span(end.id, "quiet"))


def _kind(link: Link, speaker: Speaker) -> Line:
    # What an editor remarks in the file is no news to readers.
    changes = (KINDS[change] for change in link.changes if change != "annotated")
    kinds = [KINDS.get(link.kind, _KEPT), *changes]
    return speaker.listed([line(Span(speaker.word(kind), "kind")) for kind in kinds])


def _why(link: Link, speaker: Speaker) -> Iterator[Line]:
    if link.basis:
        doubt = speaker.fill(say(" (in doubt)")) if link.unsure else line()
        yield line(Span(speaker.word(_BASES[link.basis]), "quiet"), doubt)
    yield from (line(reason) for reason in link.reasons)
