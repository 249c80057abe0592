"""Pictures of a comparison: what they say, that they harm nobody, and that they can be read."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.plans import old_and_new
from lxml import etree

from golden import Golden
from planversion import Comparison, compare, read_edition
from planversion.model import Edition
from planversion.rendering.page import text
from planversion.rendering.pictures import (
    STYLE,
    balances,
    balances_grid,
    draw_balances,
    draw_flow,
    flow,
    flow_grid,
    standalone,
    told_balances,
    told_flow,
)
from planversion.rendering.pictures.bundling import MOST_CROSSING, bundled
from planversion.rendering.pictures.flows import MOST, totals
from planversion.rendering.pictures.kinds import LOOKS
from planversion.rendering.pictures.lettering import fitted, width
from planversion.rendering.pictures.placing import placed
from planversion.rendering.web.palette import DARK, LIGHT

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "editions/nishitokyo-chiiki-fukushi"
CASES = ROOT / "tests/cases/compare"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "]]>",
    "右\u202e左\u2066中\u200f",
    "長" * 10_000,
    "👨‍👩‍👧 と 𠮷野家 の 葛\U000e0101城",
    '" onload="alert(1)',
    "\x1b]0;題\x07",
]


def edition(path: Path) -> Edition:
    return read_edition(path.read_bytes(), path.name).edition


@pytest.fixture(scope="module")
def real() -> Comparison:
    return compare(edition(PLAN / "4.yaml"), edition(PLAN / "5-draft-2.yaml"))


@pytest.fixture(scope="module")
def big() -> Comparison:
    sides = old_and_new(2000, 1)[:2]
    old, new = (yaml.safe_dump(one, allow_unicode=True).encode() for one in sides)
    return compare(read_edition(old, "1").edition, read_edition(new, "2").edition)


def case(name: str) -> Comparison:
    folder = CASES / name
    between = [edition(folder / "between.yaml")] if (folder / "between.yaml").exists() else []
    return compare(edition(folder / "old.yaml"), edition(folder / "new.yaml"), between=between)


def ways(name: str, depth: int = 0) -> list[tuple[str, int, int]]:
    [ribbons] = flow(case(name), depth=depth).steps
    return [(one.kind, one.was, one.now) for one in ribbons if one.kind != "kept"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("split", [("split", 1, 2)]),
        ("merged", [("merged", 2, 1)]),
        ("absorbed", [("merged", 1, 0)]),
        ("split-off", [("split", 0, 1)]),
        ("replaced", [("replaced", 1, 1)]),
        ("added", [("new", 0, 1)]),
        ("removed", [("ended", 1, 0)]),
        ("relisted", [("relisted", 0, 1)]),
        ("unlisted", [("unlisted", 1, 0)]),
        ("section-replaced", [("moved", 1, 1)]),
        ("section-renumbered", []),
        ("nothing", []),
    ],
)
def test_a_ribbon_says_what_became_of_its_placements(
    name: str, expected: list[tuple[str, int, int]]
) -> None:
    assert ways(name) == expected


def test_what_moves_inside_a_goal_moved_and_stays_with_the_goal() -> None:
    [ribbons] = flow(case("moved")).steps
    assert [(one.kind, one.old == one.new) for one in ribbons if one.kind == "moved"] == [
        ("moved", True)
    ]


def test_the_real_plan_in_numbers(real: Comparison) -> None:
    found = flow(real)
    assert [column.edition.totals.placements for column in found.columns] == [156, 183]
    assert totals(found.steps[0]) == {
        "kept": (135, 135),
        "moved": (6, 6),
        "split": (4, 16),
        "merged": (10, 4),
        "new": (0, 17),
        "relisted": (0, 5),
        "ended": (1, 0),
    }
    assert told_flow(found, "ja") == (
        "第4期(延べ156件、実144事業)から第5期 素案(たたき台)(2)(延べ183件、実165事業)へ:"
        "そのまま 135、移動 6、分割 4 → 16、統合 10 → 4、新規 17、再掲追加 5、廃止 1。"
    )


def test_the_table_has_every_ribbon_of_the_picture(real: Comparison) -> None:
    found = flow(real)
    grid = flow_grid(found, "ja")
    assert len(grid.rows) == len(found.steps[0])
    columns = [[text(row[at][0]) for row in grid.rows] for at in (3, 4)]
    assert [sum(map(int, column)) for column in columns] == [156, 183]
    drawn = parsed(draw_flow(found, "ja"))
    ribbons = [one for one in drawn.iter(f"{SVG}path") if one.find(f"{SVG}title") is not None]
    assert len(ribbons) == len(grid.rows)


def test_departments_that_were_reorganised_are_one_line(real: Comparison) -> None:
    lines = {line.new: line for line in balances(real).lines}
    welfare = lines["地域共生課",]
    assert welfare.old == ("生活福祉課",)
    assert (welfare.was, welfare.now, welfare.gained, welfare.lost) == (41, 46, 5, 0)
    assert lines["交通課", "道路課"].old == ("道路建設課", "道路管理課")
    assert told_balances(balances(real), "en").startswith(
        "From 第4期 to 第5期 素案(たたき台)(2), 12 departments carry more placements, 5 fewer,"
    )


def test_a_department_that_takes_another_over_lives_on() -> None:
    old = made([["甲課"], ["乙課"]])
    new = made([["乙課"], ["乙課"]], [{"name": "乙課", "succeeds": ["甲課"]}])
    [line] = balances(compare(old, new)).lines
    assert (line.old, line.new, line.more, line.lost) == (("乙課", "甲課"), ("乙課",), 0, 0)


def test_a_name_that_went_to_another_department_is_another() -> None:
    old = made([["甲課"], ["乙課"]])
    heirs = [{"name": "乙課", "succeeds": ["甲課"]}, {"name": "丙課", "succeeds": ["乙課"]}]
    lines = balances(compare(old, made([["乙課"], ["丙課"]], heirs))).lines
    assert {(line.old, line.new) for line in lines} == {
        (("甲課",), ("乙課",)),
        (("乙課",), ("丙課",)),
    }
    assert not any(line.gained or line.lost for line in lines)


PROJECTS = ("p-9meh30xrqe", "p-gtjade9vfk")


def made(carriers: list[list[str]], departments: list[dict[str, Any]] | None = None) -> Edition:
    """An edition of two projects, as another after the first where departments are declared."""
    rows = [
        {"id": project, "name": "相談", "departments": names}
        for project, names in zip(PROJECTS, carriers, strict=True)
    ]
    header: dict[str, Any] = {"id": "1", "label": "第1期", "status": "draft"}
    known = departments or [{"name": name} for names in carriers for name in names]
    if departments:
        header |= {"id": "2", "previous": "1"}
    return Edition.model_validate(
        {
            "schema": 1,
            "plan": {"id": "x", "title": "計画"},
            "edition": header,
            "departments": known,
            "sections": [{"id": "s-rb1285wmb2", "title": "目標", "projects": rows}],
        }
    )


def parsed(picture: str) -> Any:
    """The picture as a strict reader of XML has it."""
    return etree.fromstring(picture.encode(), etree.XMLParser(resolve_entities=False))


def pictures(of: Comparison, prefix: str = "a") -> list[str]:
    return [
        draw_flow(flow(of), "ja", f"{prefix}-flow"),
        draw_flow(flow(of, depth=2), "en", f"{prefix}-measures", 400),
        draw_balances(balances(of), "ja", f"{prefix}-departments"),
    ]


def test_whoever_does_not_see_it_is_told_the_same(real: Comparison) -> None:
    for picture in pictures(real):
        root = parsed(picture)
        assert root.get("role") == "img"
        title, desc = root[0], root[1]
        assert [title.tag, desc.tag] == [f"{SVG}title", f"{SVG}desc"]
        assert root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
        assert title.text.startswith("西東京市地域福祉計画")
        assert "第4期" in desc.text


def test_several_pictures_stand_in_one_page(real: Comparison) -> None:
    together = "".join((*pictures(real, "a"), *pictures(real, "b")))
    ids = re.findall(r' id="([^"]*)"', together)
    assert len(ids) == len(set(ids))
    assert {*re.findall(r"url\(#([^)]*)\)", together)} <= {*ids}


def test_a_picture_runs_nothing_and_loads_nothing(real: Comparison) -> None:
    for picture in pictures(real):
        root = parsed(standalone(picture))
        tags = {etree.QName(one).localname for one in root.iter()}
        assert not tags & {"script", "image", "use", "foreignObject", "a", "animate"}
        names = {str(name) for one in root.iter() for name in one.attrib}
        assert not {name for name in names if name.startswith("on") or "href" in name}
        assert "style" not in names
    assert not re.search(r"@import|url\(|expression", STYLE)


def hostile(name: str) -> Comparison:
    old, new = (
        Edition.model_validate(
            {
                "schema": 1,
                "plan": {"id": "x", "title": name},
                "edition": {"id": number, "label": name, "status": "draft", "stage": name},
                "levels": [{"name": name}],
                "departments": [{"name": name}],
                "sections": [
                    {
                        "id": "s-rb1285wmb2",
                        "title": name,
                        "projects": [
                            {"id": PROJECTS[0], "name": name, "departments": [name]},
                            {"id": one, "name": name, "departments": [name]},
                        ],
                    }
                ],
            }
        )
        for number, one in (("1", PROJECTS[1]), ("2", "p-xhx04vykww"))
    )
    return compare(old, new)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_text_of_a_plan_stays_text(name: str) -> None:
    of = hostile(name)
    shown = re.sub(r"[\x00-\x1f\u200f\u202e\u2066]", lambda c: f"\\x{ord(c[0]):02x}", name)
    for picture in pictures(of):
        root = parsed(picture)
        assert not [one for one in root.iter() if etree.QName(one).localname == "script"]
        assert not {str(key) for one in root.iter() for key in one.attrib if "onload" in str(key)}
        said = {one.text for one in root.iter(f"{SVG}title")}
        said |= {"".join(one.itertext()) for one in root.iter(f"{SVG}text")}
        assert any(shown in (one or "") for one in said)
        assert not re.search(r"[\u200f\u202e\u2066\x1b]", picture)


def test_text_breaks_between_characters_and_never_within_one() -> None:
    assert fitted("葛\U000e0101" * 4, 30, "plain", 4) == ("葛\U000e0101葛\U000e0101",) * 2
    family = "👨‍👩‍👧"
    assert all(line.count(family) * 5 == len(line) for line in fitted(family * 3, 30, "plain", 3))


def test_no_line_begins_with_what_ends_a_sentence() -> None:
    lines = fitted("支援へつなぐ、しくみづくり。", 78, "plain", 3)
    assert all(line[0] not in "、。" for line in lines)
    assert "".join(lines) == "支援へつなぐ、しくみづくり。"


def test_a_title_is_shortened_only_where_it_must_be() -> None:
    name = "社会的孤立を防ぎ必要な支援へつなぐしくみづくり"
    assert "".join(fitted(name, 160, "plain", 2)) == name
    [short] = fitted(name, 100)
    assert short.endswith("…")
    assert width(short) <= 100


@pytest.mark.parametrize("wide", [400, 900, 1600])
@pytest.mark.parametrize("depth", [0, 2])
def test_two_thousand_projects_can_be_read(big: Comparison, wide: int, depth: int) -> None:
    found = flow(big, depth=depth)
    assert all(len(column.nodes) <= MOST for column in found.columns)
    sheet = placed(found, wide, "ja")
    for one, other in combinations(sheet.labels, 2):
        a, b = one.box, other.box
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (one, other)
    assert max(label.box[2] for label in sheet.labels) <= sheet.width
    crossing = [
        one
        for one in bundled(found).steps[0]
        if one.old and one.new and one.old != one.new and one.kind != "kept"
    ]
    assert len(crossing) <= MOST_CROSSING
    assert sheet.height < 2000


def test_a_level_with_too_many_sections_is_left_and_said(big: Comparison) -> None:
    found = flow(big, depth=2)
    assert (found.asked, found.depth) == (2, 0)
    assert "これより下の階層は項目が多いため" in "".join(parsed(draw_flow(found, "ja")).itertext())


def test_more_departments_than_are_drawn_are_counted(big: Comparison) -> None:
    found = balances(big)
    drawn = "".join(parsed(draw_balances(found, "en", top=5)).itertext())
    changed = sum(bool(line.gained or line.lost) for line in found.lines)
    assert f"{changed - 5} more departments changed" in drawn
    assert len(balances_grid(found, "en").rows) == len(found.lines)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("of", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_stands_out_from_the_paper(of: dict[str, str]) -> None:
    for name in ("ink", "quiet"):
        assert contrast(of[name], of["paper"]) >= 4.5
        assert contrast(of[name], of["tint"]) >= 4.5
    for name in ("edge", "kept", "moved", "split", "merged", "new", "ended"):
        assert contrast(of[name], of["paper"]) >= 3, name


def test_every_kind_has_lines_of_its_own() -> None:
    """Whoever sees no colours tells them apart by these, and by how much is filled."""
    looks = [(look.lines, look.tint > 0.5) for look in LOOKS.values()]
    twice = {look for look in looks if looks.count(look) > 1}
    assert twice == {(LOOKS["relisted"].lines, False)}
    tones = [LOOKS[kind].tone for kind in ("relisted", "unlisted")]
    assert len({*tones}) == 2


@pytest.mark.parametrize("name", ["split", "through-the-chain"])
def test_the_picture_as_it_was_read(name: str, golden: Golden) -> None:
    expected = ROOT / "tests/cases/pictures" / f"{name}.svg"
    golden(expected, standalone(draw_flow(flow(case(name)), "ja", "flow", 480)))


def test_the_same_bytes_on_every_run(real: Comparison) -> None:
    again = compare(edition(PLAN / "4.yaml"), edition(PLAN / "5-draft-2.yaml"))
    assert pictures(real) == pictures(again)
