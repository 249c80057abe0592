"""What `git diff`, `git show` and `git log` tell of editions, asked as people ask."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from driven import command_path
from repositories import CLEAN, FIRST, IDENTITY, RENAMED, SECOND, Folder, made

HEAD = "diff --planversion a/editions/1.yaml b/editions/1.yaml"
RENAMING = "名称変更 健康相談の実施 → 健康相談の充実"


@pytest.fixture
def path(tmp_path: Path) -> str:
    """The PATH that git finds planversion on."""
    return command_path(tmp_path / "bin")


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """An empty repository, in a folder as people name them."""
    return made(tmp_path / "計 画")


@pytest.fixture
def told(city: Folder, path: str) -> Folder:
    """A repository with an edition, whose git was told."""
    assert city.run("git", "install", PATH=path).code == 0
    city.commit(**{"1": FIRST})
    return city


def test_a_diff_tells_the_change_in_the_words_of_the_plan(told: Folder, path: str) -> None:
    told.write("editions/1.yaml", RENAMED)
    out = told.git("diff", PATH=path)
    assert out.splitlines()[0] == HEAD
    assert RENAMING in out
    assert "@@" not in out


def test_every_file_has_its_head_with_an_empty_line_before(told: Folder, path: str) -> None:
    told.commit(**{"2": SECOND})
    told.write("editions/1.yaml", RENAMED)
    told.write("editions/2.yaml", SECOND.replace("手話", "要約").replace("の実施", "の推進"))
    lines = told.git("diff", PATH=path).splitlines()
    heads = [at for at, line in enumerate(lines) if line.startswith("diff --planversion")]
    assert [heads[0], lines[heads[1] - 1]] == [0, ""]


def test_show_and_log_tell_it_too_if_they_are_asked(told: Folder, path: str) -> None:
    told.commit(**{"1": RENAMED})
    assert RENAMING in told.git("show", "--ext-diff", PATH=path)
    log = told.git("log", "-p", "--ext-diff", PATH=path)
    assert RENAMING in log
    assert log.count("diff --planversion") == 2
    # Unless they are asked they show git's own, each hunk under what it stands in.
    assert "@@ title: 相談の充実" in told.git("show", "-U0", PATH=path)


def test_new_and_gone_files_are_told_in_a_line(told: Folder, path: str) -> None:
    told.write("editions/2.yaml", SECOND)
    told.git("add", "-A")
    out = told.git("diff", "--cached", PATH=path)
    assert "new file mode 100644" in out
    assert "新しい版のファイル" in out
    told.git("rm", "-q", "editions/1.yaml")
    out = told.git("diff", "--cached", "--", "editions/1.yaml", PATH=path)
    assert "deleted file mode 100644" in out
    assert "支え合うまち" not in out


def test_a_mode_alone_and_a_name_alone_are_told_without_a_page(told: Folder, path: str) -> None:
    (told.path / "editions/1.yaml").chmod(0o755)
    assert told.git("diff", PATH=path).splitlines() == [
        HEAD,
        "old mode 100644",
        "new mode 100755",
    ]
    (told.path / "editions/1.yaml").chmod(0o644)
    told.git("mv", "editions/1.yaml", "editions/第 一.yaml")
    assert told.git("diff", "--cached", "-M", PATH=path).splitlines() == [
        "diff --planversion a/editions/1.yaml b/editions/第 一.yaml",
        "similarity index 100%",
        "rename from editions/1.yaml",
        "rename to editions/第 一.yaml",
    ]


def test_a_renamed_file_that_changed_is_told_under_both_names(told: Folder, path: str) -> None:
    told.git("mv", "editions/1.yaml", "editions/第 一.yaml")
    told.write("editions/第 一.yaml", RENAMED)
    told.git("add", "-A")
    out = told.git("diff", "--cached", "-M", PATH=path)
    assert "rename to editions/第 一.yaml" in out
    assert RENAMING in out


def test_another_form_of_the_same_is_no_change_of_the_plan(told: Folder, path: str) -> None:
    told.write("editions/1.yaml", f"# 見本\n{FIRST}")
    out = told.git("diff", PATH=path)
    assert out.splitlines()[1:] == ["書き方だけが違い、計画の内容は同じです。"]


def test_line_ends_of_a_checkout_are_no_change(told: Folder, path: str) -> None:
    told.git("config", "core.autocrlf", "true")
    told.write("editions/1.yaml", RENAMED.replace("\n", "\r\n"))
    out = told.git("diff", PATH=path)
    assert RENAMING in out
    assert out.count("名称変更") == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("schema: 1\nplan: {\n", "this is not YAML"),
        (f"<<<<<<< ours\n{FIRST}=======\n>>>>>>> theirs\n", "[syntax]"),
        (FIRST.replace("schema: 1", "schema: 9"), "[wrong-word]"),
        (FIRST.replace("id: case,", "id: other,"), "[other-plan]"),
        ("\0\1binary", "planversion: "),
    ],
)
def test_what_is_no_edition_is_shown_as_git_shows_it(
    told: Folder, path: str, text: str, why: str
) -> None:
    told.write("editions/1.yaml", text)
    out = told.git("diff", PATH=path)
    plain = told.git("diff", "--no-ext-diff", PATH=path)
    reason, *lines = out.splitlines()
    assert reason.startswith("planversion: ")
    assert why in reason
    assert headless(lines) == headless(plain.splitlines())


def headless(lines: list[str]) -> list[str]:
    """A diff without the hashes of a file that git hasn't stored, and what heads its hunks."""
    return [
        line.rpartition("@@")[0] if line.startswith("@@") else line
        for line in lines
        if not line.startswith("index ")
    ]


