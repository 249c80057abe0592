"""What git is asked, in every kind of repository that people have."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from planversion.errors import UsageError
from planversion.repo import (
    Objects,
    RevisionError,
    blob,
    blob_ids,
    commit,
    entry,
    find,
    listing,
    merge_base,
    needed,
)
from planversion.repo.environment import environment
from planversion.yamltext.parsing import LARGEST_FILE
from repositories import FIRST, RENAMED, Folder, cloned, made

PATH = "editions/1.yaml"
ODD = ("a b.yaml", "計画/第1期.yaml", "two\nlines.yaml", '"quoted".yaml', "-dash.yaml", "*.yaml")


def test_a_folder_is_in_a_repository_or_in_none(town: Folder, tmp_path: Path) -> None:
    found = needed(town.path / "editions")
    assert (found.worktree, found.prefix) == (town.path, "editions/")
    assert found.git_dir == town.path / ".git"
    assert find(tmp_path) is None
    with pytest.raises(UsageError, match="no git repository"):
        needed(tmp_path)


@pytest.mark.parametrize("kind", ["sha1", "sha256"])
def test_bytes_and_listing_of_a_revision(tmp_path: Path, kind: str) -> None:
    folder = made(tmp_path, f"--object-format={kind}")
    first = folder.commit(**{"1": FIRST})
    folder.commit(**{"1": RENAMED})
    repository = needed(tmp_path)
    assert len(first) == {"sha1": 40, "sha256": 64}[kind]
    assert commit(repository, "HEAD~1") == first
    assert blob(repository, first, PATH) == FIRST.encode()
    assert blob(repository, "HEAD", PATH) == RENAMED.encode()
    assert list(listing(repository, "HEAD")) == [PATH]
    path = tmp_path / PATH
    assert blob_ids(repository, [path])[path] == listing(repository, "HEAD")[PATH]


def test_worktrees_alternates_partial_and_bare_repositories(town: Folder, tmp_path: Path) -> None:
    town.git("worktree", "add", "-q", str(tmp_path / "beside"), "v1")
    town.git("clone", "-q", "--shared", str(town.path), str(tmp_path / "shared"))
    cloned(town, tmp_path / "partial", "--filter=blob:none", "--no-checkout")
    cloned(town, tmp_path / "bare", "--bare")
    for name in ("beside", "shared", "partial", "bare"):
        repository = needed(tmp_path / name)
        assert blob(repository, "v1", PATH) == FIRST.encode(), name
    assert needed(tmp_path / "bare").worktree is None


def test_every_path_that_a_file_can_have(tmp_path: Path) -> None:
    folder = made(tmp_path / "計画 [1]\n*")
    for number, name in enumerate(ODD):
        folder.write(name, str(number))
    folder.commit()
    repository = needed(folder.path)
    assert set(listing(repository, "HEAD")) == set(ODD) == set(listing(repository, ""))
    for number, name in enumerate(ODD):
        assert blob(repository, "HEAD", name) == str(number).encode()
        assert blob(repository, "", name) == str(number).encode()
    paths = [folder.path / name for name in ODD]
    assert list(blob_ids(repository, paths).values()) == [
        listing(repository, "HEAD")[name] for name in ODD
    ]


def test_filters_and_line_ends_are_those_of_git(tmp_path: Path) -> None:
    folder = made(tmp_path)
    folder.write(".gitattributes", "*.yaml text eol=crlf\n")
    path = folder.write(PATH, FIRST.replace("\n", "\r\n"))
    folder.commit()
    repository = needed(tmp_path)
    assert blob(repository, "HEAD", PATH) == FIRST.encode()
    assert blob_ids(repository, [path])[path] == listing(repository, "HEAD")[PATH]


def test_links_and_submodules_are_no_files(town: Folder, tmp_path: Path) -> None:
    (town.path / "editions/link.yaml").symlink_to("1.yaml")
    town.git("submodule", "add", "-q", str(made_with_a_commit(tmp_path / "other")), "editions/sub")
    town.commit()
    repository = needed(town.path)
    assert set(listing(repository, "HEAD")) == {PATH, "editions/2.yaml", ".gitmodules"}
    found = entry(repository, "HEAD", "editions/link.yaml")
    assert found
    assert found.is_link
    with pytest.raises(RevisionError, match="no such file"):
        blob(repository, "HEAD", "editions/sub")


def made_with_a_commit(path: Path) -> Path:
    made(path).commit(**{"1": FIRST})
    return path


@pytest.mark.parametrize(
    ("rev", "same"),
    [
        ("HEAD~1", "v1"),
        ("v1", "v1^{commit}"),
        ("main@{0}", "v2"),
        ("main@{1}", "v1"),
        ("HEAD^{/step}", "v2"),
        ("@", "main"),
        ("v2^{}", "HEAD"),
    ],
)
def test_a_revision_is_whatever_git_takes(town: Folder, rev: str, same: str) -> None:
    repository = needed(town.path)
    assert commit(repository, rev) == town.git("rev-parse", f"{same}^{{commit}}")


def test_the_branch_followed_upstream_is_a_revision(town: Folder, tmp_path: Path) -> None:
    clone = cloned(town, tmp_path / "clone")
    clone.commit(**{"3": FIRST})
    repository = needed(clone.path)
    assert commit(repository, "@{upstream}") == town.git("rev-parse", "main")
    with pytest.raises(RevisionError, match="no upstream configured for branch 'main'"):
        commit(needed(town.path), "@{upstream}")


@pytest.mark.parametrize(
    "rev", ["nope", "--upload-pack=x", "--all", "-h", "^HEAD", "v1..v2", "", "HEAD~9"]
)
def test_what_means_no_commit_is_refused_and_never_an_option(town: Folder, rev: str) -> None:
    with pytest.raises(RevisionError, match="unknown revision") as caught:
        commit(needed(town.path), rev)
    assert caught.value.exit_code == 2
    assert caught.value.commands == ()


def test_a_nul_and_a_repository_without_commits_are_told(tmp_path: Path) -> None:
    repository = needed(made(tmp_path).path)
    with pytest.raises(RevisionError, match="NUL"):
        commit(repository, "a\0b")
    with pytest.raises(RevisionError, match="no commit here yet"):
        commit(repository, "HEAD")


def test_a_branch_that_is_named_as_an_option_is_a_revision_still(town: Folder) -> None:
    town.git("update-ref", "refs/heads/--all", "v1^{commit}")
    assert commit(needed(town.path), "--all") == town.git("rev-parse", "v1^{commit}")


def test_a_tag_and_a_branch_of_one_name_are_told_apart(town: Folder) -> None:
    town.git("branch", "both", "v1")
    town.git("tag", "both", "v2")
    repository = needed(town.path)
    with pytest.raises(RevisionError, match="Write tags/both for the tag or heads/both"):
        commit(repository, "both")
    assert commit(repository, "tags/both") == town.git("rev-parse", "v2")
    assert commit(repository, "heads/both") == town.git("rev-parse", "v1^{commit}")


def test_the_merge_base_is_where_two_histories_part(town: Folder) -> None:
    town.git("checkout", "-q", "-b", "side", "v1")
    town.commit(**{"3": FIRST})
    town.git("checkout", "-q", "--orphan", "alone")
    town.commit()
    repository = needed(town.path)
    assert merge_base(repository, "main", "side") == town.git("rev-parse", "v1^{commit}")
    with pytest.raises(RevisionError, match="no commit in common"):
        merge_base(repository, "main", "alone")


def test_one_git_reads_all_and_survives_what_is_missing(town: Folder) -> None:
    big = LARGEST_FILE + 3_000_000
    town.write("big.yaml", "x" * big)
    town.commit()
    repository = needed(town.path)
    ids = listing(repository, "HEAD")
    with Objects(repository) as objects:
        first = next(objects.read([ids[PATH]]))
        process = objects._process
        for wrong in ("0" * 40, commit(repository, "HEAD"), "no id"):
            with pytest.raises(RevisionError, match="missing"):
                objects.one(wrong)
        assert len(objects.one(ids["big.yaml"])) == LARGEST_FILE + 1
        assert list(objects.read([ids[PATH]] * 2)) == [first, first] == [RENAMED.encode()] * 2
        assert objects._process is process
    assert process
    assert process.returncode == 0


def test_variables_cannot_lead_to_another_repository(
    town: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = made(tmp_path / "other")
    other.commit(**{"1": "another: plan\n"})
    for name, value in (
        ("GIT_DIR", ".git"),
        ("GIT_WORK_TREE", ""),
        ("GIT_COMMON_DIR", ".git"),
        ("GIT_INDEX_FILE", ".git/index"),
        ("GIT_OBJECT_DIRECTORY", ".git/objects"),
        ("GIT_ALTERNATE_OBJECT_DIRECTORIES", ".git/objects"),
    ):
        monkeypatch.setenv(name, str(other.path / value))
    monkeypatch.setenv("GIT_NAMESPACE", "elsewhere")
    monkeypatch.setenv("GIT_PREFIX", "elsewhere/")
    repository = needed(town.path)
    assert repository.worktree == town.path
    assert blob(repository, "HEAD", PATH) == RENAMED.encode()
    assert blob(repository, "", PATH) == RENAMED.encode()


def test_what_a_hook_points_into_the_repository_itself_stays(town: Folder) -> None:
    git_dir = town.path / ".git"
    index = {"GIT_INDEX_FILE": str(git_dir / "index.lock")}
    stores = {
        "GIT_OBJECT_DIRECTORY": str(git_dir / "objects/incoming"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(git_dir / "objects"),
    }
    ways = {"GIT_SSH_COMMAND": "ssh -i key", "GIT_CONFIG_COUNT": "0", "HOME": "/home/a"}
    outer = index | stores | ways | {"GIT_DIR": ".git", "LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"}
    kept = environment(outer, (git_dir,))
    assert kept.items() >= (index | stores | ways).items()
    assert kept["LC_ALL"] == "C"
    assert not kept.keys() & {"GIT_DIR", "LANGUAGE"}
    assert not environment(outer, (town.path / "other",)).keys() & (index | stores).keys()


def test_without_git_it_is_said(
    town: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git isn't installed"):
        find(town.path)


def test_what_git_refuses_is_told_in_its_words(
    town: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.which("git")
    fake = tmp_path / "bin/git"
    fake.parent.mkdir()
    fake.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{real}" "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(UsageError, match="dubious ownership") as caught:
        find(town.path)
    assert "If you trust it: git config --global --add safe.directory" in str(caught.value)
