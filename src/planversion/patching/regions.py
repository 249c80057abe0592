"""Which lines of a file belong to a key or an item, its comments among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from planversion.model import Path
from planversion.patching.commenting import located
from planversion.yamltext import Source, Span

_COMMENTS = re.compile(r"(?:\s|#[^\n]*)*")
_BEFORE_A_MARK = frozenset({"", *"\n \t{[,"})


class Regions:
    """The places of a file that can be cut out, replaced, or have something put behind them."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.spans = source.positions
        self.newline = "\r\n" if "\r\n" in self.text else "\n"
        self._ends = _ends(self.spans)
        self._keys: dict[Path, list[str]] = {}
        for path in sorted(self.spans, key=lambda path: self.spans[path].key):
            if path and isinstance(path[-1], str):
                self._keys.setdefault(path[:-1], []).append(path[-1])

    def keys(self, path: Path) -> list[str]:
        """The keys of a mapping as the file has them."""
        return self._keys.get(path, [])

    @cached_property
    def _comments(self) -> list[tuple[int, str]]:
        return list(located(self.text, self.spans))

    def comments(self, start: int, end: int) -> list[str]:
        """The comments between two offsets."""
        first, behind = (bisect_left(self._comments, (place,)) for place in (start, end))
        return [comment for _, comment in self._comments[first:behind]]

    def begins(self, path: Path) -> int:
        """Where a key or an item begins; a key with the question mark that may stand before it."""
        above = path[:-1]
        if not self.spans[above].flow and path[-1] == next(iter(self.keys(above)), None):
            # Between the mark and the first key there may be lines.
            return self.spans[above].start
        key = mark = self.spans[path].key
        while mark and self.text[mark - 1] in " \t":
            mark -= 1
        marked = mark < key and self.text[mark - 1 : mark] == "?"
        return (
            mark - 1 if marked and self.text[max(mark - 2, 0) : mark - 1] in _BEFORE_A_MARK else key
        )

    def indent(self, path: Path) -> int:
        """How many characters stand before a key or an item on its line."""
        begins = self.begins(path)
        return begins - self.line(begins)

    def start(self, path: Path) -> int:
        """Where the lines of a key or an item begin, the comments right above it among them."""
        start = self.line(self._hyphen(path) if isinstance(path[-1], int) else self.begins(path))
        column = len(self._indent(start))
        while start:
            above = self.line(start - 1)
            comment = self.text[above:start]
            if not comment.strip().startswith("#") or len(self._indent(above)) != column:
                break
            start = above
        return start

    def _hyphen(self, path: Path) -> int:
        """Where the hyphen of an item stands; before the item there may be a comment."""
        above, index = path[:-1], int(path[-1])
        behind = self._ends[*above, index - 1] if index else self.spans[above].start
        found = _COMMENTS.match(self.text, behind)
        return found.end() if found else behind

    def end(self, path: Path) -> int:
        """Where its last line ends, with the comment that may stand there."""
        end = self._ends[path]
        if end and self.text[end - 1] == "\n":
            return end
        line_end = self.text.find("\n", end)
        return len(self.text) if line_end < 0 else line_end + 1

    def behind(self, path: Path) -> int:
        """Where something can follow it: below the comments that stand deeper than it begins."""
        deeper = re.compile(rf"(?:[ \t\r]*\n)*[ ]{{{self._depth(path) + 1},}}#[^\n]*(?:\n|\Z)")
        end = self.end(path)
        while found := deeper.match(self.text, end):
            end = found.end()
        return end

    def _depth(self, path: Path) -> int:
        above = path[:-1]
        return self.spans[above].column - 1 if isinstance(path[-1], int) else self.indent(path)

    def line(self, offset: int) -> int:
        """Where the line begins that the offset is on."""
        return self.text.rfind("\n", 0, offset) + 1

    def leads(self, path: Path) -> bool:
        """Whether a key is the first on its line, and doesn't follow the hyphen of an item."""
        begins = self.begins(path)
        return not self.text[self.line(begins) : begins].strip()

    def on_one_line(self, path: Path) -> bool:
        """Whether a value begins and ends on the line of its key."""
        span = self.spans[path]
        return "\n" not in self.text[self.begins(path) : span.end]

    def _indent(self, start: int) -> str:
        rest = self.text[start:]
        return rest[: len(rest) - len(rest.lstrip(" "))]


def _ends(spans: dict[Path, Span]) -> dict[Path, int]:
    """Where the last scalar of every node ends; libyaml ends a block where the next node begins."""
    ends: dict[Path, int] = {}
    for path, span in spans.items():
        if span.flow or path not in ends:
            ends[path] = span.end if span.flow else max(ends.get(path, 0), span.start)
        above = path[:-1]
        if path:
            ends[above] = max(ends.get(above, 0), ends[path])
    return ends
