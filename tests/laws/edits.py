"""One small edit anywhere in the file of an edition, as an editor makes it between two builds."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from pydantic import ValidationError

from laws.editions import DEPARTMENTS, NAMES, PROJECTS, SECTIONS
from planversion.model import Edition
from planversion.model.saying import written

Plain = dict[str, Any]
Path = tuple[str | int, ...]

_ADDED: list[tuple[Path, str, Any]] = [
    (("plan",), "spellings", [["見守り", "相談の実施"]]),
    (("plan",), "language", "en"),
    (("edition",), "stage", "素案"),
    (("edition",), "status", "adopted"),
    (("edition",), "adopted_on", "2024-04-01"),
    (("edition",), "in_force_to", "2029-03-31"),
    (("edition",), "revises", "1"),
    (("edition",), "previous", "2"),
    ((), "levels", [{"name": "施策", "code": "{n}"}, {"name": "目標", "code": "({n})"}]),
    ((), "sources", [{"id": "a", "title": "本編 <i>", "url": "https://example.org/"}]),
    ((), "returned", [{"id": PROJECTS[0], "reason": "再開"}]),
    ((), "explanations", [{"id": PROJECTS[1], "reason": "要望"}]),
    ((), "lineage", [{"from": [PROJECTS[0]], "to": [PROJECTS[1]], "reason": "統合"}]),
    ((), "lineage", [{"from": [SECTIONS[0]], "to": [SECTIONS[1]], "reason": "再編"}]),
    ((), "departments", [{"name": DEPARTMENTS[0], "succeeds": [DEPARTMENTS[1]]}]),
    ((), "published_notes", [{"text": "名称変更"}]),
]
"""Keys that a random edition has seldom or never, and what one may say there."""
_WORDS = [*NAMES, *DEPARTMENTS, *PROJECTS, *SECTIONS, "new", "1", "𠮷\u202e"]


def edited(edition: Edition, random: Random) -> Edition:
    """The edition with one edit; as it is where no try made a sound one."""
    for _ in range(30):
        plain: Plain = deepcopy(written(edition))
        random.choice((_add, _replace, _replace, _drop, _swap, _move))(plain, random)
        try:
            found = Edition.model_validate(plain, by_alias=True, by_name=False)
        except ValidationError:
            continue
        # An edition is known by its id; a plan of another id would be another site.
        same = (found.id, found.plan.id) == (edition.id, edition.plan.id)
        if same and found.outline.complete and found != edition:
            return found
    return edition


def _add(plain: Plain, random: Random) -> None:
    path, key, value = random.choice(_ADDED)
    _at(plain, path)[key] = value


def _replace(plain: Plain, random: Random) -> None:
    """Another word, number or answer in place of one."""
    leaves = [path for path, value in _walked(plain) if not isinstance(value, dict | list)]
    path = random.choice(leaves)
    above, value = _at(plain, path[:-1]), _at(plain, path)
    other = random.choice(_WORDS) if isinstance(value, str) else random.choice([True, False, 2, 7])
    above[path[-1]] = other


def _drop(plain: Plain, random: Random) -> None:
    """A key or an entry less."""
    path = random.choice([path for path, _ in _walked(plain)])
    del _at(plain, path[:-1])[path[-1]]


def _swap(plain: Plain, random: Random) -> None:
    """Two neighbours of a list the other way around."""
    lists = [one for _, one in _walked(plain) if isinstance(one, list) and len(one) > 1]
    if lists:
        chosen = random.choice(lists)
        index = random.randrange(len(chosen) - 1)
        chosen[index : index + 2] = chosen[index : index + 2][::-1]


def _move(plain: Plain, random: Random) -> None:
    """A row or a section into another section."""
    nodes = [one for _, one in _walked(plain) if isinstance(one, dict) and "title" in one]
    homes = [one for one in nodes if str(one.get("id", "")).startswith("s-")]
    key = random.choice(["projects", "sections"])
    sources = [one for one in homes if one.get(key)]
    if sources:
        moved = random.choice(sources)[key].pop()
        random.choice(homes).setdefault(key, []).append(moved)


def _walked(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Everything below a value, with its path."""
    pairs = value.items() if isinstance(value, dict) else ()
    for key, one in enumerate(value) if isinstance(value, list) else pairs:
        yield (*path, key), one
        yield from _walked(one, (*path, key))


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value
