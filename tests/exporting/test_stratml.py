"""StratML: valid by the standard's content model, every section and row once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from golden import Golden
from laws.editions import editions
from planversion.errors import UnexportableError
from planversion.exporting.stratml import stratml
from planversion.model import Edition

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("stratml.xsd")))
SPACE = {"s": "urn:ISO:std:iso:17469:tech:xsd:stratml_core"}


def judged(edition: Edition) -> etree._Element:
    read = etree.fromstring(stratml(edition).encode())
    SCHEMA.assertValid(read)
    return read


def test_the_document_of_an_edition(case: Path, new: Edition, golden: Golden) -> None:
    golden(case / "expected.stratml.xml", stratml(new))


def test_the_schema_accepts_the_real_plan(real: tuple[Edition, Edition]) -> None:
    read = judged(real[1])
    assert len(read.findall(".//s:Goal", SPACE)) == 6
    assert len(read.findall(".//s:Objective", SPACE)) == 75 - 6 + 183
    assert len(read.findall(".//s:Identifier", SPACE)) == 75 + 165


def test_the_schema_would_refuse_another_order(new: Edition) -> None:
    read = judged(new)
    goal = read.find(".//s:Goal", SPACE)
    goal.insert(0, goal[1])
    assert not SCHEMA.validate(read)


def test_hostile_names_come_through(new: Edition) -> None:
    read = judged(new)
    names = [one.text for one in read.findall(".//s:Objective/s:Name", SPACE)]
    for name in ("=cmd|' /C calc'!A0", "𠮷野家の🏘\tタブ", '"引用" <b>&amp;</b> ]]>'):
        assert name in names
    assert read.findtext("s:Name", None, SPACE) == "見本計画 <script>alert(1)</script>"
    described = read.findtext(".//s:Objective/s:Description", None, SPACE)
    assert described == "一行目\r\n二行目\r三行目\n四行目"


def test_what_xml_cannot_say_is_shown_by_its_number(new: Edition) -> None:
    hostile = new.plan.model_copy(update={"title": "\x07\ufffe\u202e\ud800"})
    read = judged(new.model_copy(update={"plan": hostile}))
    assert read.findtext("s:Name", None, SPACE) == "\\x07\\xfffe\u202e\\xd800"


@given(editions("1"))
def test_every_row_is_an_objective(edition: Edition) -> None:
    read = judged(edition)
    placements = sum(map(len, edition.outline.rows.values()))
    sections = len(edition.outline.places)
    told = len(read.findall(".//s:Objective", SPACE)) + len(read.findall(".//s:Goal", SPACE))
    assert told == placements + sections


def test_an_edition_without_sections_has_no_goal_and_is_refused(new: Edition) -> None:
    with pytest.raises(UnexportableError, match="no-goal"):
        stratml(new.model_copy(update={"sections": ()}))
