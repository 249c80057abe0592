"""Two states of an edition: whose id it is, what errata cover, what may change."""

from __future__ import annotations

import datetime as dt

import pytest

from planversion import read_edition
from planversion.checking import Review, check
from planversion.policy import Policy
from planversion.rules.looking.subjects import Shelf, Volume, volume

TODAY = dt.date(2026, 4, 1)
HEAD = """schema: 1
plan: {id: example, title: 見本計画}
edition: {id: '2', label: 第2期, status: adopted, previous: '1'}
levels: [{name: 基本目標}, {name: 施策, code: '({n})'}]
departments: [{name: 福祉課}, {name: 生活福祉課}]
"""
OUTLINE = """sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    sections:
      - id: s-ccccccccc6
        number: 1
        title: 相談の充実
        projects:
          - {id: p-aaaaaaaaa5, name: 健康相談, departments: [福祉課]}
          - {id: p-bbbbbbbbbq, name: 手話講習会, departments: [福祉課]}
          - {id: p-ccccccccc6, name: 栄養相談, departments: [福祉課]}
      - id: s-bbbbbbbbbq
        number: 2
        title: 見守りの充実
        projects:
          - {id: p-dddddddddm, name: 配食, departments: [福祉課]}
"""
LINEAGE = (
    "lineage: [{from: [p-eeeeeeeee7, p-fffffffffn], to: [p-aaaaaaaaa5], reason: 統合した。}]\n"
)
ADOPTED = HEAD + OUTLINE
DRAFT = ADOPTED.replace("adopted", "draft")


def found(old: str, new: str, *others: Volume) -> list[tuple[str, tuple[str, ...]]]:
    """Every finding on what changed, with whom it is about; the new state is well formed."""
    before, after = (read_edition(text.encode(), "2.yaml") for text in (old, new))
    volumes = (volume(after.edition, "2.yaml"), *others)
    review = Review((after,), bases={"2.yaml": before}, shelf=Shelf(volumes))
    report = check(review, Policy(), today=TODAY)
    assert not report.problems
    own = {"id-altered", "id-removed", "lineage-removed", "adopted-edition-altered"}
    return [(one.rule, one.about) for one in report.findings if one.rule in own]


def edited(text: str, *edits: tuple[str, str]) -> str:
    for was, now in edits:
        assert was in text
        text = text.replace(was, now)
    return text


def with_errata(text: str, what: str) -> str:
    told = f"previous: '1', errata: [{{on: 2026-03-01, what: {what}, why: 誤植}}]"
    return edited(text, ("previous: '1'", told))


def swapped(text: str, *ids: str) -> str:
    """The text with each of the ids where the one before it stood."""
    for index, identifier in enumerate(ids):
        text = text.replace(f"id: {identifier}", f"id: #{index}")
    for index in range(len(ids)):
        text = text.replace(f"id: #{index}", f"id: {ids[index - 1]}")
    return text


@pytest.mark.parametrize("state", [ADOPTED, DRAFT], ids=["adopted", "draft"])
@pytest.mark.parametrize(
    "ids",
    [
        ("p-aaaaaaaaa5", "p-bbbbbbbbbq"),
        ("p-aaaaaaaaa5", "p-bbbbbbbbbq", "p-ccccccccc6"),
        ("p-aaaaaaaaa5", "p-dddddddddm"),
        ("s-ccccccccc6", "s-bbbbbbbbbq"),
    ],
)
def test_ids_that_were_exchanged_are_told_each_and_nothing_else(
    state: str, ids: tuple[str, ...]
) -> None:
    told = found(state, swapped(state, *ids))
    assert sorted(told) == [("id-altered", (one,)) for one in sorted(ids)]


@pytest.mark.parametrize("state", [ADOPTED, DRAFT], ids=["adopted", "draft"])
def test_ids_minted_over_everywhere_are_told_as_that(state: str) -> None:
    pairs = [("p-aaaaaaaaa5", "p-eeeeeeeee7"), ("s-ccccccccc6", "s-eeeeeeeee7")]
    told = found(state, edited(state, *pairs, ("s-aaaaaaaaa5", "s-fffffffffn")))
    ids = ["p-aaaaaaaaa5", "s-aaaaaaaaa5", "s-ccccccccc6"]
    assert sorted(told) == [("id-altered", (one,)) for one in ids]


def test_ids_pasted_one_row_down_are_told_and_who_left_with_them() -> None:
    row = "          - {id: p-aaaaaaaaa5, name: 健康相談, departments: [福祉課]}\n"
    shifted = edited(ADOPTED, (row, ""), ("p-bbbbbbbbbq", "p-aaaaaaaaa5"))
    shifted = edited(shifted, ("p-ccccccccc6", "p-bbbbbbbbbq"))
    assert found(ADOPTED, shifted) == [
        ("id-removed", ("p-aaaaaaaaa5",)),
        ("id-altered", ("p-bbbbbbbbbq",)),
        ("id-altered", ("p-ccccccccc6",)),
    ]


