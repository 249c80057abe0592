"""Which lines of a file belong to a key or an item, its comments among them."""

from __future__ import annotations

from planversion.model import Path
from planversion.yamltext import Source, Span


class Regions:
    """The places of a file that can be cut out, replaced, or have something put behind them."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.spans = source.positions
        self._ends = _ends(self.spans)
        self._keys: dict[Path, list[str]] = {}
        for path in sorted(self.spans, key=lambda path: self.spans[path].key):
            if path and isinstance(path[-1], str):
                self._keys.setdefault(path[:-1], []).append(path[-1])

    def keys(self, path: Path) -> list[str]:
        """The keys of a mapping as the file has them."""
        return self._keys.get(path, [])

    def start(self, path: Path) -> int:
        """Where the lines of a key or an item begin, the comments right above it among them."""
        start = self.line(self.spans[path].key)
        column = len(self._indent(start))
        while start:
            above = self.line(start - 1)
            comment = self.text[above:start]
            if not comment.strip().startswith("#") or len(self._indent(above)) != column:
                break
            start = above
        return start

    def end(self, path: Path) -> int:
        """Where its last line ends, with the comment that may stand there."""
        end = self._ends[path]
        if end and self.text[end - 1] == "\n":
            return end
        line_end = self.text.find("\n", end)
        return len(self.text) if line_end < 0 else line_end + 1

    def line(self, offset: int) -> int:
        """Where the line begins that the offset is on."""
        return self.text.rfind("\n", 0, offset) + 1

    def leads(self, path: Path) -> bool:
        """Whether a key is the first on its line, and doesn't follow the hyphen of an item."""
        key = self.spans[path].key
        return not self.text[self.line(key) : key].strip()

    def on_one_line(self, path: Path) -> bool:
        """Whether a value begins and ends on the line of its key."""
        span = self.spans[path]
        return "\n" not in self.text[span.key : span.end]

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
