"""What a change alters: the working tree held against the revision it starts from."""

from __future__ import annotations

from collections.abc import Iterable

from planversion.cli.naming import Library
from planversion.cli.ranges import Side, working
from planversion.cli.reviewing import Altered, rests
from planversion.cli.steps import Files, Step, steps
from planversion.errors import PlanversionError
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
    mended = {after[path].name: why.problems for path, why in unread.items() if path in after}
    problems = tuple(problem for why in broken.values() for problem in why.problems)
    found = _sorted(steps(there, after))
    return found._replace(unread=mended, problems=problems, rests=rests(broken.values()))


def _read(paths: Iterable[str], side: Side) -> tuple[Files, dict[str, PlanversionError]]:
    """By path, what can be read of a side, and why the rest can't be."""
    files: Files = {}
    broken: dict[str, PlanversionError] = {}
    for path in paths:
        if path in side.ids:
            try:
                files[path] = side.read(path)
            except RevisionError:
                raise
            except PlanversionError as error:
                broken[path] = error
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
