"""git merges editions with our driver: real repositories, real branches, and what goes wrong."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from planversion.yamltext import read_edition
from repositories import CLEAN, IDENTITY, Folder, cloned
from terminals import Terminal

CASES = Path(__file__).parent / "cases/merge"
DRIVER = f"{shlex.quote(sys.executable)} -m planversion git-merge-driver %O %A %B %L %P %S %X %Y"
FILE = "editions/計画/2.yaml"


def text(case: str, name: str) -> str:
    return (CASES / case / f"{name}.yaml").read_text(encoding="utf-8")


class Repository(Folder):
    """A repository whose editions git merges with our driver."""

    def __init__(self, path: Path, *options: str) -> None:
        super().__init__(path)
        path.mkdir(exist_ok=True)
        # A folder that is a repository already stays the one it is.
        self.git("init", "-q", "-b", "main", *options)
        self.git("config", "merge.planversion.driver", DRIVER)
        self.write(".gitattributes", "editions/**/*.yaml merge=planversion\n")

    def saved(self, content: str | bytes, message: str = "x", file: str = FILE) -> None:
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def tried(self, *arguments: str, **env: str) -> tuple[int, str]:
        done = subprocess.run(
            ("git", *IDENTITY, *arguments),
            cwd=self.path,
            env=CLEAN | env,
            capture_output=True,
            check=False,
        )
        return done.returncode, (done.stdout + done.stderr).decode()

    def content(self, file: str = FILE) -> str:
        return (self.path / file).read_bytes().decode()


def parted(path: Path, case: str, *options: str) -> Repository:
    """A repository whose branch `theirs` and whose `main` hold the two edits of a case."""
    repository = Repository(path, *options)
    repository.saved(text(case, "base"))
    repository.git("checkout", "-q", "-b", "theirs")
    repository.saved(text(case, "theirs"))
    repository.git("checkout", "-q", "main")
    repository.saved(text(case, "ours"))
    return repository


def test_two_branches_are_merged_where_git_alone_would_conflict(tmp_path: Path) -> None:
    repository = parted(tmp_path, "fields-of-one-project")

    code, told = repository.tried("merge", "theirs")

    assert code == 0, told
    assert repository.content() == _expected("fields-of-one-project")


def _expected(case: str) -> str:
    return (CASES / case / "expected.yaml.txt").read_text(encoding="utf-8")


def test_a_conflict_stops_git_and_stands_in_the_file(tmp_path: Path) -> None:
    repository = parted(tmp_path, "same-field")

    code, told = repository.tried("merge", "theirs")

    assert code == 1
    assert "健康相談の" in told
    assert f"UU {FILE}" in repository.git("-c", "core.quotepath=false", "status", "--porcelain")
    assert repository.content().count("<<<<<<< ") == 1


def test_what_was_resolved_is_an_edition(tmp_path: Path) -> None:
    repository = parted(tmp_path, "same-field")
    repository.tried("merge", "theirs")

    ran = repository.run("resolve", FILE, "--take", "theirs")

    assert ran.code == 0, ran.err
    assert repository.content() == text("same-field", "theirs")


def test_conflicts_are_settled_one_by_one_on_a_terminal(tmp_path: Path) -> None:
    repository = parted(tmp_path, "removed-and-relisted")
    repository.tried("merge", "theirs")

    asked = Terminal(repository, "resolve", FILE)
    asked.until("[q] stop")
    assert "[1/1] ours: 1(1) 住まいの相談" in asked.seen
    asked.press("t", "1 settled, 0 left")

    assert asked.code() == 0
    # Its record and its new listing stand in two places, and are one conflict.
    assert repository.content() == text("removed-and-relisted", "theirs")


def test_a_conflict_is_settled_in_words_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = parted(tmp_path, "same-field")
    repository.tried("merge", "theirs")
    texts = ("", "            name: [健康]\n", "            name: 健康相談の充実と推進")
    for number, lines in enumerate(texts):
        (tmp_path / f"text {number}").write_text(lines, encoding="utf-8")
    _edit_by(
        f"""
        import sys; from pathlib import Path
        there = Path({str(tmp_path)!r}); turn = len([*there.glob("turn *")])
        (there / f"turn {{turn}}").touch()
        opened = Path(sys.argv[1]); (there / "opened").write_bytes(opened.read_bytes())
        if turn: opened.write_bytes((there / f"text {{turn - 1}}").read_bytes())
        """,
        tmp_path,
        monkeypatch,
    )

    asked = Terminal(repository, "resolve", FILE)
    asked.until("[e] edit")
    asked.press("e", "nothing was saved")
    asked.press("e", "the key name is missing")
    asked.press("e", "stands where text was expected")
    asked.press("e", "1 settled, 0 left")

    assert asked.code() == 0
    assert "name: 健康相談の充実と推進\n" in repository.content()
    opened = (tmp_path / "opened").read_text(encoding="utf-8")
    assert opened.startswith("<<<<<<< ")
    assert [opened.count(f"name: 健康相談の{end}") for end in ("充実", "実施", "推進")] == [1, 1, 1]


def test_lines_of_ones_own_are_read_beside_what_was_settled_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path)
    ours, theirs = "  - {name: 健康課}\n", "  - {name: 市民課}\n"
    other = "  - {name: 住宅課}\n"
    hunks = (_hunk(ours, theirs), "  - {name: 福祉課}\n", _hunk(other, "  - {name: 道路課}\n"))
    was = f"{ours}  - {{name: 福祉課}}\n{other}"
    folder.write("merged.yaml", text("same-field", "ours").replace(was, "".join(hunks)))
    _edit_by(
        f"import sys; from pathlib import Path; Path(sys.argv[1]).write_text({ours!r})",
        tmp_path,
        monkeypatch,
    )

    asked = Terminal(folder, "resolve", "merged.yaml")
    asked.until("[e] edit")
    asked.press("t", "[2/2]")
    asked.press("e", "2 settled, 0 left")

    assert asked.code() == 0
    found = (tmp_path / "merged.yaml").read_text(encoding="utf-8")
    assert f"{theirs}  - {{name: 福祉課}}\n{ours}" in found


def test_an_editor_that_is_not_there_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = parted(tmp_path, "same-field")
    repository.tried("merge", "theirs")
    monkeypatch.setenv("VISUAL", str(tmp_path / "no-editor"))

    asked = Terminal(repository, "resolve", FILE)
    asked.until("[e] edit")
    asked.press("e", "the editor failed")
    asked.press("o", "1 settled, 0 left")

    assert asked.code() == 0


def _hunk(ours: str, theirs: str) -> str:
    return f"<<<<<<< ours\n{ours}||||||| base\n=======\n{theirs}>>>>>>> theirs\n"


def _edit_by(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a program of Python the user's editor."""
    program = folder / "editor.py"
    program.write_text(dedent(code), encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {program}")


def test_what_is_put_off_stays_in_the_file(tmp_path: Path) -> None:
    repository = parted(tmp_path, "same-field")
    repository.tried("merge", "theirs")
    before = repository.content()

    asked = Terminal(repository, "resolve", FILE)
    asked.until("[q] stop")
    asked.press("l", "0 settled, 1 left")

    assert asked.code() == 1
    assert repository.content() == before


def test_a_label_that_looks_like_a_number_joins_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    base = text("same-field", "base")
    one = base.replace("健康相談の実施", "健康相談の充実").replace("見守り訪問", "見守りの訪問")
    other = base.replace("健康相談の実施", "健康相談の推進").replace("見守り訪問", "見守り活動")
    for name, content in (("base", base), ("ours [9] x", one), ("theirs", other)):
        folder.write(f"{name}.yaml", content)
    files = ("base.yaml", "ours [9] x.yaml", "theirs.yaml")
    merged = folder.run("merge", *files, "-o", "merged.yaml")
    assert merged.code == 1

    asked = Terminal(folder, "resolve", "merged.yaml")
    asked.until("[q] stop")
    assert "[1/2]" in asked.seen
    asked.press("o", "[2/2]")
    asked.press("t", "2 settled, 0 left")

    assert asked.code() == 0
    found = (tmp_path / "merged.yaml").read_text(encoding="utf-8")
    assert "健康相談の充実" in found
    assert "見守り活動" in found


def test_longer_markers_stay_as_long(tmp_path: Path) -> None:
    case = CASES / "same-field"
    folder = Folder(tmp_path)
    for name in ("base", "ours", "theirs"):
        folder.write(f"{name}.yaml", (case / f"{name}.yaml").read_text(encoding="utf-8"))
    command = (sys.executable, "-m", "planversion", "git-merge-driver")
    subprocess.run(
        (*command, "base.yaml", "ours.yaml", "theirs.yaml", "11"),
        cwd=tmp_path,
        env=CLEAN,
        capture_output=True,
        check=False,
    )
    before = (tmp_path / "ours.yaml").read_text(encoding="utf-8")
    assert "\n<<<<<<<<<<< [1] ours: " in before

    asked = Terminal(folder, "resolve", "ours.yaml")
    asked.until("[q] stop")
    asked.press("l", "0 settled, 1 left")
    asked.code()

    assert (tmp_path / "ours.yaml").read_text(encoding="utf-8") == before


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    repository = parted(tmp_path, "same-field")
    repository.tried("merge", "theirs")

    ran = repository.run("resolve", FILE)

    assert ran.code == 2
    assert "--take ours" in ran.err


def test_a_rebase_and_a_cherry_pick_use_it_too(tmp_path: Path) -> None:
    repository = parted(tmp_path, "departments-are-sets")

    assert repository.tried("cherry-pick", "theirs")[0] == 0
    assert repository.content() == _expected("departments-are-sets")


def test_a_file_that_was_renamed_on_one_side_is_merged(tmp_path: Path) -> None:
    repository = parted(tmp_path, "fields-of-one-project")
    repository.git("mv", FILE, "editions/計画/第2期.yaml")
    repository.git("commit", "-q", "-m", "renamed")

    assert repository.tried("merge", "theirs")[0] == 0
    assert repository.content("editions/計画/第2期.yaml") == _expected("fields-of-one-project")


def test_where_an_octopus_gives_up_each_branch_is_merged_by_itself(tmp_path: Path) -> None:
    """To merge several branches at once, git asks no driver: it merges lines, or gives up."""
    repository = parted(tmp_path, "departments-are-sets")
    repository.git("checkout", "-q", "-b", "third", "main~1")
    base = text("departments-are-sets", "base")
    repository.saved(base.replace("見守り訪問", "見守りの訪問"))
    repository.git("checkout", "-q", "main")

    code, told = repository.tried("merge", "theirs", "third")
    assert code == 2
    assert "Should not be doing an octopus" in told

    repository.git("reset", "-q", "--hard")
    for branch in ("theirs", "third"):
        assert repository.tried("merge", branch)[0] == 0
    assert "見守りの訪問" in repository.content()
    assert "[健康課, 住宅課]" in repository.content()


@pytest.mark.parametrize("left_out", ["--depth=2", "--filter=blob:none", "--filter=tree:0"])
def test_in_a_clone_that_lacks_something(tmp_path: Path, left_out: str) -> None:
    parted(tmp_path / "whole", "departments-are-sets")
    source = Folder(tmp_path / "whole")
    cloned(source, tmp_path / "part", left_out, "--no-single-branch")
    clone = Repository(tmp_path / "part")

    assert clone.tried("merge", "origin/theirs")[0] == 0
    assert "[健康課, 住宅課]" in clone.content()


def test_a_clone_too_shallow_to_merge_says_how_to_deepen_it(tmp_path: Path) -> None:
    parted(tmp_path / "whole", "departments-are-sets")
    source = Folder(tmp_path / "whole")
    clone = cloned(source, tmp_path / "part", "--depth=1", "--no-single-branch")

    ran = clone.run("merge", "--branch", "origin/theirs")

    assert ran.code == 2
    assert "git fetch --unshallow origin" in ran.err


def test_criss_cross_histories_are_merged(tmp_path: Path) -> None:
    repository = parted(tmp_path, "fields-of-one-project")
    repository.git("branch", "ours", "main")
    assert repository.tried("merge", "theirs")[0] == 0
    repository.git("checkout", "-q", "theirs")
    assert repository.tried("merge", "ours")[0] == 0
    repository.saved(repository.content().replace("見守り訪問", "見守りの訪問"))
    repository.git("checkout", "-q", "main")
    repository.saved(repository.content().replace("[住宅課]", "[住宅課, 福祉課]"))

    assert repository.tried("merge", "theirs")[0] == 0
    assert "見守りの訪問" in repository.content()
    assert "[住宅課, 福祉課]" in repository.content()


@pytest.mark.parametrize("options", [(), ("--object-format=sha256",)], ids=["sha1", "sha256"])
def test_in_a_worktree_beside(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "main").mkdir()
    repository = parted(tmp_path / "main", "fields-of-one-project", *options)
    repository.git("worktree", "add", "-q", "-b", "beside", str(tmp_path / "beside"), "main")
    beside = Folder(tmp_path / "beside")
    done = subprocess.run(
        ("git", *IDENTITY, "merge", "theirs"), cwd=beside.path, env=CLEAN, check=False
    )

    assert done.returncode == 0
    found = (beside.path / FILE).read_text(encoding="utf-8")
    assert found == _expected("fields-of-one-project")


def test_carriage_returns_of_a_checkout_stay(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    for branch, name in (("main", "base"), ("theirs", "theirs"), ("main", "ours")):
        new = branch == "theirs"
        repository.git("checkout", "-q", *(["-b"] if new else []), branch) if name != "base" else 0
        repository.saved(text("fields-of-one-project", name).replace("\n", "\r\n").encode())

    assert repository.tried("merge", "theirs")[0] == 0
    assert repository.content() == _expected("fields-of-one-project").replace("\n", "\r\n")


def test_what_is_no_edition_is_merged_by_git_and_said(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.saved("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n")
    repository.git("checkout", "-q", "-b", "theirs")
    repository.saved("a: 1\nb: 2\nc: 3\nd: 4\ne: 6\n")
    repository.git("checkout", "-q", "main")
    repository.saved("a: 0\nb: 2\nc: 3\nd: 4\ne: 5\n")

    code, told = repository.tried("merge", "theirs")

    assert code == 0
    assert repository.content() == "a: 0\nb: 2\nc: 3\nd: 4\ne: 6\n"
    assert "merged line by line" in told


def test_a_crash_is_no_conflict(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("ours.yaml", "x")

    command = (sys.executable, "-m", "planversion", "git-merge-driver")
    done = subprocess.run(
        (*command, "missing.yaml", "ours.yaml", "gone.yaml"),
        cwd=tmp_path,
        env=CLEAN,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 129
    assert b"missing.yaml" in done.stderr
    assert (tmp_path / "ours.yaml").read_text() == "x"


def test_a_merge_that_is_killed_leaves_the_file_whole(tmp_path: Path) -> None:
    case = CASES / "fields-of-one-project"
    folder = Folder(tmp_path)
    for name in ("base", "ours", "theirs"):
        folder.write(f"{name}.yaml", (case / f"{name}.yaml").read_text(encoding="utf-8"))
    killed = (
        "import os, pathlib, signal\n"
        "pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from planversion.cli.merge_driver import driven\n"
        "driven(('base.yaml', 'ours.yaml', 'theirs.yaml'))\n"
    )

    done = subprocess.run((sys.executable, "-c", killed), cwd=tmp_path, check=False)

    assert done.returncode < 0
    now = (tmp_path / "ours.yaml").read_text(encoding="utf-8")
    assert now == text("fields-of-one-project", "ours")


def test_a_branch_is_merged_where_git_was_told_nothing(tmp_path: Path) -> None:
    repository = parted(tmp_path, "fields-of-one-project")
    repository.git("config", "--unset", "merge.planversion.driver")
    (tmp_path / ".gitattributes").unlink()
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "no attributes")

    ran = repository.run("merge", "--branch", "theirs", **_author())

    assert ran.code == 0, ran.err
    assert repository.content() == _expected("fields-of-one-project")
    assert len(repository.git("show", "-s", "--format=%P").split()) == 2


def test_what_stands_in_the_way_of_git_is_no_conflict(tmp_path: Path) -> None:
    repository = parted(tmp_path, "fields-of-one-project")
    repository.write(FILE, text("fields-of-one-project", "ours") + "# not saved\n")

    assert repository.run("merge", "--branch", "theirs", **_author()).code == 2
    assert repository.content().endswith("# not saved\n")


def test_who_merges_is_who_the_environment_says(tmp_path: Path) -> None:
    repository = parted(tmp_path, "fields-of-one-project")
    who = {"GIT_AUTHOR_NAME": "課長", "GIT_COMMITTER_NAME": "係"}

    assert repository.run("merge", "--branch", "theirs", **_author(), **who).code == 0
    assert repository.git("show", "-s", "--format=%an %cn") == "課長 係"


def test_a_branch_in_conflict_says_so(tmp_path: Path) -> None:
    repository = parted(tmp_path, "same-field")

    ran = repository.run("merge", "--branch", "theirs", **_author())

    assert ran.code == 1
    assert "<<<<<<< " in repository.content()


def _author() -> dict[str, str]:
    config = {"user.name": "A", "user.email": "a@example.org"}
    keys = {f"GIT_CONFIG_KEY_{n}": key for n, key in enumerate(config)}
    values = {f"GIT_CONFIG_VALUE_{n}": value for n, value in enumerate(config.values())}
    return {"GIT_CONFIG_COUNT": str(len(config)), **keys, **values}


def test_a_name_that_looks_like_an_option_is_no_branch(tmp_path: Path) -> None:
    repository = parted(tmp_path, "same-field")

    assert repository.run("merge", "--branch", "--abort").code == 2
    assert repository.run("merge", "--branch", "nowhere").code == 2


def test_by_hand_the_merged_file_is_printed(tmp_path: Path) -> None:
    files = [str(CASES / f"same-field/{name}.yaml") for name in ("base", "ours", "theirs")]
    ran = Folder(tmp_path).run("merge", *files)

    assert ran.code == 1
    assert "both sides changed the name" in ran.err
    assert ran.out.count("<<<<<<< ") == 1


def test_hostile_names_stand_at_the_markers_on_one_line(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    hostile = '"a\\e[31m\\n>>>>>>> x <script>"'
    base = text("same-field", "base")
    folder.write("base.yaml", base)
    folder.write("ours.yaml", base.replace("name: 健康相談の実施", f"name: {hostile}"))
    folder.write("theirs.yaml", base.replace("name: 健康相談の実施", "name: 別の名"))

    ran = folder.run("merge", "base.yaml", "ours.yaml", "theirs.yaml")

    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err
    markers = [line for line in ran.out.splitlines() if line.startswith((">>>>>>>", "<<<<<<<"))]
    assert len(markers) == 2
    read_edition((tmp_path / "ours.yaml").read_bytes(), "ours.yaml")
