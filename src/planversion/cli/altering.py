"""What a change alters: the working tree held against the revision it starts from."""

from __future__ import annotations

from collections.abc import Iterable

from planversion.cli.naming import Library
from planversion.cli.ranges import Side, working
from planversion.cli.reviewing import Altered
from planversion.cli.steps import Files, Step, steps
from planversion.errors import PlanversionError, Problem
from planversion.repo import RevisionError


def altered(rev: str, library: Library, *, merged: bool) -> Altered:
    """What differs between the revision, or where its history parted from ours, and the files.

    Raises RevisionError where the base can't be had.
    """
    history = library.history
    base = history.merge_base(rev, "HEAD") if merged else rev
    history.commit(base)
    old = library.at(base)
    was, now = Side(old, old.editions, old.read), working(old, library)
    differ = [
        path
        for path in sorted(was.ids.keys() | now.ids.keys())
        if was.ids.get(path) != now.ids.get(path)
    ]
    before, unread = _read(differ, was)
    after, broken = _read(differ, now)
    # What can't be read now is told as that, and not as gone.
    there = {path: source for path, source in before.items() if path not in broken}
    # A file that was broken at the base is no reason to refuse the change that mends it.
    mended = {after[path].name: problems for path, problems in unread.items() if path in after}
    problems = tuple(problem for several in broken.values() for problem in several)
    return _sorted(steps(there, after))._replace(unread=mended, problems=problems)


def _read(paths: Iterable[str], side: Side) -> tuple[Files, dict[str, tuple[Problem, ...]]]:
    """By path, what can be read of a side, and what is wrong with the rest."""
    files: Files = {}
    broken: dict[str, tuple[Problem, ...]] = {}
    for path in paths:
        if path in side.ids:
            try:
                files[path] = side.read(path)
            except RevisionError:
                raise
            except PlanversionError as error:
                broken[path] = tuple(error.problems)
    return files, broken


def _sorted(found: tuple[Step, ...]) -> Altered:
    pairs = [(was, now) for was, now in found if was and now]
    same = [(was, now) for was, now in pairs if was.edition.id == now.edition.id]
    # The file of a draft that now says the next draft is how drafts are written.
    replaced = [was for was, now in pairs if was.edition.id != now.edition.id]
    frozen = [was for was in replaced if was.edition.header.status != "draft"]
    gone = [was for was, now in found if was and not now]
    return Altered(
        tuple(now for _, now in found if now),
        {now.name: was for was, now in same},
        gone=(*gone, *frozen),
    )
