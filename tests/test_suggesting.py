"""Who is who without ids: a folder a stage, laws, and how good it is on the real plan."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import Golden
from planversion import Suggestions, read_edition, suggest
from planversion.errors import IncomparableError
from planversion.linking import step
from planversion.model import Edition
from planversion.rendering.suggested import lines
from planversion.rendering.suggestions_document import document
from planversion.suggesting import STAGES

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "tests/cases/suggest").iterdir())
PLAN = ROOT / "editions/nishitokyo-chiiki-fukushi"
Pairs = set[tuple[str, str]]


def edition(path: Path) -> Edition:
    return read_edition(path.read_bytes(), path.name).edition


def pairs(found: Suggestions, grade: str | None = None) -> Pairs:
    return {pair for one in found.projects if grade in (None, one.grade) for pair in one.pairs}


@pytest.fixture(scope="module")
def plan() -> tuple[Edition, Edition, Suggestions]:
    old, new = edition(PLAN / "4.yaml"), edition(PLAN / "5-draft-2.yaml")
    return old, new, suggest(old, new, ignore_ids=True)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_stage_finds_what_it_is_there_for(case: Path, golden: Golden) -> None:
    found = step([edition(case / "old.yaml")], edition(case / "new.yaml"))
    stages = Counter(f"{one.stage} {one.grade}" for one in found.found.projects)
    told = [f"{stage}: {count}" for stage, count in sorted(stages.items())]
    sections = [
        f"section {one.old[0].code} {one.old[0].name} → {one.new[0].code} {one.new[0].name}"
        for one in found.found.sections
        if one.old[0].name != one.new[0].name
    ]
    golden(case / "expected.txt", "\n".join([*lines(found, "en"), *told, *sections, ""]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_says_why_it_is_there(case: Path) -> None:
    assert (case / "why.md").read_text(encoding="utf-8").endswith(".\n")


def test_the_stages_are_documented_in_their_order_and_words() -> None:
    page = (ROOT / "docs/identity.md").read_text(encoding="utf-8")
    assert re.findall(r"^- \*\*(\w+)\*\*", page, re.MULTILINE) == list(STAGES)


def test_a_programme_that_begins_in_another_year_is_asked_about() -> None:
    """No other first year changes, so it tells of the one that does."""
    said = [f"{what}の{kind}事業" for what in ("移送", "配食", "見守り", "学習") for kind in "ABC"]
    old = [{"name": name, "attributes": {"開始年度": 2010 + n}} for n, name in enumerate(said)]
    new = [{**one, "name": f"新しい{one['name']}"} for one in old]
    new[5]["attributes"] = {"開始年度": 2025}
    sides = [[{"title": "暮らし", "projects": rows_}] for rows_ in (old, new)]
    found = suggest(made(1, sides[0]), made(2, sides[1]))
    (doubtful,) = [one for one in found.projects if one.grade != "certain"]
    assert doubtful.old[0].name == said[5]
    assert "開始年度: 2015 → 2025" in [str(reason) for reason in doubtful.reasons]


# Laws


def ids(found: Suggestions) -> tuple[list[str], list[str]]:
    old = [one.id for said in found.projects for one in said.old]
    new = [one.id for said in found.projects for one in said.new]
    return (
        [*old, *(one.id for one in found.left_old)],
        [*new, *(one.id for one in found.left_new)],
    )


def turned(found: Suggestions) -> set[tuple[frozenset[str], frozenset[str], float, str]]:
    return {
        (frozenset(a.id for a in s.old), frozenset(b.id for b in s.new), s.confidence, s.grade)
        for s in found.projects
    }


WORDS = ("高齢者", "子ども", "障害者", "相談", "支援", "講座", "の実施", "の推進", "に係る", "地域")
DEPARTMENTS = ("福祉課", "健康課", "公民館", "地域共生課")
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join)
# What a fresh pair of eyes found, each wrong once.


def edition_of(number: int, *parts: tuple[str, list[dict[str, object]]]) -> Edition:
    return made(number, [{"title": title, "projects": rows_} for title, rows_ in parts])


def test_of_one_name_in_every_section_each_is_known_by_its_place() -> None:
    """Four lines of a budget are called alike; all other names last."""
    parts: list[tuple[str, list[dict[str, object]]]] = [
        (f"{what}費", [{"name": "事務費"}, *({"name": f"{what}の{kind}"} for kind in "甲乙丙")])
        for what in ("総務", "民生", "衛生", "商工")
    ]
    found = suggest(edition_of(1, *parts), edition_of(2, *reversed(parts)))
    shared = [one for one in found.projects if one.old[0].name == "事務費"]
    assert len(shared) == len(parts)
    places = [(int(one.old[0].path[1]), int(one.new[0].path[1])) for one in shared]
    assert sorted(places) == [(at, len(parts) - 1 - at) for at in range(len(parts))]


def test_who_stands_after_many_namesakes_is_looked_at() -> None:
    crowd: list[dict[str, object]] = [{"name": "高齢者福祉事業"} for _ in range(60)]
    one: list[dict[str, object]] = [{"name": "Zoo高齢者福祉事業"}]
    other: list[dict[str, object]] = [{"name": "Zooの高齢者福祉事業"}]
    for old, new in (([*one, *crowd], [*other, *crowd]), ([*crowd, *one], [*crowd, *other])):
        found = suggest(edition_of(1, ("福祉", old)), edition_of(2, ("福祉", new)))
        assert "Zooの高齢者福祉事業" in {s.new[0].name for s in found.projects}


def test_what_two_of_other_years_became_together_is_a_merger() -> None:
    kept: list[dict[str, object]] = [
        {"name": f"{n}まつりの開催", "period": {"from": 2000 + k}}
        for k, n in enumerate("春夏秋冬梅桜")
    ]
    parts: list[dict[str, object]] = [
        {"name": "移送サービスの実施", "period": {"from": 2011}},
        {"name": "配食サービスの実施", "period": {"from": 2012}},
    ]
    whole: dict[str, object] = {
        "name": "移送サービスの実施及び配食サービスの実施",
        "period": {"from": 2025},
    }
    found = suggest(
        edition_of(1, ("福祉", [*kept, *parts])), edition_of(2, ("福祉", [*kept, whole]))
    )
    (merger,) = [one for one in found.projects if len(one.old) > 1]
    assert [one.name for one in merger.old] == [one["name"] for one in parts]


def test_no_year_is_too_large_to_be_compared() -> None:
    rows_: list[dict[str, object]] = [
        {"name": f"{n}まつり", "period": {"from": 10**320}} for n in "春夏秋冬"
    ]
    found = suggest(edition_of(1, ("文化", rows_)), edition_of(2, ("文化", rows_)))
    assert len(found.projects) == len(rows_)


attributes = st.fixed_dictionaries(
    {},
    optional={
        "開始年度": st.sampled_from((2019, 2021, 2024, "未定")),
        "予算": st.sampled_from((0, 900, 1000, 1040, 10**400)),
        "対象": st.lists(st.sampled_from(("子ども", "高齢者")), unique=True),
        "公募": st.booleans(),
    },
)
rows = st.builds(
    lambda name, departments, attributes: {
        "name": name,
        "departments": departments,
        "attributes": attributes,
    },
    names,
    st.lists(st.sampled_from(DEPARTMENTS), unique=True, max_size=3),
    attributes,
)
sections = st.lists(
    st.builds(
        lambda title, projects: {"title": title, "projects": projects},
        names,
        st.lists(rows, max_size=5),
    ),
    min_size=1,
    max_size=4,
)


def made(number: int, outline: list[dict[str, object]]) -> Edition:
    head = {"id": str(number), "label": f"第{number}期", "status": "draft"}
    plan = {"id": "law", "title": "法則"}
    return Edition.model_validate({"schema": 1, "plan": plan, "edition": head, "sections": outline})


@given(sections, sections)
def test_swapping_the_editions_swaps_the_suggestions(
    one: list[dict[str, object]], other: list[dict[str, object]]
) -> None:
    forth = suggest(made(1, one), made(2, other))
    back = suggest(made(2, other), made(1, one))
    assert turned(forth) == {(b, a, sure, grade) for a, b, sure, grade in turned(back)}


def test_what_two_claim_is_given_to_neither() -> None:
    """Two projects lost the same department in one measure, where one of it is new."""
    kept = [
        {"name": f"{n}まつりの開催", "departments": ["公民館"]} for n in ("春", "夏", "秋", "冬")
    ]
    old = [
        {"name": "移送の支援", "departments": ["福祉課", "健康課"]},
        {"name": "配食の実施", "departments": ["公民館", "健康課"]},
    ]
    new = [
        {"name": "移送の支援", "departments": ["福祉課"]},
        {"name": "配食の実施", "departments": ["公民館"]},
        {"name": "からだの相談日", "departments": ["健康課"]},
    ]
    sides = [[{"title": "見守り", "projects": [*kept, *rows_]}] for rows_ in (old, new)]
    found = suggest(made(1, sides[0]), made(2, sides[1]))
    assert [one.name for one in found.left_new] == ["からだの相談日"]


@given(sections, sections)
def test_every_project_is_suggested_once_or_left(
    one: list[dict[str, object]], other: list[dict[str, object]]
) -> None:
    old, new = made(1, one), made(2, other)
    found = suggest(old, new)
    counts = [sum(len(section["projects"]) for section in side) for side in (one, other)]  # type: ignore[arg-type]
    for side, count in zip(ids(found), counts, strict=True):
        assert len(side) == len(set(side)) == count
    for said in (*found.projects, *found.possible, *found.sections):
        assert 0 <= said.confidence <= 1


@given(sections)
def test_an_edition_against_itself_is_itself_but_for_twins(
    outline: list[dict[str, object]],
) -> None:
    edition = made(1, outline)
    found = suggest(edition, edition)
    known = {row["name"] for section in outline for row in section["projects"]}  # type: ignore[attr-defined]
    once = [
        name
        for name in known
        if sum(r["name"] == name for s in outline for r in s["projects"]) == 1  # type: ignore[attr-defined]
    ]
    assert all(a == b for a, b in pairs(found))
    certain = {one.new[0].name for one in found.projects if one.grade == "certain"}
    assert set(once) <= certain


def test_the_real_plan_against_itself_is_certain() -> None:
    old = edition(PLAN / "4.yaml")
    found = suggest(old, old, ignore_ids=True)
    assert pairs(found, "certain") == {(one, one) for one in old.outline.projects}


def test_the_hash_seed_changes_nothing() -> None:
    said = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-m", "planversion", "link", "4", "5-draft-2", "--ignore-ids"]
        env = {"PYTHONHASHSEED": seed, "PATH": "", "LC_ALL": "C.UTF-8"}
        ran = subprocess.run(
            [*command, "-f", "json"], cwd=ROOT, env=env, capture_output=True, check=True
        )
        said.add(ran.stdout)
    assert len(said) == 1


def test_the_order_of_keys_changes_nothing() -> None:
    case = ROOT / "tests/cases/suggest/leftovers-split"
    old, new = edition(case / "old.yaml"), (case / "new.yaml").read_text(encoding="utf-8")
    lines_ = new.splitlines(keepends=True)
    for index, line in enumerate(lines_):
        if line.lstrip().startswith("- name:"):
            head, name = line.split("- name:")
            rest = lines_[index + 1].strip()
            lines_[index : index + 2] = [f"{head}- {rest}\n", f"{head}  name:{name}"]
    turned_ = read_edition("".join(lines_).encode(), "new.yaml").edition
    one, other = (step([old], new_) for new_ in (edition(case / "new.yaml"), turned_))
    assert document([one]) == document([other])


def test_editions_of_different_plans_are_refused() -> None:
    other = made(1, [])
    with pytest.raises(IncomparableError):
        suggest(other.model_copy(update={"plan": edition(PLAN / "4.yaml").plan}), other)


# The real plan


def known(old: Edition, new: Edition) -> tuple[Pairs, Pairs]:
    """The pairs that ids and lineage tell, and those that are marked unsure."""
    here, there = old.outline.projects, new.outline.projects
    sure = {(one, one) for one in here & there}
    unsure: Pairs = set()
    for record in new.lineage:
        for a in here.intersection(record.old):
            for b in there.intersection(record.new):
                (unsure if {a, b} & set(record.unsure) else sure).add((a, b))
    return sure - unsure, unsure


def test_who_is_who_in_the_real_plan_is_found(
    plan: tuple[Edition, Edition, Suggestions],
) -> None:
    old, new, found = plan
    truth, unsure = known(old, new)
    said = pairs(found) - unsure
    right = len(said & truth)
    precision, recall = right / len(said), right / len(truth)
    assert 2 * precision * recall / (precision + recall) >= 0.97
    certain = pairs(found, "certain")
    assert certain <= truth
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"it finds {right} of {len(truth)} pairs and one wrong one" in readme
    assert len(said - truth) == 1
    assert f"the {len(certain)} that it would write without asking are all right" in readme


def test_splits_and_mergers_of_the_real_plan_are_proposed(
    plan: tuple[Edition, Edition, Suggestions],
) -> None:
    _, new, found = plan
    said = [(frozenset(a.id for a in s.old), {b.id for b in s.new}) for s in found.projects]
    several = [one for one in new.lineage if len(one.old) + len(one.new) > 2]
    proposed = [
        one
        for one in several
        if any(
            set(old) & set(one.old) and new_ & set(one.new) and len(old) + len(new_) > 2
            for old, new_ in said
        )
    ]
    assert len(proposed) >= 5


def test_departments_shared_out_elsewhere_are_no_matter_of_names(
    plan: tuple[Edition, Edition, Suggestions],
) -> None:
    """Nobody's name stands in another's, and nobody lists another; only their departments fit."""
    shared_out = "地域包括ケアシステム構築に向けた地域づくり"
    (found,) = [one for one in plan[2].projects if one.old[0].name == shared_out]
    assert len(found.new) == 4
    assert [reason.text for reason in found.reasons] == [
        "its departments are shared out: {departments}"
    ]


def test_the_moves_that_the_plan_itself_printed_are_found(
    plan: tuple[Edition, Edition, Suggestions],
) -> None:
    old, new, found = plan
    truth, unsure = known(old, new)
    rows = [row.project for note in new.published_notes for row in note.belongs_to]
    assert rows
    for project in rows:
        told = {a for a, b in pairs(found) if b == project}
        assert told
        assert told <= {a for a, b in truth | unsure if b == project}


def test_departments_that_took_over_are_proposed(
    plan: tuple[Edition, Edition, Suggestions],
) -> None:
    old, new, _ = plan
    bare = [one.model_copy(update={"succeeds": (), "takes_from": ()}) for one in new.departments]
    found = suggest(old, new.model_copy(update={"departments": tuple(bare)}), ignore_ids=True)
    said = {(one.old, one.new) for one in found.successions if one.succeeds}
    declared = {(name, one.name) for one in new.departments for name in one.succeeds}
    assert said <= declared
    assert ("生活福祉課", "地域共生課") in said
