"""The text of a file that a repository keeps beside its editions."""

from __future__ import annotations

from pathlib import Path

from planversion.errors import UsageError
from planversion.hindrances import unreadable


def text_of(path: Path) -> str:
    """The text of a UTF-8 file; raises UsageError where it can't be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError([unreadable(error, str(path), "config")]) from None
    except UnicodeDecodeError as error:
        from planversion.yamltext.reading import not_utf8

        raise UsageError([not_utf8(path.read_bytes(), error, str(path))]) from None
