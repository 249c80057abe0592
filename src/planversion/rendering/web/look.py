"""The look that all pages share, and files of style and script that lie beside this one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from planversion.rendering.web.palette import DARK, LIGHT, variables

_HERE = Path(__file__).parent


@cache
def read(name: str) -> str:
    """A file of style or script of ours, as it is."""
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def look() -> str:
    """The style of every page: colours for light and dark, text, tables, print on light paper."""
    return f"{_colours()}\n{read('look.css')}"


def _colours() -> str:
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {variables(DARK)} }} }}"
    return f":root {{ color-scheme: light dark; {variables(LIGHT)} }}\n{dark}"
