"""Slips of typing in a name are found and mended, and what plans print is left alone."""

from __future__ import annotations

import pytest

from planversion.rules.name_not_normalised import name_not_normalised
from planversion.yamltext import Source
from rule_examples import source

SLIPS = {
    "サービスセンタ一": "サービスセンター",
    "サ－ビスの充実": "サービスの充実",
    "サポ-タ-養成": "サポーター養成",
    "センタ一運営事業": "センター運営事業",
    "認知症力フェの推進": "認知症カフェの推進",
    "コミュ二ティの二ーズ": "コミュニティのニーズ",
    "トレ一二ング": "トレーニング",
    "ユ二フォームの貸与": "ユニフォームの貸与",
    "デー夕ベースの整備": "データベースの整備",
    "口ッカーの設置": "ロッカーの設置",
    "工ネルギーの地産": "エネルギーの地産",
    "へルパー派遣": "ヘルパー派遣",
    "協カ体制": "協力体制",
    "人ロ対策": "人口対策",
    "窓ロの充実": "窓口の充実",
    "統ー的な対応": "統一的な対応",
    "ー人ー人の支援": "一人一人の支援",
    "ﾎﾞﾗﾝﾃｨｱ活動": "ボランティア活動",
    "カﾞイドの養成": "ガイドの養成",
    "カ\u309bイドの養成": "ガイドの養成",
    "テ\u3099ータの公開": "データの公開",
    "　相談の実施": "相談の実施",
    "相談の実施 ": "相談の実施",
    "相談  の実施": "相談 の実施",
    "相談\u200bの実施": "相談の実施",
    "相談\u00a0の実施": "相談 の実施",
    "相談の\n実施": "相談の実施",
    "Safe\nSchool": "Safe School",
}
LOST = (
    "相談（電話の実施",
    "相談）の実施",
    "「相談』の実施",
    "相談\ufffdの実施",
    "\ue000地区の整備",
)
PRINTED = (
    "ＳＮＳ・Ａ４判・第１期",
    "スポーツ力アップ講座",
    "魅力フェアの開催",
    "地域力フェスタ",
    "センター一覧の作成",
    "センタ一覧の作成",
    "一プラン一テーマの推進",
    "一グループ一アイデアの発表",
    "モデルコース二カ所の整備",
    "オープンデー夕方の部",
    "大工コースの開設",
    "人口ビジョンの改定",
    "介護ロボット・個人ロッカー",
    "データ食育",
    "八ッ場と二ッ橋",
    "センターへアクセスする",
    "フェーズ一の検討",
    "プラン－サービス編－",
    "設置可能カ所",
    "1) 相談",
    "ア）相談、イ）支援",
    "相談（電話等)の実施",
    "葛\U000e0100城地区",
    "👨\u200d👩\u200d👧の集い",
    "ふれあい　広場",
    "ネット口コミの活用",
    "神塚地区",
    "か\u309aの発音",
)


def named(name: str) -> Source:
    """An edition whose only project is called so."""
    written = name.replace("\n", "\\n").replace("\u200b", "\\u200b")
    row = f'{{id: p-aaaaaaaaa5, name: "{written}", departments: [福祉課]}}'
    return source(f"sections:\n  - {{id: s-aaaaaaaaa5, title: まち, projects: [{row}]}}\n")


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_with_the_name_as_it_should_be(name: str) -> None:
    mends = {str(verdict.mend) for verdict in name_not_normalised.check(named(name))}
    assert mends == {f"Write {SLIPS[name]}"}


@pytest.mark.parametrize("name", SLIPS.values())
def test_a_mended_name_has_no_slip(name: str) -> None:
    assert list(name_not_normalised.check(named(name))) == []


@pytest.mark.parametrize("name", LOST)
def test_what_only_the_document_can_tell_is_asked_of_it(name: str) -> None:
    mends = {str(verdict.mend) for verdict in name_not_normalised.check(named(name))}
    assert mends == {"Look how the document has it."}


@pytest.mark.parametrize("name", PRINTED)
def test_what_plans_print_is_left_alone(name: str) -> None:
    assert list(name_not_normalised.check(named(name))) == []


def test_titles_wordings_and_departments_are_read_too() -> None:
    text = """
departments: [{name: '福祉課 '}]
sections:
  - {id: s-aaaaaaaaa5, title: ' まち', projects: [{id: p-aaaaaaaaa5, name: 相談}]}
  - {id: s-bbbbbbbbbq, title: さと, projects: [{relists: p-aaaaaaaaa5, as: '相談（'}]}
"""
    paths = [verdict.path for verdict in name_not_normalised.check(source(text))]
    assert paths == [
        ("sections", 0, "title"),
        ("sections", 1, "projects", 0, "as"),
        ("departments", 0, "name"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        'plan: {id: example, title: "見本\\0計画"}',
        "edition: {id: '2', label: \"第2\\e期\", status: draft, previous: '1'}",
        "edition: {id: '2', label: 第2期, status: draft, stage: \"素案\\u202E\"}",
        'levels: [{name: "目標\\x07"}]',
    ],
)
def test_what_the_head_is_called_is_looked_at_as_well(head: str) -> None:
    assert len(list(name_not_normalised.check(source(head)))) == 1


def test_nobody_is_told_to_write_nothing() -> None:
    (verdict,) = name_not_normalised.check(named("\\0"))
    assert str(verdict.mend) == "Look how the document has it."
