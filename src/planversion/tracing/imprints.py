"""What an edition says, in short: enough to know whose fields are others than they were."""

from __future__ import annotations

import json
import marshal
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
    fields: dict[str, Fields]
    """What each project and section says."""
    orders: dict[str, str]
    """The order of what stands in each section."""
    lineage: list[list[str]]
    """The ids that each record of the lineage names."""


def imprint(tree: Tree) -> Imprint:
    """The edition in short, from the plain values that its file says."""
    head = tree["edition"]
    lineage = [_named(record) for record in tree.get("lineage", ())]
    found = Imprint(
        tree["plan"]["id"],
        head["id"],
        head["label"],
        head.get("previous"),
        head.get("revises"),
        whole=True,
        names={},
        fields={},
        orders={},
        lineage=lineage,
    )
    whole = _take(tree.get("sections", ()), _TOP, found)
    return found._replace(whole=whole)


def _named(record: Tree) -> list[str]:
    return [*record.get("from", ()), *record.get("to", ())]


def _take(sections: list[Tree], above: str, into: Imprint) -> bool:
    """Whether every id was there; where one isn't, nothing can be compared anyway."""
    into.orders[above] = into.orders.get(above, "") + _order([one.get("id") for one in sections])
    return all(_take_section(section, above, into) for section in sections)


def _take_section(section: Tree, above: str, into: Imprint) -> bool:
    known = section.get("id")
    if known is None:
        return False
    into.names[known] = section["title"]
    own = {name: value for name, value in section.items() if name not in _OUTLINE}
    into.fields[known] = {SECTION: above, **_prints(own)}
    rows = section.get("projects", ())
    into.orders[known] = _order([row.get("id") or row.get("relists") for row in rows])
    listed = all(_take_row(row, known, into) for row in rows)
    return _take(section.get("sections", ()), known, into) and listed


def _take_row(row: Tree, section: str, into: Imprint) -> bool:
    known, relisted = row.get("id"), row.get("relists")
    if relisted is not None:
        into.fields.setdefault(relisted, {})[RELISTED + section] = _short(_json(row))
        return True
    if known is None:
        return False
    into.names[known] = row["name"]
    into.fields[known] = into.fields.get(known, {}) | {SECTION: section} | _prints(row)
    return True


def _order(ids: list[str | None]) -> str:
    return _short(",".join(one or "" for one in ids))


def _prints(record: Tree) -> Fields:
    # The quickest way to make of a mapping something that can be looked up.
    return _of_record(marshal.dumps(record, _PLAIN))


_PLAIN = 2
"""The version that writes equal values alike, however often each is referred to."""


_json = json.JSONEncoder(sort_keys=True, default=str).encode


# From version to version nearly all records are the same, and so are most of the values.
@lru_cache(maxsize=1 << 14)
def _of_record(dumped: bytes) -> Fields:
    """A print of each value; what is empty or false is as if it weren't written."""
    return {
        name: _short(_json(value))
        for name, value in marshal.loads(dumped).items()  # noqa: S302 - dumped a moment ago
        if name != "id" and not _is_nothing(value)
    }


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or value in ([], {})


@lru_cache(maxsize=1 << 16)
def _short(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()


def altered(was: Imprint, now: Imprint, subjects: frozenset[str]) -> bool:
    """Whether a comparison of the two can tell anything of the subjects; False is certain.

    For another state of one edition only: between editions, lineage tells of what is the same.
    """
    if any(_differs(was, now, subject) for subject in subjects):
        return True
    passing = was.fields.keys() ^ now.fields.keys()
    return bool(passing) and any(
        not subjects.isdisjoint(named) and not passing.isdisjoint(named)
        for named in (*was.lineage, *now.lineage)
    )


def _differs(was: Imprint, now: Imprint, subject: str) -> bool:
    old, new = was.fields.get(subject), now.fields.get(subject)
    if old != new:
        return True
    return old is not None and any(
        was.orders.get(one) != now.orders.get(one) for one in _sections(old)
    )


def _sections(fields: Fields) -> Iterator[str]:
    """The sections that a subject stands in."""
    for name, value in fields.items():
        if name == SECTION:
            yield value
        elif name.startswith(RELISTED):
            yield name.removeprefix(RELISTED)
