"""The page of an audit in a real browser: for everybody, on every screen, without a request."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import DESKTOP, PHONE, barriers, opened, spills
from planversion import audit, compare, read_edition
from planversion.rendering.audited.telling import Told
from planversion.rendering.audited.web import html
from planversion.yamltext import Source

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "editions/nishitokyo-chiiki-fukushi"
CASES = ROOT / "tests/cases/audit"


def source(path: Path) -> Source:
    return read_edition(path.read_bytes(), path.name)


def written(old: Path, new: Path, to: Path) -> str:
    sides = source(old), source(new)
    told = Told(audit(compare(*(side.edition for side in sides))), *sides, "ja")
    to.write_text(html(told), encoding="utf-8")
    return to.as_uri()


@pytest.fixture
def real(tmp_path: Path) -> str:
    """The real plan's audit, at an address."""
    return written(PLAN / "4.yaml", PLAN / "5-draft-2.yaml", tmp_path / "audit.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nobody_is_kept_out_and_nothing_is_asked_for(
    browser: Browser, real: str, size: dict[str, int], scheme: str
) -> None:
    with opened(browser, real, viewport=size, color_scheme=scheme) as seen:
        seen.page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert barriers(seen.page) == []
        assert not spills(seen.page)
        assert seen.complaints == []
        assert seen.requests == [real]


def test_a_number_leads_to_what_it_counts(browser: Browser, real: str) -> None:
    with opened(browser, real) as seen:
        hidden = seen.page.locator("#low table")
        assert not hidden.is_visible()
        seen.page.get_by_role("link", name="重要度 低").click()
        assert hidden.is_visible()
        shown = seen.page.locator("#low tbody tr").count()
        tile = seen.page.get_by_role("link", name="重要度 低").locator("b").inner_text()
        assert shown == int(tile)


@pytest.mark.parametrize("case", ["hostile-text", "words-that-are-wrong", "printed-totals"])
def test_hostile_and_wrong_notes_are_shown_as_text(
    browser: Browser, case: str, tmp_path: Path
) -> None:
    folder = CASES / case
    address = written(folder / "old.yaml", folder / "new.yaml", tmp_path / "audit.html")
    with opened(browser, address, viewport=PHONE) as seen:
        assert barriers(seen.page) == []
        assert not spills(seen.page)
        assert seen.complaints == []
        assert seen.page.locator("script, b b, main img").count() == 0


def test_a_note_of_ten_thousand_characters_fits_a_phone(browser: Browser, tmp_path: Path) -> None:
    case = CASES / "moved-as-printed"
    text = (case / "new.yaml").read_text(encoding="utf-8")
    new = tmp_path / "new.yaml"
    new.write_text(text.replace("１（１）②から移動", "長" * 10_000), encoding="utf-8")
    address = written(case / "old.yaml", new, tmp_path / "audit.html")
    with opened(browser, address, viewport=PHONE) as seen:
        assert not spills(seen.page)
        assert "長" * 10_000 in seen.page.locator("q").first.inner_text()
