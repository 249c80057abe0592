"""Every sentence we can say has a Japanese translation, and none is left over."""

from __future__ import annotations

import ast
from string import Formatter

from catalogue import ROOT, said, translated
from planversion.cli.commands import bring
from planversion.cli.entry import planversion
from planversion.cli.helping import help_texts


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


def test_japanese_help_speaks_in_one_form() -> None:
    bring(planversion)
    japanese, polite = pairs(), ("です", "ます", "ません", "ください")
    for text in help_texts(planversion):
        assert not any(form in japanese[text] for form in polite), text


def test_no_sentence_hides_in_an_f_string() -> None:
    """Babel doesn't look for sentences there, so nobody would miss their translation."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            within = ast.walk(node) if isinstance(node, ast.JoinedStr) else ()
            calls = [one.func for one in within if isinstance(one, ast.Call)]
            names = {func.id for func in calls if isinstance(func, ast.Name)}
            assert not names & {"say", "say_n"}, path