def test_an_altered_id_hides_no_other_alteration() -> None:
    new = edited(
        ADOPTED,
        ("id: p-aaaaaaaaa5", "id: p-eeeeeeeee7"),
        ("健康相談, dep", "健康相談, status: 新規, dep"),
    )
    assert found(ADOPTED, new) == [
        ("id-altered", ("p-aaaaaaaaa5",)),
        ("adopted-edition-altered", ("p-aaaaaaaaa5",)),
    ]


@pytest.mark.parametrize(
    "edit",
    [
        # One project takes the name that another gave up: two renamings.
        [("手話講習会", "手話の普及"), ("健康相談,", "手話講習会,")],
        # A new one takes the name of one that was renamed: a project was split off.
        [
            ("手話講習会", "手話の普及"),
            ("name: 栄養相談", "name: 栄養相談}\n          - {id: p-eeeeeeeee7, name: 手話講習会"),
        ],
        # Another project in its place.
        [("id: p-bbbbbbbbbq, name: 手話講習会", "id: p-eeeeeeeee7, name: 要約筆記")],
    ],
)
def test_a_renaming_in_a_draft_alters_no_id(edit: list[tuple[str, str]]) -> None:
    assert found(DRAFT, edited(DRAFT, *edit)) == []


def earlier(**names: str) -> Volume:
    ids = {f"p-{key}": name for key, name in names.items()}
    return Volume("1.yaml", "example", "1", "adopted", None, None, None, ids)


def test_a_draft_takes_over_the_id_of_the_edition_before() -> None:
    new = edited(DRAFT, ("id: p-aaaaaaaaa5", "id: p-eeeeeeeee7"))
    assert found(DRAFT, new, earlier(eeeeeeeee7="健康相談")) == []
    assert found(ADOPTED, edited(new, ("draft", "adopted")), earlier(eeeeeeeee7="健康相談")) == [
        ("id-altered", ("p-aaaaaaaaa5",))
    ]


def test_its_lineage_is_not_missed_once_a_draft_took_over_the_id() -> None:
    new = edited(DRAFT, ("id: p-aaaaaaaaa5", "id: p-eeeeeeeee7"))
    old = f"{DRAFT}lineage: [{{from: [p-eeeeeeeee7], to: [p-aaaaaaaaa5]}}]\n"
    assert found(old, new, earlier(eeeeeeeee7="健康相談")) == []


ALTERED = [("手話講習会, departments: [福祉課]", "手話講習会, departments: [生活福祉課]")]


@pytest.mark.parametrize(
    "what",
    [
        "p-bbbbbbbbbq",
        "1(1)",
        "1(1)の所管課",
        "1（1）",
        "p-bbbbbbbbbq の所管課",
        "福祉課 → 生活福祉課",
    ],
)
def test_errata_cover_what_they_name(what: str) -> None:
    assert found(ADOPTED, with_errata(edited(ADOPTED, *ALTERED), what)) == []


@pytest.mark.parametrize("what", ["p-aaaaaaaaa5", "1(2)", "1", "第1(1)回", "生活福祉課", "label"])
def test_errata_cover_nothing_else(what: str) -> None:
    told = found(ADOPTED, with_errata(edited(ADOPTED, *ALTERED), f"'{what}'"))
    assert told == [("adopted-edition-altered", ("p-bbbbbbbbbq",))]


def test_an_erratum_that_was_there_covers_nothing_new() -> None:
    old = with_errata(ADOPTED, "p-bbbbbbbbbq")
    assert found(old, edited(old, *ALTERED)) == [("adopted-edition-altered", ("p-bbbbbbbbbq",))]


@pytest.mark.parametrize(
    ("edit", "about"),
    [
        (("label: 第2期", "label: 第二期"), "label"),
        (("title: 見本計画", "title: 手本計画"), "title"),
        (("id: example", "id: sample"), "id"),
        (("code: '({n})'", "code: '{n:circled}'"), "levels"),
        (("number: 2", "number: 3"), "s-bbbbbbbbbq"),
        (("reason: 統合した", "reason: 統合する"), "p-eeeeeeeee7,p-fffffffffn→p-aaaaaaaaa5"),
        (("to: [p-aaaaaaaaa5]", "to: [p-bbbbbbbbbq]"), "p-eeeeeeeee7,p-fffffffffn→p-aaaaaaaaa5"),
        (("adopted_on: 2021-03-01", "adopted_on: 2012-03-01"), "adopted_on"),
    ],
)
def test_what_was_adopted_may_not_say_something_else(edit: tuple[str, str], about: str) -> None:
    old = edited(ADOPTED, ("previous: '1'", "previous: '1', adopted_on: 2021-03-01")) + LINEAGE
    assert found(old, edited(old, edit)) == [("adopted-edition-altered", (about,))]


