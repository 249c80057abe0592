"""What every commit did to edition files: which version of an edition followed which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from planversion.commits import Commit, Touched, Visit
from planversion.tracing.imprints import Imprint
from planversion.tracing.pairing import Known, pairs


class Version(NamedTuple):
    """One state of an edition file: where it was, and the id of its content."""

    path: str
    blob: str


class Stride(NamedTuple):
    """What one commit did to one edition file."""

    commit: Commit
    old: tuple[Version, ...]
    """What it was: several where histories met, none where nothing was before it."""
    new: Version | None
    """What it is; None where the file is gone, or can't be read at this commit."""
    unread: Version | None = None
    """What can't be read; whoever reads the next version sees what both changed."""
    begins: bool = False
    """Whether the file is new: what is old then is the edition that it revises or follows."""


State = dict[str, str]
"""The content of every edition file by its path, as it was when it could last be read."""
Imprints = Callable[[Version], Imprint | None]
"""Says a version in short; None where it is no edition, or one that can't be compared."""
Holds = Callable[[str], bool]
"""Whether a path is that of an edition file."""


class Track(NamedTuple):
    """All that happened to edition files, and how it ended."""

    strides: tuple[Stride, ...]
    """Newest first; of one commit, an edition before the one that it follows."""
    states: dict[str, State]
    """The edition files at each commit."""


def track(visits: Sequence[Visit], holds: Holds, imprints: Imprints) -> Track:
    """What happened, from visits that come newest first."""
    states: dict[str, State] = {}
    found: list[list[Stride]] = []
    for visit in reversed(visits):
        before = [states[parent] for parent in visit.commit.parents] or [{}]
        against = [_held(touched, holds) for touched in visit.against]
        after = states[visit.commit.id] = _after(before[0], against[0], imprints)
        changed = set.intersection(*({one.path for one in some} for some in against))
        found.append([*_strides(visit.commit, _Change(before, after, changed), imprints)])
        found.append([*_unread(visit.commit, against[0], changed, imprints)])
    return Track(tuple(stride for some in reversed(found) for stride in some), states)


class _Change(NamedTuple):
    before: list[State]
    after: State
    paths: set[str]


def _held(touched: Iterable[Touched], holds: Holds) -> list[Touched]:
    return [one for one in touched if holds(one.path)]


def _after(before: State, touched: Sequence[Touched], imprints: Imprints) -> State:
    """What can't be read is passed over: it stays as it could last be read."""
    after = dict(before) if touched else before
    for one in touched:
        if one.new is None:
            after.pop(one.path, None)
        elif imprints(Version(one.path, one.new)):
            after[one.path] = one.new
    return after


def _unread(
    commit: Commit, touched: Iterable[Touched], changed: set[str], imprints: Imprints
) -> Iterator[Stride]:
    for one in touched:
        if one.new and one.path in changed:
            version = Version(one.path, one.new)
            if not imprints(version):
                yield Stride(commit, (), None, version)


def _strides(commit: Commit, change: _Change, imprints: Imprints) -> Iterator[Stride]:
    """What differs from every parent, and from each that has it."""
    paths = {path for path in change.paths if _is_news(path, change)}
    known = _Known(imprints)
    news = known.of(paths, change.after)
    olds: dict[Version, list[Version]] = {known.version(one, change.after): [] for one in news}
    gone: dict[str, Version] = {}
    for state in change.before:
        for was, now in pairs(known.of(paths, state), news):
            if was and now:
                olds[known.version(now, change.after)].append(known.version(was, state))
            elif was:
                gone[was.path] = known.version(was, state)
    begun = {one for one, old in olds.items() if not old}
    for new in sorted(olds, key=lambda one: (-_depth(one, begun, change.after, known), one.path)):
        before = tuple(known.before(new, change.after) if new in begun else olds[new])
        yield Stride(commit, before, new, begins=new in begun)
    kept = {old.path for some in olds.values() for old in some}
    yield from (Stride(commit, (old,), None) for path, old in gone.items() if path not in kept)


def _is_news(path: str, change: _Change) -> bool:
    """Whether no parent has it as it is: what could not be read may have been undone."""
    now = change.after.get(path)
    return all(state.get(path) != now for state in change.before)


class _Known:
    """Editions by what they say that they are."""

    def __init__(self, imprints: Imprints) -> None:
        self._imprints = imprints

    def of(self, paths: Iterable[str], state: State) -> list[Known]:
        return [
            Known(path, known.plan, known.edition)
            for path in sorted(paths)
            if path in state and (known := self._imprints(Version(path, state[path])))
        ]

    def version(self, known: Known, state: State) -> Version:
        return Version(known.path, state[known.path])

    def before(self, new: Version, state: State) -> list[Version]:
        """The edition that a new one revises, else the one that it follows, if either is there."""
        own = self._imprints(new)
        assert own
        others = [one for one in self.of(state, state) if one.plan == own.plan]
        for named in filter(None, (own.revises, own.previous)):
            for one in others:
                if one.edition == named and one.path != new.path:
                    return [self.version(one, state)]
        return []


def _depth(new: Version, begun: set[Version], state: State, known: _Known) -> int:
    """How many of the editions that came with it, it follows."""
    depth, seen = 0, {new}
    before = known.before(new, state) if new in begun else []
    while before and before[0] in begun and before[0] not in seen:
        depth += 1
        seen.add(before[0])
        before = known.before(before[0], state)
    return depth
