"""The bytes of blobs, through one `git cat-file --batch` that lives as long as we read."""

from __future__ import annotations

import re
import subprocess
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO, Self

from planversion.messages import say
from planversion.repo.calling import no_git, telling
from planversion.repo.fetching import to_have
from planversion.repo.refusals import because, refusal
from planversion.repo.repository import Repository
from planversion.repo.trees import entry
from planversion.yamltext.parsing import LARGEST_FILE

Process = subprocess.Popen[bytes]
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_CHUNK = 1 << 20
# An object is told as its id, its kind and its size.
_FIELDS = 3


class Objects:
    """The blobs of a repository; git is started when the first is asked for, and once."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._process: Process | None = None
        # Git may say more than a pipe holds, while nobody reads it yet.
        self._words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `close`
        self._ending = weakref.finalize(self, self._words.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends git; reading again would start it anew."""
        self._stop()
        self._ending()

    def read(self, blob_ids: Iterable[str]) -> Iterator[bytes]:
        """The bytes of each blob; raises RevisionError at the first that isn't to be had."""
        return map(self.one, blob_ids)

    def one(self, blob_id: str) -> bytes:
        """The bytes of a blob, no more of them than we would read.

        Raises RevisionError where the blob isn't here; others can still be read.
        """
        if not _ID.fullmatch(blob_id):
            raise self._missing(blob_id, died=False)
        process = self._running()
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(blob_id.encode() + b"\n")
            process.stdin.flush()
            head = process.stdout.readline().split()
        except BrokenPipeError:
            head = []
        content = _content(process.stdout, head)
        if content is not None and head[1] == b"blob":
            return content
        # It says that an object is missing, and goes on; where it says nothing, it ended.
        died = content is None and head[-1:] != [b"missing"]
        if died:
            self._stop()
        raise self._missing(blob_id, died=died)

    def _running(self) -> Process:
        if self._process is None:
            self._words.seek(0)
            self._words.truncate()
            self._process = _started(self._repository, self._words)
            weakref.finalize(self, _end, self._process)
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            _end(self._process)
            self._process = None

    def _missing(self, blob_id: str, *, died: bool) -> Exception:
        self._words.seek(0)
        why = telling(self._words.read().decode("utf-8", "replace")) if died else ""
        what = say("the object {id} is missing here", id=blob_id)
        return refusal("missing-object", because(what, why), to_have(blob_id, self._repository))


def _started(repository: Repository, words: IO[bytes]) -> Process:
    try:
        return subprocess.Popen(
            ("git", "cat-file", "--batch"),  # noqa: S607 - where git is, the user's PATH says
            cwd=repository.start,
            env=repository.variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=words,
        )
    except FileNotFoundError:
        raise no_git() from None


def _content(stream: IO[bytes], head: list[bytes]) -> bytes | None:
    """What follows the head, if anything; of what is larger than any plan, enough to tell that."""
    if len(head) != _FIELDS:
        return None
    size = int(head[2])
    wanted = min(size, LARGEST_FILE + 1)
    content = stream.read(wanted)
    rest = size - wanted + 1  # a line end follows
    while rest > 0:
        rest -= len(stream.read(min(rest, _CHUNK))) or rest
    return content if len(content) == wanted else None


def _end(process: Process) -> None:
    """Git leaves when nobody can ask any more; it is waited for."""
    for stream in filter(None, (process.stdin, process.stdout)):
        with suppress(OSError):
            stream.close()
    process.wait()


def blob(repository: Repository, rev: str, path: str) -> bytes:
    """The bytes of one file at a revision; raises RevisionError. For several, use Objects."""
    found = entry(repository, rev, path)
    if found is None or not found.is_file:
        what = say("there is no such file in {rev}", rev=rev or ":")
        raise refusal("unreadable", what, where=f"{rev}:{path}")
    with Objects(repository) as objects:
        return objects.one(found.id)
