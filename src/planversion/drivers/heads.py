"""The lines that tell of which file a diff is, as git writes them, and a diff of git's under them.

The words are git's own, in git's own language: people and programs know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planversion.drivers.requests import End, Request

_SHORT = 7
_HUNK = re.compile(rb"^(?:\x1b\[[0-9;]*m)*@@ ", re.MULTILINE)
_BINARY = re.compile(rb"^(?:\x1b\[[0-9;]*m)*Binary files ", re.MULTILINE)
_SIMILARITY = re.compile(r"^similarity index \d+%$", re.MULTILINE)
_QUOTED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]')


def head(request: Request, by: str) -> list[str]:
    """The lines that name the file, how it came here, and its mode where that is news."""
    old, new = _name("a/", request.was), _name("b/", request.now)
    return [f"diff --{by} {old} {new}", *_modes(request.old, request.new), *_names(request)]


def unmerged(path: str) -> str:
    """What git says of a file that is in conflict, for it asks about no two sides then."""
    return f"* Unmerged path {_name('', path)}"


def under(request: Request, diff: bytes) -> tuple[list[str], bytes]:
    """Git's diff of two files without the names that git knew them by, and our head for it."""
    lines = head(request, "git")
    hunk = _HUNK.search(diff)
    if hunk is None and not _BINARY.search(diff):
        return lines, b""
    lines.append(_index(request))
    old = "/dev/null" if request.old.absent else _name("a/", request.was)
    new = "/dev/null" if request.new.absent else _name("b/", request.now)
    if hunk is None:
        return [*lines, f"Binary files {old} and {new} differ"], b""
    return [*lines, f"--- {_ended(old)}", f"+++ {_ended(new)}"], diff[hunk.start() :]


def _modes(old: End, new: End) -> Iterator[str]:
    if old.absent:
        yield f"new file mode {new.mode}"
    elif new.absent:
        yield f"deleted file mode {old.mode}"
    elif old.mode != new.mode:
        yield from (f"old mode {old.mode}", f"new mode {new.mode}")


def _names(request: Request) -> Iterator[str]:
    if request.was == request.now:
        return
    if similarity := _SIMILARITY.search(request.words):
        yield similarity[0]
    how = "copy" if "\ncopy from " in f"\n{request.words}" else "rename"
    yield f"{how} from {_name('', request.was)}"
    yield f"{how} to {_name('', request.now)}"


def _index(request: Request) -> str:
    old, new = request.old, request.new
    before, after = ("0" * _SHORT if end.absent else end.hex[:_SHORT] for end in (old, new))
    same = f" {old.mode}" if old.mode == new.mode else ""
    return f"index {before}..{after}{same}"


def _ended(name: str) -> str:
    # Programs that read a patch take a name with a space up to the tab behind it.
    return f"{name}\t" if " " in name and not name.startswith('"') else name


def _name(prefix: str, path: str) -> str:
    """The path as git writes it with `core.quotePath=false`."""
    quoted = _QUOTED.sub(_escaped, path)
    return f'"{prefix}{quoted}"' if quoted != path else f"{prefix}{path}"


def _escaped(found: re.Match[str]) -> str:
    if found[0] in '"\\':
        return f"\\{found[0]}"
    return "".join(f"\\{byte:03o}" for byte in found[0].encode())
