"""A project or section through the editions: all at a glance, then one by one."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import LineageChange, SubjectChange
from planversion.messages import say
from planversion.publishing import addresses
from planversion.publishing.facts import facts
from planversion.publishing.framing import Writer
from planversion.publishing.items import (
    below,
    label,
    linked_item,
    listed,
    to_edition,
)
from planversion.publishing.lives import Chapter, Life, OutlineChange, Step
from planversion.rendering.page import Item, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.fragment import in_line
from planversion.rendering.wording import (
    kind_word,
    told,
    told_without_kind,
    what_happened,
)


def strip(life: Life, writer: Writer) -> str:
    """All editions side by side: where it stood in each, and what had changed."""
    stops = "".join(_stop(chapter, life.subject, writer) for chapter in life.chapters)
    name = writer.word(say("Through the editions"))
    return f'<ol class="strip" aria-label="{name}">{stops}</ol>'


def _stop(chapter: Chapter, subject: str, writer: Writer) -> str:
    kinds = writer.listed(_kinds(chapter, writer)) if chapter.changes else ""
    there = shown(writer.listed(_codes(chapter, subject))) or "&nbsp;"
    absent = writer.word(say("not listed"))
    stands = f'<span class="code">{there}</span>' if chapter.present else absent
    style = "here" if chapter.present else "away"
    changed = f'<span class="what">{shown(kinds)}</span>' if kinds else ""
    return (
        f'<li class="{style}"><span class="label">{shown(label(chapter.edition))}</span>'
        f'<span class="stands">{stands}</span>{changed}</li>'
    )


def _codes(chapter: Chapter, subject: str) -> Iterator[str]:
    side = chapter.edition.outline
    if subject in side.places:
        yield side.code(side.places[subject])
    else:
        yield from (side.code(row.place) for row in side.placements(subject))


def _kinds(chapter: Chapter, writer: Writer) -> Iterator[str]:
    for kind in dict.fromkeys(change.kind for change in chapter.changes):
        yield KINDS[kind].to(writer.frame.language)


def chapters(life: Life, writer: Writer) -> Iterator[str]:
    """Every edition, the newest first; all that the newest says stands open."""
    yield writer.heading(say("Edition by edition"))
    newest = True
    for chapter in reversed(life.chapters):
        if chapter.present or chapter.changes:
            yield _chapter(chapter, life.subject, writer, newest=newest and chapter.present)
            newest = newest and not chapter.present


def _chapter(chapter: Chapter, subject: str, writer: Writer, *, newest: bool) -> str:
    edition = chapter.edition
    parts = [f'<h3 id="in-{shown(edition.id)}">{to_edition(edition, writer)}</h3>']
    if chapter.step:
        parts.append(_changed(chapter, chapter.step, writer))
    if chapter.present:
        told = facts(subject, edition, writer)
        summary = writer.word(say("What this edition says"))
        fold = f"<details><summary>{summary}</summary>{told}</details>"
        parts.append(told if newest else fold)
    return f'<section class="chapter">{"".join(parts)}</section>'


def _changed(chapter: Chapter, step: Step, writer: Writer) -> str:
    at = addresses.changes(step.old.id, step.new.id)
    against = say("Changes since {edition}", edition=label(step.old))
    head = f'<p class="since">{writer.here.link(at, writer.word(against))}</p>'
    if not chapter.changes:
        nothing = writer.word(say("Nothing changed."))
        return f"{head}<p>{nothing}</p>"
    why, items = step.why(), []
    for change in chapter.changes:
        item = why.below(_bare(change, step.speaker), change, step.speaker)
        items.append(_change(change, item, writer))
    return head + listed(items, "changes")


def _bare(change: OutlineChange, speaker: Speaker) -> Item:
    """A change of the page's own subject needs no name; that of a family names everybody."""
    if isinstance(change, LineageChange):
        return told(change, speaker)
    item = told_without_kind(change, speaker)
    kind = kind_word(change.kind, speaker)
    return Item(line(kind, " ", what_happened(change, speaker)), item.below)


def _change(change: OutlineChange, item: Item, writer: Writer) -> str:
    if isinstance(change, SubjectChange):
        return in_line(item.line) + below(item)
    return linked_item(item, change, writer)
