"""What the new errata of an edition name: ids, place codes, departments, and keys of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from planversion import ids
from planversion.model import Edition
from planversion.rules.looking.subjects import Revision

_ID = re.compile(ids.SUBJECT_PATTERN.strip("^$"))
_KEY = re.compile(r"[a-z][a-z_]+")
# A code stands alone, or before a particle: 4(2)②の担当課; 第1回 is none.
_BEFORE, _AFTER = r"(?:^|(?<=[\s、,，。・:：「とや]))", r"(?=$|[\s、,，。・:：」のをがにとはや])"
_NARROW = str.maketrans("（）０１２３４５６７８９", "()0123456789")


class Errata(NamedTuple):
    """What was corrected, as the errata that this change adds name it."""

    ids: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """Each as it stands, for what is known by a text of its own."""

    def cover(self, identifier: str, codes: Iterable[str] = ()) -> bool:
        """Whether they name this subject, or a place it stands at."""
        named = (self.ids, self.departments, self.keys, self.texts)
        return any(identifier in one for one in named) or not self.codes.isdisjoint(codes)


def new_errata(revision: Revision) -> Errata:
    """What the errata name that the state before didn't have."""
    old, new = revision.old.edition, revision.now
    known = {(one.on, one.what, one.why) for one in old.header.errata}
    fresh = [one for one in new.header.errata if (one.on, one.what, one.why) not in known]
    if not fresh:
        return Errata()
    text = "\n".join(one.what for one in fresh).translate(_NARROW)
    return Errata(
        frozenset(_ID.findall(text)),
        _named([code for one in (old, new) for code in _codes(one)], text, _BEFORE, _AFTER),
        _named([department.name for one in (old, new) for department in one.departments], text),
        frozenset(_KEY.findall(text)),
        frozenset(one.what for one in fresh),
    )


def _codes(edition: Edition) -> list[str]:
    side = edition.outline
    return [code for place in side.places.values() if (code := place.code)]


def _named(words: list[str], text: str, before: str = "", after: str = "") -> frozenset[str]:
    """The words that stand in the text, and not only as a part of a longer one."""
    plain = {word.translate(_NARROW): word for word in words}
    longest_first = sorted(plain, key=lambda word: (-len(word), word))
    if not longest_first:
        return frozenset()
    pattern = re.compile(
        f"{before}(?:{'|'.join(map(re.escape, longest_first))}){after}", re.MULTILINE
    )
    return frozenset(plain[found] for found in pattern.findall(text))


def entry(what: str) -> str:
    """An entry of errata to be filled in."""
    quoted = what if _ID.fullmatch(what) else json.dumps(what, ensure_ascii=False)
    return f"- {{on: …, what: {quoted}, why: …}}"
