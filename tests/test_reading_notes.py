"""What printed notes are read as, in the writings that people use; and what is not read."""

from __future__ import annotations

import pytest

from planversion.auditing import Statement, read


@pytest.mark.parametrize(
    ("text", "kind", "old", "new"),
    [
        ("4(2)②から移動", "moved", ("4(2)②",), ()),
        ("４（２）②から移動", "moved", ("４（２）②",), ()),
        ("(4(2)② より 移動)", "moved", ("4(2)②",), ()),
        ("【4(2)②からの移設】", "moved", ("4(2)②",), ()),
        ("※4(2)②から移動しました。", "moved", ("4(2)②",), ()),
        ("3(1)①へ移動", "moved", (), ("3(1)①",)),
        ("4(2)②から3(1)①に移行", "moved", ("4(2)②",), ("3(1)①",)),
        ("2-1-ｱから移動", "moved", ("2-1-ｱ",), ()),
        ("移動", "moved", (), ()),
        ("2(3)③の表記を変更", "renamed", ("2(3)③",), ()),
        ("名称変更", "renamed", (), ()),
        ("事業名の一部修正", "renamed", (), ()),
        ("4(2)②から改称", "renamed", ("4(2)②",), ()),
        ("2(3)③を分割", "split", ("2(3)③",), ()),
        ("2(3)③から分離された", "split", ("2(3)③",), ()),
        ("統合", "merged", (), ()),
        ("1(1)①と1(1)②を統合", "merged", ("1(1)①", "1(1)②"), ()),
        ("1(1)①と統合", "merged", ("1(1)①",), ()),
        ("1(1)①へ統合", "merged", (), ("1(1)①",)),
        ("新規", "added", (), ()),
        ("<新規事業>", "added", (), ()),
        ("新規追加", "listed", (), ()),
        ("廃止", "ended", (), ()),
        ("5(2)②は廃止", "ended", ("5(2)②",), ()),
        ("(再掲)", "relisted", (), ()),
        ("3(1)①の再掲", "relisted", (), ("3(1)①",)),
        ("担当課変更", "reassigned", (), ()),
        ("所管課の変更あり", "reassigned", (), ()),
    ],
)
def test_a_note_is_read(text: str, kind: str, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert read(text) == (Statement(kind, old, new),)  # type: ignore[arg-type]


def test_a_note_may_say_several_things() -> None:
    assert [one.kind for one in read("4(2)②から移動し、名称変更")] == ["moved", "renamed"]
    assert [one.kind for one in read("移動及び所管課変更")] == ["moved", "reassigned"]


@pytest.mark.parametrize(
    "text",
    ["詳細は別紙", "4(2)②", "から移動する予定か", "4(2)②から移動、調整中", "=1+1", "※", "。"],
)
def test_what_is_no_statement_in_all_its_parts_is_not_read(text: str) -> None:
    assert read(text) == ()


def test_a_story_is_no_note() -> None:
    assert read("から" * 100 + "移動") == ()
