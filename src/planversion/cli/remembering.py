"""What was found out about a file's content, kept in the user's cache folder."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from planversion.version import __version__


def digest(content: bytes) -> str:
    """The id that git gives a file of this content."""
    import hashlib

    # Not for safety: only to know a file again.
    header = f"blob {len(content)}\0".encode()
    return hashlib.sha1(header + content, usedforsecurity=False).hexdigest()


class Memory:
    """A folder of files by content; whatever is damaged there counts as not there."""

    def __init__(self, kind: str, *, used: bool = True) -> None:
        self._kind = kind
        self._used = used

    @cached_property
    def _folder(self) -> Path | None:
        return _folder(self._kind) if self._used else None

    def recall(self, key: str) -> Any:
        """What was kept under the key, or None."""
        try:
            return json.loads(self.recall_bytes(key, "json") or b"")
        except ValueError:
            return None

    def keep(self, key: str, value: Any) -> None:
        """Keeps the value; where nothing can be written, nothing is kept."""
        self.keep_bytes(key, "json", json.dumps(value, ensure_ascii=False).encode())

    def recall_bytes(self, key: str, suffix: str) -> bytes | None:
        """What was kept under the key as it was written, or None."""
        if self._folder is None:
            return None
        try:
            return (self._folder / key[:2] / f"{key}.{suffix}").read_bytes()
        except OSError:
            return None

    def keep_bytes(self, key: str, suffix: str, content: bytes) -> None:
        """Keeps the bytes; where nothing can be written, nothing is kept."""
        if self._folder is not None:
            with suppress(OSError):
                _write(self._folder / key[:2], f"{key}.{suffix}", content)


def _folder(kind: str) -> Path:
    from platformdirs import user_cache_path

    # What another version found out may be told otherwise.
    return user_cache_path("planversion", appauthor=False) / __version__ / kind


def _write(folder: Path, name: str, content: bytes) -> None:
    """At any moment the file is whole, whoever else writes it."""
    try:
        number, written = tempfile.mkstemp(dir=folder)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        number, written = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(written).replace(folder / name)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise
