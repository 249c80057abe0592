"""When a renaming is one in spelling only, and which characters a reader sees marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planversion.fields import Leaf, leaves
from planversion.pieces import pieces
from planversion.spelling import same_but_for_spelling, stages

SAME = [
    ("地域福祉に関する普及啓発活動の実施", "地域福祉に係る普及啓発活動の実施"),
    ("講座の開催", "講座の実施"),
    ("一人ひとりが活躍する地域づくり", "一人一人が活躍する地域づくり"),
    ("必要な支援へつなぐしくみづくり", "必要な支援へつなぐ仕組みづくり"),
    ("ＮＰＯ等の支援", "NPO等の支援"),
    ("相談　窓口", "相談窓口"),
    ("意義などの周知", "意義等の周知"),
]
OTHER = [
    ("移動支援の検討", "移動支援の推進"),
    ("居住に関する相談", "居住に係る相談の実施"),
    ("空き家対策の推進", "空き家等対策の推進"),
    ("はなバスルートの運行", "コミュニティバス運行事業"),
]


@pytest.mark.parametrize(("was", "now"), SAME)
def test_a_respelling_means_nothing(was: str, now: str) -> None:
    assert same_but_for_spelling(was, now)
    assert same_but_for_spelling(now, was)


@pytest.mark.parametrize(("was", "now"), OTHER)
def test_a_renaming_in_substance_is_one(was: str, now: str) -> None:
    assert not same_but_for_spelling(was, now)


def test_a_plan_adds_spellings_of_its_own() -> None:
    assert not same_but_for_spelling("見守り活動", "見回り活動")
    assert same_but_for_spelling("見守り活動", "見回り活動", (("見守り", "見回り"),))


def test_a_stage_is_read_from_the_last_word() -> None:
    assert stages("導入の検討", "導入の推進") == ("検討", "推進")
    assert stages("導入の検討", "移動の計画") is None


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("講座の開催", "講座の実施", "講座の[-開催-]{+実施+}"),
        ("ほっとネットの推進", "ほっとハウスの推進", "ほっと[-ネット-]{+ハウス+}の推進"),
        ("令和12年度", "令和13年度", "令和[-12-]{+13+}年度"),
        ("女性の相談", "女性相談", "女性[-の-]相談"),
    ],
)
def test_what_differs_is_told_in_runs_a_reader_takes_in(was: str, now: str, shown: str) -> None:
    marks = {"same": "{}", "was": "[-{}-]", "now": "{{+{}+}}"}
    assert "".join(marks[piece.op].format(piece.text) for piece in pieces(was, now)) == shown


texts = st.text(alphabet="相談の実施ネットAB12", max_size=12)


@given(texts, texts)
def test_the_pieces_are_both_texts_without_confetti(was: str, now: str) -> None:
    found = pieces(was, now)
    assert "".join(piece.text for piece in found if piece.op != "now") == was
    assert "".join(piece.text for piece in found if piece.op != "was") == now
    between = found[1:-1]
    assert all(len(piece.text) > 1 for piece in between if piece.op == "same")


def test_two_hiragana_between_two_changes_are_no_common_ground() -> None:
    assert pieces("女性に対する運動", "DVに関する啓発") == (
        ("was", "女性に対する運動"),
        ("now", "DVに関する啓発"),
    )
    assert ("same", "事業の") in pieces("相談事業の実施", "支援事業の推進")


def test_the_leaves_of_nested_values_are_sorted() -> None:
    was, now = {"b": {"x": 1}, "a": [1, 2]}, {"b": {"x": 2}, "a": [1], "c": None}
    assert leaves(was, now) == (
        Leaf(("a", 1), 2, None),
        Leaf(("b", "x"), 1, 2),
        Leaf(("c",), None, None),
    )


@pytest.mark.parametrize(
    ("was", "now", "run"),
    [
        ("教育相談・就学相談の実施", "教育相談の実施", ("was", "・就学相談")),
        ("民生委員による相談", "民生委員・児童委員による相談", ("now", "・児童委員")),
    ],
)
def test_a_run_on_one_side_begins_at_a_mark_where_it_can(
    was: str, now: str, run: tuple[str, str]
) -> None:
    assert run in pieces(was, now)
