"""Files of a site put into a folder: only what differs, and nothing of others is touched."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from planversion.cli.manifests import MANIFEST, Known, Manifest, manifest, note
from planversion.errors import Location, Problem, RefusedWriteError, UsageError
from planversion.hindrances import unwritable
from planversion.messages import say
from planversion.publishing import File

_AHEAD = 64
"""So many files may wait to be written."""


class Made(NamedTuple):
    """A file that was made anew."""

    path: str
    content: bytes
    origin: str | None


class Laid(NamedTuple):
    """What became of the files of a folder."""

    written: int
    kept: int
    removed: int
    left: tuple[str, ...]
    """What no longer belongs to the site, but was changed by somebody."""


def ours(folder: Path, *, force: bool) -> None:
    """Raises UsageError for a folder that holds files of others, and none of ours."""
    if folder.exists() and not folder.is_dir():
        what = say("this is no folder")
        raise UsageError([Problem("output", what, say("Name another."), Location(str(folder)))])
    if force or not folder.exists() or (folder / MANIFEST).is_file():
        return
    if any(folder.iterdir()):
        what = say("this folder is not empty, and no site was written there before")
        mend = say("Name another, or use --force.")
        raise UsageError([Problem("output", what, mend, Location(str(folder)))])


def lay(
    files: Iterable[File], folder: Path, *, force: bool, step: Callable[[], None] = lambda: None
) -> Laid:
    """Makes the folder hold these files; what we wrote before and is none of them goes.

    What was made from the same before, and still is what we wrote, isn't made again. Each file is
    whole at any moment. Raises UsageError for a file of others in the way, and RefusedWriteError
    where the system refuses.
    """
    before = manifest(folder)
    now: Manifest = {}
    within = _Within(folder)

    def differing() -> Iterator[Made]:
        for file in files:
            within.refuse(file.path)
            origin, known = file.origin(), before.get(file.path)
            if known and _stands(known, origin, folder / file.path):
                now[file.path] = known
            else:
                yield Made(file.path, file.make(), origin)
            step()

    def put(file: Made) -> bool:
        differs = _put(folder / file.path, file.content, mine=force or file.path in before)
        now[file.path] = Known(sha256(file.content).hexdigest(), file.origin)
        return differs

    try:
        written = sum(_each_put(differing(), put))
        gone = [path for path in before if path not in now]
        for path in gone:
            within.refuse(path)
        left = tuple(path for path in gone if not _removed(path, before[path].digest, folder))
    except OSError as error:
        raise _refused(error, folder) from None
    finally:
        # Whatever happened, what was written is known to be ours.
        note(folder, before | now)
    note(folder, now)
    return Laid(written, len(now) - written, len(gone) - len(left), left)


class _Within:
    """Knows which folders of a site lie within it: a link may lead to files of others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._whole = folder.resolve()
        self._known: set[Path] = set()

    def refuse(self, path: str) -> None:
        """Raises UsageError where the file would lie elsewhere."""
        above = (self._folder / path).parent
        if above in self._known:
            return
        if not above.resolve().is_relative_to(self._whole):
            what = say("this leads out of the folder")
            where = Location(str(above))
            raise UsageError([Problem("output", what, say("Remove the link."), where)])
        self._known.add(above)


def _stands(known: Known, origin: str | None, path: Path) -> bool:
    """Whether the file is what we made before, and would be made again."""
    same = origin is not None and origin == known.origin
    return same and _digest(path) == known.digest


def _each_put(files: Iterable[Made], put: Callable[[Made], bool]) -> Iterator[bool]:
    """Makes each file while those before it are written: the system takes its time for that."""
    waiting: deque[Future[bool]] = deque()
    with ThreadPoolExecutor(max_workers=1) as pool:
        for file in files:
            waiting.append(pool.submit(put, file))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        yield from (one.result() for one in waiting)


def _put(path: Path, content: bytes, *, mine: bool) -> bool:
    """Writes a file if it is another; whether it was."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == content:
            return False
        if not mine:
            what = say("a file of somebody else is in the way")
            mend = say("Move it, or use --force.")
            raise UsageError([Problem("output", what, mend, Location(str(path)))])
    # A site can be made again, so it need not be on the disk before we go on.
    beside = path.with_name(".planversion.new")
    try:
        beside.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True)
        beside.write_bytes(content)
    beside.replace(path)
    return True


def _removed(path: str, digest: str, folder: Path) -> bool:
    """Takes away a file that still is what we wrote; whether nothing is left of it."""
    place = folder / path
    found = _digest(place)
    if found is None:
        return True
    if found != digest:
        return False
    place.unlink()
    for above in PurePosixPath(path).parents[:-1]:
        with suppress(OSError):
            (folder / above).rmdir()
    return True


def _digest(path: Path) -> str | None:
    """What is in a file, in short; None where there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def _refused(error: OSError, folder: Path) -> RefusedWriteError:
    return RefusedWriteError([unwritable(error, error.filename or str(folder))])