def test_a_link_is_shown_as_git_shows_it(told: Folder, path: str) -> None:
    (told.path / "editions/1.yaml").unlink()
    (told.path / "editions/1.yaml").symlink_to("/nowhere/計画")
    told.git("add", "-A")
    out = told.git("diff", "--cached", PATH=path)
    assert "[no-file]" in out
    assert "+/nowhere/計画" in out


def test_a_file_in_conflict_is_told_as_that(told: Folder, path: str) -> None:
    told.git("config", "merge.planversion.driver", "false")
    told.git("switch", "-qc", "theirs")
    told.commit(**{"1": RENAMED})
    told.git("switch", "-q", "main")
    told.commit(**{"1": FIRST.replace("健康相談の実施", "健康相談")})
    merging = ["git", *IDENTITY, "merge", "theirs"]
    done = subprocess.run(
        merging, cwd=told.path, env=CLEAN | {"PATH": path}, capture_output=True, check=False
    )
    assert done.returncode == 1
    out = told.git("diff", "--cached", PATH=path)
    assert "* Unmerged path editions/1.yaml" in out


def test_a_file_of_the_next_edition_is_compared_along_the_way(told: Folder, path: str) -> None:
    told.write("editions/1.yaml", SECOND)
    out = told.git("diff", PATH=path)
    assert "分割" in out


def test_a_broken_neighbour_keeps_nothing_from_being_told(told: Folder, path: str) -> None:
    told.commit(broken="schema: 1\n", now=FIRST.replace("id: '1'", "id: a"))
    told.write("editions/now.yaml", FIRST.replace("id: '1'", "id: c\n  previous: b"))
    out = told.git("diff", PATH=path)
    assert out.startswith("diff --planversion a/editions/now.yaml")


def test_a_worktree_a_folder_below_and_a_named_repository_are_told_the_same(
    told: Folder, path: str, tmp_path: Path
) -> None:
    told.write("editions/1.yaml", RENAMED)
    assert RENAMING in told.below("editions").git("diff", PATH=path)
    assert RENAMING in told.git("diff", PATH=path, GIT_DIR=str(told.path / ".git"))
    told.git("worktree", "add", "-q", str(tmp_path / "other"))
    other = Folder(tmp_path / "other")
    other.write("editions/1.yaml", RENAMED)
    assert RENAMING in other.git("diff", PATH=path)


