"""The old/new table as people use it: filters, search, addresses, keyboard, phone, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import DESKTOP, PHONE, barriers, opened, spills
from planversion import compare, read_edition
from planversion.rendering.laying import PRESETS, layout
from planversion.rendering.pictures.drawn import drawn_balances, drawn_flow
from planversion.rendering.tabulating import table
from planversion.rendering.web.tabled.page import html
from programs import text_of

REAL = Path(__file__).parents[1] / "editions/nishitokyo-chiiki-fukushi"
MOVED = "在宅療養連携支援センターにしのわを通じた連携の促進"


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The real plan's table in each layout."""
    old, new = (
        read_edition((REAL / f"{name}.yaml").read_bytes(), name).edition
        for name in ("4", "5-draft-2")
    )
    folder, comparison = tmp_path_factory.mktemp("tables"), compare(old, new)
    flow = drawn_flow(comparison, depth=0, language="ja")
    pictures = flow, drawn_balances(comparison, "ja")
    for preset in PRESETS:
        made = html(table(comparison), layout("ja", preset), "ja", pictures)
        (folder / f"{preset}.html").write_text(made, encoding="utf-8")
    return {preset: (folder / f"{preset}.html").as_uri() for preset in PRESETS}


@pytest.fixture
def page(browser: Browser, addresses: dict[str, str]) -> Iterator[Page]:
    """The table; whatever a test does with it, nothing is asked for and nothing complained of."""
    with opened(browser, addresses["side-by-side"]) as seen:
        yield seen.page
        assert seen.complaints == []
        assert {one.partition("#")[0] for one in seen.requests} == {addresses["side-by-side"]}


def shown(page: Page) -> list[str]:
    """The kinds of the rows that are shown."""
    kinds: list[str] = page.eval_on_selector_all(
        "tr[data-kinds]", "rows => rows.filter(r => r.offsetHeight).map(r => r.dataset.kinds)"
    )
    return kinds


@pytest.mark.parametrize(
    ("preset", "size", "scheme"),
    [
        *((preset, DESKTOP, "light") for preset in PRESETS),
        ("side-by-side", DESKTOP, "dark"),
        ("side-by-side", PHONE, "light"),
        ("national", PHONE, "dark"),
    ],
)
def test_nobody_is_kept_out(
    browser: Browser, addresses: dict[str, str], preset: str, size: dict[str, int], scheme: str
) -> None:
    with opened(browser, addresses[preset], viewport=size, color_scheme=scheme) as seen:
        assert barriers(seen.page) == []
        assert not spills(seen.page)
        assert seen.complaints == []
        assert seen.requests == [addresses[preset]]


def test_a_kind_shows_its_rows_alone(page: Page) -> None:
    everything = len(shown(page))
    page.get_by_role("checkbox", name="移動").check()
    left = shown(page)
    assert 0 < len(left) < everything
    assert all("moved" in kinds.split() for kinds in left)
    expect(page.get_by_role("status")).to_have_text(f"{everything}行のうち{len(left)}行")
    page.get_by_role("button", name="すべての行を表示").click()
    expect(page.get_by_role("status")).to_have_text(f"{everything}行のうち{everything}行")


def test_goal_department_and_words_narrow_together(page: Page) -> None:
    page.get_by_role("combobox", name="目標").select_option(index=2)
    page.get_by_role("combobox", name="所管課").select_option(label="高齢者支援課")
    page.get_by_role("searchbox").fill("にしのわ 促進")
    expect(page.locator("tr[data-kinds]:visible")).to_have_count(1)
    expect(page.locator("section.part h2:visible")).to_have_count(
        1
    )  # the goal, and the reorganisations
    assert MOVED in page.locator("tr[data-kinds]:visible").inner_text()


