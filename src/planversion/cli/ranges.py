"""Two revisions, or HEAD and the working tree: the edition files that differ between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planversion.cli.addresses import Between
from planversion.cli.choosing import unknown
from planversion.cli.inputs import bytes_of
from planversion.cli.naming import Library
from planversion.cli.remembering import digest
from planversion.cli.revision import Revision
from planversion.cli.steps import Step, steps
from planversion.errors import NoInputError, Problem
from planversion.messages import Message, say
from planversion.repo import Repository, RevisionError, blob_ids, left_out
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf

_HEAD = "HEAD"
WORKTREE = ""
"""What the working tree is called as a side, before it has words."""


Sides = tuple[str, str] | None


class Side(NamedTuple):
    """One side of a comparison: its edition files by path from the root, as git would name them."""

    shelf: Shelf
    ids: dict[str, str]
    read: Callable[[str], Source]


class Ranged(NamedTuple):
    """What differs between two sides."""

    steps: tuple[Step, ...]
    names: tuple[str, ...]
    """What each is called: plan@edition, and its path."""
    sides: tuple[str, str] | None
    """What the sides are called, where all of their editions were asked for."""
    shelf: Shelf
    """The new side."""


def ranged(request: Between, library: Library) -> Ranged:
    """What differs; raises a PlanversionError where a side can't be had or read."""
    found, sides, shelf = _ranged(request, library)
    return Ranged(found, tuple(_name(step, library) for step in found), sides, shelf)


def _ranged(request: Between, library: Library) -> tuple[tuple[Step, ...], Sides, Shelf]:
    old = library.at(_old(request, library))
    new = library.at(request.range.b) if request.range else None
    if new is None:
        _ = library.history.worktree
    shelf = new or library.folder
    if request.edition is not None:
        return (_of_one(request.edition, old, shelf),), None, shelf
    was = Side(old, old.editions, old.read)
    now = Side(new, new.editions, new.read) if new else working(old, library)
    if not (was.ids or now.ids):
        what = say("no edition was found in {folder}", folder=shelf.place)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    return _differing(was, now), (old.place, new.place if new else WORKTREE), shelf


def _old(request: Between, library: Library) -> str:
    """The revision of the old side; both are asked for here, so that a slip is told as one."""
    if request.range is None:
        library.history.commit(_HEAD)
        return _HEAD
    a, b, forked = request.range
    try:
        library.history.commit(a)
        library.history.commit(b)
    except RevisionError as error:
        raise _no_range(error) from None
    return library.history.merge_base(a, b) if forked else a


def _no_range(error: RevisionError) -> RevisionError:
    """Whoever meant two editions by A..B is told how they are named."""
    told = [one._replace(mend=_hinted(one.mend)) for one in error.problems]
    return RevisionError(told, error.commands)


def _hinted(mend: Message | None) -> Message:
    hint = say("A..B are revisions; two editions are compared by OLD NEW.")
    return say("{hint} {mend}", hint=hint, mend=mend) if mend else hint


def _name(step: Step, library: Library) -> str:
    """An edition as plan@edition with its path, or both where it has two."""
    ends = [source for source in step if source]
    known = dict.fromkeys(f"{one.edition.plan.id}@{one.edition.id}" for one in ends)
    paths = dict.fromkeys(library.path(one) for one in ends)
    return f"{' → '.join(known)}  {' → '.join(paths)}"


def _differing(old: Side, new: Side) -> tuple[Step, ...]:
    paths = sorted(old.ids.keys() | new.ids.keys())
    differ = [path for path in paths if old.ids.get(path) != new.ids.get(path)]
    return steps(
        {path: old.read(path) for path in differ if path in old.ids},
        {path: new.read(path) for path in differ if path in new.ids},
    )


def working(old: Revision, library: Library) -> Side:
    """The working tree as git would commit it; what is left out of it is as `old` has it."""
    history, folder = library.history, library.folder
    files = {
        path.absolute().relative_to(history.worktree).as_posix(): path
        for path in folder.paths
        # Git commits a symbolic link as one, and nothing that lies behind it.
        if path.resolve() == path.absolute() and path.absolute().is_relative_to(history.worktree)
    }
    ids = _ids(files, old, history.repository)
    sparse = left_out(history.repository)
    kept = {path: blob for path, blob in old.editions.items() if path in sparse - files.keys()}
    return Side(
        folder,
        kept | {path: ids[file] for path, file in files.items()},
        lambda path: folder.read(str(files[path])),
    )


def _ids(files: dict[str, Path], old: Revision, repository: Repository) -> dict[Path, str]:
    """The blobs that the files would be; git is asked only of those that aren't as they were."""
    same = {
        file: blob
        for path, file in files.items()
        if (blob := old.editions.get(path)) and digest(bytes_of(file)) == blob
    }
    return same | blob_ids(repository, [file for file in files.values() if file not in same])


def _of_one(name: str, old: Shelf, new: Shelf) -> Step:
    """The edition on both sides; under another path, it is still the same."""
    was, now = old.sought(name), new.sought(name)
    some = now or was
    if some is None:
        raise unknown(name, new)
    known = f"{some.edition.plan.id}@{some.edition.id}"
    return was or old.sought(known), now or new.sought(known)
