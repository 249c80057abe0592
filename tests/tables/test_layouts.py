"""Layouts: which side is left, what is folded, merged, underlined; presets and one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from planversion import compare, read_edition, table
from planversion.errors import UsageError
from planversion.model import Status
from planversion.model.places import Outline
from planversion.policy import TableLayout
from planversion.rendering.laying import PRESETS, Laid, LaidGrid, lay, layout
from planversion.rendering.page import text
from tabled import EDITIONS, edition, hostile, real, run


def laid(name: str, **own: object) -> Laid:
    chosen = layout("ja", name).model_copy(update=own)
    return lay(table(real()), chosen, "ja")


def printed(grid: LaidGrid, of: str, side: str) -> list[str]:
    [index] = [n for n, c in enumerate(grid.columns) if (c.of, c.side) == (of, side)]
    slots = (row.slots[index] for row in grid.rows)
    return ["\n".join(map(text, slot.lines)) for slot in slots if slot]


def grids(of: Laid) -> Iterator[LaidGrid]:
    return (grid for part in of.parts for grid in part.grids)


def rows(side: Outline) -> list[tuple[str, str]]:
    return [
        (project, section.id)
        for section in side.places.values()
        for project in side.rows[section.id]
    ]


@pytest.mark.parametrize(("name", "side", "count"), [("4", "old", 156), ("5-draft-2", "new", 183)])
def test_the_citys_layout_has_every_row_of_each_edition_in_its_order(
    name: str, side: str, count: int
) -> None:
    of_side = [g for g in grids(laid("city")) if {c.side for c in g.columns} - {None} == {side}]
    cells = [getattr(row.lines[0], side) for grid in of_side for row in grid.rows]
    assert len(cells) == count
    assert [(cell.project, cell.section) for cell in cells] == rows(edition(name).outline)
    names = [text for grid in of_side for text in printed(grid, "name", side)]
    assert [one.removesuffix("(再掲)") for one in names] == [cell.name for cell in cells]


def test_the_citys_layout_goes_through_the_directions_old_table_first() -> None:
    parts = laid("city").parts
    captions = {tuple(text(grid.caption) for grid in part.grids) for part in parts}
    assert len(parts) == 17
    assert captions == {("第4期", "第5期(素案)")}


@pytest.mark.parametrize(
    ("label", "status", "stage", "heading"),
    [
        ("第5期", "draft", None, "第5期(素案)"),
        ("第5期", "draft", "素案(たたき台)(2)", "第5期(素案)"),
        ("第5期", "draft", "骨子案", "第5期(骨子案)"),
        ("第5期", "draft", "（仮）", "第5期(（仮）)"),
        ("第5期素案", "draft", None, "第5期素案"),
        ("第5期", "consultation", None, "第5期(意見募集中)"),
        ("第5期", "consultation", "案", "第5期(案)"),
        ("第5期", "adopted", None, "第5期"),
    ],
)
def test_what_is_no_plan_yet_says_so_above_its_columns(
    label: str, status: Status, stage: str | None, heading: str
) -> None:
    old, new = edition("4"), edition("5-draft-2")
    said = {"label": label, "status": status, "stage": stage}
    changed = new.model_copy(update={"header": new.header.model_copy(update=said)})
    found = lay(table(compare(old, changed)), layout("ja", "side-by-side"), "ja")
    assert {one.heading for one in found.columns if one.side == "new"} == {heading}
    assert {one.heading for one in found.columns if one.side == "old"} == {"第4期"}


def test_two_drafts_of_one_edition_are_told_apart() -> None:
    new = edition("5-draft-2")
    before = new.header.model_copy(update={"id": "5-draft-1", "stage": "素案(たたき台)(1)"})
    old = new.model_copy(update={"header": before})
    found = lay(table(compare(old, new)), layout("ja", "side-by-side"), "ja")
    headings = {one.heading for one in found.columns if one.side}
    assert headings == {"第5期 素案(たたき台)(1)", "第5期 素案(たたき台)(2)"}


def test_the_notes_of_the_citys_layout_tell_the_moves_that_the_city_printed() -> None:
    notes = {note for grid in grids(laid("city")) for note in _notes(grid)}
    assert {"4(2)②から移動", "4(2)③から移動", "5(1)②から移動", "5(1)③から移動"} <= notes


def _notes(grid: LaidGrid) -> Iterator[str]:
    for row in grid.rows:
        slot = row.slots[-1]
        assert slot
        yield from map(text, slot.lines)


@pytest.mark.parametrize("name", ["side-by-side", "national", "municipal", "with-kinds"])
def test_nothing_is_lost_in_any_layout(name: str) -> None:
    found = [line for grid in grids(laid(name)) for row in grid.rows for line in row.lines]
    assert found == [line for part in table(real()).parts for line in part.lines]


@pytest.mark.parametrize("name", PRESETS)
def test_merged_cells_reach_over_exactly_the_rows_without_a_cell(name: str) -> None:
    for grid in grids(laid(name)):
        for column in zip(*(row.slots for row in grid.rows), strict=True):
            assert sum(slot.rows for slot in column if slot) == len(column)


def test_a_measure_is_repeated_on_each_row_where_that_is_wanted() -> None:
    for grid in grids(laid("side-by-side", measures="repeated")):
        assert all(all(row.slots) for row in grid.rows)


def test_only_rows_alike_to_the_last_character_are_folded() -> None:
    folded = [
        line
        for grid in grids(laid("national"))
        for row in grid.rows
        for line in row.lines
        if "（略）" in [text(one) for slot in row.slots if slot for one in slot.lines]
    ]
    assert folded
    for line in folded:
        assert line.old
        assert line.new
        assert (line.old.name, line.old.departments) == (line.new.name, line.new.departments)


def test_a_run_over_whole_measures_is_one_row_from_code_to_code() -> None:
    [grid] = grids(_without_changes())
    assert printed(grid, "measure", "new") == ["1(1)〜1(2)"]
    assert printed(grid, "name", "new") == ["（略）"]


def _without_changes() -> Laid:
    case = Path(__file__).parents[1] / "cases/compare/nothing"
    old, new = (read_edition((case / f"{n}.yaml").read_bytes(), n).edition for n in ("old", "new"))
    return lay(table(compare(old, new)), layout("ja", "national"), "ja")


def test_what_is_new_gone_or_moved_is_said_and_marked_as_a_whole() -> None:
    roles = {"new": set(), "old": set()}
    for grid in grids(laid("national")):
        for row in grid.rows:
            line = row.lines[0]
            for index, column in enumerate(grid.columns):
                slot = row.slots[index]
                if column.of == "name" and slot and (line.old is None or line.new is None):
                    side = column.side or "new"
                    here = getattr(line, side) is not None
                    roles[side].add((here, *(s.role for one in slot.lines for s in one[:1])))
                    if not here and "moved" in line.kinds:
                        assert text(slot.lines[0]) == "（移動）"
                    elif not here:
                        word = {"old": "（新設）", "new": "（削る）"}[side]
                        assert text(slot.lines[0]) == word
    assert roles == {side: {(True, "whole"), (False, "quiet")} for side in ("new", "old")}


def test_a_department_that_both_have_is_not_marked_for_its_order() -> None:
    marked = {
        (span.text, column.side)
        for grid in grids(laid("national"))
        for row in grid.rows
        for column, slot in zip(grid.columns, row.slots, strict=True)
        for line in (slot.lines if slot and column.of == "departments" else ())
        for span in line
        if span.role in ("was", "now")
        and row.lines[0].old
        and row.lines[0].new
        and span.text in row.lines[0].old.departments
        and span.text in row.lines[0].new.departments
    }
    assert not marked


def test_ones_own_layout_builds_on_a_preset() -> None:
    own = {"ours": TableLayout(based_on="national", old_heading="今", new_word="")}
    ours = layout("ja", "ours", own)
    assert (ours.old_heading, ours.new_heading, ours.new_word) == ("今", "改正案", "")
    assert ours.double_underline


def test_the_layout_called_default_counts_where_none_is_named() -> None:
    own = {"default": TableLayout(left="new"), "city": TableLayout(notes="none")}
    assert layout("ja", None, own).left == "new"
    assert layout("ja", "city", own).arrangement == "below"
    assert layout("ja").left == "old"


def test_an_unknown_layout_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError, match=r"Did you mean national\?"):
        layout("en", "nationl")
    code, told = run("4", "5-draft-2", "--layout", "citi", "--lang", "en")
    assert (code, told) == (2, b"there is no layout citi. Did you mean city? [layout]\n")
    code, told = run("4", "5-draft-2", "--layout", "xyzzy", "--lang", "en")
    assert code == 2
    assert all(preset.encode() in told for preset in PRESETS)


def test_a_layout_of_the_configuration_is_used_and_a_slip_in_it_is_told(tmp_path: Path) -> None:
    files = [str(EDITIONS / f"{name}.yaml") for name in ("4", "5-draft-2")]
    config = tmp_path / "planversion.yaml"
    config.write_text("tables: {ours: {based_on: municipal, new_heading: 新計画}}\n", "utf-8")
    code, told = run(*files, "--config", str(config), "--layout", "ours")
    assert code == 0
    assert "| 新計画 施策 |" in told.decode()
    config.write_text("tables: {ours: {lft: new}}\n", "utf-8")
    code, told = run(*files, "--config", str(config), "--layout", "ours", "--lang", "en")
    assert code == 2
    assert b"Did you mean left?" in told


def test_hostile_names_are_laid_out_as_they_are() -> None:
    names = [
        name
        for grid in grids(lay(table(hostile()), layout("ja"), "ja"))
        for name in printed(grid, "name", "new")
    ]
    assert names[0] == "<script>alert(1)</script>"
