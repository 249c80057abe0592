"""Two edits of one record, brought together field by field.

Departments and other lists of names are sets: what a side put in is in, what it took out is out.
Texts are brought together sentence by sentence. Lists of small records go by what each is known by
(a budget by its year). Everything else is one value: changed twice, differently, it is disputed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from planversion.merging.outcomes import ABSENT, Outcome, settled, three_way
from planversion.merging.sequences import merged_order
from planversion.merging.texts import merged_text
from planversion.model import Record
from planversion.model.saying import written

R = TypeVar("R", bound=Record)
Values = dict[str, Any]

_SETS = frozenset(
    {"departments", "inferred", "succeeds", "takes_from", "from", "to", "unsure", "spellings"}
)
_TEXTS = frozenset({"description", "note", "reason"})
_KNOWN_BY: dict[str, tuple[str, ...]] = {
    "budget": ("year",),
    "indicators": ("name",),
    "external_ids": ("scheme", "year", "id"),
    "errata": ("on", "what"),
    "belongs_to": ("project", "section"),
}
_NESTED = frozenset({"period", "attributes"})


class _Sides(NamedTuple):
    """One value as the base and both sides have it."""

    base: Any
    ours: Any
    theirs: Any

    def all_are(self, kind: type) -> bool:
        return all(isinstance(value, kind) for value in self)

    def map(self, function: Callable[[Any], Any]) -> _Sides:
        return _Sides(*map(function, self))

    @property
    def disputed(self) -> Outcome[Any]:
        return Outcome(self.ours, self.theirs)


def merged_records(base: R | None, ours: R, theirs: R) -> Outcome[R]:
    """The record with the edits of both sides; where there is no base, both added it."""
    known = three_way(base, ours, theirs)
    if known is not None:
        return Outcome(known.ours or ours, known.theirs or theirs)
    sides = _Sides(written(base) if base else {}, written(ours), written(theirs))
    found = _mapping(sides)
    try:
        return found.map(type(ours).model_validate)
    except ValidationError:
        # Each edit is sound and both together are not: a lineage that is left without anybody.
        return Outcome(ours, theirs)


def _mapping(sides: _Sides, *, free: bool = False) -> Outcome[Values]:
    """A mapping key by key; `free` where the keys are nobody's but the plan's."""
    names = list(dict.fromkeys((*sides.ours, *sides.theirs)))
    fields = {name: _field(name, sides, free=free) for name in names}
    return Outcome(
        {name: value.ours for name, value in fields.items() if value.ours is not ABSENT},
        {name: value.theirs for name, value in fields.items() if value.theirs is not ABSENT},
    )


def _field(name: str, mappings: _Sides, *, free: bool) -> Outcome[Any]:
    sides = mappings.map(lambda values: values.get(name, ABSENT))
    known = three_way(*sides)
    if known is not None:
        return known
    if free or name in _NESTED:
        return _nested(sides)
    if name in _TEXTS and sides.all_are(str):
        text = merged_text(*sides)
        return sides.disputed if text is None else settled(text)
    if name in _KNOWN_BY:
        return _list(sides.map(_listed), _KNOWN_BY[name])
    if name in _SETS and not _as_elsewhere(name, sides, mappings):
        return _set(sides.map(_listed))
    return sides.disputed


def _as_elsewhere(name: str, sides: _Sides, mappings: _Sides) -> bool:
    """Whether a relisting's departments are left out somewhere: they aren't none, then."""
    return name == "departments" and "relists" in mappings.ours and ABSENT in sides


def _listed(value: Any) -> Any:
    return [] if value is ABSENT else value


def _nested(sides: _Sides) -> Outcome[Any]:
    mappings = sides.map(lambda value: {} if value is ABSENT else value)
    if not mappings.all_are(dict) or ABSENT in (sides.ours, sides.theirs):
        return sides.disputed
    return _mapping(mappings, free=True)


def _set(sides: _Sides) -> Outcome[Any]:
    """A list of names, none of them twice."""
    named = sides.map(lambda items: {repr(item): item for item in items})
    if any(len(names) != len(items) for names, items in zip(named, sides, strict=True)):
        return sides.disputed
    members = settled(merged_members(*named))
    order = merged_order(*named.map(list), members)
    everything: dict[str, Any] = named.ours | named.theirs
    return order.map(lambda names: [everything[name] for name in names] or ABSENT)


def merged_members(
    base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]
) -> frozenset[str]:
    """What is in a set after what each side put in and took out."""
    was, one, other = map(frozenset, (base, ours, theirs))
    return (one & other) | (one - was) | (other - was)


def _list(sides: _Sides, known_by: tuple[str, ...]) -> Outcome[Any]:
    """A list of small records, by what each is known by."""
    named = sides.map(lambda items: {_name(item, known_by): item for item in items})
    if any(len(names) != len(items) for names, items in zip(named, sides, strict=True)):
        return sides.disputed
    items = {name: _item(name, named) for name in {**named.ours, **named.theirs}}
    members = Outcome(
        frozenset(name for name, item in items.items() if item.ours is not ABSENT),
        frozenset(name for name, item in items.items() if item.theirs is not ABSENT),
    )
    order = merged_order(*named.map(list), members)
    return Outcome(
        [items[name].ours for name in order.ours] or ABSENT,
        [items[name].theirs for name in order.theirs] or ABSENT,
    )


def _name(item: Values, known_by: tuple[str, ...]) -> str:
    return repr([item.get(key) for key in known_by])


def _item(name: str, named: _Sides) -> Outcome[Any]:
    sides = named.map(lambda items: items.get(name, ABSENT))
    known = three_way(*sides)
    if known is not None:
        return known
    if ABSENT in (sides.ours, sides.theirs):
        return sides.disputed
    return _mapping(sides._replace(base=_or_empty(sides.base)))


def _or_empty(value: Any) -> Any:
    return {} if value is ABSENT else value
