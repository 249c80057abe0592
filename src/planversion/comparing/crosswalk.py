"""The crosswalk (対応表): which id of one edition answers to which of the other, in pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planversion.changes import EditionReference, SubjectChange
from planversion.comparing.comparison import Comparison
from planversion.comparing.walking import links
from planversion.matching import Declaration, Family
from planversion.matching.families import Kind
from planversion.model.places import Outline

Cardinality = Literal["1:1", "1:n", "n:1", "n:n", "1:0", "0:1"]
Basis = Literal["id", "published", "judged", "declared"]
Of = Literal["sections", "projects"]


class End(NamedTuple):
    """A project or section as one edition has it."""

    id: str
    name: str
    codes: tuple[str, ...]
    """The place codes it is printed under, in reading order; a section's own."""


class Link(NamedTuple):
    """An id of the old edition and one of the new; None where there is no counterpart."""

    of: Of
    kind: Kind | Literal["kept"]
    """What became of the family that both belong to; `kept` where the subject just lives on."""
    cardinality: Cardinality
    old: End | None
    new: End | None
    changes: tuple[str, ...]
    """The kinds of change of a subject that both editions have, each once, sorted."""
    basis: Basis | None
    """How it is known: by the same id, or by what is declared; None where nobody says anything."""
    reasons: tuple[str, ...]
    """Why, as declared."""
    unsure: bool
    """Whether a careful reader would doubt it."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Every id of each edition at least once, with whoever answers to it in the other."""

    title: str
    old: EditionReference
    new: EditionReference
    links: tuple[Link, ...]
    """Sections, then projects; in the order of the old edition, then whoever is new."""
    gaps: tuple[tuple[str, str], ...]
    """Neighbours on the way that don't know each other: what was declared there is unknown."""


def crosswalk(comparison: Comparison) -> Crosswalk:
    """The crosswalk of two editions that were compared."""
    matching, diff = comparison.matching, comparison.diff
    changes = _changes(comparison)
    found = (
        *_links("sections", matching.sections, comparison, changes),
        *_links("projects", matching.projects, comparison, changes),
    )
    return Crosswalk(comparison.new.plan.title, diff.old, diff.new, found, diff.gaps)


Ids = tuple[str | None, str | None]


def _links(
    of: Of, families: Sequence[Family], comparison: Comparison, changes: dict[str, tuple[str, ...]]
) -> Iterator[Link]:
    matching = comparison.matching
    known = {member: family for family in families for member in _members(family)}
    pairs = _in_order(links(matching, of), _ids(matching.old, of), _ids(matching.new, of))
    many = _Many(pairs)
    for pair in pairs:
        family = known.get(pair[0] or pair[1] or "")
        same = pair[0] == pair[1]
        told = _told(family.declarations, pair) if family and not same else []
        yield Link(
            of=of,
            kind=family.kind if family else "kept",
            cardinality=many.cardinality(pair),
            old=_end(matching.old, pair[0]),
            new=_end(matching.new, pair[1]),
            changes=changes.get(pair[0] or "", ()) if same else (),
            basis="id" if same else _basis(told),
            reasons=tuple(sorted({d.reason for d in told if d.reason})),
            unsure=any({*pair}.intersection(d.unsure) for d in told),
        )


def _members(family: Family) -> Iterable[str]:
    return (*family.ended, *family.new, *family.living)


def _changes(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for change in comparison.diff.changes:
        if isinstance(change, SubjectChange):
            found.setdefault(change.subject, set()).add(change.kind)
    return {subject: tuple(sorted(kinds)) for subject, kinds in found.items()}


def _ids(side: Outline, of: Of) -> dict[str, int]:
    """The ids of an edition with their place in its reading order."""
    if of == "sections":
        return {identifier: place.order for identifier, place in side.places.items()}
    listed = dict.fromkeys(project for row in side.rows.values() for project in row)
    return {project: index for index, project in enumerate(listed)}


def _in_order(
    found: Iterable[tuple[str, str]], old: dict[str, int], new: dict[str, int]
) -> list[Ids]:
    """The pairs, and whoever is in none; by the old edition's order, then the new one's."""
    pairs: list[Ids] = [(one, other) for one, other in found if one in old and other in new]
    paired = {one for one, _ in pairs}, {other for _, other in pairs}
    pairs += [(one, None) for one in old if one not in paired[0]]
    pairs += [(None, other) for other in new if other not in paired[1]]
    last = max(len(old), len(new))
    return sorted(pairs, key=lambda p: (old.get(p[0] or "", last), new.get(p[1] or "", last)))


class _Many:
    """How many answer to each id."""

    def __init__(self, pairs: Iterable[Ids]) -> None:
        pairs = tuple(pairs)
        self.old = Counter(one for one, _ in pairs)
        self.new = Counter(other for _, other in pairs)

    def cardinality(self, pair: Ids) -> Cardinality:
        """How many old ids stand against how many new ones."""
        if pair[1] is None:
            return "1:0"
        if pair[0] is None:
            return "0:1"
        several = self.new[pair[1]] > 1, self.old[pair[0]] > 1
        return _CARDINALITIES[several]


_CARDINALITIES: dict[tuple[bool, bool], Cardinality] = {
    (False, False): "1:1",
    (False, True): "1:n",
    (True, False): "n:1",
    (True, True): "n:n",
}


def _told(declarations: Iterable[Declaration], pair: Ids) -> list[Declaration]:
    """What is declared of both; of either, where the chain is long or one is alone."""
    old, new = pair
    either = [told for told in declarations if old in told.old or new in told.new]
    return [told for told in either if old in told.old and new in told.new] or either


def _basis(told: list[Declaration]) -> Basis | None:
    if not told:
        return None
    stated = {declaration.basis for declaration in told}
    if stated == {"published"}:
        return "published"
    return "judged" if "judged" in stated else "declared"


def _end(side: Outline, identifier: str | None) -> End | None:
    if identifier is None:
        return None
    if place := side.places.get(identifier):
        return End(identifier, place.section.title, (place.code,))
    codes = tuple(row.place.code for row in side.placements(identifier))
    return End(identifier, side.record(identifier).name, codes)
