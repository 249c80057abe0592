"""Which files a revision holds, and which the working tree would give."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from planversion.messages import say
from planversion.repo.calling import telling
from planversion.repo.fetching import to_deepen
from planversion.repo.refusals import because, refusal
from planversion.repo.repository import Repository
from planversion.repo.revisions import tree

FILES = ("100644", "100755", "100664")
"""The modes of plain files."""
_LINK = "120000"
# How many paths one command is given; systems differ in how long one may be.
_AT_ONCE = 200


class Entry(NamedTuple):
    """A path of a revision: what kind of thing stands there, and its object."""

    mode: str
    id: str
    path: str

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file: no folder, no symbolic link, no submodule."""
        return self.mode in FILES

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.mode == _LINK


def listing(repository: Repository, rev: str) -> dict[str, str]:
    """Every file of a revision and the id of its blob; links and submodules are left out.

    An empty `rev` means what is staged, `:2` what is at that stage. Raises RevisionError.
    """
    found = staged(repository, rev) if _is_stage(rev) else _listed(repository, rev)
    return {entry.path: entry.id for entry in found if entry.is_file}


def entry(repository: Repository, rev: str, path: str) -> Entry | None:
    """What stands at a path of a revision, if anything; the path is as git reads `REV:path`."""
    wanted = from_root(repository, path)
    if not wanted or "\0" in wanted:
        return None
    if _is_stage(rev):
        return next((one for one in staged(repository, rev) if one.path == wanted), None)
    found = _listed(repository, rev, "--", wanted)
    return next((one for one in found if one.path == wanted), None)


def from_root(repository: Repository, path: str) -> str:
    """The path from the root of the repository; `./` and `../` start from the current folder."""
    relative = path.startswith(("./", "../"))
    whole = posixpath.normpath(posixpath.join(repository.prefix, path)) if relative else path
    return "" if whole.startswith("../") else whole.rstrip("/")


def staged(repository: Repository, stage: str) -> Iterator[Entry]:
    """What is staged for the next commit; "" and `:0` are without a conflict."""
    answer = repository.ask("ls-files", "--stage", "-z", "--full-name", "--", *_top(repository))
    for head, path in _split(answer.out):
        mode, blob, number = head.split(" ")
        if number == (stage.removeprefix(":") or "0"):
            yield Entry(mode, blob, path)


def left_out(repository: Repository) -> set[str]:
    """The paths of the index that a sparse checkout keeps out of the working tree."""
    answer = repository.ask("ls-files", "-t", "-z", "--full-name", "--", *_top(repository))
    listed = os.fsdecode(answer.out).split("\0")[:-1]
    return {path for tag, path in (one.split(" ", 1) for one in listed) if tag == "S"}


def blob_ids(repository: Repository, paths: Iterable[Path]) -> dict[Path, str]:
    """The ids that files of the working tree would have in a commit, filters applied."""
    wanted = list(paths)
    found: dict[Path, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        answer = repository.ask("hash-object", "--", *map(str, some))
        if not answer.ok:
            what = say("git can't read a file of the working tree")
            raise refusal("unreadable", because(what, telling(answer.words)))
        found |= zip(some, answer.line.split("\n"), strict=True)
    return found


def _is_stage(rev: str) -> bool:
    return rev in ("", ":0", ":1", ":2", ":3")


def _top(repository: Repository) -> tuple[str, ...]:
    # Without it git lists only what is below the folder it is run in.
    return (str(repository.worktree),) if repository.worktree else ()


def _listed(repository: Repository, rev: str, *more: str) -> Iterator[Entry]:
    how = () if more else ("-r",)
    answer = repository.ask("ls-tree", *how, "-z", "--full-tree", tree(repository, rev), *more)
    if not answer.ok:
        what = say("what {rev} holds can't be had", rev=rev)
        raise refusal("missing-object", because(what, telling(answer.words)), to_deepen(repository))
    yield from _entries(answer.out)


def _entries(out: bytes) -> Iterator[Entry]:
    for head, path in _split(out):
        mode, _, blob = head.split(" ")
        yield Entry(mode, blob, path)


def _split(out: bytes) -> Iterator[tuple[str, str]]:
    for one in out.split(b"\0")[:-1]:
        head, _, path = one.partition(b"\t")
        yield head.decode(), os.fsdecode(path)
