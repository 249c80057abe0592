"""The old/new table as a page: what its file holds, before any browser opens it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from planversion import compare, read_edition
from planversion.model import Edition
from planversion.rendering.laying import PRESETS, layout
from planversion.rendering.tabulating import table
from planversion.rendering.web.tabled.page import html

REAL = Path(__file__).parents[1] / "editions/nishitokyo-chiiki-fukushi"
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "]]>",
    "a\u202eb\u2066c",
    "長" * 10_000,
    "👩‍👩‍👧‍👦",
    "𠮷野家",
    '" onmouseover="alert(1)',
)


def edition(name: str) -> Edition:
    return read_edition((REAL / f"{name}.yaml").read_bytes(), name).edition


@pytest.fixture(scope="module")
def sides() -> tuple[Edition, Edition]:
    return edition("4"), edition("5-draft-2")


def page(sides: tuple[Edition, Edition], preset: str = "side-by-side") -> Any:
    return parser.document_fromstring(written(sides, preset))


def written(sides: tuple[Edition, Edition], preset: str = "side-by-side") -> str:
    return html(table(compare(*sides)), layout("ja", preset), "ja")


@pytest.mark.parametrize("preset", PRESETS)
def test_every_project_of_either_edition_has_one_address(
    sides: tuple[Edition, Edition], preset: str
) -> None:
    ids = page(sides, preset).xpath("//@id")
    projects = {id_ for one in sides for id_ in one.outline.projects}
    assert len(ids) == len(set(ids))
    assert projects <= set(ids)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_row_is_complete(sides: tuple[Edition, Edition], preset: str) -> None:
    """Cells and what reaches down from above fill each row, so that no cell slips."""
    for body in page(sides, preset).iterfind(".//table"):
        width = sum(int(one.get("colspan", 1)) for one in body.find("thead")[0])
        down: list[int] = [0] * width
        for row in body.find("tbody"):
            cells = iter(row)
            for column in range(width):
                if down[column]:
                    down[column] -= 1
                    continue
                cell = next(cells)
                assert cell.get("data-column") == str(column)
                down[column] = int(cell.get("rowspan", 1)) - 1
            assert next(cells, None) is None
        assert not any(down)


def test_every_cell_of_a_row_is_named_by_headers(sides: tuple[Edition, Edition]) -> None:
    root = page(sides)
    assert all(one.get("scope") for one in root.iter("th"))
    assert all(one.find("caption").text_content().strip() for one in root.iter("table"))
    for row in root.xpath("//tr[@data-kinds]"):
        assert row.xpath("th[@scope='row' and contains(@class, 'name')]")


def test_the_rows_say_what_happened(sides: tuple[Edition, Edition]) -> None:
    [row] = page(sides).xpath("//tr[contains(., '在宅療養連携支援センターにしのわを通じた')]")
    assert row.get("data-kinds").split() == ["moved", "renamed"]
    assert row.xpath("td[contains(@class, 'notes')]")[0].text_content() == "4(2)②から移動名称変更"


def test_nothing_is_loaded_and_no_style_stands_in_an_element(
    sides: tuple[Edition, Edition],
) -> None:
    root = page(sides)
    assert not root.xpath("//@src | //@style | //link | //img | //iframe | //object | //base")
    assert all(one.startswith("#") for one in root.xpath("//@href"))
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]


@pytest.mark.parametrize("evil", HOSTILE, ids=lambda text: ascii(text)[:16])
def test_hostile_names_are_text(sides: tuple[Edition, Edition], evil: str) -> None:
    old, new = sides
    said = new.model_dump(by_alias=True, exclude_unset=True, mode="json")
    first = said["sections"][0]["sections"][0]["sections"][0]
    first["title"] = first["projects"][0]["name"] = evil
    first["projects"][0]["departments"] = [evil]
    said["departments"].append({"name": evil})
    root = page((old, Edition.model_validate(said, by_alias=True, by_name=False)))
    told = evil.replace("\u202e", "\\x202e").replace("\u2066", "\\x2066")
    [cell] = root.xpath("//tr[1]/th[contains(@class, 'name')]")[:1]
    assert cell.text_content() == f"{told}#"
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//@onmouseover")


def test_the_same_bytes_every_time(sides: tuple[Edition, Edition]) -> None:
    assert written(sides) == written(sides)
