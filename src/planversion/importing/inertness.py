"""Text of a CSV file that no sheet takes for a formula, and the text that was meant."""

from __future__ import annotations

_FORMULA = (*"=+-@＝＋－＠", "\t", "\r")
_MARK = "'"


def inert(text: str) -> str:
    """The text with a mark before it where a sheet would calculate it."""
    return f"{_MARK}{text}" if text.startswith((*_FORMULA, _MARK)) else text


def revived(text: str) -> str:
    """The text that was meant: without the mark, where it is one."""
    return text[1:] if text.startswith(_MARK) and text[1:].startswith((*_FORMULA, _MARK)) else text
