"""`planversion audit` as people use it: formats, exit codes, where things stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from repositories import Folder, made
from test_command_line import ROOT, run

CASES = ROOT / "tests/cases/audit"
PLAN = "editions/nishitokyo-chiiki-fukushi/5-draft-2.yaml"


def audited(case: str, *arguments: str) -> tuple[int, str, str]:
    folder = CASES / case
    return run("audit", str(folder / "old.yaml"), str(folder / "new.yaml"), *arguments)


def test_the_real_plan_leaves_out_the_move_that_nobody_noted() -> None:
    code, out, err = run("audit", "4", "5-draft-2", "-f", "json")
    document = json.loads(out)
    changes = {one["number"]: one for one in document["changes"]}
    moves = [
        changes[one["change"]]["message"]["ja"]
        for one in document["unmentioned"]
        if one["kind"] == "moved"
    ]
    assert (code, err) == (0, "")
    assert document["counts"] | {"high": 9} == document["counts"]
    assert [note["outcome"] for note in document["notes"]] == ["confirmed"] * 6
    assert moves == ["移動 地域包括支援センターにおける相談の実施: 4(2)① → 4(2)②"]


def test_the_numbers_of_changes_are_those_of_the_diff() -> None:
    _, out, _ = run("audit", "4", "5-draft-2", "-f", "json")
    _, diff, _ = run("diff", "4", "5-draft-2", "-f", "json")
    changes = json.loads(diff)["changes"]
    for one in json.loads(out)["changes"]:
        assert changes[one["number"]]["kind"] == one["kind"]
        there = changes[one["number"]].get("positions", {})
        assert [one["old"], one["new"]] == [there.get("old"), there.get("new")]


def test_every_note_is_told_with_its_line() -> None:
    _, out, _ = run("audit", "4", "5-draft-2")
    lines = (ROOT / PLAN).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if line.startswith("  - text: "):
            text = line.removeprefix("  - text: ")
            told = next(one for one in out.splitlines() if f"{PLAN}:{number}:5" in one)
            assert told.startswith(f"  {text}")


def test_every_row_stands_where_the_document_says() -> None:
    _, out, _ = run("audit", "4", "5-draft-2", "-f", "json")
    lines = (ROOT / PLAN).read_text(encoding="utf-8").splitlines()
    for note in json.loads(out)["notes"]:
        for row in note["rows"]:
            near = "\n".join(lines[row["position"]["line"] - 1 :][:2])
            assert row["project"] in near


@pytest.mark.parametrize(
    ("case", "fails"),
    [
        ("moved-as-printed", set()),
        ("not-checked", {"contradicted", "any"}),
        ("words-that-are-wrong", {"contradicted", "unmentioned", "any"}),
        ("nothing-is-said", {"unmentioned", "any"}),
        ("printed-totals", {"contradicted", "any"}),
    ],
)
@pytest.mark.parametrize("on", ["contradicted", "unmentioned", "any", "never"])
def test_what_fails_is_what_was_asked_for(case: str, fails: set[str], on: str) -> None:
    code, out, _ = audited(case, "--fail-on", on, "-f", "json")
    assert code == (1 if on in fails else 0)
    assert json.loads(out)["result"] == ("fail" if on in fails else "pass")


def test_what_reads_for_itself_fails_nothing(tmp_path: Path) -> None:
    case = CASES / "moved-from-elsewhere"
    new = (case / "new.yaml").read_text(encoding="utf-8")
    head = new.partition("published_notes:")[0].replace("空き家の活用", "住まいの活用")
    old = tmp_path / "old.yaml"
    old.write_text(head.replace("'2'", "'1'").replace("  previous: '1'\n", ""), encoding="utf-8")
    now = tmp_path / "new.yaml"
    now.write_text(head.replace("住まいの活用", "空き家の見守り"), encoding="utf-8")

    code, out, _ = run("audit", str(old), str(now), "--fail-on", "any", "-f", "json")
    assert [one["weight"] for one in json.loads(out)["unmentioned"]] == ["low"]
    assert code == 0


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_a_file_is_written_whole_and_the_same_each_time(form: str, tmp_path: Path) -> None:
    code, shown, _ = audited("hostile-text", "-f", form)
    written = tmp_path / "audit"
    assert audited("hostile-text", "-f", form, "-o", str(written)) == (0, "", "")
    assert code == 0
    assert written.read_text(encoding="utf-8") == shown


def test_the_output_never_takes_the_place_of_an_edition(tmp_path: Path) -> None:
    case = CASES / "moved-as-printed"
    new = tmp_path / "new.yaml"
    new.write_bytes((case / "new.yaml").read_bytes())
    code, _, err = run("audit", str(case / "old.yaml"), str(new), "-f", "html", "-o", str(new))
    assert code == 2
    assert "[output]" in err
    assert new.read_bytes() == (case / "new.yaml").read_bytes()


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_hostile_text_comes_through_inert_and_whole(form: str) -> None:
    _, out, _ = audited("hostile-text", "-f", form)
    assert "𠮷" in out
    assert "\x1b" not in out
    assert "\u202e" not in out
    if form in ("markdown", "html"):
        assert "<script>alert" not in out
        assert "alert(1)" in out


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """A repository with the two editions of a case, the later one noted otherwise at HEAD."""
    folder = made(tmp_path / "city")
    case = CASES / "moved-from-elsewhere"
    (folder.path / "editions").mkdir()
    for number, name in ((1, "old"), (2, "new")):
        content = (case / f"{name}.yaml").read_bytes()
        (folder.path / f"editions/{number}.yaml").write_bytes(content)
    return folder


def test_editions_are_named_by_revision(city: Folder) -> None:
    city.commit()
    told = city.run("audit", "HEAD:1", "HEAD:2", "--fail-on", "contradicted", "--lang", "en")
    assert told.code == 1
    assert "HEAD:editions/2.yaml:53:5" in told.out


def test_one_document_tells_one_audit(city: Folder) -> None:
    city.commit()
    for name in ("1", "2"):
        path = city.path / f"editions/{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("支え合う", "助け合う"), "utf-8")
    told = city.run("audit", "-f", "html", "--lang", "en")
    assert told.code == 2
    assert "HTML tells one comparison" in told.err
    assert city.run("audit", "--lang", "en").code == 0
