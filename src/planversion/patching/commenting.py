"""The comments of a file, each with the node that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from planversion.model import Path
from planversion.yamltext.positions import Span, locate

_COMMENT = re.compile(r"(?:^|(?<=[\s]))#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comments:
    """All comments of a file, as written."""

    above: dict[Path, list[str]] = field(default_factory=dict)
    """On lines of their own before a node."""
    beside: dict[Path, list[str]] = field(default_factory=dict)
    """At the end of the line on which a node stands."""
    after: dict[Path, list[str]] = field(default_factory=dict)
    """On lines of their own below a node, indented deeper than what comes next."""
    first: list[str] = field(default_factory=list)
    """Before the first key: what the file says of itself, and editors' modelines."""
    last: list[str] = field(default_factory=list)
    """After the last node."""

    def below(self, path: Path) -> bool:
        """Whether a comment belongs to something inside the node."""
        known = (*self.above, *self.beside, *self.after)
        return any(len(one) > len(path) and one[: len(path)] == path for one in known)


def comments(text: str) -> Comments:
    """The comments of a text that parses."""
    spans = {path: span for path, span in locate(text).items() if path}
    in_order = sorted(spans, key=lambda path: (spans[path].key, len(path)))
    starts = [spans[path].key for path in in_order]
    found = Comments()
    for position, comment in located(text, spans):
        index = bisect_right(starts, position)
        before = in_order[index - 1] if index else None
        after = in_order[index] if index < len(in_order) else None
        column = _column(text, position)
        _places(found, spans, before, after, column, position).append(comment)
    return found


def _column(text: str, position: int) -> int | None:
    """In which column the comment stands alone on its line; None where something is before it."""
    line_start = text.rfind("\n", 0, position) + 1
    before = text[line_start:position]
    if before.strip(" -"):
        return None
    # A hyphen begins the item that follows, so the comment is above it.
    return 1 if "-" in before else position - line_start + 1


def _places(  # noqa: PLR0913, PLR0917 - a comment, and all that may own it
    found: Comments,
    spans: dict[Path, Span],
    before: Path | None,
    after: Path | None,
    column: int | None,
    position: int,
) -> list[str]:
    """The list that a comment between two nodes belongs to; `column` where it stands alone."""
    if before is None:
        return found.first
    if column is None:
        return found.beside.setdefault(_closed(spans, before, position), [])
    if after is not None and (_in_brackets(spans, after) or column <= _begins(spans, after)):
        return found.above.setdefault(after, [])
    inside = _enclosing(spans, before, column)
    return found.last if inside is None else found.after.setdefault(inside, [])


def _in_brackets(spans: dict[Path, Span], path: Path) -> bool:
    """Whether columns mean nothing here."""
    return path[:-1] in spans and spans[path[:-1]].flow


def _begins(spans: dict[Path, Span], path: Path) -> int:
    """The column of a node's key, or of an item's hyphen."""
    column = spans[path].key_column
    return column - 2 if isinstance(path[-1], int) else column


def _closed(spans: dict[Path, Span], path: Path, position: int) -> Path:
    """The outermost list or mapping on one line that ends with the node, before the comment."""
    while (above := path[:-1]) in spans and spans[above].flow and spans[above].end <= position:
        path = above
    return path


def _enclosing(spans: dict[Path, Span], path: Path, column: int) -> Path | None:
    """The innermost of the node and what it stands in that begins no further right."""
    if column == 1:
        return None
    within = (path[:length] for length in range(len(path), 0, -1))
    return next((one for one in within if _begins(spans, one) <= column), None)


def located(text: str, spans: dict[Path, Span]) -> Iterator[tuple[int, str]]:
    """Every comment with its offset, in order; a number sign inside a scalar begins none."""
    keys = ((span.key, span.key_end) for span in spans.values())
    scalars = sorted({*keys, *(_content(text, span) for span in _leaves(spans))})
    starts = [start for start, _ in scalars]
    position = 0
    while match := _COMMENT.search(text, position):
        index = bisect_right(starts, match.start()) - 1
        inside = index >= 0 and match.start() < scalars[index][1]
        position = scalars[index][1] if inside else match.end()
        if not inside:
            yield match.start(), match[0].rstrip()


def _content(text: str, span: Span) -> tuple[int, int]:
    """Where a scalar's own characters stand: a block's begin below the line of its `|` or `>`."""
    if text[span.start : span.start + 1] in ("|", ">"):
        return max(text.find("\n", span.start), span.start), span.end
    return span.start, span.end


def _leaves(spans: dict[Path, Span]) -> Iterator[Span]:
    parents = {path[:-1] for path in spans}
    return (span for path, span in spans.items() if path not in parents)
