"""What a template holds, it gives back; what it can't hold, it says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws.editions import DEPARTMENTS, PROJECTS, SECTIONS, editions
from planversion import PlanversionError
from planversion.importing import imported, template, unheld
from planversion.model import Edition, Project, Relisting
from planversion.model.saying import written

whole = st.integers(-(2**40), 2**40)
quantities = whole | whole.map(lambda n: n / 100)
words = st.sampled_from(
    ["甲", "=1+1", "'a", "＝乙", "2027", "a\nb", "<b>", "x" * 10_000, "𠮷", "👨‍👩‍👧", "0012"]
)
days = st.sampled_from(["2026-04-01", "2027-03-31"])


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


details = optional(
    description=words,
    status=words,
    period=st.fixed_dictionaries({"from": st.integers(1900, 2100)}, optional={"to": words}),
    budget=st.lists(
        st.fixed_dictionaries(
            {"year": st.integers(1900, 2100) | words, "amount": quantities},
            optional={"unit": words, "note": words},
        ),
        max_size=2,
    ),
    indicators=st.lists(
        st.fixed_dictionaries(
            {"name": words},
            optional={"unit": words, "baseline": quantities | words, "target": quantities},
        ),
        max_size=2,
    ),
    external_ids=st.lists(
        st.fixed_dictionaries(
            {"scheme": words, "id": words}, optional={"year": st.integers(1, 3000)}
        ),
        max_size=2,
    ),
    inferred=st.just(["name", "period", "budget", "description"]),
)
headers = optional(
    stage=words,
    note=words,
    adopted_on=days,
    in_force_from=days,
    errata=st.lists(st.fixed_dictionaries({"on": days, "what": words, "why": words}), max_size=2),
)
beside = optional(
    sources=st.lists(
        st.fixed_dictionaries({"id": words, "title": words}, optional={"retrieved_on": days}),
        max_size=2,
    ),
    returned=st.lists(
        st.fixed_dictionaries({"id": st.sampled_from(PROJECTS), "reason": words}), max_size=2
    ),
    published_notes=st.lists(
        st.fixed_dictionaries(
            {"text": words},
            optional={
                "belongs_to": st.just([{"project": PROJECTS[0], "section": SECTIONS[0]}]),
            },
        ),
        max_size=2,
    ),
)


@st.composite
def detailed(draw: st.DrawFn) -> Edition:
    """An edition in which everything may be said that the format knows."""
    tree = written(draw(editions("1", "0")))
    _detail(draw, tree.get("sections", []))
    tree["edition"] |= draw(headers)  # type: ignore[operator]
    return Edition.model_validate(tree | draw(beside))


def _detail(draw: st.DrawFn, sections: Any) -> None:
    for section in sections:
        for entry in section.get("projects", ()):
            if "name" in entry:
                entry.update(draw(details))
        _detail(draw, section.get("sections", ()))


def holdable(edition: Edition) -> Edition:
    """The same where every department is declared and no relisting repeats its record."""
    tree = written(edition)
    declared: Any = tree.get("departments", [])
    names = {one["name"] for one in declared}
    tree["departments"] = declared + [{"name": n} for n in DEPARTMENTS if n not in names]
    _without_repeats(edition, tree.get("sections", []))
    return Edition.model_validate(tree)


def _without_repeats(edition: Edition, sections: Any) -> None:
    for section in sections:
        for entry in section.get("projects", ()):
            if "relists" in entry:
                record = edition.outline.record(entry["relists"])
                if entry.get("as") == record.name:
                    del entry["as"]
                if tuple(entry.get("departments", ())) in ((), record.departments):
                    entry.pop("departments", None)
        _without_repeats(edition, section.get("sections", ()))


@given(detailed())
@settings(max_examples=60)
def test_a_workbook_gives_the_edition_back(edition: Edition) -> None:
    held = holdable(edition)
    assert unheld(held) == ()
    found = imported(template(held).content, "template.xlsx")
    assert found.edition == held
    assert not found.remarks


@given(detailed(), st.sampled_from(["ja", "en"]))
@settings(max_examples=30)
def test_the_language_of_a_template_does_not_matter(edition: Edition, language: Any) -> None:
    held = holdable(edition)
    assert imported(template(held, "xlsx", language).content, "t.xlsx").edition == held


@given(editions("1"))
def test_a_csv_file_gives_outline_header_and_levels_back(edition: Edition) -> None:
    held = holdable(edition)
    found = imported(template(held, "csv").content, "template.csv").edition
    assert (found.sections, found.levels) == (held.sections, held.levels)
    assert (found.plan, found.header) == (held.plan, held.header)
    carried = {n for row in rows(found) for n in row.departments or ()}
    assert {one.name for one in found.departments} == carried


def rows(edition: Edition) -> list[Project | Relisting]:
    return [e for place in edition.outline.places.values() for e in place.section.projects]


hostile = st.text(min_size=1, max_size=8) | st.sampled_from(
    [
        *(" a", "a\u3000", "a\nb", "a\r", "a、b", "名（再掲）", "_x000D_", "x005F_"),
        *("1", "①", "(1)", "\ufffe", "=1", "'=1", "※"),
    ]
)


@settings(max_examples=60)
@given(editions("1"), hostile, st.sampled_from(["name", "title", "number", "note", "department"]))
def test_whatever_a_template_does_not_hold_is_said(edition: Edition, text: str, where: str) -> None:
    changed = with_text(holdable(edition), text, where)
    codes = {problem.code for problem in unheld(changed)}
    if "unheld" in codes:
        with pytest.raises(PlanversionError):
            template(changed)
    else:
        written_, told = template(changed)
        found = imported(written_, "template.xlsx").edition
        assert found == changed if not told else shape(found) == shape(changed)


def shape(edition: Edition) -> list[tuple[str | None, ...]]:
    """Who stands where, by ids."""
    listed = edition.outline.rows
    return [(section, *listed[section]) for section in edition.outline.places]


@given(detailed())
@settings(max_examples=30)
def test_what_reads_back_otherwise_is_told_and_stands_where_it_stood(edition: Edition) -> None:
    held = template(edition)
    found = imported(held.content, "template.xlsx").edition
    assert shape(found) == shape(edition)
    assert bool(held.left_out) == (found != edition)


def with_text(edition: Edition, text: str, where: str) -> Edition:
    """The edition with the text somewhere in its first section."""
    first, *rest = edition.sections
    if where in ("title", "number", "note"):
        first = first.model_copy(update={where: text})
    else:
        entries = [_with(entry, text, where) for entry in first.projects]
        first = first.model_copy(update={"projects": tuple(entries)})
    departments = edition.departments
    if where == "department" and text not in DEPARTMENTS:
        departments = (*departments, departments[0].model_copy(update={"name": text}))
    return edition.model_copy(update={"sections": (first, *rest), "departments": departments})


def _with(entry: Project | Relisting, text: str, where: str) -> Project | Relisting:
    if isinstance(entry, Relisting):
        return entry
    return entry.model_copy(update={"name": text} if where == "name" else {"departments": (text,)})
