"""What a printed note says: read by its words, before anybody asks whether it is true."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

StatementKind = Literal[
    "moved", "renamed", "split", "merged", "added", "listed", "ended", "relisted", "reassigned"
]


class Statement(NamedTuple):
    """One thing that a note says of its rows."""

    kind: StatementKind
    old: tuple[str, ...] = ()
    """The places of the old edition that it names, as printed."""
    new: tuple[str, ...] = ()
    """The places of the new edition that it names, as printed."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text without differences of width, spaces, and what isn't seen: ４（２） ② is 4(2)2."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


# What is copied from a document often brings marks along that have no shape.
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read(text: str) -> tuple[Statement, ...]:
    """Everything the note says; nothing where a part of it can't be read as a statement."""
    whole = _bare(plain(text))
    if len(whole) > _LONGEST:
        return ()
    return tuple(_as_printed(one, text) for one in _statements(whole))


def _statements(whole: str) -> Iterable[Statement]:
    """The text as one statement, else as several that are all read."""
    if alone := _clause(whole):
        return (alone,)
    clauses = filter(None, _BETWEEN.split(whole))
    found = [_clause(_bare(clause)) for clause in clauses]
    return filter(None, found) if all(found) else ()


def _as_printed(statement: Statement, text: str) -> Statement:
    old, new = (tuple(_printed(place, text) for place in side) for side in statement[1:])
    return Statement(statement.kind, old, new)


def _printed(place: str, text: str) -> str:
    """The place as the note has it: ４（２）② for 4(2)2."""
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            found = plain(text[start:end])
            if found == place:
                return text[start:end].strip()
            if not place.startswith(found):
                break
    return place


_LONGEST = 200
"""Whoever prints more than this in a row tells a story, and no pattern shall search it."""
_BETWEEN = re.compile("[、,。;/]|及び|および|並びに|ならびに|かつ")
_ENDING = re.compile("(?:(?:さ?れ|し)(?:まし)?[てた]?|する|済み?|あり)$")
_PAIRS = {"(": ")", "[": "]", "〔": "〕", "【": "】", "「": "」", "《": "》", "<": ">", "〈": "〉"}
_MARKS = "※*・→⇒←⇐▶►●○◎◆◇■□★☆注:。."


def _bare(text: str) -> str:
    """The text without a mark before it, a full stop behind it, and brackets around all of it."""
    text = text.lstrip(_MARKS).rstrip("。.")
    while text and _PAIRS.get(text[0]) == text[-1] and _enclosed(text):
        text = text[1:-1].lstrip(_MARKS).rstrip("。.")
    return text


def _enclosed(text: str) -> bool:
    """Whether the first bracket closes with the last character: (1)から(2) is none."""
    opening, closing, depth = text[0], text[-1], 0
    for index, character in enumerate(text):
        depth += (character == opening) - (character == closing)
        if depth == 0:
            return index == len(text) - 1
    return False


_OLD = "(?P<old>.+?)"
_NEW = "(?P<new>.+?)"
_NAME = "(?:表記|記載|表現|文言|題名|名称|事業名称?|施策名称?|名)"
_OFFICE = "(?:担当|所管|主管)(?:部署|課|部|係)?"
_WORDS: tuple[tuple[StatementKind, str], ...] = (
    ("moved", f"(?:{_OLD}(?:から|より)の?)?(?:{_NEW}[へに]の?)?(?:移動|移設|移行)"),
    ("reassigned", f"{_OFFICE}[をのが]?(?:名称?)?(?:変更|移管)"),
    ("renamed", f"(?:{_OLD}の)?{_NAME}[をのが]?(?:一部)?(?:変更|修正|見直し|改称|整理)"),
    ("renamed", f"(?:{_OLD}(?:から|より|を)の?)?(?:改称|改題)"),
    ("split", f"(?:{_OLD}(?:から|より|を)の?)?(?:分割|分離|細分化)"),
    ("merged", f"(?:{_OLD}[をと])?(?:{_NEW}[へに]の?)?(?:統合|集約|一本化)"),
    ("listed", "新規掲載|(?:新規|新たに)?追加"),
    ("added", "新規(?:事業)?|新設|新"),
    ("ended", f"(?:{_OLD}[をはの]?)?(?:廃止|終了|完了|中止|削除)"),
    ("relisted", f"(?:{_NEW}[のにへ])?再掲(?:載)?"),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _WORDS)
_AND = re.compile("と|及び|および|[、,・]")


def _clause(text: str) -> Statement | None:
    """The statement that the whole of the text is, if it is one."""
    for said in dict.fromkeys((text, _ENDING.sub("", text))):
        for kind, pattern in _PATTERNS:
            if found := pattern.fullmatch(said):
                groups = found.groupdict()
                return Statement(kind, *(tuple(_places(groups, side)) for side in ("old", "new")))
    return None


def _places(groups: dict[str, str | None], side: str) -> Iterator[str]:
    named = groups.get(side)
    yield from filter(None, _AND.split(named)) if named else ()
