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
    """A folder of JSON files by content; whatever is damaged there counts as not there."""

    def __init__(self, kind: str, *, used: bool = True) -> None:
        self._kind = kind
        self._used = used

    @cached_property
    def _folder(self) -> Path | None:
        return _folder(self._kind) if self._used else None

    def recall(self, key: str) -> Any:
        """What was kept under the key, or None."""
        if self._folder is None:
            return None
        try:
            return json.loads((self._folder / key[:2] / f"{key}.json").read_bytes())
        except (OSError, ValueError):
            return None

    def keep(self, key: str, value: Any) -> None:
        """Keeps the value; where nothing can be written, nothing is kept."""
        if self._folder is not None:
            with suppress(OSError):
                _write(self._folder / key[:2], f"{key}.json", value)


def _folder(kind: str) -> Path:
    from platformdirs import user_cache_path

    # What another version found out may be told otherwise.
    return user_cache_path("planversion", appauthor=False) / __version__ / kind


def _write(folder: Path, name: str, value: Any) -> None:
    """At any moment the file is whole, whoever else writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    number, written = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False)
        Path(written).replace(folder / name)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise
