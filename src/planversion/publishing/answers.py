"""What became of a project or section, on the first screen of its page."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import LineageChange
from planversion.messages import say
from planversion.model import Edition
from planversion.publishing import addresses
from planversion.publishing.fates import Fate
from planversion.publishing.framing import Writer
from planversion.publishing.items import (
    linked_item,
    listed,
    to_department,
    to_edition,
    to_row,
    to_subject,
)
from planversion.publishing.lives import Chapter, Life, OutlineChange
from planversion.publishing.series import Series
from planversion.rendering.page import Item
from planversion.rendering.wording import told


def answer(life: Life, known: Fate, of: Series, writer: Writer) -> str:
    """How things stand, where it is listed, and how it ended and why."""
    state = f'<p class="state {known.state}">{writer.word(known.word)}</p>'
    stands = "".join(
        f"<div><dt>{to_edition(edition, writer)}</dt>"
        f"<dd>{_stands(life.chapter(edition), known, life.subject, writer)}</dd></div>"
        for edition in _asked(life, of)
    )
    name = writer.word(say("What became of it"))
    return (
        f'<section class="answer" aria-label="{name}">{state}'
        f"<dl>{stands}</dl>{_ending(known, writer)}{_family(life, known, writer)}</section>"
    )


def _asked(life: Life, of: Series) -> Iterator[Edition]:
    """The draft ahead, the adopted edition, and the last that had it, if that is neither."""
    pointed = of.pointed_at[::-1]
    yield from pointed
    if not any(life.chapter(edition).present for edition in pointed):
        yield life.last.edition


def _stands(chapter: Chapter, known: Fate, subject: str, writer: Writer) -> str:
    edition, side = chapter.edition, chapter.edition.outline
    if not chapter.present:
        heirs = [to_subject(one.id, one.name, writer) for one in known.heirs(subject)]
        goes_on = f" → {writer.listed(heirs)}" if heirs else ""
        return writer.quiet(say("not listed")) + goes_on
    if subject in side.places:
        place = side.places[subject]
        at = f"{addresses.edition(edition.id)}#{subject}"
        return writer.here.named(at, f"{side.code(place)} {place.section.title}".strip())
    rows = (to_row(row, edition, writer) for row in side.placements(subject))
    names = (to_department(name, writer) for name in side.record(subject).departments)
    return listed(rows, "plain") + listed(names, "inline carried")


def _ending(known: Fate, writer: Writer) -> str:
    """How it ended and why, in the words of the edition that tells of it."""
    if known.change is None or known.ending is None or known.ending.step is None:
        return ""
    item = told(known.change, known.ending.step.speaker)
    inner = linked_item(item, known.change, writer)
    return f'<p class="decided">{to_edition(known.ending.edition, writer)}</p>' + listed([inner])


def _family(life: Life, known: Fate, writer: Writer) -> str:
    """Whom it came from, and who came from it while it lived on."""
    found = [
        (chapter, change)
        for chapter in life.chapters
        for change in chapter.changes
        if isinstance(change, LineageChange)
        and change.kind not in ("added", "removed")
        and change is not known.change
    ]
    if not found:
        return ""
    entries = (
        f"{to_edition(chapter.edition, writer)} "
        f"{linked_item(_said(change, chapter), change, writer)}"
        for chapter, change in found
    )
    return writer.heading(say("Whom it came from, and what came from it")) + listed(entries)


def _said(change: OutlineChange, chapter: Chapter) -> Item:
    assert chapter.step
    return told(change, chapter.step.speaker)
