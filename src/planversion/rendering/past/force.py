"""Which editions are in force on a day: what `planversion at` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from planversion.comparing.comparison import reference
from planversion.messages import Message, say
from planversion.model.labelling import edition_label
from planversion.rendering.page import Bullets, Heading, Item, Page, Span, line
from planversion.rendering.speaking import Speaker
from planversion.tracing import Force, Term


def force(found: Iterable[Force], day: date, speaker: Speaker) -> Page:
    """The page, plan by plan."""
    title = Heading(1, speaker.fill(say("In force on {day}", day=day.isoformat())))
    blocks = (
        block
        for one in found
        for block in (
            Heading(2, line(one.title, "  ", Span(one.plan, "quiet"))),
            Bullets(tuple(_items(one, speaker))),
        )
    )
    return Page((title, *blocks))


def _items(one: Force, speaker: Speaker) -> Iterator[Item]:
    for term in one.terms:
        label = Span(edition_label(reference(term.edition)), "strong")
        yield Item(line(label, f" ({term.edition.id})  ", speaker.fill(_term(term))))
    if not one.terms:
        yield Item(speaker.fill(say("None.")))
    if len(one.terms) > 1:
        yield Item(speaker.fill(say("They don't say which of them follows which.")))
    for edition in one.undated:
        yield Item(speaker.fill(say("{id} was adopted and doesn't say when.", id=edition.id)))


def _term(term: Term) -> Message:
    first = term.first.isoformat()
    if term.last is None:
        return say("from {first} on", first=first)
    if term.superseded_by is None:
        return say("from {first} to {last}", first=first, last=term.last.isoformat())
    return say(
        "from {first} to {last}, then {heir}",
        first=first,
        last=term.last.isoformat(),
        heir=term.superseded_by.id,
    )
