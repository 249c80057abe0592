"""What an edition said of its lineage before, and doesn't say any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from planversion.model import Edition, Lineage
from planversion.rules.looking.subjects import Revision


class Loss(NamedTuple):
    """Of a record of lineage, what is gone."""

    of: Literal["record", "members", "reason", "doubt"]
    at: int
    """The record's position before."""
    record: Lineage
    ids: tuple[str, ...]
    """Who isn't named any more, or isn't doubted any more."""
    now: int | None
    """The position of the record that speaks of them now."""


def losses(revision: Revision) -> Iterator[Loss]:
    """What the lineage doesn't say any more, though those it spoke of are as they were.

    A project that came back to life, that isn't there any more, or that nobody knew isn't missed;
    nor is a record that leads elsewhere now.
    """
    old, new = revision.old.edition, revision.now
    if old.lineage == new.lineage:
        return
    asked = _Asked(_ids(old), _ids(new), _ids(revision.new.edition), _before(revision))
    heirs, said = _heirs(new), frozenset(old.lineage)
    named_anew = frozenset(i for r in new.lineage if r not in said for i in (*r.old, *r.new))
    published = old.header.status != "draft"
    for at, record in enumerate(old.lineage):
        now = {one: new.lineage[one] for i in record.old or record.new for one in heirs[i]}
        if wanted := asked.wanted(record):
            found = _loss(at, record, wanted, now, named_anew)
            # In a draft, a doubt goes when it is settled.
            if found and (published or found.of != "doubt"):
                yield found


def _loss(
    at: int,
    record: Lineage,
    wanted: tuple[str, ...],
    heirs: Mapping[int, Lineage],
    named_anew: frozenset[str],
) -> Loss | None:
    named = {one for heir in heirs.values() for one in (*heir.old, *heir.new)}
    now = min(heirs, default=None)
    missing = tuple(one for one in wanted if one not in named and one not in named_anew)
    if missing and not _leads_elsewhere(record, wanted, named):
        return Loss(
            "record" if len(missing) == len(wanted) else "members", at, record, missing, now
        )
    if now is None:
        return None
    if record.reason and not any(heir.reason for heir in heirs.values()):
        return Loss("reason", at, record, (), now)
    doubted = {one for heir in heirs.values() for one in heir.unsure}
    settled = tuple(one for one in record.unsure if one in wanted and one not in doubted)
    return Loss("doubt", at, record, settled, now) if settled else None


def _leads_elsewhere(record: Lineage, wanted: tuple[str, ...], named: set[str]) -> bool:
    """Whether it names somebody else instead, and still speaks of all whom it comes from."""
    comes_from = named.issuperset(one for one in record.old if one in wanted)
    return comes_from and not named.issubset((*record.old, *record.new))


class _Asked(NamedTuple):
    """Who was there and is there, to say whom the lineage must still name."""

    was: frozenset[str]
    now: frozenset[str]
    written: frozenset[str]
    """Those there are under the ids as written, where one was tied to its own past, too."""
    before: frozenset[str] | None
    """Those of the editions before, where these are known."""

    def wanted(self, record: Lineage) -> tuple[str, ...]:
        """Whom the record must still name; nobody where all it comes from came back."""
        old = tuple(one for one in record.old if self._still_gone(one))
        if record.old and not old:
            return ()
        new = tuple(one for one in record.new if one in self.was and one in self.now)
        return (*old, *new)

    def _still_gone(self, identifier: str) -> bool:
        came_back = identifier in self.written and identifier not in self.was
        return not came_back and (self.before is None or identifier in self.before)


def _before(revision: Revision) -> frozenset[str] | None:
    # Lineage may be told against any edition before, and only a whole chain knows them all.
    volumes = tuple(revision.shelf.before(revision.new.edition))
    if not volumes or volumes[-1].previous is not None:
        return None
    return frozenset(one for volume in volumes for one in volume.names)


def _ids(edition: Edition) -> frozenset[str]:
    return edition.outline.projects | frozenset(edition.outline.places)


def _heirs(edition: Edition) -> Mapping[str, list[int]]:
    """By id, the records that come from it; where they come from nobody, that lead to it."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, record in enumerate(edition.lineage):
        for identifier in record.old or record.new:
            found[identifier].append(index)
    return found
