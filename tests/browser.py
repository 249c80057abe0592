"""A real browser that opens our pages, and notices whatever a page must not do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from programs import found

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

# A browser asks its maker's servers for this and that; nothing here may depend on them. As root it
# can't make its own sandbox.
_QUIETLY = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


class Opened(NamedTuple):
    """A page in a browser, and what it did while it was open."""

    page: Page
    complaints: list[str]
    """What the console said, errors and warnings, and what went wrong in a script."""
    requests: list[str]
    """Every address that was asked for."""


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium, closed at the end."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=found("chromium"), args=[*_QUIETLY, *sandbox]
        )
        try:
            yield started
        finally:
            started.close()


@contextmanager
def opened(of: Browser, address: str, **settings: Any) -> Iterator[Opened]:
    """The page at an address, with settings as Playwright's `new_context` takes them."""
    context = of.new_context(**{"viewport": DESKTOP, "locale": "ja-JP", **settings})
    page = context.new_page()
    seen = Opened(page, [], [])
    page.on("console", lambda said: _note(seen, said.type, said.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request.url))
    page.goto(address, wait_until="load")
    try:
        yield seen
    finally:
        context.close()


def _note(seen: Opened, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        seen.complaints.append(text)


def barriers(page: Page) -> list[str]:
    """What axe-core finds that keeps somebody out: rule, and where."""
    answer = Axe().run(page)
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in answer.response["violations"]
        for node in one["nodes"]
    ]


def spills(page: Page) -> bool:
    """Whether a reader would have to move the whole page sideways."""
    wide: bool = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
    )
    return wide
