"""Every sentence we can say has a Japanese translation, and none is left over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "src/planversion/locale/ja/LC_MESSAGES/planversion.po"
KEYWORDS = {"say": None, "say_n": (1, 2)}


def said() -> set[str]:
    found = extract_from_dir(ROOT / "src", [("**.py", "python")], keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def translated() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    return dict(_pairs((m.id, m.string) for m in catalogue if m.id))


def _pairs(messages: Iterator[tuple[object, object]]) -> Iterator[tuple[str, str]]:
    for message, string in messages:
        one = message if isinstance(message, str) else message[0]  # type: ignore[index]
        yield one, string if isinstance(string, str) else string[0]  # type: ignore[index]


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_sentence_is_translated_and_none_is_left_over() -> None:
    assert sorted(translated()) == sorted(said()), (
        "update locale/ja: pybabel extract -k say -k say_n:1,2 -o messages.pot src, then pybabel "
        "update -D planversion -d src/planversion/locale -i messages.pot"
    )


def test_every_translation_is_there_and_keeps_the_values() -> None:
    for sentence, japanese in translated().items():
        assert japanese, sentence
        assert fields(japanese) == fields(sentence), sentence
