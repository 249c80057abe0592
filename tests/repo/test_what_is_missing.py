"""History and objects that aren't here: what is said, the command that is named, and --fetch."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from repositories import FIRST, Folder, cloned

COMMAND = re.compile(r"git fetch (?:(?! or a tag: |\. | \[)[^\n])*")


def commands(said: str) -> list[str]:
    return COMMAND.findall(said)


@pytest.fixture
def branched(town: Folder) -> Folder:
    """The town, with a branch from v1 on which edition 1 is another."""
    town.git("checkout", "-q", "-b", "計画/side", "v1")
    town.commit(**{"1": FIRST.replace("第1期", "第一期")})
    town.git("tag", "light")
    town.git("tag", "-a", "-m", "x", "annotated")
    town.git("checkout", "-q", "main")
    return town


def shallow(source: Folder, to: Path) -> Folder:
    return cloned(source, to, "--depth", "1")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("diff", "HEAD~1..HEAD"), ["git fetch --unshallow origin"]),
        (("show", "HEAD~1:1"), ["git fetch --unshallow origin"]),
        (("validate", "origin/計画/side:1"), [
            "git fetch origin +refs/heads/計画/side:refs/remotes/origin/計画/side"
        ]),
        (("table", "計画/side..main"), [
            "git fetch origin refs/heads/計画/side:refs/heads/計画/side",
            "git fetch origin tag 計画/side",
        ]),
        (("changelog", "tags/light..main"), ["git fetch origin refs/tags/light:refs/tags/light"]),
    ],
)  # fmt: skip
def test_the_named_command_works_and_is_what_fetch_runs(
    branched: Folder, tmp_path: Path, arguments: tuple[str, ...], named: list[str]
) -> None:
    clone = shallow(branched, tmp_path / "clone")
    refused = clone.run(*arguments)
    told = refused.err or refused.out
    assert refused.code == 2
    assert [line.replace("'", "") for line in commands(told)] == named
    clone.paste(commands(told)[0])
    done = clone.run(*arguments)
    assert done.code == 0, done.err
    other = shallow(branched, tmp_path / "other")
    fetched = other.run(*arguments, "--fetch")
    assert (fetched.code, fetched.out) == (done.code, done.out)
    assert fetched.err.splitlines()[0].replace("'", "") == named[0]


@pytest.mark.parametrize("tag", ["light", "annotated"])
def test_a_tag_that_a_clone_lacks_is_fetched_by_its_command(
    branched: Folder, tmp_path: Path, tag: str
) -> None:
    clone = cloned(branched, tmp_path / "clone", "--single-branch", "--no-tags")
    refused = clone.run("show", f"{tag}:1")
    assert refused.code == 2
    clone.paste(commands(refused.err)[1])
    assert clone.run("show", f"{tag}:1").code == 0
    other = cloned(branched, tmp_path / "other", "--single-branch", "--no-tags")
    assert other.run("show", f"{tag}:1", "--fetch").code == 0
    assert other.git("rev-parse", f"{tag}^{{commit}}") == other.git("rev-parse", f"tags/{tag}^0")


def test_a_commit_is_fetched_by_its_full_id(branched: Folder, tmp_path: Path) -> None:
    clone = shallow(branched, tmp_path / "clone")
    first = branched.git("rev-parse", "v1^{commit}")
    refused = clone.run("show", f"{first}:1")
    assert commands(refused.err) == [f"git fetch origin {first}"]
    clone.paste(commands(refused.err)[0])
    assert clone.run("show", f"{first}:1").code == 0


def test_a_merge_base_behind_shallow_history_is_fetched(branched: Folder, tmp_path: Path) -> None:
    clone = cloned(branched, tmp_path / "clone", "--depth", "1", "--no-single-branch")
    refused = clone.run("diff", "origin/計画/side...main", "1")
    assert refused.code == 2
    assert "have no commit in common" in refused.err
    assert commands(refused.err) == ["git fetch --unshallow origin"]
    other = shutil.copytree(clone.path, tmp_path / "other")
    clone.paste(commands(refused.err)[0])
    done = clone.run("diff", "origin/計画/side...main", "1")
    assert "健康相談の実施 → 健康相談の充実" in done.out
    fetched = Folder(other).run("diff", "origin/計画/side...main", "1", "--fetch")
    assert (fetched.code, fetched.out) == (0, done.out)


def test_a_name_first_and_then_what_is_behind_it(branched: Folder, tmp_path: Path) -> None:
    clone = shallow(branched, tmp_path / "clone")
    done = clone.run("diff", "origin/計画/side...main", "1", "--fetch")
    assert done.code == 0, done.err
    assert "健康相談の実施 → 健康相談の充実" in done.out


def test_a_slip_in_a_full_repository_names_no_fetch_of_history(town: Folder) -> None:
    for rev in ("nope", "HEAD~9"):
        refused = town.run("diff", f"{rev}..HEAD")
        assert refused.code == 2
        assert commands(refused.err) == []


def test_a_name_that_no_remote_can_have_is_in_no_command(town: Folder, tmp_path: Path) -> None:
    clone = shallow(town, tmp_path / "clone")
    for rev in ("--upload-pack=touch x", "a b", "$(x)", "-f", "x;y", "+x", "\x1b[31mred"):
        refused = clone.run("show", "--lang", "en", "--", f"{rev}:1")
        assert refused.code == 2
        assert "unknown revision" in refused.err
        assert commands(refused.err) == []
        assert "\x1b" not in refused.err
    assert not (clone.path / "x").exists()


def test_fetch_that_fails_is_no_success(town: Folder, tmp_path: Path) -> None:
    clone = shallow(town, tmp_path / "clone")
    refused = clone.run("show", "nope:1", "--fetch")
    assert refused.code == 2
    assert "couldn't find remote ref" in refused.err
    shutil.move(town.path, tmp_path / "away")
    refused = clone.run("show", "HEAD~1:1", "--fetch")
    assert refused.code == 2
    assert "does not appear to be a git repository" in refused.err
    assert refused.out == ""


def test_a_partial_clone_whose_remote_is_gone(town: Folder, tmp_path: Path) -> None:
    clone = cloned(town, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    shutil.move(town.path, tmp_path / "away")
    refused = clone.run("show", "v1:1")
    assert refused.code == 2
    assert "from promisor remote" in refused.err
    [command] = commands(refused.err)
    assert re.fullmatch(r"git fetch origin [0-9a-f]{40}", command)
    shutil.move(tmp_path / "away", town.path)
    clone.paste(command)
    assert clone.run("show", "v1:1").code == 0


def test_a_lost_object_is_asked_for_again(town: Folder, tmp_path: Path) -> None:
    clone = cloned(town, tmp_path / "clone")
    blob = clone.git("rev-parse", "v1:editions/1.yaml")
    for pack in (clone.path / ".git/objects/pack").glob("*.pack"):
        away = tmp_path / pack.name
        shutil.move(pack, away)
        for other in pack.parent.glob("*"):
            other.unlink()
        with away.open("rb") as packed:
            unpack = ["git", "unpack-objects", "-q"]
            subprocess.run(unpack, cwd=clone.path, stdin=packed, check=True)
    (clone.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    refused = clone.run("show", "v1:1")
    assert refused.code == 2
    assert f"the object {blob} is missing here" in refused.err
    assert commands(refused.err) == ["git fetch --refetch origin"]
    assert clone.run("show", "v1:1", "--fetch").code == 0


def test_reading_goes_on_in_a_partial_clone(town: Folder, tmp_path: Path) -> None:
    clone = cloned(town, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    done = clone.run("diff", "v1..v2", "1")
    assert done.code == 0
    assert "健康相談の実施 → 健康相談の充実" in done.out
