"""Git's own merge of three files, line by line."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from planversion.errors import Problem, UnmergeableError
from planversion.messages import say
from planversion.repo.calling import call, telling
from planversion.repo.environment import environment

_MOST = 127
"""The most conflicts that git counts in its exit code; above it, it has failed."""


class Texts(NamedTuple):
    """Three versions of a file."""

    base: bytes
    ours: bytes
    theirs: bytes


class LineMerge(NamedTuple):
    """What git made of them."""

    content: bytes
    conflicts: int


def merged_by_lines(texts: Texts, names: tuple[str, str, str], *, size: int = 7) -> LineMerge:
    """The file as git merges it, with markers in diff3 style where it can't.

    `names` are what base, ours and theirs are called. Raises UnmergeableError where git can't
    merge them at all, as binary files.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in Texts._fields]
        for file, content in zip(files, texts, strict=True):
            file.write_bytes(content)
        base, ours, theirs = map(str, files)
        labels = [word for name in (names[1], names[0], names[2]) for word in ("-L", name)]
        command = (
            "merge-file",
            "-p",
            "--diff3",
            f"--marker-size={size}",
            *labels,
            ours,
            base,
            theirs,
        )
        answer = call(command, Path(folder), environment(os.environ))
    if answer.code > _MOST or answer.code < 0:
        what = say("git can't merge these files: {why}", why=telling(answer.words))
        raise UnmergeableError([Problem("unmergeable", what)])
    return LineMerge(answer.out, answer.code)
