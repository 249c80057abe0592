"""The timeline as a person meets it: in a browser, on a phone, by keyboard, without colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import DESKTOP, PHONE, barriers, opened, spills
from repo.test_timeline import HOUSING, city, drawn
from repositories import Folder

__all__ = ["city"]


@pytest.fixture
def address(city: Folder, tmp_path: Path) -> str:
    page = tmp_path / "page.html"
    page.write_text(drawn(city, HOUSING, "html"), encoding="utf-8")
    return page.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nobody_is_kept_out(
    browser: Browser, address: str, size: dict[str, int], scheme: str
) -> None:
    with opened(browser, address, viewport=size, color_scheme=scheme) as seen:
        assert barriers(seen.page) == []
        assert not spills(seen.page)
        assert seen.complaints == []
        assert seen.requests == [address]


def test_the_picture_can_be_moved_with_the_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address, viewport=PHONE) as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.textContent") in (
            "本文へ移動",
            "Skip to the content",
        )
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.className") == "wide"
