"""What an edition says, in short: enough to know whose fields are others than they were."""

from __future__ import annotations

import json
import marshal
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

Fields = dict[str, str]
"""A short print of each value, by the name of its field."""
Tree = dict[str, Any]
"""A mapping as a file says it."""

SECTION = "section"
"""The field that says where a subject stands."""
RELISTED = "relisted "
"""How the field of a relisting begins; the id of the section it stands in follows."""
_TOP = ""
_OUTLINE = frozenset(("projects", "sections"))


class Imprint(NamedTuple):
    """An edition in short; two values are the same where their prints are."""

    plan: str
    edition: str
    label: str
    previous: str | None
    revises: str | None
    whole: bool
    """Whether every section and project has its id, so that it can be compared."""
    names: dict[str, str]
    """What each project and section is called."""
    said: dict[str, str]
    """What each project and section says: its fields as text, to be compared as a whole."""
    orders: dict[str, str]
    """The order of what stands in each section."""
    lineage: list[list[str]]
    """The ids that each record of the lineage names."""


def imprint(tree: Tree) -> Imprint:
    """The edition in short, from the plain values that its file says."""
    head, goals = tree["edition"], tree.get("sections", ())
    found = _Part({}, {}, {_TOP: _order([one.get("id") for one in goals])}, [])
    for goal in goals:
        _join(found, _goal(_dumped(goal)))
    return Imprint(
        tree["plan"]["id"],
        head["id"],
        head["label"],
        head.get("previous"),
        head.get("revises"),
        not found.without_id,
        found.names,
        found.said,
        found.orders,
        [_named(record) for record in tree.get("lineage", ())],
    )


def _named(record: Tree) -> list[str]:
    return [*record.get("from", ()), *record.get("to", ())]


class _Part(NamedTuple):
    """A part of an outline in short."""

    names: dict[str, str]
    said: dict[str, str]
    orders: dict[str, str]
    without_id: list[str]
    """What has no id, by its name or title."""


# From version to version nearly everything is the same, and is told apart by its bytes: first
# whole goals, then single records.
@lru_cache(maxsize=1 << 8)
def _goal(dumped: bytes) -> _Part:
    found = _Part({}, {}, {}, [])
    _take_section(_loaded(dumped), _TOP, found)
    return found


def _join(found: _Part, more: _Part) -> None:
    found.names.update(more.names)
    found.orders.update(more.orders)
    found.without_id.extend(more.without_id)
    # A project may be listed below several goals.
    shared = found.said.keys() & more.said.keys()
    both = {one: found.said[one] + more.said[one] for one in shared}
    found.said.update(more.said)
    found.said.update(both)


def _take_section(section: Tree, above: str, into: _Part) -> None:
    known, title = section.get("id"), section["title"]
    if known is None:
        into.without_id.append(title)
        return
    own = {name: value for name, value in section.items() if name not in _OUTLINE}
    rows, sections = section.get("projects", ()), section.get("sections", ())
    into.names[known] = title
    into.said[known] = _of_record(_dumped(own), above)
    listed = [row.get("id") or row.get("relists") for row in rows]
    into.orders[known] = _order([*listed, "", *(one.get("id") for one in sections)])
    for row in rows:
        _take_row(row, known, into)
    for one in sections:
        _take_section(one, known, into)


def _take_row(row: Tree, section: str, into: _Part) -> None:
    known, relisted = row.get("id"), row.get("relists")
    if relisted is not None:
        into.said[relisted] = into.said.get(relisted, "") + _relisting(_dumped(row), section)
    elif known is None:
        into.without_id.append(row["name"])
    else:
        into.names[known] = row["name"]
        into.said[known] = into.said.get(known, "") + _of_record(_dumped(row), section)


def _order(ids: list[str | None]) -> str:
    return _short(",".join(one or "" for one in ids))


def _dumped(record: Tree) -> bytes:
    """The quickest that makes of a mapping something that can be looked up."""
    return marshal.dumps(record, _PLAIN)


_PLAIN = 2
"""The version that writes equal values alike, however often each is referred to."""
_json = json.JSONEncoder(sort_keys=True, default=str).encode
# A field to a line: a file's keys hold neither of the two.
_BETWEEN, _END = "\t", "\n"


def _loaded(dumped: bytes) -> Tree:
    found: Tree = marshal.loads(dumped)  # noqa: S302 - dumped by ourselves, a moment ago
    return found


@lru_cache(maxsize=1 << 14)
def _of_record(dumped: bytes, section: str) -> str:
    """The fields of a record; what is empty or false is as if it weren't written."""
    record = _loaded(dumped)
    lines = (
        _line(name, value)
        for name, value in sorted(record.items())
        if name != "id" and not _is_nothing(value)
    )
    return f"{SECTION}{_BETWEEN}{section}{_END}{''.join(lines)}"


@lru_cache(maxsize=1 << 12)
def _relisting(dumped: bytes, section: str) -> str:
    return _line(RELISTED + section, _loaded(dumped))


def _line(name: str, value: Any) -> str:
    return f"{name}{_BETWEEN}{_short(_json(value))}{_END}"


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or value in ([], {})


_BYTES = 15
"""Too many to find two texts that share a print: the change of one to the other would be hidden."""


def _short(text: str) -> str:
    return b64encode(blake2b(text.encode(), digest_size=_BYTES).digest()).decode()


@lru_cache(maxsize=1 << 14)
def fields(said: str) -> Fields:
    """The fields that a text of an imprint holds."""
    lines = (line.split(_BETWEEN) for line in said.split(_END) if line)
    return {line[0]: line[1] for line in lines}


def fields_of(imprint: Imprint, subject: str) -> Fields:
    """What a project or section says, by field; nothing where the edition doesn't have it."""
    return fields(imprint.said.get(subject, ""))


def altered(was: Imprint, now: Imprint, subjects: frozenset[str]) -> bool:
    """Whether a comparison of the two can tell anything of the subjects; False is certain.

    For another state of one edition only: between editions, lineage tells of what is the same.
    """
    if any(_differs(was, now, subject) for subject in subjects):
        return True
    passing = was.said.keys() ^ now.said.keys()
    return bool(passing) and any(
        not subjects.isdisjoint(named) and not passing.isdisjoint(named)
        for named in (*was.lineage, *now.lineage)
    )


def _differs(was: Imprint, now: Imprint, subject: str) -> bool:
    if was.said.get(subject) != now.said.get(subject):
        return True
    sections = _sections(fields_of(was, subject))
    return any(was.orders.get(one) != now.orders.get(one) for one in sections)


def _sections(fields: Fields) -> Iterator[str]:
    """The sections that a subject stands in."""
    for name, value in fields.items():
        if name == SECTION:
            yield value
        elif name.startswith(RELISTED):
            yield name.removeprefix(RELISTED)
