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
    first: list[str] = field(default_factory=list)
    """Before the first key: what the file says of itself, and editors' modelines."""
    last: list[str] = field(default_factory=list)
    """After the last node."""

    def below(self, path: Path) -> bool:
        """Whether a comment belongs to something inside the node."""
        known = (*self.above, *self.beside)
        return any(len(one) > len(path) and one[: len(path)] == path for one in known)


def comments(text: str) -> Comments:
    """The comments of a text that parses."""
    spans = {path: span for path, span in locate(text).items() if path}
    found = Comments()
    in_order = sorted(spans, key=lambda path: (spans[path].key, len(path)))
    starts = [spans[path].key for path in in_order]
    for position, comment in _written(text, spans):
        line_start = text.rfind("\n", 0, position) + 1
        alone = not text[line_start:position].strip()
        index = bisect_right(starts, position)
        if index == 0:
            found.first.append(comment)
        elif not alone:
            found.beside.setdefault(in_order[index - 1], []).append(comment)
        elif index < len(in_order):
            found.above.setdefault(in_order[index], []).append(comment)
        else:
            found.last.append(comment)
    return found


def _written(text: str, spans: dict[Path, Span]) -> Iterator[tuple[int, str]]:
    """Every comment with its position; a number sign inside a scalar begins none."""
    scalars = sorted((span.start, span.end) for span in _leaves(spans))
    starts = [start for start, _ in scalars]
    position = 0
    while match := _COMMENT.search(text, position):
        index = bisect_right(starts, match.start()) - 1
        inside = index >= 0 and match.start() < scalars[index][1]
        position = scalars[index][1] if inside else match.end()
        if not inside:
            yield match.start(), match[0].rstrip()


def _leaves(spans: dict[Path, Span]) -> Iterator[Span]:
    parents = {path[:-1] for path in spans}
    return (span for path, span in spans.items() if path not in parents)
