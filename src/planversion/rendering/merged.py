"""A merge for people: its conflicts in words, and the file with these words at the markers."""

from __future__ import annotations

from planversion.comparing.entries import PARTS
from planversion.merging import Conflict, Hunk, Merge
from planversion.merging.marking import SIZE, Labels, marked
from planversion.messages import Language, Message, say
from planversion.rendering.safety import on_one_line
from planversion.rendering.vocabulary import field


def told(conflict: Conflict, language: Language) -> str:
    """What is disputed, on one line."""
    return on_one_line(_said(conflict, language).to(language))


def _said(conflict: Conflict, language: Language) -> Message:
    what = called(conflict, language)
    match conflict.kind:
        case "changed":
            key = _field(conflict)
            return say("{what}: both sides changed the {field}", what=what, field=key)
        case "added":
            key = _field(conflict)
            return say("{what}: both sides added it, with another {field}", what=what, field=key)
        case "moved":
            return say("{what}: both sides moved it, to different places", what=what)
        case "listed":
            return say("{what}: both sides changed where it is listed again", what=what)
        case "ordered":
            return say("{what}: both sides put what is in it into another order", what=what)
        case "contradicted":
            return say("{what}: both sides say what became of it, and not the same", what=what)
        case "removed":
            return _removed(conflict, what)


def _removed(conflict: Conflict, what: str) -> Message:
    if conflict.ours is None:
        return say("{what}: ours removed it, theirs changed it or put something in", what=what)
    return say("{what}: theirs removed it, ours changed it or put something in", what=what)


def _field(conflict: Conflict) -> Message:
    return field(conflict.spot.field or "")


def called(conflict: Conflict, language: Language) -> str:
    """The subject of a conflict: its place code and name, or the list and the entry."""
    owner = conflict.spot.owner
    if conflict.code:
        return f"{conflict.code} {conflict.name}"
    of = owner.partition(" ")[0]
    if of in {*PARTS, "plan", "edition"}:
        head = field(of).to(language)
        return head if conflict.name == of else f"{head} {conflict.name}"
    return conflict.name or field(of).to(language)


def with_markers(
    merge: Merge, language: Language, *, names: tuple[str, str, str], size: int = SIZE
) -> str:
    """The merged file; disputed lines stand between markers that say what is disputed.

    `names` are what base, ours and theirs are called, as git calls its branches. Hunks of one
    conflict have its number.
    """
    base, ours, theirs = (on_one_line(name) for name in names)

    def labels(hunk: Hunk) -> Labels:
        number = _number(hunk, merge.conflicts)
        words = told(merge.conflicts[number], language)
        return Labels(base, f"[{number + 1}] {ours}: {words}", theirs)

    return marked(merge.parts, labels, size).replace("\n", merge.newline)


def _number(hunk: Hunk, conflicts: tuple[Conflict, ...]) -> int:
    """Which conflict the lines belong to: of this field, else of this subject."""
    spots = [conflict.spot for conflict in conflicts]
    if hunk.spot in spots:
        return spots.index(hunk.spot)
    owners = [spot.owner for spot in spots]
    of = [owner.partition(" ")[0] for owner in owners]
    for known, sought in ((owners, hunk.spot.owner), (of, hunk.spot.owner.partition(" ")[0])):
        if sought in known:
            return known.index(sought)
    return 0
