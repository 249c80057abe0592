"""The place codes that an outline prints, found again however a note writes them."""

from __future__ import annotations

from functools import cached_property

from planversion.auditing.statements import plain
from planversion.model import Outline, Place
from planversion.numbering import print_number

_AS_FAR_AS = 50
"""Numbers that a place code may have: what is beyond is told by the codes that are printed."""


class Codes:
    """Which sections of one outline a printed place means."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._levels = [plain(level.name) for level in outline.levels]

    @cached_property
    def _by_code(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for place in self._outline.places.values():
            found.setdefault(self.code(place.id), set()).add(place.id)
        found.pop("", None)
        return {code: frozenset(sections) for code, sections in found.items()}

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that a place may be printed with under the declared levels."""
        numbers = (
            print_number(n, level.code)
            for level in self._outline.levels
            for n in range(1, _AS_FAR_AS + 1)
        )
        return frozenset(plain("".join((*numbers, *self._by_code, "0123456789"))))

    def code(self, section: str) -> str:
        """The code of a section as it is compared."""
        return plain(self._outline.places[section].code)

    def bare(self, place: str) -> str:
        """The place as it is compared, without the names of levels: ② of 施策②."""
        place = plain(place)
        for name in self._levels:
            place = place.replace(name, "")
        return place

    def writes(self, place: str) -> bool:
        """Whether it is written as this edition's places are: of its characters only."""
        bare = self.bare(place)
        return bool(bare) and self.characters.issuperset(bare)

    def sections(self, place: str, near: str) -> frozenset[str]:
        """The sections of that code: its whole code, else as it reads beside the section `near`."""
        here = self._outline.places.get(near)
        # The name of a level may be a part of its code: 第一章.
        for code in (plain(place), self.bare(place)):
            if found := self._by_code.get(code) or self._beside(code, here):
                return found
        return frozenset()

    def _beside(self, code: str, here: Place | None) -> frozenset[str]:
        """What ② means in a row of 4(2)①: 4(2)②."""
        above = here.above if here else None
        while above is not None:
            if found := self._by_code.get(self.code(above.id) + code):
                return found
            above = above.above
        return frozenset()

    def within(self, section: str | None, sections: frozenset[str]) -> bool:
        """Whether a section is one of these or stands below one."""
        place = self._outline.places.get(section or "")
        while place is not None:
            if place.id in sections:
                return True
            place = place.above
        return False
