"""Families: who came from whom, as the lineage of the editions declares it.

Subjects of the first and the last edition of a chain are connected by the records told on the
way, and by living on; a connected component is a family, and its kind follows from how many of
it ended, are new, or live on (the typology of GSIM and the Neuchâtel terminology).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from planversion.matching.chain import Chain, tellers, told_against
from planversion.model import Edition, Lineage
from planversion.values import value

Kind = Literal[
    "removed",
    "added",
    "replaced",
    "merged",
    "absorbed",
    "split",
    "split_off",
    "transferred",
    "reorganised",
]
Ids = frozenset[str]
Presence = tuple[Ids, ...]
"""Which ids each edition of the chain holds."""
Node = tuple[int, str]
"""An id in one edition of the chain."""


@value()
class Declaration:
    """A lineage record as it reads from the old to the new edition."""

    old: tuple[str, ...]
    """Who it was."""
    new: tuple[str, ...]
    """Who it is."""
    reason: str | None = None
    """Why, in a sentence for the reader."""
    basis: Literal["published", "judged"] | None = None
    """Whether the body said so itself, or the editor judged."""
    unsure: tuple[str, ...] = ()
    """Members a careful reader would doubt."""


class Family(NamedTuple):
    """Subjects that came from one another; each member stands in exactly one of the three."""

    ended: tuple[str, ...]
    """In the old edition only."""
    new: tuple[str, ...]
    """In the new edition only."""
    living: tuple[str, ...]
    """In both."""
    declarations: tuple[Declaration, ...] = ()
    """What was declared; nothing where a subject just appeared or vanished."""

    @property
    def kind(self) -> Kind:
        """What happened, computed from who ended, is new, or lives on."""
        return kind(len(self.ended), len(self.new), len(self.living))


def kind(ended: int, new: int, living: int) -> Kind:
    """The kind of a family of so many members."""
    match (min(ended, 2), min(new, 2), living):
        case (1, 0, 0):
            return "removed"
        case (0, 1, 0):
            return "added"
        case (1, 1, 0):
            return "replaced"
        case (2, 1, 0):
            return "merged"
        case (1, 2, 0):
            return "split"
        case (1 | 2, 0, 1):
            return "absorbed"
        case (0, 1 | 2, 1):
            return "split_off"
        case (0, 0, _) if living > 1:
            return "transferred"
        case _:
            return "reorganised"


def families(chain: Chain, presence: Presence) -> tuple[Family, ...]:
    """Every family of the ids in `presence`, between the first and the last edition of the chain.

    Whoever ended or is new without a word is a family alone. The order is that of the ids; who
    tells families sorts them by where they stand.
    """
    steps = declared(chain, presence)
    named = _named(steps)
    components = _components(steps, presence)
    found = [_family(nodes, named, presence) for nodes in components]
    told = [family for family in found if _worth_telling(family)]
    return tuple(sorted([*told, *_alone(told, presence)], key=_order))


def declared(chain: Chain, presence: Presence) -> list[list[Declaration]]:
    """What is declared of the ids in `presence`, step by step along the chain."""
    return [
        [*_declared(one, other, here, there)]
        for (one, other), (here, there) in zip(pairwise(chain), pairwise(presence), strict=True)
    ]


def _order(family: Family) -> tuple[str, ...]:
    return (*family.ended, *family.new, *family.living)


def _worth_telling(family: Family) -> bool:
    return bool(family.ended or family.new or len(family.living) > 1)


def _alone(told: list[Family], presence: Presence) -> Iterator[Family]:
    known = {member for family in told for member in (*family.ended, *family.new)}
    for identifier in presence[0] - presence[-1] - known:
        yield Family((identifier,), (), ())
    for identifier in presence[-1] - presence[0] - known:
        yield Family((), (identifier,), ())


def _declared(old: Edition, new: Edition, here: Ids, there: Ids) -> Iterator[Declaration]:
    """What either edition declares of this step, about ids that are there."""
    for teller, other, backwards in tellers(old, new):
        for record in teller.lineage:
            declaration = _within(record, here, there, backwards=backwards)
            if told_against(record, teller, other) or _of_this_step(declaration, here, there):
                yield from [declaration] if declaration.old or declaration.new else []


def _within(record: Lineage, here: Ids, there: Ids, *, backwards: bool) -> Declaration:
    one, other = (record.new, record.old) if backwards else (record.old, record.new)
    old = tuple(sorted(here.intersection(one)))
    new = tuple(sorted(there.intersection(other)))
    unsure = tuple(sorted({*old, *new}.intersection(record.unsure))) if record.unsure else ()
    return Declaration(old, new, record.reason, record.basis, unsure)


def _of_this_step(declaration: Declaration, here: Ids, there: Ids) -> bool:
    """Whether a record told against another edition speaks of this step: someone ends or begins."""
    return any(i not in there for i in declaration.old) or any(
        i not in here for i in declaration.new
    )


def _components(steps: list[list[Declaration]], presence: Presence) -> list[list[Node]]:
    """The nodes that hang together, for all ids that a record names."""
    root: dict[Node, Node] = {}
    for one, other in _edges(steps, presence):
        root[_find(one, root)] = _find(other, root)
    components: dict[Node, list[Node]] = {}
    for node in sorted(root):
        components.setdefault(_find(node, root), []).append(node)
    return list(components.values())


def _find(node: Node, root: dict[Node, Node]) -> Node:
    while root.setdefault(node, node) != node:
        root[node] = root[root[node]]
        node = root[node]
    return node


def _edges(steps: list[list[Declaration]], presence: Presence) -> Iterator[tuple[Node, Node]]:
    named: set[str] = set()
    for layer, declarations in enumerate(steps):
        for declaration in declarations:
            named.update(declaration.old, declaration.new)
            yield from _along(_groups(declaration), layer)
    for identifier in sorted(named):
        layers = [layer for layer, ids in enumerate(presence) if identifier in ids]
        yield from pairwise((layer, identifier) for layer in layers)


def _groups(declaration: Declaration) -> Iterable[Declaration]:
    """The record, or one a member where a record lists several that ended or began for a reason."""
    if declaration.old and declaration.new:
        return [declaration]
    old = [Declaration((i,), ()) for i in declaration.old]
    return old + [Declaration((), (i,)) for i in declaration.new]


def _along(groups: Iterable[Declaration], layer: int) -> Iterator[tuple[Node, Node]]:
    for group in groups:
        nodes = [(layer, i) for i in group.old] + [(layer + 1, i) for i in group.new]
        yield from ((nodes[0], node) for node in nodes)


def _named(steps: list[list[Declaration]]) -> dict[Node, list[tuple[int, Declaration]]]:
    """By node, the declarations that name it, each with its place in the telling."""
    named: dict[Node, list[tuple[int, Declaration]]] = {}
    place = 0
    for layer, step in enumerate(steps):
        for declaration in step:
            place += 1
            for identifier in declaration.old:
                named.setdefault((layer, identifier), []).append((place, declaration))
            for identifier in declaration.new:
                named.setdefault((layer + 1, identifier), []).append((place, declaration))
    return named


def _family(
    nodes: list[Node], named: dict[Node, list[tuple[int, Declaration]]], presence: Presence
) -> Family:
    first, last = presence[0], presence[-1]
    old = {i for layer, i in nodes if layer == 0}
    new = {i for layer, i in nodes if layer == len(presence) - 1}
    told = dict(entry for node in nodes for entry in named.get(node, ()))
    ended, begun = sorted(old - last), sorted(new - first)
    return Family(
        tuple(ended),
        tuple(begun),
        tuple(sorted((old & last) | (new & first))),
        tuple(told[place] for place in sorted(told)),
    )
