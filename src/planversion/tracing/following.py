"""One project or section through every version: its own changes, and its family's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from planversion.changes import (
    Annotated,
    Change,
    Diff,
    FieldChange,
    LineageChange,
    Revised,
    Reworded,
    SubjectChange,
)
from planversion.comparing import Comparison
from planversion.tracing.imprints import altered
from planversion.tracing.strides import Imprints, Stride, Version

Subjects = frozenset[str]
Comparisons = Callable[[Version, Version], Comparison]
"""Compares two versions, the old one first."""
_WITH_FIELDS = (Revised, Annotated, Reworded)


class Event(NamedTuple):
    """What one commit did to whoever is followed."""

    stride: Stride
    comparison: Comparison | None
    """None where nothing was there to compare with, or nothing is left."""
    changes: tuple[Change, ...]
    subjects: Subjects
    """Who of the family the version lists, and had been listed before."""


class Followed(NamedTuple):
    """A project or section, its ancestors and heirs, and all that happened to them."""

    subject: str
    ancestors: Subjects
    heirs: Subjects
    events: tuple[Event, ...]
    """Newest first."""


def follow(
    subject: str, strides: Sequence[Stride], imprints: Imprints, comparisons: Comparisons
) -> Followed:
    """What happened to a subject, from strides that come newest first.

    Back in time whoever it came from is followed too, and forward whoever came from it: each from
    the stride on that tells so.
    """
    # Whoever is followed both ways is compared once.
    look = _Look(imprints, cache(comparisons))
    origins, earlier = _one_way(subject, strides, look, _origins)
    heirs, later = _one_way(subject, strides[::-1], look, _outcomes)
    events = (
        _event(stride, earlier.get(stride, frozenset()) | later.get(stride, frozenset()), look)
        for stride in strides
        if stride in earlier or stride in later
    )
    worth = [event for event in events if _worth_telling(event, look)]
    paths = {version.path for event in worth for version in _versions(event.stride)}
    kept = tuple(
        one for one in worth if one.stride.unread is None or one.stride.unread.path in paths
    )
    return Followed(subject, origins - {subject}, heirs - {subject}, kept)


def _versions(stride: Stride) -> Iterator[Version]:
    yield from stride.old
    yield from filter(None, (stride.new,))


class _Look(NamedTuple):
    imprints: Imprints
    comparisons: Comparisons

    def lists(self, version: Version | None, subjects: Subjects) -> Subjects:
        """Who of the subjects stands in a version."""
        known = version and self.imprints(version)
        return subjects & known.said.keys() if known else frozenset()

    def is_next(self, stride: Stride) -> bool:
        """Whether another edition begins here."""
        if not (stride.old and stride.new):
            return False
        old, new = self.imprints(stride.old[0]), self.imprints(stride.new)
        return bool(old and new and old.edition != new.edition)

    def may_tell(self, stride: Stride, subjects: Subjects) -> bool:
        """Whether a comparison can tell anything of the subjects."""
        new = stride.new and self.imprints(stride.new)
        if not (stride.old and new):
            return False
        if self.is_next(stride):
            return True
        olds = filter(None, map(self.imprints, stride.old))
        return all(altered(old, new, subjects) for old in olds)


def _one_way(
    subject: str,
    strides: Iterable[Stride],
    look: _Look,
    further: Callable[[LineageChange, Subjects], Iterator[str]],
) -> tuple[Subjects, dict[Stride, Subjects]]:
    """Everybody met on the way, and who is followed at each stride that may tell of them."""
    followed: Subjects = frozenset((subject,))
    found: dict[Stride, Subjects] = {}
    for stride in strides:
        if look.may_tell(stride, followed):
            changes = told(stride, look.comparisons)
            families = [one for one in changes if isinstance(one, LineageChange)]
            followed |= frozenset(chain(*(further(one, followed) for one in families)))
            found[stride] = followed
        elif not (stride.old and stride.new):
            found[stride] = followed
    return followed, found


def _origins(change: LineageChange, followed: Subjects) -> Iterator[str]:
    """Whoever those followed came from, as it is declared."""
    for declared in change.declarations:
        if not followed.isdisjoint(declared.new):
            yield from declared.old


def _outcomes(change: LineageChange, followed: Subjects) -> Iterator[str]:
    for declared in change.declarations:
        if not followed.isdisjoint(declared.old):
            yield from declared.new


def _event(stride: Stride, subjects: Subjects, look: _Look) -> Event:
    olds = [look.lists(old, subjects) for old in stride.old]
    listed = frozenset().union(*olds, look.lists(stride.new, subjects))
    if not (stride.old and stride.new):
        return Event(stride, None, (), listed)
    changes = told(stride, look.comparisons)
    own = tuple(one for one in changes if concerns(one, subjects))
    return Event(stride, look.comparisons(stride.old[0], stride.new), own, listed)


def _worth_telling(event: Event, look: _Look) -> bool:
    """Whether anything happened; that an edition goes on with it is something, too."""
    if event.comparison is None:
        return bool(event.subjects) or event.stride.unread is not None
    return bool(event.changes) or (look.is_next(event.stride) and bool(event.subjects))


def concerns(change: Change, subjects: Subjects) -> bool:
    """Whether a change is one of the subjects, or of a family that one of them belongs to."""
    if isinstance(change, LineageChange):
        return any(member.id in subjects for member in (*change.old, *change.new))
    return isinstance(change, SubjectChange) and change.subject in subjects


def told(stride: Stride, comparisons: Comparisons) -> tuple[Change, ...]:
    """The changes of a stride; where histories met, those that neither of them had made."""
    if stride.new is None or not stride.old:
        return ()
    first, *others = (comparisons(old, stride.new).diff.changes for old in stride.old)
    for other in others:
        keys = {key for change in other for key in _keys(change)}
        kept = (_kept(change, keys) for change in first)
        first = tuple(change for change in kept if change is not None)
    return first


def only(diff: Diff, changes: tuple[Change, ...]) -> Diff:
    """The diff with these of its changes."""
    return replace(diff, changes=changes)


_Key = tuple[object, ...]


def _kept(change: Change, keys: set[_Key]) -> Change | None:
    """The change as far as another comparison has it, too."""
    if not isinstance(change, _WITH_FIELDS):
        return change if keys.issuperset(_keys(change)) else None
    fields = tuple(one for one in change.fields if (*_head(change), one.field) in keys)
    return replace(change, fields=fields) if fields else None


def _keys(change: Change) -> Iterator[_Key]:
    """What a change is about; two comparisons that share it both saw it happen."""
    if isinstance(change, _WITH_FIELDS):
        fields: tuple[FieldChange, ...] = change.fields
        yield from ((*_head(change), one.field) for one in fields)
        return
    yield _head(change)


def _head(change: Change) -> _Key:
    if isinstance(change, LineageChange):
        members = (*(m.id for m in change.old), "", *(m.id for m in change.new))
        return (change.kind, *members)
    spot = getattr(change, "new", None) if isinstance(change, Reworded) else None
    whose = [getattr(change, name, None) for name in ("subject", "part", "key")]
    return (change.kind, *whose, spot and spot.section)
