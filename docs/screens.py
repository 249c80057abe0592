"""Draws docs/screens anew, from the real plan: `PYTHONPATH=tests python docs/screens.py`.

A browser and LibreOffice open what the commands write, as the tests do.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from browser import DESKTOP, PHONE, browser, opened
from programs import converted, found

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "docs/screens"
STEP = ("4", "5-draft-2")


class Screen(NamedTuple):
    """A page as it is seen."""

    name: str
    page: str
    size: dict[str, int] = DESKTOP
    scheme: str = "light"


PAGES = (
    Screen("table", "table.html#kind=moved"),
    Screen("table-phone", "table.html#kind=moved", PHONE),
    Screen("table-dark", "table.html#kind=moved", DESKTOP, "dark"),
    Screen("audit", "audit.html"),
    Screen("pictures", "flow.html"),
    Screen("departments", "departments.html"),
    Screen("site", "site/index.html"),
    Screen("site-phone", "site/index.html", PHONE),
)
SHEETS = ("table.xlsx", "table.docx")
WRITTEN = (
    ("table", *STEP, "-o", "table.html"),
    ("table", *STEP, "-o", "table.xlsx"),
    ("table", *STEP, "--layout", "city", "-o", "table.docx"),
    ("audit", *STEP, "-f", "html", "-o", "audit.html"),
    ("plot", *STEP, "-o", "flow.html"),
    ("plot", *STEP, "--picture", "departments", "-o", "departments.html"),
    ("site", "-o", "site"),
)


def main() -> None:
    """Writes everything into a folder that goes away, and shoots it."""
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in WRITTEN:
            _write(command, folder)
        with browser() as started:
            for screen in PAGES:
                _shoot(started, screen, folder)
        for sheet in SHEETS:
            _first_page(folder / sheet, folder)


def _write(command: tuple[str, ...], folder: Path) -> None:
    *words, output = command
    run = [sys.executable, "-m", "planversion", *words, str(folder / output)]
    subprocess.run(run, cwd=ROOT, check=True)


def _shoot(started: Browser, screen: Screen, folder: Path) -> None:
    file, _, fragment = screen.page.partition("#")
    address = (folder / file).as_uri() + (f"#{fragment}" if fragment else "")
    with opened(started, address, viewport=screen.size, color_scheme=screen.scheme) as seen:
        seen.page.screenshot(path=SCREENS / f"{screen.name}.png")


def _first_page(sheet: Path, folder: Path) -> None:
    pdf = converted(sheet, "pdf", folder)
    to = SCREENS / f"{sheet.stem}-{sheet.suffix[1:]}"
    draw = [found("pdftoppm"), "-png", "-r", "90", "-singlefile", str(pdf), str(to)]
    subprocess.run(draw, check=True)


if __name__ == "__main__":
    main()
