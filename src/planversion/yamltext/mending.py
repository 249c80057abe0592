"""What else is wrong with an edition that has wrong values, so that one look tells all.

References are judged once every value is sound, and the rules look at an edition. So what is wrong
is taken out of a copy, something else put in where something must be, and the copy is judged again.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from planversion.ids import is_valid
from planversion.model import Edition, Path
from planversion.model.edition import Flaw
from planversion.yamltext.stand_ins import holds, slot, stand_in

Lost = Mapping[Path, Any]
"""What was taken out, by where it stood."""

_ROUNDS = 3
"""A row that is taken out may leave others without their record, and those nobody."""
_NAMES: tuple[Path, ...] = (("plan", "id"), ("edition", "id"))


class Part(NamedTuple):
    """What could be read of an edition, beside stand-ins for what could not."""

    edition: Edition
    lost: Lost


def hidden_flaws(tree: Any, wrong: Iterable[Path]) -> list[Flaw]:
    """The flaws that what is wrong at these places has hidden."""
    mended = copy.deepcopy(tree)
    lost = _take_out(mended, wrong)
    flaws = _judged(mended)
    return [] if isinstance(flaws, Edition) else [one for one in flaws if _certain(one, lost)]


def sound_part(tree: Any, wrong: Iterable[Path]) -> Part | None:
    """What is left without what is wrong at these places; None where that is nobody's edition."""
    mended = copy.deepcopy(tree)
    lost = _take_out(mended, wrong)
    for _ in range(_ROUNDS):
        found = _judged(mended)
        if isinstance(found, Edition):
            named = not any(within(name, path) for name in _NAMES for path in lost)
            return Part(found, lost) if named else None
        lost |= _take_out(mended, [_flawed(flaw, mended) for flaw in found])
    return None


def loses_ids(lost: Lost) -> bool:
    """Whether the id of somebody may be among what was taken out."""
    return any(_may_be_an_id(path, value) for path, value in lost.items())


def within(path: Path, above: Path) -> bool:
    """Whether a path leads to, or below, where the other leads."""
    return path[: len(above)] == above


def _may_be_an_id(path: Path, value: Any) -> bool:
    if path[0] != "sections" or path[-1] == "relists" or _is_second(value):
        return False
    if path[-1] == "id":
        return value is not None and not _stands_twice(path, value)
    whole = path[-1] if isinstance(path[-1], str) else path[-2]
    return whole in ("sections", "projects") or any(kind in str(value) for kind in ("p-", "s-"))


def _is_second(row: Any) -> bool:
    """Whether a row was taken out as the second of its section, or as nobody's."""
    return isinstance(row, dict) and ("relists" in row or "id" in row)


def _stands_twice(path: Path, identifier: Any) -> bool:
    """Whether the id was taken out for that: it is the id of a section, or of a project."""
    kind = str(path[-3])[0]
    return isinstance(identifier, str) and is_valid(identifier) and identifier[0] == kind


def _certain(flaw: Flaw, lost: Lost) -> bool:
    """Whether it is one whatever stood where something was taken out."""
    code, path, _ = flaw
    of_a_record = code in ("empty-lineage", "mixed-lineage")
    if any(within(path, one) or (of_a_record and within(one, path)) for one in lost):
        return False
    return code != "unknown-relisting" or not loses_ids(lost)


def _flawed(flaw: Flaw, tree: Any) -> Path:
    """What must go so that the flaw goes: of a project that is listed twice, not its record."""
    code, path, values = flaw
    if code == "unknown-relisting":
        return path[:-1]
    if code != "listed-twice":
        return path
    rows = _reached(tree, path[:-1])
    relistings = (n for n, row in enumerate(rows) if row.get("relists") == values["id"])
    return (*path[:-1], next(relistings, path[-1]))


def _judged(tree: Any) -> Edition | list[Flaw]:
    """The edition, or its flaws; none of these where it has wrong values still."""
    try:
        return Edition.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as error:
        details = error.errors(include_url=False)
        return [flaw for one in details if one["type"] == "unsound" for flaw in one["ctx"]["flaws"]]


def _take_out(tree: Any, places: Iterable[Path]) -> dict[Path, Any]:
    """Takes out what stands there, puts in what must stand there, and returns what it was."""
    last: Any
    lost: dict[Path, Any] = {}
    for path in sorted(places, key=len):
        above, last = _reached(tree, path[:-1]), path[-1]
        if isinstance(above, dict | list):
            here, lost[path] = slot(path, tree), _reached(above, (last,))
            if here and (here.required or isinstance(above, list)):
                above[last] = stand_in(here)
            elif isinstance(above, dict):
                above.pop(last, None)
    return lost


def _reached(tree: Any, path: Path) -> Any:
    """What stands there; None where something above it was taken out, or nothing stands there."""
    for part in path:
        if not holds(tree, part):
            return None
        tree = tree[part]
    return tree
