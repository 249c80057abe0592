"""The page of one project or section: what became of it, then its life edition by edition."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import LineageChange, SubjectChange
from planversion.messages import Message, say
from planversion.model import Edition
from planversion.publishing import addresses
from planversion.publishing.facts import facts
from planversion.publishing.fates import Fate, fate
from planversion.publishing.framing import Writer
from planversion.publishing.items import (
    below,
    label,
    linked_item,
    listed,
    to_department,
    to_edition,
    to_row,
    to_subject,
)
from planversion.publishing.lives import Chapter, Life, OutlineChange, Step
from planversion.publishing.site import Site
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


def subject_page(of: Site, subject: str) -> bytes:
    """The page of a project or section."""
    writer, life = Writer(of, addresses.subject(subject)), of.lives[subject]
    known = fate(life, of.series)
    main = "\n".join(
        (
            writer.above(_level(life)),
            f"<h1>{shown(life.name)}</h1>",
            _answer(life, known, writer),
            _strip(life, writer),
            *_chapters(life, writer),
            *_commits(subject, writer),
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


# What became of it


def _answer(life: Life, known: Fate, writer: Writer) -> str:
    state = f'<p class="state {known.state}">{writer.word(known.word)}</p>'
    stands = "".join(
        f"<div><dt>{to_edition(edition, writer)}</dt>"
        f"<dd>{_stands(life.chapter(edition), known, life.subject, writer)}</dd></div>"
        for edition in _asked(life, writer.site)
    )
    name = writer.word(say("What became of it"))
    return (
        f'<section class="answer" aria-label="{name}">{state}'
        f"<dl>{stands}</dl>{_ending(known, writer)}{_family(life, known, writer)}</section>"
    )


def _asked(life: Life, of: Site) -> Iterator[Edition]:
    """The draft ahead, the adopted edition, and the last that had it, if that is neither."""
    pointed = of.series.pointed_at[::-1]
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


# Its life


def _strip(life: Life, writer: Writer) -> str:
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
        yield KINDS[kind].to(writer.site.language)


def _chapters(life: Life, writer: Writer) -> Iterator[str]:
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


# What stands around it


def _commits(subject: str, writer: Writer) -> Iterator[str]:
    found = writer.site.extras.commits.get(subject, ())
    if not found:
        return
    yield writer.heading(say("Commits"))
    rows = []
    for one in found:
        kinds = [KINDS[kind].to(writer.site.language) for kind in one.kinds]
        told = writer.listed(kinds) or say("first recorded").to(writer.site.language)
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
    address = writer.site.extras.base
    permanent = f"{address}id/{subject}" if address else f"id/{subject}"
    told = say("Permanent address: {address}", address=permanent)
    json = writer.here.link(addresses.subject(subject, "json"), "JSON")
    return f'<p class="copies quiet">{writer.word(told)}　{json}</p>'
