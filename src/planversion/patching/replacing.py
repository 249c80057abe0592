"""A file replaced as a whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from planversion.errors import Location, Problem, RefusedWriteError
from planversion.hindrances import unwritable
from planversion.messages import say

_BOM = b"\xef\xbb\xbf"


def encoded(text: str, like: bytes) -> bytes:
    """The text as the bytes of a file that begins as `like` does: with a byte order mark or not."""
    return (_BOM if like.startswith(_BOM) else b"") + text.encode()


def replace_file(path: Path, content: bytes) -> None:
    """Make `content` what the file holds; at any moment it is whole, the old or the new.

    A link is followed, permissions stay. Raises RefusedWriteError where the folder or the file
    can't be written, or is a device: in its place there would be a file.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        what = say("this is no plain file")
        raise RefusedWriteError([Problem("unwritable", what, None, Location(str(path)))])
    try:
        target = _target(path)
        written = _beside(target, content)
    except OSError as error:
        raise _refused(path, error) from None
    try:
        written.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise _refused(path, error) from None
    finally:
        with suppress(FileNotFoundError):
            written.unlink()


def _target(path: Path) -> Path:
    """The file that is meant; raises OSError where it is protected or its links lead in a ring."""
    try:
        target = path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None
    # Renaming over it would do what its owner forbade.
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def _beside(target: Path, content: bytes) -> Path:
    """A temporary file in the same folder, on disk and with the target's permissions."""
    # Whoever only reads need not wait for it.
    import tempfile  # noqa: PLC0415

    number, name = tempfile.mkstemp(prefix=".planversion.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_permissions(target))
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _permissions(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """The folder's own entry on disk, where the system can do that."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _refused(path: Path, error: OSError) -> RefusedWriteError:
    return RefusedWriteError([unwritable(error, str(path))])
