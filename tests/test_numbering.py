"""Numbers are printed as plans print them."""

import pytest

from planversion import numbering


@pytest.mark.parametrize(
    ("number", "code", "printed"),
    [
        (4, "{n}", "4"),
        (2, "({n})", "(2)"),
        (1, "{n:circled}", "①"),
        (20, "{n:circled}", "⑳"),
        (21, "{n:circled}", "㉑"),
        (36, "{n:circled}", "㊱"),
        (51, "{n:circled}", "51"),
        (4, "{n:roman}", "IV"),
        (1994, "{n:lower-roman}", "mcmxciv"),
        (5, "第{n:kanji}章", "第五章"),
        (10, "{n:kanji}", "十"),
        (21, "{n:kanji}", "二十一"),
        (305, "{n:kanji}", "三百五"),
        (1, "{n:letter}", "a"),
        (27, "{n:upper-letter}", "AA"),
        (2, "{n:katakana}", "イ"),
        (46, "{n:katakana}", "ン"),
        (1, "{n:hiragana}", "あ"),
        (2, "{n:iroha}", "ロ"),
        (3, "{n:parenthesised}", "⑶"),
        (12, "{n:fullwidth}", "１２"),
        (7, "-{n:02}", "-07"),
        ("2の2", "({n})", "(2の2)"),
        ("ア", "{n:circled}", "ア"),
        (None, "({n})", ""),
    ],
)
def test_a_number_in_the_code_of_its_level(number, code, printed):
    assert numbering.print_number(number, code) == printed


def test_codes_that_could_not_be_printed_are_named():
    assert numbering.unknown_style("{n:circle}") == "{n:circle}"
    assert numbering.unknown_style("{m}") == "{m}"
    assert numbering.unknown_style("{n}{") == "{"
    assert numbering.unknown_style("章") == "章"
    assert numbering.unknown_style("第{n}章 ({n:circled})") is None
