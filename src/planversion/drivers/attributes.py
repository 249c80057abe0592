"""Our lines in a file of git attributes; whatever others wrote there stays to the byte.

A line is ours if it gives a pattern our two drivers and nothing else, so none needs a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

OURS = frozenset({b"diff=planversion", b"merge=planversion"})
"""What a line of ours gives to its pattern."""
_LINE = re.compile(rb'[ \t]*("(?:[^"\\]|\\.)*"|[^ \t"\r\n][^ \t\r\n]*)[ \t]+(.*)', re.DOTALL)
_UNQUOTED = re.compile(r"[^\s\"\\\x00-\x1f\x7f]+")


def attributed(pattern: str) -> str:
    """The line for a pattern of edition files; it holds below the folder of the file only."""
    anchored = f"/{PurePosixPath(pattern)}"
    if not _UNQUOTED.fullmatch(anchored):
        anchored = '"' + re.sub(r'(["\\])', r"\\\1", anchored) + '"'
    return f"{anchored} diff=planversion merge=planversion"


def ours(content: bytes | None) -> list[str]:
    """Our lines in a file, in its order, each in the form we write it."""
    return [line for piece in _pieces(content or b"") if (line := _ours(piece))]


def put(content: bytes | None, lines: Iterable[str]) -> bytes:
    """The file with these lines of ours, and no others of ours; None means that there is none.

    The last line has a line end if the last one of the file had one, so that `taken_out` knows.
    """
    wanted = list(dict.fromkeys(lines))
    if content is not None and sorted(ours(content)) == sorted(wanted):
        return content
    kept = taken_out(content)
    written = [line.encode() for line in wanted]
    end = b"\r\n" if content and b"\r\n" in content else b"\n"
    if kept is None or kept.endswith(b"\n"):
        return (kept or b"") + b"".join(line + end for line in written)
    return end.join([kept, *written] if kept else written)


def taken_out(content: bytes | None) -> bytes | None:
    """The file without our lines; None where it held nothing else."""
    if content is None or not ours(content):
        return content
    pieces = _pieces(content)
    kept = b"".join(piece for piece in pieces if not _ours(piece))
    if content.endswith(b"\n"):
        return kept or None
    return _without_end(kept) if _ours(pieces[-1]) else kept


def _pieces(content: bytes) -> list[bytes]:
    """The lines with their ends; a lone carriage return ends none."""
    return [line for line in re.split(rb"(?<=\n)", content) if line]


def _ours(piece: bytes) -> str | None:
    """The line as we write it, if it is ours."""
    found = _LINE.match(piece)
    if found is None or sorted(found[2].split()) != sorted(OURS):
        return None
    return f"{found[1].decode('utf-8', 'replace')} diff=planversion merge=planversion"


def _without_end(content: bytes) -> bytes:
    return content.removesuffix(b"\n").removesuffix(b"\r")


def escaping(patterns: Iterable[str]) -> Iterator[str]:
    """The patterns that lead out of the folder, which no line can say."""
    for pattern in patterns:
        path = PurePosixPath(pattern)
        if path.is_absolute() or ".." in path.parts:
            yield pattern
