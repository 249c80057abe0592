"""Which characters of a text differ: runs that a reader takes in at a glance, no confetti."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_MEANINGLESS = re.compile(r".|[ぁ-ん]{2}", re.DOTALL)
"""A common run between two changes that tells a reader nothing: it is shown as changed, too."""

_WORDS = re.compile(r"[A-Za-z0-9]+|[ァ-ヶー]+|.", re.DOTALL)


class Piece(NamedTuple):
    """A run of characters that both sides share, or that stands on one side only."""

    op: Literal["same", "was", "now"]
    text: str


def pieces(was: str, now: str) -> tuple[Piece, ...]:
    """The two texts as one sequence of shared, former and present runs.

    The runs that aren't `now`, joined, are `was`; those that aren't `was`, joined, are `now`.
    Latin words, numbers and katakana words are never cut.
    """
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = (
        ("".join(old[a:b]), "".join(new[c:d]), tag == "equal")
        for tag, a, b, c, d in matcher.get_opcodes()
    )
    return tuple(piece for block in _without_confetti(blocks) for piece in _told(*block))


Block = tuple[str, str, bool]


def _without_confetti(blocks: Iterable[Block]) -> list[Block]:
    """Changed runs joined over a shared run too short to be of use to a reader."""
    joined: list[Block] = []
    for block in blocks:
        joined.append(block)
        while _joinable(joined):
            (a, b, _), (c, d, _), (e, f, _) = joined[-3:]
            joined[-3:] = [(a + c + e, b + d + f, False)]
    return joined


def _joinable(blocks: list[Block]) -> bool:
    if len(blocks) < 3:  # noqa: PLR2004 - changed, shared, changed
        return False
    before, shared, after = blocks[-3:]
    return not before[2] and shared[2] and not after[2] and bool(_MEANINGLESS.fullmatch(shared[0]))


def _told(was: str, now: str, same: bool) -> Iterator[Piece]:  # noqa: FBT001 - a block's third
    if same:
        yield Piece("same", was)
        return
    if was:
        yield Piece("was", was)
    if now:
        yield Piece("now", now)
