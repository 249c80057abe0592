"""The change log by goal, by department and by kind: who is told what."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from golden import Golden
from planversion.comparing import Comparison, compare
from planversion.model import Edition
from planversion.rendering.changelog import VIEWS, changelog
from planversion.rendering.markdown import markdown
from planversion.rendering.page import Line, text
from planversion.rendering.views.chapters import Chapter, View
from planversion.rendering.whereabouts import speaker_of
from planversion.rendering.wording import told

ROOT = Path(__file__).parents[2]
REAL = ROOT / "editions/nishitokyo-chiiki-fukushi"
EXPECTED = ROOT / "tests/cases/changelog"
SECTION = "s-bshj2pccdz"
PROJECTS = ("p-nq16wz4e4h", "p-9meh30xrqe", "p-4f1yq9g91j")


@pytest.fixture(scope="module")
def real() -> Comparison:
    old, new = (
        Edition.model_validate(yaml.safe_load((REAL / f"{name}.yaml").read_text(encoding="utf-8")))
        for name in ("4", "5-draft-2")
    )
    return compare(old, new)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("by", VIEWS)
def test_the_real_plan_reads_as_expected(
    real: Comparison, by: View, language: Any, golden: Golden
) -> None:
    golden(EXPECTED / f"{by}.{language}.md", markdown(changelog(real, language, by)))


def test_the_guide_shows_what_is_printed(real: Comparison) -> None:
    guide = (ROOT / "docs/guide/changelog.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"--group-by department\n…\n(.*?)…\n```", guide, re.DOTALL)
    assert shown in markdown(changelog(real, "ja", "department"))


def edition(identifier: str, departments: list[Any], *carried: Any, **more: Any) -> Edition:
    """An edition of one section; a project a tuple of departments, or a dict of more."""
    rows = [
        {"id": PROJECTS[n], "name": f"事業{n + 1}", **_row(one)}
        for n, one in enumerate(carried)
        if one is not None
    ]
    return Edition.model_validate(
        {
            "schema": 1,
            "plan": {"id": "case", "title": "見本計画"},
            "edition": {
                "id": identifier,
                "label": f"第{identifier}期",
                "status": "adopted",
                **({"previous": "1"} if identifier == "2" else {}),
            },
            "departments": [one if isinstance(one, dict) else {"name": one} for one in departments],
            "sections": [{"id": SECTION, "title": "目標", "projects": rows}],
            **more,
        }
    )


def _row(of: Any) -> dict[str, Any]:
    return of if isinstance(of, dict) else {"departments": list(of)}


def by_department(old: Edition, new: Edition) -> dict[str, dict[str, list[str]]]:
    """By the heading of a chapter and of a group, the changes told in it."""
    comparison = compare(old, new)
    speaker = speaker_of(comparison, "en")
    return {
        plain(chapter.name): {
            plain(group.name): [text(told(one, speaker).line) for one in group.changes]
            for group in chapter.groups
        }
        for chapter in VIEWS["department"](comparison, speaker)
    }


def plain(line: Line) -> str:
    return text(line)


def remarks(chapters: tuple[Chapter, ...], name: str) -> list[str]:
    [found] = [one for one in chapters if plain(one.name).startswith(name)]
    return [plain(one) for one in found.remarks]


def test_whoever_gained_and_whoever_lost_a_project_is_told_so() -> None:
    old = edition("1", ["健康課", "住宅課", "図書館"], ["健康課"], ["図書館"])
    new = edition("2", ["健康課", "住宅課", "図書館"], ["住宅課"], ["図書館"])
    line = "department changed 事業1: 健康課 → 住宅課"
    assert by_department(old, new) == {"健康課": {"Lost": [line]}, "住宅課": {"Gained": [line]}}


def test_who_carries_it_before_and_after_neither_gained_nor_lost() -> None:
    old = edition("1", ["健康課", "住宅課"], ["健康課"])
    new = edition("2", ["健康課", "住宅課"], ["健康課", "住宅課"])
    line = "department changed 事業1: 健康課 → 健康課, 住宅課"
    assert by_department(old, new) == {
        "健康課": {"Department changed": [line]},
        "住宅課": {"Gained": [line]},
    }


def test_a_reorganised_department_is_told_under_its_new_name() -> None:
    old = edition("1", ["保育課", "健康課"], ["保育課"], ["保育課"])
    heir = {"name": "幼児教育課", "succeeds": ["保育課"]}
    new = edition(
        "2", [heir, "健康課"], {"name": "事業一新", "departments": ["幼児教育課"]}, ["健康課"]
    )
    assert by_department(old, new) == {
        "幼児教育課 (formerly 保育課)": {
            "Lost": ["department changed 事業2: 保育課 → 健康課"],
            "Renamed": ["renamed 事業1 → 事業一新"],
        },
        "健康課": {"Gained": ["department changed 事業2: 保育課 → 健康課"]},
    }


def test_what_one_of_two_heirs_carries_on_the_other_has_not_lost() -> None:
    old = edition("1", ["道路管理課"], ["道路管理課"])
    heirs = [{"name": name, "succeeds": ["道路管理課"]} for name in ("道路課", "交通課")]
    new = edition("2", heirs, {"name": "道路の改善", "departments": ["交通課"]})
    assert by_department(old, new) == {
        "交通課 (formerly 道路管理課)": {"Renamed": ["renamed 事業1 → 道路の改善"]}
    }


def test_a_department_that_is_gone_without_an_heir_is_told_what_it_lost() -> None:
    old = edition("1", ["企画課", "健康課"], ["企画課"])
    new = edition("2", ["健康課"], ["健康課"])
    assert list(by_department(old, new)) == ["健康課", "企画課 (no longer named)"]


def test_a_collective_name_stands_for_itself() -> None:
    every = {"name": "関係各課", "collective": True}
    old, new = edition("1", [every]), edition("2", [every], ["関係各課"])
    assert by_department(old, new) == {"関係各課": {"New": ["new 事業1 [目標] (関係各課)"]}}


def test_what_ended_is_told_to_whoever_carried_it() -> None:
    old, new = edition("1", ["健康課"], ["健康課"]), edition("2", ["健康課"])
    assert by_department(old, new) == {"健康課": {"Ended": ["ended 事業1 [目標]"]}}


def test_who_carries_a_part_of_what_was_split_gained_it_unless_the_whole_was_its_own() -> None:
    old = edition("1", ["健康課", "住宅課", "図書館"], ["健康課", "図書館"])
    lineage = [{"from": [PROJECTS[0]], "to": list(PROJECTS[1:])}]
    new = edition(
        "2", ["健康課", "住宅課", "図書館"], None, ["健康課"], ["住宅課"], lineage=lineage
    )
    told = by_department(old, new)
    assert {name: list(groups) for name, groups in told.items()} == {
        "健康課": ["Split"],
        "住宅課": ["Gained"],
        "図書館": ["Lost"],
    }


def test_what_no_department_carries_is_told_behind_them() -> None:
    old = edition("1", ["健康課"], [], ["健康課"])
    renamed = [{"id": SECTION, "title": "別の目標", "projects": []}]
    new = edition("2", ["健康課"], sections=renamed)
    assert by_department(old, new) == {
        "健康課": {"Ended": ["ended 事業2 [別の目標]"]},
        "Projects without a department": {"Ended": ["ended 事業1 [別の目標]"]},
        "The outline, which no department carries": {
            "Renamed": ["renamed section 目標 → 別の目標"]
        },
    }


def test_a_relisting_under_another_department_is_gained() -> None:
    relisted = {"relists": PROJECTS[0], "departments": ["住宅課"]}
    second = {"id": "s-cr2y8xrsbj", "title": "目標二"}
    first = {
        "id": SECTION,
        "title": "目標",
        "projects": [{"id": PROJECTS[0], "name": "事業1", "departments": ["健康課"]}],
    }
    old = edition("1", ["健康課", "住宅課"], sections=[first, second])
    new = edition("2", ["健康課", "住宅課"], sections=[first, second | {"projects": [relisted]}])
    assert {name: list(groups) for name, groups in by_department(old, new).items()} == {
        "健康課": ["Listed also, or no longer"],
        "住宅課": ["Gained"],
    }


def test_a_chapter_begins_with_how_much_there_is(real: Comparison) -> None:
    chapters = VIEWS["department"](real, speaker_of(real, "en"))
    assert remarks(chapters, "交通課") == [
        "Projects carried: 2 → 3",
        "4 changes: renamed 2, department changed 2",
    ]
    chapters = VIEWS["kind"](real, speaker_of(real, "en"))
    assert remarks(chapters, "Merged") == ["5 changes: merged 3, absorbed 2 (of which 1 section)"]


def test_a_reason_stands_once_in_each_chapter_that_it_is_due_in() -> None:
    reasons = {"explanations": [{"id": PROJECTS[0], "reason": "組織の見直し"}]}
    old = edition("1", ["健康課", "住宅課"], {"departments": ["健康課"], "description": "前"})
    new = edition(
        "2", ["健康課", "住宅課"], {"departments": ["住宅課"], "description": "後"}, **reasons
    )
    comparison = compare(old, new)
    counted = {by: markdown(changelog(comparison, "ja", by)).count("組織の見直し") for by in VIEWS}
    assert counted == {"goal": 1, "department": 2, "kind": 1}


def test_nothing_is_told_of_nothing() -> None:
    same = edition("1", ["健康課"], ["健康課"])
    for by in VIEWS:
        assert "No changes." in markdown(changelog(compare(same, same), "en", by))
