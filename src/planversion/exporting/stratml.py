"""An edition as StratML Part 1 (ISO 17469-1): goals, and the objectives below each.

The standard knows two levels. A section at the top is a Goal; whatever stands below it, sections
and projects alike, is an Objective of it in reading order, and tells by its SequenceIndicator
where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planversion.characters import UNSHOWN
from planversion.errors import Problem, UnexportableError
from planversion.exporting.naming import require_ids
from planversion.messages import Language, Message, say
from planversion.model import Edition, Project
from planversion.model.labelling import edition_label
from planversion.model.places import Outline, Place, Placement

_NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 can't say, not even by its number."""
_REFERRED = re.compile(f"[&<>\r]|{UNSHOWN.pattern}")


def stratml(edition: Edition, language: Language | None = None) -> str:
    """The edition as XML, our own words in a language, by default the plan's.

    Raises UnexportableError without sections, or where an id is missing.
    """
    require_ids(edition)
    if not edition.sections:
        what = say("StratML asks for a goal, and this edition has no section")
        raise UnexportableError([Problem("no-goal", what)])
    plan = _element(
        "StrategicPlan",
        *_plan(edition, language or edition.plan.language),
        attributes=f' xmlns="{_NAMESPACE}"',
    )
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *plan, ""])


Lines = list[str]


def _plan(edition: Edition, language: Language) -> Iterator[Lines]:
    header = edition.header
    yield _text("Name", edition.plan.title)
    yield _text("Description", edition_label(header))
    yield _text("OtherInformation", f"{edition.plan.id}@{edition.id}: {header.status}")
    yield _element("StrategicPlanCore", _organization(edition), *_goals(edition, language))
    dates = [
        _text(name, day.isoformat())
        for name, day in (
            ("StartDate", header.in_force_from),
            ("EndDate", header.in_force_to),
            ("PublicationDate", header.adopted_on),
        )
        if day
    ]
    if dates:
        yield _element("AdministrativeInformation", *dates)


def _organization(edition: Edition) -> Lines:
    whose = edition.plan.jurisdiction
    departments = (_stakeholder(one.name, one.collective) for one in edition.departments)
    return _element("Organization", *([_text("Name", whose)] if whose else []), *departments)


def _stakeholder(name: str, collective: bool) -> Lines:  # noqa: FBT001 - the one thing told
    kind = "Generic_Group" if collective else "Organization"
    return _element("Stakeholder", _text("Name", name), attributes=f' StakeholderTypeType="{kind}"')


def _goals(edition: Edition, language: Language) -> Iterator[Lines]:
    told = _Telling(edition, language)
    places = edition.outline.places.values()
    below: dict[str, list[Place]] = {}
    for place in places:
        below.setdefault(place.top.id, []).append(place)
    for goal, *rest in below.values():
        objectives = [one for place in (goal, *rest) for one in told.objectives(place, goal)]
        yield _element("Goal", *told.goal(goal), *objectives)


class _Telling:
    """Tells sections and projects of one edition in a language."""

    def __init__(self, edition: Edition, language: Language) -> None:
        self.outline: Outline = edition.outline
        self.language = language
        self.collective = {one.name for one in edition.departments if one.collective}

    def goal(self, place: Place) -> Iterator[Lines]:
        """What is said of a section at the top; the standard wants a description of it."""
        yield _text("Name", place.section.title)
        yield _text("Description", "")
        yield from self._known(place.id, place.code)

    def objectives(self, place: Place, goal: Place) -> Iterator[Lines]:
        """A section, unless it is the goal itself, and its rows."""
        code = place.code
        if place is not goal:
            named = _text("Name", place.section.title)
            yield _element("Objective", named, *self._known(place.id, code))
        for row in self.outline.listed(place):
            yield _element("Objective", *self._row(row, f"{code}-{row.position + 1}"))

    def _row(self, row: Placement, sequence: str) -> Iterator[Lines]:
        entry = row.entry
        record = self.outline.record(row.project)
        if isinstance(entry, Project):
            yield _text("Name", entry.name)
            yield from [_text("Description", entry.description)] if entry.description else []
            yield from self._known(row.project, sequence)
            departments = entry.departments
        else:
            yield _text("Name", entry.wording or record.name)
            yield _text("SequenceIndicator", sequence)
            own = entry.departments
            departments = record.departments if own is None else own
        yield from (_stakeholder(one, one in self.collective) for one in departments)
        if not isinstance(entry, Project):
            # An Identifier is unique in the document: a second listing can only name the first.
            yield _text("OtherInformation", self._say(say("relists {id}", id=row.project)))

    def _known(self, identifier: str, sequence: str) -> Iterator[Lines]:
        yield _text("Identifier", identifier)
        yield _text("SequenceIndicator", sequence)

    def _say(self, message: Message) -> str:
        return message.to(self.language)


def _element(name: str, *children: Lines, attributes: str = "") -> Lines:
    inner = [f"  {line}" for child in children for line in child]
    return [f"<{name}{attributes}>", *inner, f"</{name}>"]


def _text(name: str, text: str) -> Lines:
    shown = _FORBIDDEN.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    return [f"<{name}>{_REFERRED.sub(lambda found: f'&#{ord(found[0])};', shown)}</{name}>"]
