"""What holds for the audit of any two editions: no note and no change is lost or told twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laws.editions import PROJECTS, SECTIONS, editions
from planversion.auditing import PASSES, Audit, Unmarked, audit, read
from planversion.auditing.weighing import weighed
from planversion.changes import (
    Change,
    LineageChange,
    Moved,
    PrimaryChanged,
    Reassigned,
    Relisted,
    Renamed,
)
from planversion.comparing import Comparison, compare
from planversion.messages import LANGUAGES
from planversion.model import Edition, PublishedNote

PLACES = ["1", "(1)", "②", "（３）", "2の2", "9(9)", "別表"]
WORDS = [
    *("{}から移動", "{}へ移動", "移動", "{}の表記を変更", "名称変更", "{}を分割", "分割", "統合"),
    *("新規", "追加", "{}は廃止", "廃止", "再掲", "{}の再掲", "担当課変更", "{}から移動、名称変更"),
    *("詳細は別紙", "<b>{}</b>"),
]
texts = st.builds(str.format, st.sampled_from(WORDS), st.sampled_from(PLACES))
some_rows = st.fixed_dictionaries(
    {"project": st.sampled_from(PROJECTS), "section": st.sampled_from(SECTIONS)}
)


def true_notes(found: Comparison) -> Iterator[dict[str, Any]]:
    """A note for every change of a row that a note can tell of, as a careful planner prints it."""
    for change in found.diff.changes:
        if isinstance(change, Moved | PrimaryChanged) and change.subject in PROJECTS:
            yield noted(f"{change.old.code}から移動", change.subject, change.new.section)
        elif isinstance(change, Renamed | Reassigned) and change.subject in PROJECTS:
            text = "名称変更" if isinstance(change, Renamed) else "所管課変更"
            yield noted(text, change.subject, change.new.section)
        elif isinstance(change, Relisted):
            yield noted("再掲", change.subject, change.new.section)
        elif isinstance(change, LineageChange) and change.of == "projects":
            members = [one for one in (*change.new, *change.old) if not one.lives]
            for one in members[:1]:
                yield noted(KINSHIP.get(change.kind, "統合"), one.id, one.spots[0].section)


KINSHIP = {"added": "新規", "removed": "廃止", "split": "分割", "split_off": "分割"}


def noted(text: str, project: str, section: str | None) -> dict[str, Any]:
    return {"text": text, "belongs_to": [{"project": project, "section": section}]}


@st.composite
def audits(draw: st.DrawFn) -> Audit:
    """An audit of notes that are right, of some that may be, and of some of nobody."""
    old, new = draw(editions("1")), draw(editions("2", "1"))
    right = [*true_notes(compare(old, new))]
    rows = st.sampled_from([note["belongs_to"][0] for note in right] or [NOBODY]) | some_rows
    guesses = st.fixed_dictionaries({"text": texts, "belongs_to": st.lists(rows, max_size=3)})
    drawn = draw(st.lists(st.sampled_from(right) if right else guesses, max_size=5))
    drawn += draw(st.lists(guesses, max_size=3))
    printed = tuple(PublishedNote.model_validate(note) for note in drawn)
    return audit(compare(old, new.model_copy(update={"published_notes": printed})))


NOBODY = {"project": PROJECTS[0], "section": SECTIONS[0]}


def mentioned(found: Audit) -> list[Change]:
    return [change for note in found.of("confirmed") for change in note.changes]


@given(audits())
def test_every_note_comes_out_once_with_one_outcome(found: Audit) -> None:
    assert [note.note for note in found.notes] == [*found.comparison.new.published_notes]
    apart = [note for one in ("confirmed", "contradicted", "unchecked") for note in found.of(one)]  # type: ignore[arg-type]
    assert sorted(note.at for note in apart) == [*range(len(found.notes))]


@given(audits())
def test_whatever_is_not_confirmed_says_why(found: Audit) -> None:
    for note in found.notes:
        objections = [*note.objections, *(one for row in note.rows for one in row.objections)]
        assert (note.outcome == "confirmed") == (not objections)
        assert not (note.outcome == "confirmed" and not read(note.note.text))
        for language in LANGUAGES:
            assert all(one.what.to(language) for one in objections)


@given(audits())
def test_every_change_is_mentioned_or_left_out_or_let_pass_and_never_two_of_these(
    found: Audit,
) -> None:
    told = [id(change) for change in mentioned(found)]
    left_out = [id(one.of) for one in found.omissions if not isinstance(one.of, Unmarked)]
    bare = {
        (one.of.project, one.of.section) for one in found.omissions if isinstance(one.of, Unmarked)
    }
    passed = 0
    for change in found.comparison.diff.changes:
        weight = weighed(change, ())
        covered = weight is not None and weight not in PASSES
        assert left_out.count(id(change)) == (covered and id(change) not in told)
        without = isinstance(change, Relisted) and (change.subject, change.new.section) in bare
        passed += weight in PASSES and id(change) not in told and not without
    assert found.passed_over.total() == passed


@given(audits())
def test_what_confirms_is_a_change_of_a_row_that_the_note_names(found: Audit) -> None:
    changes = {id(change) for change in found.comparison.diff.changes}
    for note in found.notes:
        for row in note.rows:
            assert changes.issuperset(map(id, row.changes))


@given(audits())
def test_the_weightiest_is_told_first(found: Audit) -> None:
    weights = [("high", "medium", "low").index(one.weight) for one in found.omissions]
    assert weights == sorted(weights)


@given(editions("1"), editions("2", "1"))
def test_a_note_that_is_right_is_confirmed(old: Edition, new: Edition) -> None:
    right = [one for one in true_notes(compare(old, new)) if one["text"] != "から移動"]
    printed = tuple(PublishedNote.model_validate(note) for note in right)
    found = audit(compare(old, new.model_copy(update={"published_notes": printed})))
    # A family that nobody has a word for is noted as a merger, and may be none.
    assert all(n.outcome == "confirmed" for n in found.notes if n.note.text != "統合")
