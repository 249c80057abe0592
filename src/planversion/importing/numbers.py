"""Numbers of an outline as they are printed, read back: `(1)`, `②`, `第3章`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

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
_BARE = frozenset({"{n}", "{n:fullwidth}", "{n:kanji}", "{n:katakana}", "{n:iroha}", "{n:letter}"})
_BARE_TOO = frozenset({"{n:upper-letter}", "{n:roman}"})
_SPACE = r"[\s\u3000]*"
_PARTED = r"(?:[\s\u3000]+|[.．、:：][\s\u3000]*)"


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
    found = _beginning(code).match(text)
    if not found or not text[found.end() :].strip():
        return None, text
    return _exactly(code)[found[1]], text[found.end() :].strip()


@cache
def _beginning(code: str) -> re.Pattern[str]:
    printed = sorted(_exactly(code), key=lambda one: (-len(one), one))
    # What is a mere figure may be the beginning of a title: 24時間の見守り.
    after = _PARTED if code in _BARE | _BARE_TOO else _SPACE
    return re.compile(f"{_SPACE}({'|'.join(map(re.escape, printed))}){after}")


@cache
def _exactly(code: str) -> dict[str, int]:
    return {print_number(n, code): n for n in range(_HIGHEST, 0, -1)}


def code_of_titles(texts: Iterable[str]) -> str | None:
    """The code by which all of these begin with a number; None where there is none such."""
    every = list(texts)
    return next(
        (code for code in CODES if every and all(parted(one, code)[0] for one in every)), None
    )


def code_of_numbers(values: Iterable[int | str]) -> str | None:
    """The code by which all of these are printed; None where there is none such."""
    every = [str(value) for value in values]
    known = (code for code in CODES if every and all(one in _exactly(code) for one in every))
    return next(known, None)
