"""The crosswalk: every id, both ways; SSSOM, JSON and a page for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from golden import Golden
from laws.editions import editions, pairs
from planversion import compare, markdown, read_edition, terminal
from planversion.comparing.crosswalk import Cardinality, Crosswalk, Link, crosswalk
from planversion.exporting.correspondences import correspondence
from planversion.exporting.crosswalk_document import map_json
from planversion.exporting.crosswalk_package import crosswalk_package
from planversion.exporting.naming import BASE
from planversion.exporting.sssom import sssom
from planversion.model import Edition
from planversion.rendering.crosswalk import crosswalk_page
from planversion.schemas import schema_of
from tabled import real

Pair = tuple[Edition, Edition]
TURNED = {
    "removed": "added",
    "merged": "split",
    "absorbed": "split_off",
    "relisted": "unlisted",
}
TURNED |= {other: one for one, other in TURNED.items()}


def turned(link: Link) -> Link:
    """The link as the other direction has it."""
    return link._replace(
        kind=TURNED.get(link.kind, link.kind),
        cardinality=link.cardinality[::-1],
        old=link.new,
        new=link.old,
        changes=tuple(sorted(TURNED.get(kind, kind) for kind in link.changes)),
    )


def mirrored(links: Sequence[Link]) -> list[str]:
    return sorted(repr(turned(link)) for link in links)


def as_they_are(links: Sequence[Link]) -> list[str]:
    return sorted(map(repr, links))


@given(pairs)
def test_either_direction_tells_the_same(pair: Pair) -> None:
    old, new = pair
    there, back = crosswalk(compare(old, new)), crosswalk(compare(new, old))
    assert mirrored(there.links) == as_they_are(back.links)


@given(pairs, editions("1a", "1"), editions("1b", "1a"))
def test_so_it_does_along_a_chain(pair: Pair, one: Edition, other: Edition) -> None:
    old, new = pair
    there = crosswalk(compare(old, new, between=[one, other]))
    back = crosswalk(compare(new, old, between=[other, one]))
    assert mirrored(there.links) == as_they_are(back.links)


@given(pairs)
def test_every_id_of_each_edition_occurs_and_cardinality_says_how_often(pair: Pair) -> None:
    links = crosswalk(compare(*pair)).links
    for edition, side in zip(pair, ("old", "new"), strict=True):
        outline = edition.outline
        told = [end.id for link in links if (end := getattr(link, side))]
        assert set(told) == {*outline.places, *outline.projects}
        for link in links:
            if end := getattr(link, side):
                # Of `1:n`, the n says that the old one stands against several.
                many = link.cardinality.split(":")[side == "old"] == "n"
                assert many == (told.count(end.id) > 1)


@given(editions("1"))
def test_an_edition_answers_to_itself(edition: Edition) -> None:
    for link in crosswalk(compare(edition, edition)).links:
        assert (link.kind, link.cardinality, link.basis) == ("kept", "1:1", "id")
        assert link.old == link.new


def test_a_chain_is_followed_to_its_end() -> None:
    folder = Path(__file__).parents[1] / "cases/compare/through-the-chain"
    old, between, new = (
        read_edition((folder / f"{name}.yaml").read_bytes(), name).edition
        for name in ("old", "between", "new")
    )
    told = crosswalk(compare(old, new, between=[between])).links
    ends = {(a.id, b.id) for link in told if (a := link.old) and (b := link.new) if a.id != b.id}
    assert ends == {("p-0000000012", "p-0000000036"), ("p-0000000012", "p-0000000048")}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_people_read_it(case: Path, walked: Crosswalk, golden: Golden, language: Any) -> None:
    page = crosswalk_page(walked, language)
    golden(case / f"expected.{language}.txt", terminal(page))
    golden(case / f"expected.{language}.md", markdown(page))


def test_what_is_no_plan_yet_is_called_so_above_its_column() -> None:
    shown = markdown(crosswalk_page(crosswalk(real()), "ja"))
    assert shown.count("| 第4期 | 第5期 素案(たたき台)(2) |") == 2


def test_the_document(case: Path, walked: Crosswalk, golden: Golden) -> None:
    golden(case / "expected.map.json", map_json(walked))


def test_the_document_is_valid_by_its_schema(walked: Crosswalk, walked_real: Crosswalk) -> None:
    judge = jsonschema_rs.validator_for(schema_of("map"))
    for one in (walked, walked_real):
        judge.validate(json.loads(map_json(one)))


def test_the_mappings(case: Path, walked: Crosswalk, golden: Golden) -> None:
    golden(case / "expected.sssom.tsv", sssom(walked))


REQUIRED_OF_THE_SET = {"mapping_set_id", "license"}
REQUIRED_OF_A_MAPPING = {"subject_id", "predicate_id", "object_id", "mapping_justification"}
PREDICATES = {f"skos:{name}Match" for name in ("exact", "close", "broad", "narrow", "related")}
JUSTIFICATIONS = {"semapv:ManualMappingCuration", "semapv:UnspecifiedMatching"}


def read(text: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The header and the mappings of a file of SSSOM."""
    lines = io.StringIO(text, newline="")
    head = ""
    while (line := lines.readline()).startswith("#"):
        head += line[1:]
    rows = csv.DictReader(io.StringIO(line + lines.read(), newline=""), delimiter="\t", strict=True)
    return yaml.safe_load(head), list(rows)


