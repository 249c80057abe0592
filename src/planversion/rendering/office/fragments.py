"""The text of a cell as runs that are underlined alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from planversion.rendering.page import Line, Role, Span
from planversion.rendering.safety import on_one_line

Underline = Literal["none", "single", "double"]
_UNDERLINES: dict[Role, Underline] = {"was": "single", "now": "single", "whole": "double"}

FONT = "游ゴシック"
"""It is on every machine with an office of today."""
OLDER_FONT = "ＭＳ ゴシック"
"""It is on machines of before, and is named beside the other where a format can do that."""


class Fragment(NamedTuple):
    """A run of text, and how it is underlined."""

    text: str
    underline: Underline = "none"


def fragments(lines: Iterable[Line]) -> tuple[Fragment, ...]:
    """The lines as few runs, with line breaks between them; none is empty."""
    runs = groupby(_runs(lines), lambda run: run.underline)
    joined = (Fragment("".join(run.text for run in some), how) for how, some in runs)
    return tuple(one for one in joined if one.text)


def _runs(lines: Iterable[Line]) -> Iterator[Fragment]:
    for number, line in enumerate(lines):
        if number:
            yield Fragment("\n")
        yield from map(_run, line)


def _run(span: Span) -> Fragment:
    return Fragment(on_one_line(span.text), _UNDERLINES.get(span.role, "none"))


def plain(found: Iterable[Fragment]) -> str:
    """The text alone."""
    return "".join(one.text for one in found)
