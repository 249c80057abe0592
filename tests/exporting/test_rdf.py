"""SKOS and XKOS in Turtle, as rdflib reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, SKOS

from golden import Golden
from laws.editions import editions, pairs
from planversion import compare
from planversion.comparing.crosswalk import Crosswalk, crosswalk
from planversion.errors import UnexportableError, UsageError
from planversion.exporting.correspondences import correspondence
from planversion.exporting.naming import base_of
from planversion.exporting.skos import skos
from planversion.model import Edition

XKOS = Namespace("http://rdf-vocabulary.ddialliance.org/xkos#")
XKOSNO = Namespace("https://data.norge.no/vocabulary/xkosno#")
BASE = "https://plans.example.jp/"
EDITION = URIRef(f"{BASE}edition/case/2")
HERE = Namespace(f"{EDITION}#")
LASTING = Namespace(f"{BASE}id/")


def read(turtle: str) -> Graph:
    return Graph().parse(data=turtle, format="turtle")


@pytest.fixture(scope="module")
def graph(new: Edition) -> Graph:
    return read(skos(new, BASE))


def test_the_scheme_of_an_edition(case: Path, new: Edition, golden: Golden) -> None:
    golden(case / "expected.skos.ttl", skos(new))


def test_a_second_run_says_the_same(new: Edition, graph: Graph) -> None:
    assert isomorphic(read(skos(new, BASE)), graph)


def test_a_project_is_a_concept_under_every_section_that_lists_it(graph: Graph) -> None:
    project = HERE["p-0000000012"]
    assert (project, RDF.type, SKOS.Concept) in graph
    assert (project, SKOS.inScheme, EDITION) in graph
    assert (project, DCTERMS.isVersionOf, LASTING["p-0000000012"]) in graph
    assert (project, SKOS.prefLabel, Literal("相談の充実", "ja")) in graph
    assert (project, SKOS.altLabel, Literal("相談(再掲)", "ja")) in graph
    above = {HERE["s-0000000024"], HERE["s-0000000036"]}
    assert set(graph.objects(project, SKOS.broader)) == above
    assert set(graph.subjects(SKOS.narrower, project)) == above


def test_sections_have_their_codes_and_levels(graph: Graph) -> None:
    assert graph.value(HERE["s-0000000024"], SKOS.notation) == Literal("1(1)")
    assert graph.value(HERE["s-0000000036"], SKOS.notation) is None
    levels = Collection(graph, graph.value(EDITION, XKOS.levels))
    named = [(str(graph.value(o, SKOS.prefLabel)), int(graph.value(o, XKOS.depth))) for o in levels]
    assert named == [("目標", 1), ("施策", 2), ("事業", 3)]
    assert int(graph.value(EDITION, XKOS.numberOfLevels)) == 3
    third = set(graph.objects(HERE["level-3"], SKOS.member))
    assert {HERE["p-0000000012"], HERE["p-000000008g"]} < third


def test_an_adopted_edition_supersedes_and_a_draft_only_follows(new: Edition, graph: Graph) -> None:
    before = URIRef(f"{BASE}edition/case/1")
    assert (EDITION, XKOS.supersedes, before) in graph
    draft = new.header.model_copy(update={"status": "draft"})
    other = read(skos(new.model_copy(update={"header": draft}), BASE))
    assert (EDITION, XKOS.follows, before) in other
    assert (EDITION, XKOS.supersedes, None) not in other


def test_hostile_names_are_literals_as_they_are(new: Edition, graph: Graph) -> None:
    labels = {str(one) for one in graph.objects(None, SKOS.prefLabel)}
    for name in ("=cmd|' /C calc'!A0", "𠮷野家の🏘\tタブ", '"引用" <b>&amp;</b> ]]>', "住宅;課\\"):
        assert name in labels
    note = graph.value(HERE["p-0000000012"], SKOS.editorialNote)
    assert str(note) == "\u202e逆\u202c \x07 \ufffe"
    assert "\u202e" not in skos(new)


def test_the_real_plan_has_all_its_concepts(real: tuple[Edition, Edition]) -> None:
    found = read(skos(real[1]))
    assert len(set(found.subjects(SKOS.inScheme, None))) == 75 + 165
    assert len(list(found.subject_objects(SKOS.broader))) == 75 - 6 + 183


@given(editions("1"))
def test_every_relation_reads_both_ways(edition: Edition) -> None:
    found = read(skos(edition))
    up = set(found.subject_objects(SKOS.broader))
    assert up == {(below, above) for above, below in found.subject_objects(SKOS.narrower)}


def test_the_correspondence_of_two_editions(case: Path, walked: Crosswalk, golden: Golden) -> None:
    golden(case / "expected.xkos.ttl", correspondence(walked, "ja"))


def test_an_association_joins_a_whole_family(walked: Crosswalk) -> None:
    found = read(correspondence(walked, "ja", BASE))
    whole = URIRef(f"{BASE}map/case/1/2")
    was = Namespace(f"{BASE}edition/case/1#")
    assert (whole, XKOS.compares, EDITION) in found
    part = found.value(None, XKOS.sourceConcept, was["p-0000000024"])
    assert (whole, XKOS.madeOf, part) in found
    split = {HERE["p-000000006c"], HERE["p-000000007e"]}
    assert set(found.objects(part, XKOS.targetConcept)) == split
    kind = found.value(part, DCTERMS.type)
    assert (kind, SKOS.exactMatch, XKOSNO.ItemBreakdown) in found
    assert (part, SKOS.note, Literal("窓口を分けた; 二つに")) in found


@given(pairs)
def test_every_concept_of_both_stands_in_one_association(pair: tuple[Edition, Edition]) -> None:
    found = read(correspondence(crosswalk(compare(*pair)), "ja"))
    for edition, side in zip(pair, (XKOS.sourceConcept, XKOS.targetConcept), strict=True):
        told = [str(one).rpartition("#")[2] for one in found.objects(None, side)]
        outline = edition.outline
        assert sorted(told) == sorted([*outline.places, *outline.projects])
    parts = set(found.subjects(RDF.type, XKOS.ConceptAssociation))
    assert parts == set(found.objects(None, XKOS.madeOf))


def test_two_states_of_one_edition_have_one_address_and_are_refused(new: Edition) -> None:
    with pytest.raises(UnexportableError, match="same-edition"):
        correspondence(crosswalk(compare(new, new)), "ja")


@pytest.mark.parametrize("given_base", ["x", "", "https://a b/", "https://a/<b>", "javascript:x"])
def test_a_base_that_is_no_address_is_refused(given_base: str) -> None:
    with pytest.raises(UsageError, match="base"):
        base_of(given_base)


def test_a_base_ends_where_a_name_can_begin() -> None:
    assert base_of("https://plans.example.jp") == BASE
    assert base_of("https://plans.example.jp/#") == f"{BASE}#"
    assert base_of(None) == "urn:planversion:"
