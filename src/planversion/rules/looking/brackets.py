"""Brackets without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.looking.slips import Slip, code

# Half-width and full-width ones pair; <, > and quotes also stand alone.
_CLOSING = {
    **dict.fromkeys("(（", ")）"),
    **dict.fromkeys("[［", "]］"),
    **dict.fromkeys("{｛", "}｝"),
    **dict.fromkeys("「｢", "」｣"),
    **dict(zip("『【〔〈《〖｟", "』】〕〉》〗｠", strict=True)),
}
_CLOSERS = frozenset("".join(_CLOSING.values()))
_ANY = re.compile("[" + re.escape("".join((*_CLOSING, *_CLOSERS))) + "]")
_NUMBER = "[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[ivxIVX]{1,4}|[^\\W\\d_]|[①-⑳]"
_LABEL = re.compile(rf"(?:^|[\s、,，・/／])(?:{_NUMBER})(?=[)）])")
"""What is counted with half a bracket: 1), ア）."""


def lonely_brackets(text: str) -> Iterator[Slip]:
    """Every bracket that is never closed, or closes none."""
    labels = {found.end() for found in _LABEL.finditer(text)}
    still_open: list[int] = []
    for found in _ANY.finditer(text):
        mark, at = found[0], found.start()
        if mark in _CLOSING:
            still_open.append(at)
        elif still_open and mark in _CLOSING[text[still_open[-1]]]:
            still_open.pop()
        elif at not in labels:
            yield _lonely(text, at)
    yield from (_lonely(text, at) for at in still_open)


def _lonely(text: str, at: int) -> Slip:
    what = say("the bracket {mark} ({code}) has no partner", mark=text[at], code=code(text[at]))
    return Slip(at, at + 1, None, code(text[at]), what)
