"""Laws of following a project, on random states of one edition."""

from __future__ import annotations

import json

from hypothesis import given

from laws.editions import editions
from planversion.changes import LineageChange, SubjectChange
from planversion.comparing import compare
from planversion.model import Edition
from planversion.model.saying import written
from planversion.tracing import Imprint, concerns, imprint
from planversion.tracing.imprints import altered, fields_of


def short(edition: Edition) -> Imprint:
    return imprint(json.loads(json.dumps(written(edition))))


@given(editions("1", "0"), editions("1", "0"))
def test_whoever_is_told_of_is_altered(old: Edition, new: Edition) -> None:
    """An imprint may promise too little, and never that nothing happened where something did."""
    was, now = short(old), short(new)
    changes = [
        change
        for change in compare(old, new).diff.changes
        if isinstance(change, SubjectChange | LineageChange)
    ]
    for subject in was.said.keys() | now.said.keys():
        alone = frozenset((subject,))
        if any(concerns(change, alone) for change in changes):
            assert altered(was, now, alone)


@given(editions("1"))
def test_nobody_is_altered_by_nothing(edition: Edition) -> None:
    one, other = short(edition), short(edition)
    assert one == other
    assert not altered(one, other, frozenset(one.said))


@given(editions("1"))
def test_an_imprint_holds_every_project_and_section_where_it_stands(edition: Edition) -> None:
    found, outline = short(edition), edition.outline
    assert found.whole
    assert found.said.keys() == outline.projects | outline.places.keys()
    for subject in found.said:
        known = fields_of(found, subject)
        if subject in outline.places:
            assert known["section"] == (outline.places[subject].parent or "")
            continue
        rows = outline.placements(subject)
        assert {known["section"]} == {row.place.id for row in rows if row.primary}
        relisted = {name.removeprefix("relisted ") for name in known if " " in name}
        assert relisted == {row.place.id for row in rows if not row.primary}