def test_colour_is_as_git_would_have_it(told: Folder, path: str) -> None:
    told.write("editions/1.yaml", RENAMED)
    paged = {"PATH": path, "GIT_PAGER_IN_USE": "true", "TERM": "xterm"}
    assert "\x1b[" in told.git("diff", **paged)
    assert "\x1b[" not in told.git("diff", PATH=path)
    assert "\x1b[" not in told.git("diff", **paged, NO_COLOR="1")
    told.git("config", "color.ui", "false")
    assert "\x1b[" not in told.git("diff", **paged)
    told.git("config", "color.diff", "true")
    assert "\x1b[" in told.git("diff", **paged)


def test_hostile_names_and_texts_stay_harmless(told: Folder, path: str) -> None:
    name = "editions/\x1b[31m\u202e赤.yaml"
    told.write(name, FIRST)
    told.git("add", "-A")
    out = told.git("diff", "--cached", PATH=path)
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["editions/1.yaml"],
        [],
        ["--help"],
        ["a", "b", "c"],
        ["a", "nowhere", "1", "100644", "nowhere", "2", "100644"],
        ["a", ".", "1", "100644", ".", "2", "100644"],
        ["\udce3", "/dev/null", ".", ".", "nowhere", "2", "100644"],
    ],
)
def test_git_is_always_answered(told: Folder, arguments: list[str]) -> None:
    ran = told.run("git-diff-driver", *arguments)
    assert ran.code == 0
    assert ran.out or ran.err


def test_a_defect_shows_the_files_all_the_same(told: Folder) -> None:
    told.write("editions/new.yaml", RENAMED)
    code = (
        "import sys; from planversion.cli import driving, main;"
        "driving._of_plan = lambda *a, **k: 1 / 0;"
        "sys.argv = ['planversion', 'git-diff-driver', 'editions/1.yaml', 'editions/1.yaml', '1',"
        " '100644', 'editions/new.yaml', '2', '100644']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=told.path, env=CLEAN, capture_output=True, check=False
    )
    out = done.stdout.decode()
    assert done.returncode == 0
    assert "ZeroDivisionError" in out.splitlines()[0]
    assert "+            name: 健康相談の充実" in out


def test_a_reader_who_left_is_no_failure(told: Folder) -> None:
    told.write("editions/new.yaml", RENAMED)
    end = ("editions/new.yaml", "2", "100644")
    arguments = ["editions/1.yaml", "editions/1.yaml", "1", "100644", *end]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "planversion", "git-diff-driver", *arguments],
        cwd=told.path,
        env=CLEAN,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_driver_loads_nothing_that_it_does_not_use(told: Folder) -> None:
    told.write("editions/new.yaml", RENAMED)
    code = (
        "import sys, os; from planversion.cli import driving;"
        "driving._answer(('editions/1.yaml', 'editions/1.yaml', '1', '100644',"
        " 'editions/new.yaml', '2', '100644')); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=told.path, env=CLEAN, capture_output=True, check=True
    )
    loaded = set(done.stdout.decode().splitlines()[-1].split())
    assert "planversion.comparing" in loaded
    assert not loaded & {"click", "subprocess", "planversion.repo", "rich", "deepdiff"}


def test_textconv_makes_a_text_of_an_edition_a_line_a_thing(told: Folder, path: str) -> None:
    ran = told.run("textconv", "editions/1.yaml")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert "1 支え合うまち  s-bshj2pccdz" in lines
    assert "    - 健康相談の実施 | 健康課  p-nq16wz4e4h" in lines
    told.git("config", "--unset", "diff.planversion.command")
    told.git("config", "diff.planversion.textconv", "planversion textconv")
    told.write("editions/1.yaml", RENAMED)
    out = told.git("diff", PATH=path)
    assert "+    - 健康相談の充実 | 健康課  p-nq16wz4e4h" in out


def test_textconv_leaves_what_is_no_edition_as_it_is(told: Folder) -> None:
    told.write("broken.yaml", "schema: 1\r\nplan: {\r\n")
    ran = told.run("textconv", "broken.yaml")
    assert (ran.code, ran.out) == (0, "schema: 1\r\nplan: {\r\n")
    assert told.run("textconv", "nowhere.yaml").code == 2
