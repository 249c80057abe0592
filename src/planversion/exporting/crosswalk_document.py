"""A crosswalk for machines: what each part of the JSON document holds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from planversion.changes import EditionReference
from planversion.characters import escaped
from planversion.comparing.crosswalk import Basis, Cardinality, Crosswalk, End, Link, Of
from planversion.exporting.kinds import gsim
from planversion.matching.families import Kind
from planversion.model.base import Many, Record


class EditionOfMap(Record):
    """One of the two editions."""

    plan: str
    """The plan."""
    id: str
    """The edition."""
    label: str
    """The edition as people call it."""
    stage: str | None
    """The stage as printed."""


class MappedEnd(Record):
    """A project or section as one edition has it."""

    id: str
    """Its permanent id."""
    name: str
    """Its name or title as printed."""
    codes: Many[str]
    """The place codes it is printed under."""


class MappedPair(Record):
    """An id of the old edition and the one that answers to it in the new one."""

    of: Of
    """Sections or projects."""
    kind: Kind | Literal["kept"]
    """What became of the family that both belong to; kept where the id simply lives on."""
    gsim: Many[str]
    """The same, and what changed, in the words of GSIM."""
    cardinality: Cardinality
    """How many old ids stand against how many new ones."""
    old: MappedEnd | None
    """As the old edition has it; null where it is new."""
    new: MappedEnd | None
    """As the new edition has it; null where it ended."""
    changes: Many[str]
    """The kinds of change of a subject that both editions have."""
    basis: Basis | None
    """How it is known; null where nobody says anything."""
    reasons: Many[str]
    """Why, as declared."""
    unsure: bool
    """Whether a careful reader would doubt it."""


class MapDocument(Record):
    """Every id of each of two editions, with whoever answers to it in the other."""

    model_config = ConfigDict(title="planversion map")

    version: Annotated[Literal[1], Field()] = 1
    """The version of this format."""
    old: EditionOfMap
    """The old edition."""
    new: EditionOfMap
    """The new edition."""
    gaps: Many[Many[str]]
    """Neighbours on the way that don't know each other: what was declared there is unknown."""
    pairs: Many[MappedPair]
    """Sections, then projects; in the order of the old edition, then whoever is new."""


def map_json(crosswalk: Crosswalk) -> str:
    """The crosswalk as a JSON document."""
    document = MapDocument(
        old=_edition(crosswalk.old),
        new=_edition(crosswalk.new),
        gaps=crosswalk.gaps,
        pairs=tuple(map(_pair, crosswalk.links)),
    )
    return escaped(document.model_dump_json(indent=2)) + "\n"


def _edition(of: EditionReference) -> EditionOfMap:
    return EditionOfMap(plan=of.plan, id=of.id, label=of.label, stage=of.stage)


def _pair(link: Link) -> MappedPair:
    known = link._asdict() | {"old": _end(link.old), "new": _end(link.new)}
    return MappedPair(gsim=gsim(link), **known)


def _end(end: End | None) -> MappedEnd | None:
    return MappedEnd(id=end.id, name=end.name, codes=end.codes) if end else None
