"""The two editions of a crosswalk by their IRIs, and its links by who hangs together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planversion.comparing.crosswalk import Crosswalk, Link
from planversion.errors import Problem, UnexportableError
from planversion.exporting.naming import Names
from planversion.messages import say


class Ends(NamedTuple):
    """What both editions are called, and the correspondence of the two."""

    old: Names
    new: Names

    @property
    def correspondence(self) -> str:
        """The correspondence."""
        return f"{self.new.base}map/{self.new.plan}/{self.old.edition}/{self.new.edition}"

    def within(self, name: str) -> str:
        """A part of it."""
        return f"{self.correspondence}#{name}"


def ends_of(crosswalk: Crosswalk, base: str) -> Ends:
    """The IRIs of both editions; raises UnexportableError where they couldn't be told apart."""
    old, new = crosswalk.old, crosswalk.new
    if old.id == new.id:
        what = say("both are edition {id}, and this format couldn't tell them apart", id=new.id)
        mend = say("Take -f csv or -f json.")
        raise UnexportableError([Problem("same-edition", what, mend)])
    return Ends(Names(base, old.plan, old.id), Names(base, new.plan, new.id))


def gap_note(gaps: tuple[tuple[str, str], ...]) -> str:
    """What a program's reader is told of neighbours that don't know each other."""
    steps = ", ".join(f"{one} and {other}" for one, other in gaps)
    return f"Neither of these names the other as its predecessor, lineage may be missing: {steps}"


def grouped(links: Iterable[Link]) -> dict[str, list[Link]]:
    """The links that share an end, whoever they reach; by the id that comes first."""
    known: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        ends = [(side, end.id) for side, end in (("old", link.old), ("new", link.new)) if end]
        groups = {id(known[end]): known[end] for end in ends if end in known}
        whole = [member for group in groups.values() for member in group] + [link]
        for member in whole:
            if member.old:
                known["old", member.old.id] = whole
            if member.new:
                known["new", member.new.id] = whole
    groups = {id(group): group for group in known.values()}
    return {_first(group): group for group in groups.values()}


def _first(group: list[Link]) -> str:
    """An id that stands in one group only: of whoever is new or lives on, else of who ended."""
    first = group[0]
    end = first.new or first.old
    assert end
    return end.id
