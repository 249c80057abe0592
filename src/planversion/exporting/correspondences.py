"""A crosswalk as an XKOS correspondence, in Turtle: an association a family, or a pair."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.comparing.crosswalk import Crosswalk, Link
from planversion.exporting.ends import Ends, ends_of, gap_note, grouped
from planversion.exporting.kinds import GSIM, TERMS
from planversion.exporting.naming import BASE
from planversion.exporting.turtle import about, document, iri, literal
from planversion.model.labelling import edition_label


def correspondence(crosswalk: Crosswalk, language: str, base: str = BASE) -> str:
    """The crosswalk as Turtle; raises UnexportableError where both editions have one id."""
    ends = ends_of(crosswalk, base)
    groups = grouped(crosswalk.links)
    return document(
        (
            _whole(crosswalk, ends, list(groups), language),
            *(_association(ends, name, links) for name, links in groups.items()),
            *_kinds(crosswalk),
        )
    )


def _whole(crosswalk: Crosswalk, ends: Ends, names: list[str], language: str) -> str:
    old, new = edition_label(crosswalk.old), edition_label(crosswalk.new)
    return about(
        iri(ends.correspondence),
        ("a", ["xkos:Correspondence"]),
        ("skos:prefLabel", [literal(f"{crosswalk.title} {old} → {new}", language)]),
        ("xkos:compares", [iri(ends.old.scheme), iri(ends.new.scheme)]),
        ("skos:note", [literal(gap_note(crosswalk.gaps), "en")] if crosswalk.gaps else []),
        ("xkos:madeOf", [iri(ends.within(name)) for name in names]),
    )


def _association(ends: Ends, name: str, links: list[Link]) -> str:
    old = dict.fromkeys(link.old.id for link in links if link.old)
    new = dict.fromkeys(link.new.id for link in links if link.new)
    reasons = dict.fromkeys(reason for link in links for reason in link.reasons)
    doubts = [_pair(link) for link in links if link.unsure]
    kinds = dict.fromkeys(kind for link in links for kind in (link.kind, *link.changes))
    return about(
        iri(ends.within(name)),
        ("a", ["xkos:ConceptAssociation"]),
        ("xkos:sourceConcept", [iri(ends.old.within(one)) for one in old]),
        ("xkos:targetConcept", [iri(ends.new.within(one)) for one in new]),
        ("dcterms:type", [iri(_kind(kind)) for kind in kinds]),
        ("skos:note", [literal(reason) for reason in reasons]),
        ("skos:editorialNote", [literal(f"in doubt: {one}", "en") for one in doubts]),
    )


def _pair(link: Link) -> str:
    return " → ".join(end.id for end in (link.old, link.new) if end)


def _kinds(crosswalk: Crosswalk) -> Iterator[str]:
    told = {kind for link in crosswalk.links for kind in (link.kind, *link.changes)}
    for kind in sorted(told):
        known = [f"xkosno:{TERMS[kind]}"] if kind in TERMS else []
        yield about(
            iri(_kind(kind)),
            ("a", ["skos:Concept"]),
            ("skos:prefLabel", [literal(kind.replace("_", " "), "en")]),
            ("skos:altLabel", [literal(GSIM[kind], "en")] if kind in GSIM else []),
            ("skos:exactMatch", known),
        )


def _kind(kind: str) -> str:
    return f"{BASE}kind:{kind}"
