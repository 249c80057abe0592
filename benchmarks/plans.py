"""Two editions of a generated plan, and every change that leads from the one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from random import Random

from benchmarks.editing import Editing, edit
from benchmarks.outlines import Mapping, Minting, first_edition
from planversion.changes import Change


def old_and_new(size: int, seed: int) -> tuple[Mapping, Mapping, Counter[str]]:
    """Two editions as their files say them, the old one with `size` projects.

    The counter says how many changes of each kind were made, by the same labels as `counted`. The
    same seed gives the same editions.
    """
    random = Random(seed)
    mint = Minting("1")
    old = first_edition(size, random, mint)
    editing = Editing(deepcopy(old), random, Minting("2", mint.taken))
    edit(editing)
    return old, editing.edition, editing.known


def counted(changes: Iterable[Change]) -> Counter[str]:
    """How many changes there are of each kind: `renamed projects editorial`."""
    return Counter(map(_label, changes))


def _label(change: Change) -> str:
    said = (getattr(change, name, None) for name in ("of", "part", "nature", "basis"))
    words = [change.kind, *_whose(change), *filter(None, said)]
    return " ".join(words)


def _whose(change: Change) -> list[str]:
    subject = getattr(change, "subject", "")
    return [{"p": "projects", "s": "sections"}[subject[0]]] if subject else []
