"""Which characters of a text differ: runs that a reader takes in at a glance, no confetti."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

_MEANINGLESS = re.compile(r".|[ぁ-ん]{2}", re.DOTALL)
"""A common run between two changes that tells a reader nothing: it is shown as changed, too."""

_WORDS = re.compile(r"[A-Za-z0-9]+|[ァ-ヶー]+|.", re.DOTALL)


class Piece(NamedTuple):
    """A run of characters that both sides share, or that stands on one side only."""

    op: Literal["same", "was", "now"]
    text: str


# The same two texts are held against each other on several pages and in a document beside them.
@lru_cache(maxsize=1 << 14)
def pieces(was: str, now: str) -> tuple[Piece, ...]:
    """The two texts as one sequence of shared, former and present runs.

    The runs that aren't `now`, joined, are `was`; those that aren't `was`, joined, are `now`.
    Latin words, numbers and katakana words are never cut.
    """
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    long = len(old) * len(new) > _MOST
    blocks = _long_blocks(old, new) if long else _blocks(old, new)
    return tuple(piece for block in _slid(_without_confetti(blocks)) for piece in _told(*block))


_MOST = 4_000_000
"""Beyond this, looking for what two texts share takes longer than a reader waits."""


def _blocks(old: list[str], new: list[str]) -> Iterator[Block]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield "".join(old[a:b]), "".join(new[c:d]), tag == "equal"


def _long_blocks(old: list[str], new: list[str]) -> Iterator[Block]:
    """What both begin and end with; all between is another, if it is as long."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    was, now = old[head : len(old) - tail], new[head : len(new) - tail]
    yield "".join(old[:head]), "".join(old[:head]), True
    if len(was) * len(now) > _MOST:
        yield "".join(was), "".join(now), False
    else:
        yield from _blocks(was, now)
    end = "".join(old[len(old) - tail :])
    yield end, end, True


def _shared(one: list[str], other: list[str]) -> int:
    """With how many words both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def item_pieces(was: tuple[str, ...], now: tuple[str, ...]) -> tuple[Piece, ...]:
    """The two lists as one sequence of whole items that both share, or that one of them has."""
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    return tuple(
        piece
        for tag, a, b, c, d in matcher.get_opcodes()
        for piece in (
            *(Piece("same" if tag == "equal" else "was", item) for item in was[a:b]),
            *(Piece("now", item) for item in now[c:d] if tag != "equal"),
        )
    )


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


_MARK = re.compile(r"[・、，,(（「『/ ]")
"""What a run that was put in or taken out should begin with, if it can."""


def _slid(blocks: list[Block]) -> list[Block]:
    """Runs on one side only moved along the text, where that is the same, to begin at a mark."""
    for index in range(1, len(blocks) - 1):
        (before, _, _), (was, now, same), (after, _, _) = blocks[index - 1 : index + 2]
        if not same and not (was and now):
            by = _shift(before, was or now, after)
            text = before + (was or now) + after
            cut, end = len(before) + by, len(before) + by + len(was or now)
            run = text[cut:end]
            moved = (run, "", False) if was else ("", run, False)
            blocks[index - 1] = (text[:cut], text[:cut], True)
            blocks[index : index + 2] = [moved, (text[end:], text[end:], True)]
    return [block for block in blocks if block[0] or block[1]]


def _shift(before: str, run: str, after: str) -> int:
    """By how much the run can be moved to begin at a mark, the least; 0 where it can't."""
    text = before + run + after
    for by in sorted(range(-len(run), len(run) + 1), key=abs):
        start = len(before) + by
        kept = text[:start] + text[start + len(run) :] if start >= 0 else None
        if kept == before + after and _MARK.match(text, start):
            return by
    return 0


def _told(was: str, now: str, same: bool) -> Iterator[Piece]:  # noqa: FBT001 - a block's third
    if same:
        yield Piece("same", was)
        return
    if was:
        yield Piece("was", was)
    if now:
        yield Piece("now", now)
