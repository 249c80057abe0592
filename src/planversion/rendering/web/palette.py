"""The colours of pages and pictures, on light and on dark paper.

Text has a contrast of at least 4.5 to 1 to its paper, a line or shape 3 to 1 (WCAG 2.2, 1.4.3 and
1.4.11); no colour says anything that a word, a mark or a shape doesn't say as well.
"""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#ffffff",
    "tint": "#f4f5f7",
    "ink": "#1b1c1e",
    "quiet": "#55585e",
    "rule": "#c9ccd1",
    "edge": "#868a91",
    "link": "#0b5cad",
    "was": "#a3123a",
    "was-tint": "#fdecef",
    "now": "#0a6638",
    "now-tint": "#e6f5eb",
    "kept": "#7d8794",
    "moved": "#0b5cad",
    "split": "#a8480a",
    "merged": "#6a3fb5",
    "new": "#0a6638",
    "ended": "#b00020",
    "mark": "#fff3b8",
}
"""On light paper; also what is printed."""

DARK: Mapping[str, str] = {
    "paper": "#16181c",
    "tint": "#22252b",
    "ink": "#ececec",
    "quiet": "#b4b8bf",
    "rule": "#3d424a",
    "edge": "#838993",
    "link": "#7dbcf7",
    "was": "#ff9db0",
    "was-tint": "#40202a",
    "now": "#7ed6a2",
    "now-tint": "#173524",
    "kept": "#8b95a3",
    "moved": "#6cb2f5",
    "split": "#f2a365",
    "merged": "#b79cf0",
    "new": "#63c78d",
    "ended": "#ff8a9a",
    "mark": "#5b4d00",
}
"""On dark paper."""


def variables(colours: Mapping[str, str]) -> str:
    """The colours as custom properties of CSS: `--ink: #1b1c1e; …`."""
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
