"""The comments of a file, each with the node that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from planversion.model import Path
from planversion.yamltext.positions import Span, locate

# YAML wants a space before it; libyaml doesn't.
_COMMENT = re.compile(r"#[^\r\n]*")


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

    def within(self) -> Counter[Path]:
        """How often something inside a node has comments above, beside or after it."""
        known = (*self.above, *self.beside, *self.after)
        return Counter(one[:length] for one in known for length in range(len(one)))


def comments(text: str) -> Comments:
    """The comments of a text that parses."""
    spans = locate(text)
    in_order = sorted(filter(None, spans), key=lambda path: (spans[path].key, len(path)))
    starts = [spans[path].key for path in in_order]
    found = Comments()
    for position, comment in located(text, spans):
        index = bisect_right(starts, position)
        before = in_order[index - 1] if index else None
        after = in_order[index] if index < len(in_order) else None
        column = _column(text, position, spans[before].end if before else 0)
        _places(found, spans, before, after, column, position).append(comment)
    return found


def _column(text: str, position: int, behind: int) -> int | None:
    """In which column a comment behind a node stands alone on its line; None where it doesn't."""
    line_start = text.rfind("\n", 0, position) + 1
    before = text[line_start:position]
    if before.strip(" -"):
        return None
    # A hyphen begins the item that follows, so the comment is above it.
    hyphen = "-" in before or "-" in _COMMENT.sub("", text[behind:position])
    return 1 if hyphen else position - line_start + 1


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
    first_inside = after is not None and after[: len(before)] == before
    if column is None or (position < spans[before].start and not first_inside):
        # Before a scalar that stands below its key is beside it too.
        return found.beside.setdefault(_closed(spans, before, position), [])
    if after is not None and (first_inside or after in found.above):
        return found.above.setdefault(after, [])
    opened = _opened(spans, before, position)
    if opened is not None and (after is None or after[: len(opened)] != opened):
        return _before_closing(found, before, opened)
    if after is not None and (opened is not None or column <= _begins(spans, after)):
        return found.above.setdefault(after, [])
    inside = None if found.last else _enclosing(spans, before, column)
    return found.last if inside is None else found.after.setdefault(inside, [])


def _opened(spans: dict[Path, Span], path: Path, position: int) -> Path | None:
    """The innermost list or mapping in brackets around a place behind a node."""
    around = (path[:length] for length in range(len(path), -1, -1))
    return next((one for one in around if spans[one].flow and spans[one].end > position), None)


def _before_closing(found: Comments, before: Path, opened: Path) -> list[str]:
    """The list of a comment behind the last that stands in brackets, or in empty ones."""
    if before == opened:
        return found.beside.setdefault(before, [])
    return found.after.setdefault(before[: len(opened) + 1], [])


def _begins(spans: dict[Path, Span], path: Path) -> int:
    """The column of a node's key, or of an item's hyphen."""
    return spans[path[:-1]].column if isinstance(path[-1], int) else spans[path].key_column


def _closed(spans: dict[Path, Span], path: Path, position: int) -> Path:
    """The outermost list or mapping on one line that ends with the node, before the comment."""
    while (above := path[:-1]) and spans[above].flow and spans[above].end <= position:
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
    scalars = sorted({*keys, *(_content(text, span) for span in _scalars(text, spans))})
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


def _scalars(text: str, spans: dict[Path, Span]) -> Iterator[Span]:
    parents = {path[:-1] for path in spans}
    leaves = (span for path, span in spans.items() if path not in parents)
    # In empty brackets there may be a comment.
    return (span for span in leaves if not text.startswith(("[", "{"), span.start))