@pytest.mark.parametrize(
    "edit",
    [
        ("previous: '1'", "previous: '1', adopted_on: 2021-03-01, in_force_to: 2026-03-31"),
        ("{name: 福祉課}", "{name: 福祉課, succeeds: [厚生課], note: 改組}"),
        ("[{from", "[{from: [s-dddddddddm], to: [], reason: 終えた。}, {from"),
        ("{from: [p-eeeeeeeee7, p-fffffffffn]", "{from: [p-fffffffffn, p-eeeeeeeee7]"),
        ("reason: 統合した。", "reason: 統合した。, basis: judged, note: 議事録"),
        ("sections:\n  -", "sources: [{id: book, title: 計画書}]\nsections:\n  -"),
        ("title: 相談の充実", "note: 12頁\n        title: 相談の充実"),
    ],
)
def test_an_adopted_edition_may_say_more(edit: tuple[str, str]) -> None:
    old = ADOPTED + LINEAGE
    assert found(old, edited(old, edit)) == []


FORGOTTEN = [
    (LINEAGE, ""),
    ("p-eeeeeeeee7, p-fffffffffn", "p-eeeeeeeee7"),
    (", reason: 統合した。", ""),
    ("to: [p-aaaaaaaaa5]", "to: []"),
]


@pytest.mark.parametrize("state", [ADOPTED, DRAFT], ids=["adopted", "draft"])
@pytest.mark.parametrize("edit", FORGOTTEN)
def test_lineage_that_says_less_is_told_once(state: str, edit: tuple[str, str]) -> None:
    told = found(state + LINEAGE, edited(state + LINEAGE, edit))
    assert [rule for rule, _ in told] == ["lineage-removed"]


BACK = "          - {id: p-eeeeeeeee7, name: 子育て相談, departments: [福祉課]}\n"


@pytest.mark.parametrize(
    "new",
    [
        # One came back to life.
        edited(DRAFT, ("      - id: s-bbbb", f"{BACK}      - id: s-bbbb"))
        + edited(LINEAGE, ("p-eeeeeeeee7, ", "")),
        # It leads elsewhere.
        DRAFT + edited(LINEAGE, ("to: [p-aaaaaaaaa5]", "to: [p-bbbbbbbbbq]")),
        # Told in two records.
        f"""{DRAFT}lineage:
  - {{from: [p-eeeeeeeee7], to: [p-aaaaaaaaa5], reason: 統合した。}}
  - {{from: [p-fffffffffn], to: [p-aaaaaaaaa5], reason: 統合した。}}
""",
    ],
    ids=["back", "elsewhere", "two"],
)
def test_lineage_that_is_decided_anew_in_a_draft_is_not_missed(new: str) -> None:
    assert found(DRAFT + LINEAGE, new) == []


def test_lineage_from_somebody_whom_no_edition_knew_is_not_missed() -> None:
    new = DRAFT + edited(LINEAGE, ("p-eeeeeeeee7, ", ""))
    assert found(DRAFT + LINEAGE, new, earlier(fffffffffn="訪問")) == []
    known = earlier(fffffffffn="訪問", eeeeeeeee7="相談")
    assert [rule for rule, _ in found(DRAFT + LINEAGE, new, known)] == ["lineage-removed"]


def test_a_doubt_is_settled_in_a_draft_and_stands_in_what_was_adopted() -> None:
    doubtful = edited(LINEAGE, ("reason:", "unsure: [p-fffffffffn], reason:"))
    assert found(DRAFT + doubtful, DRAFT + LINEAGE) == []
    assert [rule for rule, _ in found(ADOPTED + doubtful, ADOPTED + LINEAGE)] == ["lineage-removed"]


def test_what_is_left_out_when_a_consultation_ends_is_no_loss() -> None:
    old = ADOPTED.replace("adopted", "consultation")
    row = "          - {id: p-aaaaaaaaa5, name: 健康相談, departments: [福祉課]}\n"
    assert found(old, edited(ADOPTED, (row, ""))) == []
    assert found(old, edited(old, (row, ""))) == [("id-removed", ("p-aaaaaaaaa5",))]


def test_ids_minted_where_there_were_none_are_no_alteration() -> None:
    old = edited(ADOPTED, ("id: p-bbbbbbbbbq, ", ""), ("id: s-bbbbbbbbbq\n        ", ""))
    assert found(old, ADOPTED) == []


def test_ids_pasted_one_row_down_where_the_last_is_lost() -> None:
    row = "          - {id: p-ccccccccc6"
    new = edited(
        ADOPTED,
        ("手話講習会, departments", "健康相談, departments"),
        ("p-aaaaaaaaa5, name: 健康相談", "p-aaaaaaaaa5, name: 育児相談"),
        (row, f"          - {{name: 手話講習会, departments: [福祉課]}}\n{row}"),
    )
    assert found(ADOPTED, new) == [
        ("adopted-edition-altered", ("育児相談",)),
        ("id-altered", ("p-aaaaaaaaa5",)),
        ("id-altered", ("p-bbbbbbbbbq",)),
    ]
    assert [rule for rule, _ in found(DRAFT, new.replace("adopted", "draft"))] == ["id-altered"] * 2


def test_projects_are_known_again_below_a_section_that_is_known_by_its_number_only() -> None:
    new = edited(
        DRAFT,
        ("s-bbbbbbbbbq", "s-eeeeeeeee7"),
        ("見守りの充実", "見守りと配食"),
        ("p-dddddddddm", "p-eeeeeeeee7"),
    )
    assert found(DRAFT, new) == [("id-altered", ("p-dddddddddm",))]
