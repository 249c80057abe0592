"""Whose record each relisting means."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import partial

from planversion.importing.listings import Listing
from planversion.importing.taking import Taking
from planversion.messages import Message, say
from planversion.spelling import Spellings, normalised

_GUESSES, _GUESSED = 20, 100
"""So often, and for names of so many characters, we look for who may be meant."""


class Relisting:
    """Finds the record of each relisting, among all listings of an outline."""

    def __init__(self, listings: Iterable[Listing], spellings: Spellings, taking: Taking) -> None:
        every = list(listings)
        self._records = [one for one in every if one.marked is None]
        self._relisted = [one for one in every if one.marked is not None]
        self._taking = taking
        self._spelt = partial(normalised, spellings=spellings)
        self._by_id = _index(self._records, lambda one: str(one.values.get("id")))
        self._by_name = _index(self._records, lambda one: _plain(one.name))
        self._by_spelt = _index(self._records, lambda one: self._spelt(one.name))
        self._guesses = _GUESSES

    def found(self) -> dict[int, Listing]:
        """The record of each relisting, by the `id()` of that; refuses where none is meant."""
        pairs = ((one, self._record(one)) for one in self._relisted)
        self._remark_twins()
        return {id(one): record for one, record in pairs if record is not None}

    def _record(self, one: Listing) -> Listing | None:
        own = one.values.get("id")
        if own is not None:
            return self._only(self._by_id.get(own, []), one, own)
        wanted = one.original or one.name
        same = self._by_name.get(_plain(wanted), [])
        if len(same) > 1:
            same = self._by_departments(same, one)
        if not same:
            same = self._by_spelling(wanted, one)
        return self._only(same, one, wanted)

    def _by_departments(self, same: list[Listing], one: Listing) -> list[Listing]:
        """Those with the same departments; where that decides, it is said."""
        fitting = [record for record in same if record.departments == one.departments]
        if len(fitting) == 1:
            what = say(
                "taken for {cell}, of several of that name, for its departments",
                cell=fitting[0].spot.told,
            )
            self._taking.remark(one.spot, ("relisting", what, None))
        return fitting or same

    def _by_spelling(self, wanted: str, one: Listing) -> list[Listing]:
        alike = self._by_spelt.get(self._spelt(wanted), [])
        if len(alike) == 1:
            what = say(
                "taken for {name} at {cell}, which is spelt otherwise",
                name=alike[0].name,
                cell=alike[0].spot.told,
            )
            self._taking.remark(one.spot, ("relisting", what, None))
        return alike

    def _only(self, found: list[Listing], one: Listing, wanted: str) -> Listing | None:
        if len(found) == 1:
            return found[0]
        if found:
            cells = ", ".join(str(record.spot.address) for record in found)
            what = say("{name} may be any of several records: {cells}", name=wanted, cells=cells)
            self._taking.refuse(one.spot, ("ambiguous-relisting", what, _ID))
            return None
        what = say("no record is called {name}", name=wanted)
        self._taking.refuse(one.spot, ("unknown-relisting", what, self._meant(wanted)))
        return None

    def _meant(self, wanted: str) -> Message:
        names = {one.name: one for one in self._records if len(one.name) <= _GUESSED}
        self._guesses -= 1
        guessing = self._guesses >= 0 and len(wanted) <= _GUESSED
        close = get_close_matches(wanted, names, 1) if guessing else []
        if not close:
            return say("Name the record in the column of what it relists, or take the mark away.")
        return say(
            "Is it {name} at {cell}? Then name that in the column of what it relists.",
            name=close[0],
            cell=names[close[0]].spot.told,
        )

    def _remark_twins(self) -> None:
        """Says which projects are called the same, and are not marked as one."""
        first: dict[str, Listing] = {}
        for record in self._records:
            twin = first.setdefault(_plain(record.name), record)
            if twin is not record and "id" not in record.values:
                what = say(
                    "taken for another project than that of the same name at {cell}",
                    cell=twin.spot.told,
                )
                mend = say("If it is the same, mark it as a relisting.")
                self._taking.remark(record.spot, ("same-name", what, mend))


_ID = say("Write the id of the one that is meant into the column ID, or give them names apart.")


def _index(some: list[Listing], key: Callable[[Listing], str]) -> dict[str, list[Listing]]:
    found: dict[str, list[Listing]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return found


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())
