"""An edition as a SKOS concept scheme with the levels of XKOS, in Turtle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.exporting.naming import BASE, Names, names_of
from planversion.exporting.turtle import about, date, document, iri, listed, literal
from planversion.messages import Language, say
from planversion.model import Edition, Project
from planversion.model.labelling import edition_label
from planversion.model.places import Place


def skos(edition: Edition, base: str = BASE, language: Language | None = None) -> str:
    """The edition as Turtle, our own words in a language, by default the plan's.

    Raises UnexportableError where something has no id.
    """
    return document(_Scheme(edition, names_of(edition, base), language).blocks())


class _Scheme:
    """An edition, and what everything in it is called."""

    def __init__(self, edition: Edition, names: Names, language: Language | None) -> None:
        self.edition = edition
        self.names = names
        self.outline = edition.outline
        self.language = edition.plan.language
        self.spoken = language or edition.plan.language
        deepest = max((place.depth + 1 for place in self.outline.places.values()), default=0)
        self.depth = max(deepest, len(edition.levels))

    def blocks(self) -> Iterator[str]:
        """What is said of the edition, its levels, its sections, projects and departments."""
        yield self._scheme()
        yield from self._levels()
        yield from map(self._section, self.outline.places.values())
        yield from map(self._project, self._projects())
        yield from self._departments()

    def _scheme(self) -> str:
        header, names = self.edition.header, self.names
        title = f"{self.edition.plan.title} {edition_label(header)}"
        tops = [names.within(p.id) for p in self.outline.places.values() if p.above is None]
        return about(
            iri(names.scheme),
            ("a", ["skos:ConceptScheme"]),
            ("skos:prefLabel", [self._said(title)]),
            ("dcterms:identifier", [literal(f"{names.plan}@{names.edition}")]),
            ("dcterms:issued", [date(header.adopted_on)] if header.adopted_on else []),
            (_after(self.edition), self._others(header.previous)),
            ("prov:wasRevisionOf", self._others(header.revises)),
            ("dcterms:source", [self._said(source.title) for source in self.edition.sources]),
            ("xkos:numberOfLevels", [str(self.depth + 1)]),
            ("xkos:levels", [listed(iri(names.within(one)) for one in self._level_names())]),
            ("skos:hasTopConcept", [iri(top) for top in tops]),
        )

    def _others(self, edition: str | None) -> list[str]:
        return [iri(self.names.other(edition).scheme)] if edition else []

    def _said(self, text: str) -> str:
        return literal(text, self.language)

    def _level_names(self) -> list[str]:
        return [f"level-{number}" for number in range(1, self.depth + 2)]

    def _levels(self) -> Iterator[str]:
        """Sections by their depth; projects, wherever they stand, are the last level."""
        by_depth: dict[int, list[str]] = {}
        for place in self.outline.places.values():
            by_depth.setdefault(place.depth, []).append(place.id)
        by_depth[self.depth] = [project.id or "" for project in self._projects()]
        for depth, name in enumerate(self._level_names()):
            label = self._called(depth)
            kind = iri(self.names.within(f"{name}-kind"))
            members = [iri(self.names.within(one)) for one in by_depth.get(depth, ())]
            yield about(
                iri(self.names.within(name)),
                ("a", ["xkos:ClassificationLevel"]),
                ("skos:prefLabel", [label]),
                ("xkos:depth", [str(depth + 1)]),
                ("xkos:organizedBy", [kind]),
                ("skos:member", members),
            )
            yield about(kind, ("a", ["skos:Concept"]), ("skos:prefLabel", [label]))

    def _called(self, depth: int) -> str:
        """What a level is called: by the plan, or by a word of ours."""
        if depth < len(self.edition.levels):
            return self._said(self.edition.levels[depth].name)
        word = say("project") if depth == self.depth else say("section")
        return literal(word.to(self.spoken), self.spoken)

    def _section(self, place: Place) -> str:
        section, names = place.section, self.names
        below = [*(one.id or "" for one in section.sections), *self.outline.rows[place.id]]
        above = [iri(names.within(place.parent))] if place.parent else []
        code = place.code if section.number not in (None, "") else ""
        return about(
            iri(names.within(place.id)),
            *self._concept(place.id, section.title),
            ("skos:notation", [literal(code)] if code else []),
            ("skos:broader", above),
            ("skos:topConceptOf", [] if above else [iri(names.scheme)]),
            ("skos:narrower", [iri(names.within(one)) for one in below]),
            ("skos:editorialNote", self._maybe(section.note)),
        )

    def _project(self, project: Project) -> str:
        identifier, names = project.id or "", self.names
        rows = [row.entry for row in self.outline.placements(identifier)]
        others = dict.fromkeys(
            row.wording for row in rows if not isinstance(row, Project) and row.wording
        )
        carried = [iri(names.department(one)) for one in dict.fromkeys(project.departments)]
        above = [iri(names.within(one)) for one in self.outline.listings(identifier)]
        return about(
            iri(names.within(identifier)),
            *self._concept(identifier, project.name),
            ("skos:altLabel", [self._said(one) for one in others if one != project.name]),
            ("skos:broader", above),
            ("skos:definition", self._maybe(project.description)),
            ("dcterms:contributor", carried),
            ("skos:editorialNote", self._maybe(project.note)),
        )

    def _concept(self, identifier: str, label: str) -> Iterable[tuple[str, list[str]]]:
        return (
            ("a", ["skos:Concept"]),
            ("skos:inScheme", [iri(self.names.scheme)]),
            ("dcterms:isVersionOf", [iri(self.names.lasting(identifier))]),
            ("dcterms:identifier", [literal(identifier)]),
            ("skos:prefLabel", [self._said(label)]),
        )

    def _maybe(self, text: str | None) -> list[str]:
        return [self._said(text)] if text else []

    def _projects(self) -> Iterator[Project]:
        for place in self.outline.places.values():
            for entry in place.section.projects:
                if isinstance(entry, Project):
                    yield entry

    def _departments(self) -> Iterator[str]:
        carrying = (name for project in self._projects() for name in project.departments)
        declared = (department.name for department in self.edition.departments)
        for name in dict.fromkeys((*declared, *carrying)):
            yield about(
                iri(self.names.department(name)),
                ("a", ["org:OrganizationalUnit"]),
                ("skos:prefLabel", [self._said(name)]),
            )


def _after(edition: Edition) -> str:
    """A draft comes after the edition before it; only an adopted one takes its place."""
    return "xkos:supersedes" if edition.header.status == "adopted" else "xkos:follows"
