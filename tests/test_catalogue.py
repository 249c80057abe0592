"""Every sentence we can say has a Japanese translation, and none is left over."""

from __future__ import annotations

from string import Formatter

from catalogue import said, translated


def pairs() -> dict[str, str]:
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message.string
        if isinstance(message.string, str)
        else message.string[0]
        for message in translated()
        if message.id
    }


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_sentence_is_translated_and_none_is_left_over() -> None:
    assert sorted(pairs()) == sorted(said()), "python tests/catalogue.py, then translate"


def test_every_translation_is_there_and_keeps_the_values() -> None:
    for sentence, japanese in pairs().items():
        assert japanese, sentence
        assert fields(japanese) == fields(sentence), sentence