def test_a_search_knows_no_widths_and_the_measure_of_every_row(page: Page) -> None:
    page.get_by_role("searchbox").fill("ﾈｯﾄﾜｰｸ")
    found = page.locator("tr[data-kinds]:visible")
    assert found.count() > 1
    measures = page.locator("tr[data-kinds]:visible .measure").all_inner_texts()
    assert any("ネットワーク" in one for one in measures)


def test_a_merged_cell_stays_with_the_rows_that_are_left(page: Page) -> None:
    page.get_by_role("searchbox").fill(MOVED)
    [row] = page.locator("tr[data-kinds]:visible").filter(has_text="4(2)②から移動").all()
    cells = row.locator("> *").all()
    assert [one.get_attribute("data-column") for one in cells] == list("0123456")
    assert "2(3)①" in cells[3].inner_text()
    page.get_by_role("searchbox").fill("")
    spans: list[int] = page.eval_on_selector_all(
        "tbody", "all => all.map(b => [...b.rows].reduce((n, r) => n + r.cells.length, 0))"
    )
    page.reload()
    assert spans == page.eval_on_selector_all(
        "tbody", "all => all.map(b => [...b.rows].reduce((n, r) => n + r.cells.length, 0))"
    )


def test_what_is_asked_for_can_be_passed_on(browser: Browser, page: Page) -> None:
    page.get_by_role("checkbox", name="新規").check()
    page.get_by_role("combobox", name="所管課").select_option(label="地域共生課")
    left = shown(page)
    with opened(browser, page.url) as other:
        assert shown(other.page) == left
        assert other.page.get_by_role("checkbox", name="新規").is_checked()
        expect(other.page.locator("form")).to_be_in_viewport()


def test_an_address_leads_to_its_project_whatever_was_filtered(page: Page) -> None:
    row = page.locator("tr[data-kinds]").filter(has_text="4(2)②から移動").first
    project = row.get_attribute("id")
    page.get_by_role("checkbox", name="廃止").check()
    assert not row.is_visible()
    page.evaluate(f"location.hash = '{project}'")
    expect(row).to_be_in_viewport()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "本文へ移動"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    while page.evaluate("document.activeElement.type") != "search":
        page.keyboard.press("Tab")
    page.keyboard.type("にしのわ")
    few = len(shown(page))
    assert 0 < few < 10
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    assert len(shown(page)) < few


def test_without_scripts_all_rows_are_there_and_no_filter(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with opened(browser, addresses["side-by-side"], java_script_enabled=False) as seen:
        page = seen.page
        assert not page.locator("form").is_visible()
        rows = page.locator("tr[data-kinds]")
        assert page.locator("tr[data-kinds]:visible").count() == rows.count() > 183
        last = page.locator("tr[id]").last
        page.goto(f"{addresses['side-by-side']}#{last.get_attribute('id')}")
        expect(last).to_be_in_viewport()


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_it_is_printed_in_landscape_with_its_header_on_every_page(
    browser: Browser, tmp_path: Path, paper: str
) -> None:
    old, new = (
        read_edition((REAL / f"{name}.yaml").read_bytes(), name).edition
        for name in ("4", "5-draft-2")
    )
    chosen = layout("ja").model_copy(update={"paper": paper})
    made = tmp_path / "table.html"
    made.write_text(html(table(compare(old, new)), chosen, "ja"))
    with opened(browser, made.as_uri()) as seen:
        seen.page.pdf(path=tmp_path / "table.pdf", prefer_css_page_size=True)
    pages = text_of(tmp_path / "table.pdf").rstrip("\f").split("\f")
    assert "本文へ移動" not in pages[0]
    assert "検索" not in pages[0]
    inside = [one for one in pages if "備考" in one]
    assert len(inside) >= len(pages) - 1
    assert media_box(tmp_path / "table.pdf") == {"a4": (842, 595), "a3": (1191, 842)}[paper]


def media_box(pdf: Path) -> tuple[int, int]:
    """Width and height of the first page, in points."""
    [box] = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())[:1]
    return round(float(box[0])), round(float(box[1]))
