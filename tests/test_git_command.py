"""`planversion git install`, `status`, `uninstall`: what they write, and that nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from driven import command_path
from planversion.drivers.attributes import attributed, ours, put, taken_out
from repositories import FIRST, Folder, Ran, made

LINE = "/editions/**/*.yaml diff=planversion merge=planversion"
FILES = [
    None,
    b"",
    b"*.txt text\n",
    b"*.txt text",
    b"*.txt text\r\n*.sh eol=lf\r\n",
    b"*.txt text\r\n*.sh eol=lf",
    b"# planversion\n\n",
    b"\xef\xbb\xbf*.txt text\n",
    b"*.yaml diff=planversion\n\xff\xfe odd\n",
]


@pytest.fixture
def path(tmp_path: Path) -> str:
    """The PATH that git finds planversion on."""
    return command_path(tmp_path / "bin")


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """An empty repository, in a folder as people name them."""
    return made(tmp_path / "計 画")


def config(folder: Folder) -> bytes:
    return (folder.path / ".git/config").read_bytes()


def attributes(folder: Folder) -> bytes | None:
    file = folder.path / ".gitattributes"
    return file.read_bytes() if file.exists() else None


def git(folder: Folder, what: str, path: str, *more: str, **env: str) -> Ran:
    return folder.run("git", what, *more, PATH=path, **env)


@pytest.mark.parametrize("content", FILES)
@pytest.mark.parametrize("pattern", ["editions/**/*.yaml", '計 画/"二".yaml', "*.yaml"])
def test_lines_of_others_stay_to_the_byte(content: bytes | None, pattern: str) -> None:
    lines = [attributed(pattern), attributed("more/*.yaml")]
    written = put(content, lines)
    assert ours(written) == lines
    assert put(written, lines) == written
    assert (content or b"") in written
    assert taken_out(written) == content
    assert taken_out(put(written, lines[1:])) == content


def test_git_reads_the_lines_as_they_are_meant(city: Folder) -> None:
    patterns = ["editions/**/*.yaml", '計 画/"二"/*.yaml', "*.yml"]
    city.write(".gitattributes", put(b"a text\r\n", map(attributed, patterns)).decode())
    asked = {
        "editions/4.yaml": "planversion",
        "editions/a/b/4.yaml": "planversion",
        '計 画/"二"/4.yaml': "planversion",
        "4.yml": "planversion",
        "below/4.yml": "unspecified",
        "below/editions/4.yaml": "unspecified",
    }
    answer = city.git("check-attr", "-z", "diff", "--", *asked).split("\0")[:-1]
    assert dict(zip(answer[::3], answer[2::3], strict=True)) == asked


@pytest.mark.parametrize("content", [None, b"*.txt text", b"*.txt text\r\n"])
def test_uninstall_leaves_no_trace(city: Folder, path: str, content: bytes | None) -> None:
    city.git("config", "diff.other.command", "other")
    if content is not None:
        (city.path / ".gitattributes").write_bytes(content)
    before = config(city)
    assert git(city, "install", path).code == 0
    assert git(city, "status", path).code == 0
    ran = git(city, "uninstall", path)
    assert f"taken out: .gitattributes: {LINE}" in ran.out
    assert (config(city), attributes(city)) == (before, content)
    assert git(city, "uninstall", path).out == "Nothing to take out: none of it is there.\n"


def test_what_a_person_added_to_our_section_of_the_settings_stays(city: Folder, path: str) -> None:
    git(city, "install", path)
    city.git("config", "diff.planversion.textconv", "planversion textconv")
    git(city, "uninstall", path)
    assert city.git("config", "--get-regexp", "planversion") == (
        "diff.planversion.textconv planversion textconv"
    )


def test_installing_twice_is_installing_once(city: Folder, path: str) -> None:
    first = git(city, "install", path)
    assert f"written: .gitattributes: {LINE}" in first.out
    assert "GitHub's merge button" in first.out
    before = config(city), attributes(city)
    assert git(city, "install", path).out == "Nothing to write: all of it is there.\n"
    assert (config(city), attributes(city)) == before


def test_status_says_what_is_missing_and_what_is_different(city: Folder, path: str) -> None:
    ran = git(city, "status", path)
    assert ran.code == 1
    assert "missing: diff.planversion.command = planversion git-diff-driver" in ran.out
    assert f"missing: .gitattributes: {LINE}" in ran.out
    git(city, "install", path)
    city.git("config", "diff.planversion.command", "other")
    ran = git(city, "status", path)
    assert ran.code == 1
    assert "different: diff.planversion.command is other" in ran.out
    assert git(city, "install", path).code == 0
    assert git(city, "status", path).code == 0


def test_status_tells_a_line_that_overrules_ours(city: Folder, path: str) -> None:
    city.write("editions/1.yaml", FIRST)
    git(city, "install", path)
    city.write("editions/.gitattributes", "*.yaml -merge\n")
    ran = git(city, "status", path)
    assert ran.code == 1
    assert "different: editions/1.yaml: merge=unset" in ran.out


def test_status_tells_that_git_would_not_find_the_command(city: Folder, path: str) -> None:
    git(city, "install", path)
    # Git itself is all that is left.
    folder = city.path.parent / "only-git"
    folder.mkdir()
    found = shutil.which("git", path=path)
    assert found
    (folder / "git").symlink_to(found)
    ran = git(city, "status", str(folder))
    assert ran.code == 1
    assert ran.out.splitlines()[-1].startswith("missing: the command planversion")


def test_patterns_that_changed_are_told_and_replaced(city: Folder, path: str) -> None:
    git(city, "install", path)
    city.write("planversion.yaml", "editions: [計画/*.yaml]\n")
    ran = git(city, "status", path)
    assert ran.code == 1
    assert f"left over: .gitattributes: {LINE}" in ran.out
    git(city, "install", path)
    assert attributes(city) == "/計画/*.yaml diff=planversion merge=planversion\n".encode()


def test_from_a_folder_below_and_from_a_worktree_the_repository_is_told(
    city: Folder, path: str, tmp_path: Path
) -> None:
    city.commit(**{"1": FIRST})
    git(city.below("editions"), "install", path)
    assert attributes(city) == f"{LINE}\n".encode()
    assert not (city.path / "editions/.gitattributes").exists()
    city.git("add", ".gitattributes")
    city.git("commit", "-qm", "attributes")
    city.git("worktree", "add", "-q", str(tmp_path / "other"))
    assert git(Folder(tmp_path / "other"), "status", path).code == 0


def test_a_configuration_below_the_root_has_its_own_file(city: Folder, path: str) -> None:
    city.write("city/planversion.yaml", "editions: [plan/*.yaml]\n")
    city.write("city/plan/1.yaml", FIRST)
    git(city.below("city"), "install", path)
    found = city.git("check-attr", "diff", "city/plan/1.yaml")
    assert found.endswith("diff: planversion")


def test_global_writes_a_persons_own_files(city: Folder, path: str, tmp_path: Path) -> None:
    env = {"GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"), "XDG_CONFIG_HOME": str(tmp_path)}
    (tmp_path / "gitconfig").write_text("[user]\n\tname = A\n")
    assert git(city, "install", path, "--global", **env).code == 0
    assert (tmp_path / "git/attributes").read_text() == f"{LINE}\n"
    assert attributes(city) is None
    assert git(city, "status", path, "--global", **env).code == 0
    git(city, "uninstall", path, "--global", **env)
    assert (tmp_path / "gitconfig").read_text() == "[user]\n\tname = A\n"
    assert not (tmp_path / "git/attributes").exists()


def test_global_follows_the_file_that_a_person_named(
    city: Folder, path: str, tmp_path: Path
) -> None:
    env = {"GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"), "HOME": str(tmp_path)}
    (tmp_path / "gitconfig").write_text("[core]\n\tattributesFile = ~/mine\n")
    git(city, "install", path, "--global", **env)
    assert (tmp_path / "mine").read_text() == f"{LINE}\n"


def test_what_cannot_be_told_is_refused(tmp_path: Path, path: str) -> None:
    ran = git(Folder(tmp_path), "install", path)
    assert (ran.code, "no git repository" in ran.err) == (2, True)
    ran = git(made(tmp_path / "bare", "--bare"), "install", path)
    assert (ran.code, "bare" in ran.err) == (2, True)
    away = made(tmp_path / "away")
    away.write("planversion.yaml", "editions: [../elsewhere/*.yaml]\n")
    ran = git(away, "install", path)
    assert (ran.code, "leads out of its folder" in ran.err) == (2, True)
    assert attributes(away) is None
