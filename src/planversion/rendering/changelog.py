"""The change log for citizens: what is new, what ended and why, what became what, goal by goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planversion.changes import (
    Change,
    DepartmentSucceeded,
    EntryChange,
    LineageChange,
    Moved,
    PrimaryChanged,
    Reassigned,
    Relisted,
    Renamed,
    Renumbered,
    Reordered,
    Revised,
    Reworded,
    SubjectChange,
    Unlisted,
)
from planversion.comparing import Comparison
from planversion.messages import Language, Message, say, say_n
from planversion.rendering.explaining import Reasons, reasons
from planversion.rendering.lineages import succession
from planversion.rendering.page import (
    Block,
    Bullets,
    Folded,
    Heading,
    Item,
    Page,
    Paragraph,
    line,
)
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import counts, edition_label, news, totals, warnings
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.whereabouts import Heading as Goal
from planversion.rendering.whereabouts import Whereabouts, speaker_of
from planversion.rendering.wording import told, told_without_kind

OutlineChange = SubjectChange | LineageChange
Question = Callable[[OutlineChange], bool]


def _of_kinds(*kinds: str) -> Question:
    return lambda change: isinstance(change, LineageChange) and change.kind in kinds


def _renamed(nature: str) -> Question:
    return lambda change: isinstance(change, Renamed) and change.nature == nature


def _unexplained(change: OutlineChange) -> bool:
    return isinstance(change, Reassigned) and change.basis != "succession"


def _minor(change: OutlineChange) -> bool:
    return isinstance(change, Reordered) or _renamed("editorial")(change)


GROUPS: tuple[tuple[Message, Question], ...] = (
    (say("New"), _of_kinds("added")),
    (say("Ended"), _of_kinds("removed")),
    (say("Split"), _of_kinds("split", "split_off")),
    (say("Merged"), _of_kinds("merged", "absorbed")),
    (say("Replaced or reorganised"), _of_kinds("replaced", "transferred", "reorganised")),
    (say("Moved"), lambda c: isinstance(c, Moved | PrimaryChanged)),
    (say("Renumbered"), lambda c: isinstance(c, Renumbered)),
    (say("Renamed"), _renamed("substantive")),
    (say("Department changed"), _unexplained),
    (say("Content changed"), lambda c: isinstance(c, Revised)),
    (say("Listed also, or no longer"), lambda c: isinstance(c, Relisted | Unlisted | Reworded)),
)
"""What a citizen asks for, in this order; each change is told in the first group it belongs to."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The changes of one goal."""

    goal: Goal
    changes: tuple[OutlineChange, ...]


def changelog(comparison: Comparison, language: Language) -> Page:
    """The change log as a page."""
    diff, speaker = comparison.diff, speaker_of(comparison, language)
    steps = say("{title}: changes from {old} to {new}", **_names(comparison))
    blocks: list[Block] = [Heading(1, speaker.fill(steps)), *warnings(diff.gaps, speaker)]
    blocks.append(totals(diff, speaker))
    if not diff.changes:
        return Page((*blocks, Paragraph(speaker.fill(say("No changes.")))))
    blocks.append(counts(diff, speaker))
    why = reasons(comparison)
    for chapter in chapters(comparison):
        blocks += _chapter(chapter, why, speaker)
    takers = {new for _, new in comparison.matching.succession.takers}
    return Page((*blocks, *_reorganisations(diff.changes, takers, speaker)))


def _names(comparison: Comparison) -> dict[str, str]:
    diff = comparison.diff
    title = comparison.new.plan.title
    return {"title": title, "old": edition_label(diff.old), "new": edition_label(diff.new)}


def chapters(comparison: Comparison) -> tuple[Chapter, ...]:
    """The changes of the outline by goal, goals in reading order."""
    whereabouts = Whereabouts(comparison)
    found: dict[Goal, list[OutlineChange]] = {}
    for change in comparison.diff.changes:
        if isinstance(change, OutlineChange) and news(change):
            found.setdefault(whereabouts.goal(change), []).append(change)
    return tuple(Chapter(goal, tuple(changes)) for goal, changes in found.items())


def _chapter(chapter: Chapter, why: Reasons, speaker: Speaker) -> Iterator[Block]:
    yield Heading(2, chapter.goal.line)
    for name, belongs in GROUPS:
        changes = [change for change in chapter.changes if belongs(change)]
        if changes:
            heading = line(speaker.word(name), f" ({len(changes)})")
            yield from (Heading(3, heading), Bullets(_items(name, changes, why, speaker)))
    yield from _folded(chapter, speaker)


def _items(
    group: Message, changes: list[OutlineChange], why: Reasons, speaker: Speaker
) -> tuple[Item, ...]:
    """The changes of a group; their kind is said only where the heading leaves it open."""
    heading = speaker.word(group).casefold()
    items = []
    for change in changes:
        known = speaker.word(KINDS[change.kind]).casefold() == heading
        item = (told_without_kind if known else told)(change, speaker)
        items.append(why.below(_placed(item, change, speaker), change, speaker))
    return tuple(items)


def _placed(item: Item, change: OutlineChange, speaker: Speaker) -> Item:
    """The item with the place code, where what happened doesn't name it."""
    if not isinstance(change, Renamed | Reassigned | Reordered | Revised):
        return item
    return Item(line(item.line, " [", speaker.code(change.new), "]"), item.below)


def _folded(chapter: Chapter, speaker: Speaker) -> Iterator[Block]:
    """What means nothing to most readers: respellings and another order."""
    items = tuple(_placed(told(c, speaker), c, speaker) for c in chapter.changes if _minor(c))
    if items:
        n = len(items)
        summary = say_n("{n} change of spelling or order", "{n} changes of spelling or order", n)
        yield Folded(speaker.fill(summary), (Bullets(items),))


def _reorganisations(
    changes: tuple[Change, ...], takers: set[str], speaker: Speaker
) -> Iterator[Block]:
    successions = [change for change in changes if isinstance(change, DepartmentSucceeded)]
    items = [Item(succession(change, speaker)) for change in successions]
    succeeded = takers.union(*((*change.old, *change.new) for change in successions))
    for kind, sentence in (
        ("entry_added", say("named now, without a predecessor: {names}")),
        ("entry_removed", say("named no longer, without an heir: {names}")),
    ):
        names = tuple(_departments(changes, kind, succeeded))
        if names:
            items.append(Item(speaker.fill(say(sentence.text, names=speaker.names(names)))))
    if items:
        heading = speaker.fill(say("Departments"))
        yield from (Heading(2, heading), Bullets(tuple(items)))


def _departments(changes: tuple[Change, ...], kind: str, but: set[str]) -> Iterator[str]:
    """The names that one edition only has, those of a reorganisation left out."""
    for change in changes:
        if isinstance(change, EntryChange) and (change.part, change.kind) == ("departments", kind):
            yield from [] if change.key in but else [change.key]
