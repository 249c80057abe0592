"""The page of what changed between two editions, goal by goal, each name a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planversion.changes import DepartmentSucceeded, LineageChange
from planversion.comparing import Comparison
from planversion.messages import say
from planversion.publishing import addresses
from planversion.publishing.framing import Frame, Writer
from planversion.publishing.items import label, linked_item, listed, to_edition
from planversion.publishing.lives import OutlineChange
from planversion.publishing.pairings import Pairing
from planversion.publishing.pictures import pictures_of
from planversion.publishing.site import Site
from planversion.rendering.explaining import Reasons, reasons
from planversion.rendering.lineages import succession
from planversion.rendering.page import Item, Page, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import counts, totals, warnings
from planversion.rendering.views.goals import at_goals
from planversion.rendering.views.groups import grouped, minor, outline_changes
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.fragment import fragment, in_line
from planversion.rendering.whereabouts import Heading as Goal
from planversion.rendering.whereabouts import Whereabouts, speaker_of
from planversion.rendering.wording import told, told_without_kind


def comparison_page(of: Pairing, frame: Frame) -> bytes:
    """The page of two editions compared."""
    old, new, language = of.old, of.new, frame.language
    writer = Writer(frame, addresses.changes(old.id, new.id))
    comparison = of.comparison()
    speaker, why = speaker_of(comparison, language), reasons(comparison)
    title = say("Changes from {old} to {new}", old=label(old), new=label(new)).to(language)
    diff, changes = comparison.diff, outline_changes(comparison)
    head = Page((*warnings(diff.gaps, speaker), totals(diff, speaker), counts(diff, speaker)))
    main = "\n".join(
        (
            f"<h1>{shown(title)}</h1>",
            f"<p>{to_edition(old, writer)} → {to_edition(new, writer)}</p>",
            fragment(head),
            _elsewhere(of, writer),
            pictures_of(comparison, language),
            *(
                _chapter(*one, why, speaker, writer)
                for one in at_goals(changes, Whereabouts(comparison)).items()
            ),
            _departments(comparison, speaker),
        )
    )
    return writer.page(title, main)


def _elsewhere(of: Pairing, writer: Writer) -> str:
    """The same comparison in other forms."""
    if not of.told:
        return ""
    old, new = of.old.id, of.new.id
    links = [writer.here.link(addresses.changes(old, new, "json"), "JSON")]
    if of.tabled:
        name = writer.word(say("Old/new table"))
        links.insert(0, writer.here.link(addresses.table(old, new), name))
    return listed(links, "inline")


def _chapter(
    goal: Goal, changes: list[OutlineChange], why: Reasons, speaker: Speaker, writer: Writer
) -> str:
    """The changes of one goal: what a citizen asks for first, then what is left."""
    link = writer.here.link(addresses.subject(goal.id), in_line(goal.line), "whole")
    parts = [f'<h2 id="{goal.id}">{link}</h2>']
    for name, group in grouped(changes):
        parts.append(f"<h3>{writer.word(name)} ({len(group)})</h3>")
        heading = name.to(speaker.language)
        parts.append(listed(_items(heading, group, why, speaker, writer), "changes"))
    if left := [change for change in changes if minor(change)]:
        summary = writer.word(say("Spelling and order ({n})", n=len(left)))
        entries = listed(_items("", left, why, speaker, writer), "changes")
        parts.append(f"<details><summary>{summary}</summary>{entries}</details>")
    return "\n".join(parts)


def _items(
    heading: str, changes: Iterable[OutlineChange], why: Reasons, speaker: Speaker, writer: Writer
) -> Iterator[str]:
    for change in changes:
        item = why.below(_worded(heading, change, speaker), change, speaker)
        yield linked_item(item, change, writer)


def _worded(heading: str, change: OutlineChange, speaker: Speaker) -> Item:
    """The change; its kind is said only where the heading leaves it open."""
    known = speaker.word(KINDS[change.kind]).casefold() == heading.casefold()
    return (told_without_kind if known else told)(change, speaker)


def _departments(comparison: Comparison, speaker: Speaker) -> str:
    found = [one for one in comparison.diff.changes if isinstance(one, DepartmentSucceeded)]
    if not found:
        return ""
    name = in_line(line(speaker.word(say("Departments"))))
    return f"<h2>{name}</h2>" + listed(in_line(succession(one, speaker)) for one in found)


_FEW = 5


def news_of(of: Site, writer: Writer) -> str:
    """What the newest edition brings, in short."""
    new = of.series.editions[-1]
    old = of.series.published_before(new)
    if old is None:
        return ""
    comparison = of.compared(old, new)
    speaker = speaker_of(comparison, of.language)
    title = say("Changes from {old} to {new}", old=label(old), new=label(new))
    head = Page((totals(comparison.diff, speaker), counts(comparison.diff, speaker)))
    found = [one for one in comparison.diff.changes if isinstance(one, LineageChange)]
    groups = (
        _headlines(name.to(of.language), group, speaker, writer) for name, group in grouped(found)
    )
    at = addresses.changes(old.id, new.id)
    every = writer.here.link(at, writer.word(say("All changes")), "more")
    return f"<h2>{writer.word(title)}</h2>{fragment(head)}{''.join(groups)}<p>{every}</p>"


def _headlines(
    name: str, changes: Sequence[OutlineChange], speaker: Speaker, writer: Writer
) -> str:
    """The first few changes of a kind, and how many there are."""
    entries = [linked_item(_worded(name, one, speaker), one, writer) for one in changes[:_FEW]]
    if more := len(changes) - len(entries):
        entries.append(writer.word(say("and {n} more", n=more)))
    return f"<h3>{shown(name)} ({len(changes)})</h3>{listed(entries, 'changes')}"
