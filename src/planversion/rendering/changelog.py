"""The change log for citizens: what is new, what ended and why, what became what, goal by goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planversion.changes import (
    Annotated,
    Change,
    DepartmentSucceeded,
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
from planversion.rendering.summary import counts, reference, totals, warnings
from planversion.rendering.whereabouts import Heading as Goal
from planversion.rendering.whereabouts import Whereabouts
from planversion.rendering.wording import succession, told, told_without_kind

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
    (say("Other departments"), _unexplained),
    (say("Changed content"), lambda c: isinstance(c, Revised)),
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
    speaker, diff = Speaker(language), comparison.diff
    steps = say("{title}: changes from {old} to {new}", **_names(comparison))
    blocks: list[Block] = [Heading(1, speaker.fill(steps)), *warnings(diff, speaker)]
    blocks.append(totals(diff, speaker))
    if not diff.changes:
        return Page((*blocks, Paragraph(speaker.fill(say("No changes.")))))
    blocks.append(counts(diff, speaker))
    why = reasons(comparison)
    for chapter in chapters(comparison):
        blocks += _chapter(chapter, why, speaker)
    return Page((*blocks, *_reorganisations(diff.changes, speaker)))


def _names(comparison: Comparison) -> dict[str, str]:
    diff = comparison.diff
    title = comparison.new.plan.title
    return {"title": title, "old": reference(diff.old), "new": reference(diff.new)}


def chapters(comparison: Comparison) -> tuple[Chapter, ...]:
    """The changes of the outline by goal, goals in reading order."""
    whereabouts = Whereabouts(comparison)
    found: dict[Goal, list[OutlineChange]] = {}
    for change in comparison.diff.changes:
        if isinstance(change, OutlineChange) and not isinstance(change, Annotated):
            found.setdefault(whereabouts.goal(change), []).append(change)
    return tuple(Chapter(goal, tuple(changes)) for goal, changes in found.items())


def _chapter(chapter: Chapter, why: Reasons, speaker: Speaker) -> Iterator[Block]:
    yield Heading(2, chapter.goal.line)
    for name, belongs in GROUPS:
        changes = [change for change in chapter.changes if belongs(change)]
        if changes:
            heading = line(speaker.word(name), f" ({len(changes)})")
            yield from (Heading(3, heading), Bullets(_items(changes, why, speaker)))
    yield from _folded(chapter, speaker)


def _items(changes: list[OutlineChange], why: Reasons, speaker: Speaker) -> tuple[Item, ...]:
    """The changes of a group; their kind is said only where the heading leaves it open."""
    several = len({change.kind for change in changes}) > 1
    tell = told if several else told_without_kind
    return tuple(why.below(tell(change, speaker), change, speaker) for change in changes)


def _folded(chapter: Chapter, speaker: Speaker) -> Iterator[Block]:
    """What means nothing to most readers: respellings and another order."""
    items: tuple[Item, ...] = tuple(told(c, speaker) for c in chapter.changes if _minor(c))
    if items:
        n = len(items)
        summary = say_n("{n} change of spelling or order", "{n} changes of spelling or order", n)
        yield Folded(speaker.fill(summary), (Bullets(items),))


def _reorganisations(changes: tuple[Change, ...], speaker: Speaker) -> Iterator[Block]:
    items = tuple(
        Item(succession(c, speaker)) for c in changes if isinstance(c, DepartmentSucceeded)
    )
    if items:
        heading = speaker.fill(say("Departments reorganised"))
        yield from (Heading(2, heading), Bullets(items))