def judged(text: str) -> list[dict[str, str]]:
    """The mappings, held to what SSSOM 1.1 asks of a file."""
    head, rows = read(text)
    assert head.keys() >= REQUIRED_OF_THE_SET
    assert head["sssom_version"] == "1.1"
    assert rows[0].keys() >= REQUIRED_OF_A_MAPPING
    own = {one["slot_name"] for one in head["extension_definitions"]}
    assert own == {name for name in rows[0] if name.startswith("ext_")}
    for row in rows:
        assert not any(value is None for value in row.values()), row
        assert row["predicate_id"] in PREDICATES
        assert row["mapping_justification"] in JUSTIFICATIONS
        assert row["mapping_cardinality"] in get_args(Cardinality)
        assert (row["object_id"] == "sssom:NoTermFound") == (row["mapping_cardinality"] == "1:0")
        assert (row["subject_id"] == "sssom:NoTermFound") == (row["mapping_cardinality"] == "0:1")
        for one in (row["subject_id"], row["object_id"]):
            assert one.partition(":")[0] in {*head["curie_map"], "sssom"}
    return rows


def test_sssom_is_as_the_standard_asks(walked: Crosswalk, walked_real: Crosswalk) -> None:
    assert len(judged(sssom(walked_real))) == 249
    labels = {row["object_label"] for row in judged(sssom(walked))}
    for name in ("=cmd|' /C calc'!A0", "𠮷野家の🏘\tタブ", '"引用" <b>&amp;</b> ]]>'):
        assert name in labels


@given(pairs, st.text(alphabet="a\t\r\n\"'#;𠮷\u2028\x85", min_size=1))
def test_whatever_a_plan_is_called_sssom_reads_it_back(pair: Pair, title: str) -> None:
    walked = crosswalk(compare(*pair))
    named = [
        link._replace(new=link.new._replace(name=title) if link.new else None)
        for link in walked.links
    ]
    head, rows = read(sssom(Crosswalk(title, walked.old, walked.new, tuple(named), ())))
    assert head["mapping_set_title"].startswith(title)
    assert {row["object_label"] for row in rows} <= {title, ""}
    assert len(rows) == len(named)


def test_a_gap_on_the_way_is_said_in_every_format(walked: Crosswalk) -> None:
    gap = Crosswalk(walked.title, walked.old, walked.new, walked.links, (("1", "1a"),))
    assert "1 and 1a" in read(sssom(gap))[0]["comment"]
    assert json.loads(map_json(gap))["gaps"] == [["1", "1a"]]
    assert "1a" in terminal(crosswalk_page(gap, "en"))


def test_every_format_calls_a_draft_as_the_pages_do() -> None:
    walked, called = crosswalk(real()), "西東京市地域福祉計画 第4期 → 第5期 素案(たたき台)(2)"
    described = json.loads(crosswalk_package(walked)["datapackage.json"])
    assert described["title"] == called
    assert called in correspondence(walked, "ja", BASE)
    assert called.replace(" ", ": ", 1) in sssom(walked)
