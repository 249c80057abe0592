"""How the numbers of an outline are printed: `1`, `(2)`, `③`, `Ⅳ`, `五`, `ア`.

A level declares its code as a pattern: `{n}` is the number as it is, `{n:style}` the number in
one of `STYLES`, anything else stands as printed. A number that is text (`2の2`) or beyond what
a style can say (51 in a circle) is printed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_FIELD = re.compile(r"\{n(?::([a-z0-9-]+))?\}")

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_KANJI = "〇一二三四五六七八九"
_KANJI_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_KATAKANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_KATAKANA_TO_HIRAGANA = ord("ア") - ord("あ")


def _circled(number: int) -> str:
    for first, last, start in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(start + number - first)
    return "⓪" if number == 0 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:  # noqa: PLR2004 - Roman numerals end there
        return str(number)
    printed = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        printed += letters * times
    return printed


def _kanji(number: int) -> str:
    if not 0 < number < 10000:  # noqa: PLR2004 - the next unit is 万
        return _KANJI[0] if number == 0 else str(number)
    printed = ""
    for unit, character in _KANJI_UNITS:
        times, number = divmod(number, unit)
        printed += (_KANJI[times] if times > 1 else "") + character if times else ""
    return printed + (_KANJI[number] if number else "")


def _letter(number: int) -> str:
    printed = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        printed = chr(ord("a") + rest) + printed
    return printed


def _from_row(row: str) -> Callable[[int], str]:
    return lambda number: row[number - 1] if 0 < number <= len(row) else str(number)


def _shifted(text: str, by: int) -> str:
    return "".join(chr(ord(character) + by) for character in text)


def _parenthesised(number: int) -> str:
    return chr(0x2474 + number - 1) if 0 < number <= 20 else f"({number})"  # noqa: PLR2004


def _full_width(number: int) -> str:
    return "".join(chr(ord(character) + 0xFEE0) for character in str(number))


STYLES: dict[str, Callable[[int], str]] = {
    "circled": _circled,
    "fullwidth": _full_width,
    "hiragana": _from_row(_shifted(_KATAKANA, -_KATAKANA_TO_HIRAGANA)),
    "iroha": _from_row(_IROHA),
    "kanji": _kanji,
    "katakana": _from_row(_KATAKANA),
    "letter": _letter,
    "upper-letter": lambda number: _letter(number).upper(),
    "parenthesised": _parenthesised,
    "roman": _roman,
    "lower-roman": lambda number: _roman(number).lower(),
    "02": lambda number: f"{number:02}",
    "03": lambda number: f"{number:03}",
}
"""The styles a code may name, and how each prints a number."""


def unknown_style(code: str) -> str | None:
    """What in `code` we could not print: an unknown style, a stray brace, no number; else None."""
    for field in _FIELD.finditer(code):
        if field[1] is not None and field[1] not in STYLES:
            return field[0]
    if not _FIELD.search(code):
        return code
    rest = _FIELD.sub("", code)
    return next((brace for brace in rest if brace in "{}"), None)


# A plan has thousands of sections and a few dozen numbers.
@lru_cache(maxsize=4096)
def print_number(number: int | str | None, code: str) -> str:
    """The number as a level with this `code` prints it; nothing for a section without one."""
    if number is None:
        return ""
    return _FIELD.sub(lambda field: _styled(number, field[1]), code)


def _styled(number: int | str, style: str | None) -> str:
    if isinstance(number, str) or style is None:
        return str(number)
    return STYLES[style](number) or str(number)
