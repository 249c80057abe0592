"""Numbers of an outline as they are printed, read back: `(1)`, `②`, `第3章`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from planversion.importing.composites import SIGNS
from planversion.numbering import print_number

_HIGHEST = 300
"""Up to here a printed number is recognised."""
CODES = (
    *("{n}", "({n})", "{n:circled}", "（{n}）", "（{n:fullwidth}）", "{n:fullwidth}", "第{n}章"),
    *(
        "第{n:kanji}章",
        "第{n}節",
        "第{n}",
        "{n})",
        "{n}.",
        "{n}．",
        "[{n}]",
        "【{n}】",
        "{n:roman}",
    ),
    *("{n:kanji}", "{n:katakana}", "({n:katakana})", "{n:iroha}", "{n:parenthesised}"),
    *("({n:kanji})", "{n:letter}", "({n:letter})", "{n:upper-letter}", "基本目標{n}", "目標{n}"),
    *("基本目標{n:roman}", "基本目標{n:fullwidth}", "施策{n}", "方針{n}"),
)
"""Ways of numbering that are recognised without being declared, the usual ones first."""
_BARE = frozenset(code for code in CODES if re.fullmatch(r"第?\{n(:[a-z-]+)?\}", code)) - {
    "{n:circled}",
    "{n:parenthesised}",
}
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
_SPACE = r"[\s\u3000]*"
# 3.11の教訓 begins with no 3, and 施策1-2 is not the first 施策.
_NO_MORE = rf"(?!(?<=[.．])\d|(?:{SIGNS}|の)[(（]?\d)"
_PARTED = r"(?:[\s\u3000]+|[.．](?!\d)[\s\u3000]*|[、:：][\s\u3000]*)"


def number_of(text: str, code: str) -> int | str:
    """The number that a cell of numbers says; text where it is none that we could print."""
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    if squeezed.isascii() and squeezed.isdigit():
        return int(squeezed)
    return _printed(code).get(squeezed, text)


@cache
def _printed(code: str) -> dict[str, int]:
    return {
        "".join(unicodedata.normalize("NFKC", print_number(n, code)).split()): n
        for n in range(_HIGHEST, -1, -1)
    }


def parted(text: str, code: str) -> tuple[int | None, str]:
    """The number and the title of a cell that holds both; no number where it begins with none."""
    return _parted(text, code, _as_written(code))


def _parted(text: str, code: str, known: Mapping[str, int]) -> tuple[int | None, str]:
    found = _beginning(code, tuple(known)).match(text)
    if not found or not text[found.end() :].strip():
        return None, text
    return known[found[1]], text[found.end() :].strip()


@cache
def _beginning(code: str, printed: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(printed, key=lambda one: (-len(one), one))
    # What is a mere figure may be the beginning of a title: 24時間の見守り, 第2次計画.
    after = _PARTED if code in _BARE else _SPACE
    return re.compile(f"{_SPACE}({'|'.join(map(re.escape, longest_first))}){_NO_MORE}{after}")


@cache
def _exactly(code: str) -> dict[str, int]:
    return {print_number(n, code): n for n in range(_HIGHEST, 0, -1)}


@cache
def _as_written(code: str) -> dict[str, int]:
    """The same in full width, and with the signs for Roman numerals."""
    exact = _exactly(code)
    wide = {printed.translate(_FULL_WIDTH): n for printed, n in exact.items()}
    signs = {chr(ord("Ⅰ") + n - 1): n for n in range(1, 13) if "{n:roman}" in code}
    return signs | wide | exact


def code_of_titles(texts: Iterable[str]) -> str | None:
    """The code by which half of these or more begin with a number; None where none does."""
    every = list(texts)
    return _usual(lambda one, code: _parted(one, code, _exactly(code))[0] is not None, every)


def code_of_numbers(values: Iterable[int | str]) -> str | None:
    """The code by which half of these or more are printed; None where none does."""
    return _usual(lambda one, code: one in _exactly(code), [str(value) for value in values])


def _usual(fits: Callable[[str, str], bool], texts: list[str]) -> str | None:
    counts = {code: sum(fits(one, code) for one in texts) for code in CODES}
    best = max(CODES, key=lambda code: counts[code])
    return best if texts and 2 * counts[best] >= len(texts) else None
