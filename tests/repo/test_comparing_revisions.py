"""diff, changelog, table, show and validate of revisions, as people type them."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from repositories import FIRST, RENAMED, SECOND, Folder, cloned, made

CHANGE = "健康相談の実施 → 健康相談の充実"
OTHER = FIRST.replace("id: case,", "id: other,")


@pytest.mark.parametrize(
    "name",
    [
        "v1:1",
        "v1:case@1",
        "v1:editions/1.yaml",
        "v1:./editions/1.yaml",
        "HEAD~1:1",
        "HEAD^{/step}~1:1",
        "main@{1}:1",
        "v1^{tree}:editions/1.yaml",
    ],
)
def test_an_edition_at_a_revision_has_many_names(town: Folder, name: str) -> None:
    expected = town.run("diff", "v1:1", "v2:2")
    assert expected.code == 0
    assert "split" in expected.out
    assert town.run("diff", name, "v2:2") == expected


def test_braces_keep_their_colon(town: Folder) -> None:
    town.git("commit", "-q", "--allow-empty", "-m", "fix: typo")
    town.commit(**{"1": FIRST})
    assert "健康相談の充実" in town.run("show", "HEAD^{/fix: typo}:1", "--projects").out
    assert town.run("diff", "HEAD^{/fix: typo}..HEAD", "1").code == 0


def test_the_index_is_named_as_git_names_it(town: Folder) -> None:
    town.write("editions/1.yaml", FIRST)
    town.git("add", "-A")
    town.write("editions/1.yaml", SECOND)
    for name in (":editions/1.yaml", ":0:editions/1.yaml", ":1", ":case@1"):
        assert "健康相談の実施" in town.run("show", name, "--projects").out, name
    assert town.run("show", ":2:editions/1.yaml").code == 2


def test_a_file_whose_name_has_a_colon_is_a_file(town: Folder) -> None:
    town.write("v1:1", SECOND)
    town.write("v1..v2", SECOND)
    assert "第2期" in town.run("show", "v1:1").out
    assert "第2期" in town.run("diff", "v1..v2", "v1:1").out


def test_a_path_wins_over_an_edition_of_that_name(town: Folder) -> None:
    town.write("1", SECOND)
    town.commit()
    assert "第2期" in town.run("show", "HEAD:1").out
    assert "第1期" in town.run("show", "HEAD:case@1").out


def test_a_folder_called_as_an_edition_is_not_meant(town: Folder) -> None:
    town.write("1/readme.txt", "x")
    town.commit()
    assert "第1期" in town.run("show", "HEAD:1").out
    refused = town.run("show", "HEAD:editions")
    assert refused.code == 2
    assert "this is a folder" in refused.err


def test_what_is_not_at_a_revision_is_said(town: Folder) -> None:
    for name, code, told in (
        ("v1:2", 3, "no edition called 2 at v1. Known here: 1."),
        ("v1:editions/2.yaml", 2, "v1:editions/2.yaml: there is no such file at v1."),
        ("v1:edition/1.yaml", 2, "Did you mean editions/1.yaml?"),
        ("v1:", 2, "this is a folder"),
        ("nope:1", 2, "unknown revision nope"),
    ):
        refused = town.run("show", name)
        assert (refused.code, refused.out) == (code, "")
        assert told in refused.err


def test_a_symbolic_link_is_not_followed(town: Folder) -> None:
    (town.path / "editions/link.yaml").symlink_to("1.yaml")
    town.commit()
    refused = town.run("show", "HEAD:editions/link.yaml")
    assert refused.code == 2
    assert "this is a symbolic link" in refused.err
    assert town.run("diff").out == "No edition file differs between HEAD and the working tree.\n"


def test_json_says_which_revision_a_line_is_of(town: Folder) -> None:
    done = town.run("diff", "v1..v2", "1", "-f", "json")
    assert done.code == 0
    [change] = json.loads(done.out)["changes"]
    assert change["positions"]["old"]["file"] == "v1:editions/1.yaml"
    assert change["positions"]["new"]["file"] == "v2:editions/1.yaml"


def test_validate_takes_revisions_and_places_findings(town: Folder) -> None:
    town.commit(**{"1": FIRST.replace("departments: [健康課]", "departments: [健廉課]", 1)})
    done = town.run("validate", "HEAD:1", "v1:1")
    assert done.code == 1
    assert "HEAD:editions/1.yaml:" in done.out
    assert "read: v1:editions/1.yaml (case@1), findings: 0" in done.out


@pytest.mark.parametrize("command", [("fmt",), ("ids", "mint")])
def test_what_git_holds_is_not_rewritten(town: Folder, command: tuple[str, ...]) -> None:
    refused = town.run(*command, "v1:1")
    assert refused.code == 2
    assert "can't be written" in refused.err


def test_editions_between_are_those_of_the_revision(town: Folder) -> None:
    third = SECOND.replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    third = third[: third.index("lineage:")]
    town.commit(**{"3": third})
    whole = town.run("diff", "HEAD:1", "HEAD:3").out
    assert "don't name each other" not in whole
    assert "split" in whole
    (town.path / "editions/2.yaml").unlink()
    assert town.run("diff", "HEAD:1", "HEAD:3").out == whole
    assert "don't name each other" in town.run("diff", "HEAD:1", "3").out


# Without names, and by ranges


def test_without_names_the_working_tree_is_compared_with_head(town: Folder) -> None:
    clean = town.run("diff", "--exit-code")
    assert clean == (0, "No edition file differs between HEAD and the working tree.\n", "")
    town.write("editions/1.yaml", FIRST)
    found = town.run("diff", "--exit-code")
    assert found.code == 1
    assert found.out.startswith("case@1  editions/1.yaml\n")
    assert "健康相談の充実 → 健康相談の実施" in found.out
    assert "case@2" not in found.out
    assert town.below("editions").run("diff", "--exit-code") == found
    staged = town.run("diff", "1")
    assert "健康相談の充実 → 健康相談の実施" in staged.out
    assert "editions/1.yaml" not in staged.out
    assert town.below("editions").run("diff", "1.yaml") == staged


def test_new_and_gone_files_are_told(town: Folder) -> None:
    (town.path / "editions/1.yaml").unlink()
    town.write("editions/other/1.yaml", OTHER)
    found = town.run("diff", "--exit-code", "-f", "markdown")
    assert found.code == 1
    heads = [line for line in found.out.splitlines() if line.startswith("#")]
    assert heads == [
        "# case@1  editions/1.yaml",
        "## 見本計画  第1期",
        "# other@1  editions/other/1.yaml",
        "## 見本計画  第1期",
    ]
    assert "Edition file gone: 3 placements of 3 projects." in found.out
    assert "New edition file: 3 placements of 3 projects." in found.out
    assert "Edition file gone" in town.run("diff", "case@1").out
    assert "Edition file gone" in town.run("table", "editions/1.yaml").out
    assert "New edition file" in town.run("changelog", "other@1").out


def test_a_moved_file_is_the_same_edition(town: Folder) -> None:
    (town.path / "editions/1.yaml").rename(town.path / "editions/first.yaml")
    moved = town.run("diff", "--exit-code")
    assert moved.code == 0
    assert "case@1  editions/1.yaml → editions/first.yaml" in moved.out
    assert "No changes." in moved.out
    town.write("editions/first.yaml", FIRST)
    for name in ("1", "editions/first.yaml", "editions/1.yaml"):
        assert "健康相談の充実 → 健康相談の実施" in town.run("diff", name).out, name


def test_a_file_that_became_the_next_draft_is_compared(town: Folder) -> None:
    town.write("editions/2.yaml", SECOND.replace("id: '2'", "id: 2-b").replace("の提供", "の公開"))
    found = town.run("diff")
    assert "case@2 → case@2-b  editions/2.yaml" in found.out
    assert "住まいの情報の提供 → 住まいの情報の公開" in found.out


def test_ranges_start_at_a_revision_or_where_two_parted(town: Folder) -> None:
    town.git("checkout", "-q", "-b", "side", "v1")
    town.commit(**{"3": OTHER})
    town.git("checkout", "-q", "main")
    both = town.run("diff", "side..main")
    assert "other@1" in both.out
    parted = town.run("diff", "side...main")
    assert "other@1" not in parted.out
    assert CHANGE in parted.out
    assert "case@2  editions/2.yaml" in parted.out
    assert town.run("diff", "v1..") == town.run("diff", "v1..HEAD") == town.run("diff", "v1..main")
    assert town.run("diff", "..v1").out == town.run("diff", "HEAD..v1").out
    assert "<ins>充実</ins>" in town.run("changelog", "v1..v2", "1").out
    assert town.run("table", "v1..v2", "editions/1.yaml").code == 0
    same = town.run("diff", "v2..main", "--exit-code")
    assert same == (0, "No edition file differs between v2 and main.\n", "")


def test_json_and_a_template_hold_one_comparison(town: Folder, tmp_path: Path) -> None:
    refused = town.run("diff", "v1..v2", "-f", "json")
    assert (refused.code, refused.out) == (2, "")
    assert "case@1  editions/1.yaml, case@2  editions/2.yaml" in refused.err
    template = tmp_path / "mine.j2"
    template.write_text("{{ new.plan.title }}\n", encoding="utf-8")
    assert town.run("changelog", "v1..v2", "--template", str(template)).code == 2
    assert town.run("changelog", "v1..v2", "1", "--template", str(template)).out == "見本計画\n"
    assert town.run("diff", "v1..v2", "2", "-f", "json").code == 2
    nothing = town.run("diff", "-f", "json")
    assert (nothing.code, nothing.out) == (0, "")
    assert "No edition file differs" in nothing.err


def test_what_cannot_be_read_is_never_no_changes(town: Folder) -> None:
    town.write("editions/1.yaml", "schema: 1\n")
    assert town.run("diff").code == 2
    town.commit()
    town.write("editions/1.yaml", FIRST)
    refused = town.run("diff", "--exit-code")
    assert refused.code == 2
    assert "HEAD:editions/1.yaml" in refused.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["diff", "4..5"], 2, "A..B are revisions; two editions are compared by OLD NEW."),
        (["diff", "v1:1"], 2, "Write OLD NEW"),
        (["diff", "v1..v2", "v1:1"], 2, "names a revision, too"),
        (["diff", "v1..v2", "-"], 2, "standard input is in no revision"),
        (["diff", "v1..v2", "9"], 3, "no edition called 9 at v2. Known here: 1, 2."),
        (["diff", "9"], 3, "no edition called 9. Known here: 1, 2."),
        (["diff", "1", "2", "3"], 2, "unexpected extra argument"),
    ],
)
def test_what_makes_no_comparison_is_said(
    town: Folder, arguments: list[str], code: int, told: str
) -> None:
    refused = town.run(*arguments)
    assert (refused.code, refused.out) == (code, "")
    assert told in refused.err


def test_paths_that_climb_are_no_ranges(town: Folder) -> None:
    below = town.below("editions")
    assert below.run("diff", "../editions/1.yaml", "../editions/2.yaml").code == 0
    assert below.run("show", "v1:./1.yaml").code == 0
    assert below.run("show", "v1:../editions/1.yaml").code == 0


def test_the_output_takes_no_editions_place(town: Folder) -> None:
    for arguments in (["v1:1", "v2:2"], ["v1..v2", "1"], ["v1..v2"]):
        refused = town.run("diff", *arguments, "-f", "text", "-o", "editions/1.yaml")
        assert refused.code == 2
        assert "would take the place" in refused.err
    assert town.run("diff", "v1..v2", "-o", "out.txt").code == 0
    assert (town.path / "editions/1.yaml").read_text(encoding="utf-8") == RENAMED


# Where we are


def test_a_bare_repository_compares_revisions_and_says_that_it_has_no_more(
    town: Folder, tmp_path: Path
) -> None:
    # Whatever lies around a bare repository is none of its configuration.
    (tmp_path / "planversion.yaml").write_text("editions: ['nothing/*.yaml']\n")
    bare = cloned(town, tmp_path / "bare.git", "--bare")
    assert bare.run("diff", "v1:1", "v2:2") == town.run("diff", "v1:1", "v2:2")
    assert bare.run("diff", "v1..v2") == town.run("diff", "v1..v2")
    assert bare.run("diff", "v1..v2", "editions/1.yaml").code == 0
    assert bare.run("show", "HEAD:2").code == 0
    for arguments in (["diff"], ["diff", "1"]):
        refused = bare.run(*arguments)
        assert refused.code == 2
        assert "this repository is bare" in refused.err
    chosen = bare.run("show", "HEAD:2", "--config", str(tmp_path / "planversion.yaml"))
    assert chosen.code == 3


def test_without_a_repository_it_is_said(tmp_path: Path) -> None:
    for arguments in (["diff"], ["diff", "1"], ["show", "v1:1"], ["diff", "a..b"]):
        refused = Folder(tmp_path).run(*arguments)
        assert (refused.code, refused.out) == (2, "")
        assert "there is no git repository" in refused.err


def test_a_repository_without_a_commit_or_an_edition(tmp_path: Path) -> None:
    folder = made(tmp_path)
    assert "there is no commit here yet" in folder.run("diff").err
    folder.commit()
    refused = folder.run("diff")
    assert refused.code == 3
    assert "no edition was found" in refused.err


def test_the_configuration_of_today_says_where_editions_are(tmp_path: Path) -> None:
    folder = made(tmp_path)
    for name, text in (("計画/第 1 期.yaml", FIRST), ("計画/two\nlines.yaml", OTHER)):
        folder.write(f"sub/{name}", text)
    folder.write("sub/planversion.yaml", "editions: ['old/*.yaml']\n")
    folder.commit()
    folder.write("sub/planversion.yaml", "editions: ['計画/**/*.yaml']\n")
    folder.write("sub/計画/第 1 期.yaml", RENAMED)
    here = folder.below("sub")
    found = here.run("diff")
    assert found.out.startswith("case@1  sub/計画/第 1 期.yaml\n")
    assert CHANGE in found.out
    assert here.run("show", "HEAD:other@1").code == 0
    assert here.run("show", "HEAD:./計画/two\nlines.yaml").code == 0
    assert here.run("diff", "計画/第 1 期.yaml").code == 0


def test_variables_of_git_do_not_lead_elsewhere(town: Folder, tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    other.commit(**{"9": OTHER})
    expected = town.run("diff", "v1..v2")
    variables = {
        "GIT_DIR": str(other.path / ".git"),
        "GIT_WORK_TREE": str(other.path),
        "GIT_INDEX_FILE": str(other.path / ".git/index"),
        "GIT_OBJECT_DIRECTORY": str(other.path / ".git/objects"),
    }
    assert town.run("diff", "v1..v2", **variables) == expected
    assert town.run("show", ":1", **variables).code == 0


def test_a_hook_sees_the_commit_that_is_being_made(town: Folder) -> None:
    town.write("editions/1.yaml", FIRST)
    hook = town.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    source = Path(__file__).parents[2] / "src"
    hook.write_text(
        f'#!/bin/sh\nPYTHONPATH="{source}" exec "{sys.executable}" -m planversion diff HEAD:1 :1 '
        f'--lang en -o "{town.path}/told.txt"\n'
    )
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    # -a makes an index of its own for the commit.
    town.git("commit", "-q", "-a", "-m", "back")
    assert "健康相談の充実 → 健康相談の実施" in (town.path / "told.txt").read_text("utf-8")


def test_a_sparse_checkout_has_lost_nothing(town: Folder) -> None:
    town.write("notes/readme.txt", "x")
    town.commit()
    town.git("sparse-checkout", "set", "notes")
    assert not (town.path / "editions").exists()
    assert town.run("diff").out == "No edition file differs between HEAD and the working tree.\n"


def test_a_worktree_is_a_repository_of_its_own(town: Folder, tmp_path: Path) -> None:
    town.git("worktree", "add", "-q", str(tmp_path / "beside"), "v1")
    beside = Folder(tmp_path / "beside")
    beside.write("editions/1.yaml", RENAMED)
    assert CHANGE in beside.run("diff").out
    assert beside.run("diff", "v1..main") == town.run("diff", "v1..main")
