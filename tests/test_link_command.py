"""`link` as people run it: suggestions told, sheets filled in, questions answered, ids written."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from planversion import compare, read_edition
from repositories import Folder, Ran
from terminals import Terminal

CASES = Path(__file__).parent / "cases/suggest"
SPLIT = CASES / "leftovers-split"
ALONE = CASES / "leftovers-alone"


def city(tmp_path: Path, case: Path) -> Folder:
    """The first edition with ids, the next without."""
    folder = Folder(tmp_path)
    for name, file in (("1", "old.yaml"), ("2", "new.yaml")):
        folder.write(f"editions/{name}.yaml", (case / file).read_text(encoding="utf-8"))
    assert folder.run("ids", "mint", "editions/1.yaml").code == 0
    return folder


def link(folder: Folder, *arguments: str, **env: str) -> Ran:
    return folder.run("link", "--lang", "en", "1", "2", *arguments, **env)


def text(folder: Folder, name: str = "2") -> str:
    return (folder.path / f"editions/{name}.yaml").read_text(encoding="utf-8")


def test_nothing_is_written_unless_it_is_asked_for(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    before = text(folder)
    ran = link(folder)
    assert ran.code == 0
    assert "8 certain, 1 to be confirmed" in ran.out
    assert text(folder) == before


def test_what_is_certain_is_written_and_what_is_not_is_left(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    folder.write("editions/2.yaml", f"# mine\n{text(folder)}")
    ran = link(folder, "--write")
    assert ran.code == 0
    assert "written, 8 decisions" in ran.err
    after = text(folder)
    assert after.startswith("# mine\n")
    assert after.count("- id: p-") == 8
    assert "lineage" not in after
    assert "same name, same departments" in ran.out


def test_what_is_likely_is_written_with_its_lineage_and_its_basis(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    assert link(folder, "--accept", "likely", "--write").code == 0
    old, new = (read_edition(text(folder, n).encode(), n).edition for n in "12")
    assert new.outline.complete
    kinds = [one.kind for one in compare(old, new).matching.projects]
    assert kinds == ["split"]
    [record] = new.lineage
    assert record.basis == "judged"
    assert record.reason is not None
    assert "所管の内訳" in record.reason
    assert folder.run("check", "--lang", "en").code == 0


def test_a_second_run_finds_nothing_to_do(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    link(folder, "--accept", "likely", "--write")
    before = text(folder)
    ran = link(folder, "--accept", "likely", "--write")
    assert "0 certain, 0 to be confirmed; 0 ended, 0 new" in ran.out
    assert "nothing to write" in ran.err
    assert text(folder) == before


def test_a_succession_is_written_into_the_departments(tmp_path: Path) -> None:
    folder = city(tmp_path, CASES / "succession")
    link(folder, "--accept", "likely", "--write")
    assert "{name: 地域共生課, succeeds: [生活福祉課]}" in text(folder)


def test_the_document_has_everything(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    [step] = json.loads(link(folder, "-f", "json").out)["steps"]
    split = next(one for one in step["projects"] if one["kind"] == "split")
    assert (split["grade"], split["stage"], len(split["new"])) == ("likely", "leftovers", 3)
    assert set(split["reasons"]) == {"ja", "en"}
    assert len(step["sections"]) == 5


def test_an_edition_to_carry_ids_from_must_have_some(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for name, file in (("1", "old.yaml"), ("2", "new.yaml")):
        folder.write(f"editions/{name}.yaml", (SPLIT / file).read_text(encoding="utf-8"))
    ran = link(folder, "--write")
    assert ran.code == 2
    assert "planversion ids mint" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--ignore-ids", "--write"),
        ("--worksheet", "open.txt"),
        ("--apply", "missing.xlsx"),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    folder = city(tmp_path, SPLIT)
    before = text(folder)
    assert link(folder, *arguments).code == 2
    assert text(folder) == before


def test_what_git_holds_or_what_was_piped_in_is_not_written(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    folder.git("init", "--quiet")
    folder.git("add", "-A")
    folder.git("commit", "-q", "-m", "step")
    before = text(folder)
    for last in ("HEAD:2", "-"):
        ran = folder.run("link", "--lang", "en", "1", "2", last, "--write")
        assert ran.code == 2
        assert "can't be written" in ran.err
        assert text(folder) == before
    assert not (folder.path / "<stdin>").exists()


def test_one_edition_is_no_link(tmp_path: Path) -> None:
    assert city(tmp_path, SPLIT).run("link", "1").code == 2


def test_without_numpy_the_extra_is_named(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    code = (
        "import sys; sys.modules['numpy'] = None; from planversion.cli import main;"
        "sys.argv = ['planversion', 'link', '1', '2']; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=folder.path, capture_output=True, check=False
    )
    assert ran.returncode == 2
    assert b"planversion[match]" in ran.stderr


# Sheets


def test_a_sheet_is_written_filled_in_and_read_back(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    ran = link(folder, "--worksheet", "open.xlsx")
    assert "1 questions" in ran.err
    book = openpyxl.load_workbook(folder.path / "open.xlsx")
    sheet = book.worksheets[0]
    head, row = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=1, max_row=2))
    assert head[-1] == "your choice"
    assert "施設の地域開放の検討" in row[1]
    assert sheet.data_validations.dataValidation[0].formula1 == '"as suggested,it is new,later"'
    sheet["H2"] = "提案どおり"
    book.save(folder.path / "open.xlsx")
    assert link(folder, "--apply", "open.xlsx", "--write").code == 0
    assert "lineage:" in text(folder)


def test_a_sheet_without_answers_changes_nothing_but_what_is_certain(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    link(folder, "--worksheet", "open.csv")
    link(folder, "--apply", "open.csv", "--write")
    assert text(folder).count("- id: p-") == 8


def test_another_project_may_be_chosen_by_its_id(tmp_path: Path) -> None:
    folder = city(tmp_path, ALONE)
    rows = csv_rows(folder)
    old = next(
        line.split("id: ")[1]
        for line, after in zip(
            text(folder, "1").splitlines(), text(folder, "1").splitlines()[1:], strict=False
        )
        if "女性相談の充実" in after
    )
    rows[1][-1] = old
    fill(folder, rows)
    assert link(folder, "--apply", "open.csv", "--write").code == 0
    assert f"- id: {old}" in text(folder)


def test_what_does_not_fit_is_refused_with_its_cell(tmp_path: Path) -> None:
    folder = city(tmp_path, SPLIT)
    rows = csv_rows(folder)
    certain = text(folder, "1").split("id: p-")[1][:10]
    rows[1][-1] = "perhaps"
    rows.append(["p-0000000000", *rows[1][1:-1], "later"])
    rows.append(["p-0000000000", *rows[1][1:-1], "as suggested"])
    rows.append([rows[1][0], *rows[1][1:-1], f"p-{certain}"])
    fill(folder, rows)
    before = text(folder)
    ran = link(folder, "--apply", "open.csv", "--write")
    assert ran.code == 2
    assert "cell H2: perhaps is no choice" in ran.err
    assert "cell A4: nothing is asked about p-0000000000" in ran.err
    assert f"cell H5: p-{certain} is another project for certain" in ran.err
    assert text(folder) == before


def test_no_text_of_a_sheet_is_a_formula(tmp_path: Path) -> None:
    folder = city(tmp_path, ALONE)
    folder.write("editions/2.yaml", text(folder).replace("ＤＶに悩む人への支援", "'=cmd|calc!A1'"))
    link(folder, "--worksheet", "open.xlsx")
    link(folder, "--worksheet", "open.csv")
    sheet = openpyxl.load_workbook(folder.path / "open.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("=cmd" in str(cell.value) for cell in cells)
    assert all(cell.data_type == "s" for cell in cells)
    assert not any(cell[:1] in "=+-@" for row in csv_rows(folder) for cell in row if cell)


def csv_rows(folder: Folder) -> list[list[str]]:
    link(folder, "--worksheet", "open.csv")
    content = (folder.path / "open.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content, newline="")))


def fill(folder: Folder, rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    (folder.path / "open.csv").write_text(written.getvalue(), encoding="utf-8-sig")


# Chains


def test_ids_are_carried_through_a_chain_and_a_project_that_returns_gets_its_own(
    tmp_path: Path,
) -> None:
    folder = city(tmp_path, CASES / "identical")
    gone = "          - name: 法律相談の実施\n            departments: [市民課]\n"
    second = text(folder)
    assert gone in second
    folder.write("editions/2.yaml", second.replace(gone, ""))
    third = second.replace("id: '2'", "id: '3'").replace("第2期", "第3期")
    folder.write("editions/3.yaml", third.replace("previous: '1'", "previous: '2'"))
    ran = folder.run("link", "--lang", "en", "1", "2", "3", "--accept", "likely", "--write")
    assert ran.code == 0
    assert "Back after having ended:" in ran.out
    first, last = (read_edition(text(folder, n).encode(), n).edition for n in "13")
    assert first.outline.projects == last.outline.projects
    [returned] = last.returned
    assert first.outline.record(returned.id).name == "法律相談の実施"
    assert "retired-id-returned" not in folder.run("check", "--lang", "en").out


# Questions on a terminal


def test_questions_can_be_stopped_and_gone_on_with(tmp_path: Path) -> None:
    folder = city(tmp_path, CASES / "neighbours")
    before = text(folder)
    first = Terminal(folder, "link", "1", "2")
    first.until("[q] stop")
    assert "[1/2]" in first.seen
    first.press("y", "[2/2]")
    first.press("q", "Your answers are kept")
    assert first.code() == 0
    assert text(folder) == before

    second = Terminal(folder, "link", "1", "2")
    second.until("[q] stop")
    assert "[1/1]" in second.seen
    second.press("y", "into the edition?")
    second.press("y\n", "written, 9 decisions")
    assert second.code() == 0
    assert text(folder).count("- id: p-") == 9
    assert not list((folder.path / "state").rglob("*.json"))


def test_the_differing_characters_are_marked_and_a_no_makes_it_new(tmp_path: Path) -> None:
    folder = city(tmp_path, CASES / "wording")
    asked = Terminal(folder, "link", "1", "2", "--write")
    asked.until("[q] stop")
    assert "\x1b[1m\x1b[4m" in asked.seen
    asked.press("x", "That is no answer here.")
    asked.press("n", "written")
    assert asked.code() == 0
    old, new = (read_edition(text(folder, n).encode(), n).edition for n in "12")
    assert len(new.outline.projects - old.outline.projects) == 1
    assert new.outline.complete


def test_whoever_seems_to_be_back_is_asked_for_too(tmp_path: Path) -> None:
    folder = city(tmp_path, CASES / "identical")
    third = text(folder).replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    gone = "          - name: 法律相談の実施\n            departments: [市民課]\n"
    folder.write("editions/2.yaml", text(folder).replace(gone, ""))
    folder.write("editions/3.yaml", third.replace("法律相談の実施", "くらしの法律相談の実施"))
    asked = Terminal(folder, "link", "1", "2", "3", "--write")
    asked.until("[q] stop")
    assert "法律相談の実施" in asked.seen
    asked.press("y", "editions/3.yaml: written")
    assert asked.code() == 0
    first, last = (read_edition(text(folder, n).encode(), n).edition for n in "13")
    assert [first.outline.record(one.id).name for one in last.returned] == ["法律相談の実施"]


def test_an_answer_of_ones_own_is_written_with_its_reason(tmp_path: Path) -> None:
    folder = city(tmp_path, CASES / "leftovers-merged")
    asked = Terminal(folder, "link", "1", "2", "--write")
    asked.until("[q] stop")
    asked.press("o", "number")
    asked.press("1\n", "written")
    assert asked.code() == 0
    folder.write(
        "editions/2.yaml", (CASES / "leftovers-split/new.yaml").read_text(encoding="utf-8")
    )
    folder.write(
        "editions/1.yaml", (CASES / "leftovers-split/old.yaml").read_text(encoding="utf-8")
    )
    folder.run("ids", "mint", "editions/1.yaml")
    again = Terminal(folder, "link", "1", "2", "--write")
    again.until("[q] stop")
    again.press("s", "numbers, with commas between")
    again.press("1,2\n", "[q] stop", "written")
    again.code()
    [record] = read_edition(text(folder).encode(), "2").edition.lineage
    assert (len(record.old), len(record.new), record.reason) == (1, 2, "回答のとおり")


def test_another_a_split_and_a_merger_are_chosen_from_lists(tmp_path: Path) -> None:
    folder = city(tmp_path, CASES / "leftovers-merged")
    asked = Terminal(folder, "link", "1", "2", "--write")
    asked.until("[q] stop")
    asked.press("m", "numbers, with commas between")
    asked.press("1,2\n", "written")
    assert asked.code() == 0
    new = read_edition(text(folder).encode(), "2").edition
    assert [len(one.old) for one in new.lineage] == [2]


def test_whatever_stands_in_a_name_moves_no_cursor(tmp_path: Path) -> None:
    folder = city(tmp_path, ALONE)
    name = '"\\e[2J支援"'
    folder.write("editions/2.yaml", text(folder).replace("ＤＶに悩む人への支援", name))
    ran = link(folder)
    assert "\x1b" not in ran.out
    asked = Terminal(folder, "link", "1", "2")
    asked.until("[q] stop")
    assert "\x1b[2J" not in asked.seen
    asked.press("q", "kept")
    assert asked.code() == 0
