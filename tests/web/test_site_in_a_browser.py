"""A site in a real browser, opened as files: for everybody, and found by typing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import DESKTOP, PHONE, barriers, opened, spills
from planversion.publishing import Extras
from repositories import FIRST
from repositories import made as repository
from sites import Files, index, made, real
from test_serve import Served

PAGES = [
    "index.html",
    "search.html#q=%E8%AC%9B%E5%BA%A7",
    "projects.html",
    "departments.html",
    "id/p-1h0dg7p104.html",
    "id/p-4hy7jzpfnq.html",
    "id/s-rb1285wmb2.html",
    "editions/5-draft-2.html",
    "changes/4/5-draft-2.html",
    "404.html",
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The site of the real plan in a folder, as an address."""
    return laid(real(Extras(base="https://example.org/plan/")), tmp_path_factory.mktemp("site"))


def laid(files: Files, folder: Path) -> str:
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return f"{folder.as_uri()}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_nobody_is_kept_out_and_nothing_is_asked_of_others(
    browser: Browser, home: str, path: str, size: dict[str, int], scheme: str
) -> None:
    with opened(browser, home + path, viewport=size, color_scheme=scheme) as seen:
        assert not spills(seen.page)
        assert all(address.startswith(home) for address in seen.requests)
        # What looks for barriers asks for style sheets itself, and is refused.
        assert seen.complaints == []
        assert barriers(seen.page) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_what_became_of_a_project_is_on_the_first_screen(
    browser: Browser, home: str, size: dict[str, int]
) -> None:
    with opened(browser, f"{home}id/p-1h0dg7p104.html", viewport=size) as seen:
        heir = seen.page.locator(".answer dl a", has_text="インクルーシブ").bounding_box()
        state = seen.page.locator(".answer .state").bounding_box()
        assert heir
        assert state
        assert 0 < state["y"] < heir["y"] < size["height"] - 20


def found(page: Page, query: str) -> list[str]:
    """What is found by typing; the count is there once it is done."""
    page.get_by_label("検索").fill(query)
    page.wait_for_function(
        "query => location.hash === '#q=' + encodeURIComponent(query)", arg=query
    )
    return page.locator("#results a").all_inner_texts()


def test_typing_finds_former_names_other_widths_and_single_characters(
    browser: Browser, home: str
) -> None:
    with opened(browser, f"{home}index.html") as seen:
        assert found(seen.page, "介護支援ボランティア制度") == ["介護支援ボランティアの活動促進"]
        assert found(seen.page, "ｽﾎﾟｰﾂ振興課")[0] == "スポーツ振興課"
        assert found(seen.page, "P-4HY7JZPFNQ") == ["出前講座の実施"]
        assert found(seen.page, "講座 現代")[0] == "現代社会を考える講座"
        assert "出前講座の実施" in found(seen.page, "座")
        assert found(seen.page, "𠮷") == []
        expect(seen.page.get_by_role("status")).to_have_text("見つかりませんでした。")
        assert seen.complaints == []


def test_the_script_finds_what_the_index_says(browser: Browser, home: str) -> None:
    known = index(real())
    with opened(browser, f"{home}search.html") as seen:
        for query in ("講座", "健康課", "推進", "ほっと", "1(1)②"):
            assert found(seen.page, query) == known.find(query)[:20]


@pytest.mark.parametrize("sign", ["?", "#"])
def test_an_answer_has_an_address(browser: Browser, home: str, sign: str) -> None:
    with opened(browser, f"{home}search.html{sign}q=%E6%8E%A8%E9%80%B2") as seen:
        expect(seen.page.get_by_role("status")).to_contain_text("件見つかりました")
        expect(seen.page.get_by_label("検索")).to_have_value("推進")


def test_results_are_walked_through_with_the_keyboard(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}search.html#q=%E6%8E%A8%E9%80%B2") as seen:
        page = seen.page
        expect(page.get_by_role("status")).to_contain_text("件見つかりました")
        page.get_by_label("検索").focus()
        page.keyboard.press("ArrowDown")
        first = page.locator("#results a").first
        expect(first).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(page.get_by_label("検索")).to_be_focused()
        page.get_by_role("button", name="さらに表示").click()
        expect(page.locator("#results li")).to_have_count(29)
        page.keyboard.press("Enter")
        page.wait_for_url("**/id/*.html")


def test_without_a_script_a_list_of_all_projects_is_offered(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}index.html", java_script_enabled=False) as seen:
        assert not seen.page.get_by_label("検索").is_visible()
        assert seen.page.get_by_role("main").get_by_role("link", name="事業一覧").is_visible()


def test_a_hostile_name_is_shown_in_results_as_it_is(browser: Browser, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>`${x}`"
    files = made(FIRST.replace("健康相談の実施", json.dumps(hostile)))
    with opened(browser, f"{laid(files, tmp_path)}index.html") as seen:
        assert found(seen.page, "onerror") == [hostile]
        assert seen.page.locator("img").count() == 0
        assert seen.complaints == []


def test_a_page_says_that_there_is_a_newer_version(browser: Browser, tmp_path: Path) -> None:
    city = repository(tmp_path / "city")
    city.commit(**{"1": FIRST})
    served = Served(city)
    try:
        with opened(browser, f"{served.address}id/p-nq16wz4e4h") as seen:
            seen.page.wait_for_event("response", lambda one: one.url.endswith("/version"))
            city.write("editions/1.yaml", FIRST.replace("健康相談の実施", "健康相談の充実"))
            seen.page.get_by_role("button", name="Show it").click()
            expect(seen.page.get_by_role("heading", level=1)).to_have_text("健康相談の充実")
            assert seen.complaints == []
    finally:
        served.end()
