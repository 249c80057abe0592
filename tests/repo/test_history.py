"""`log`, `blame` and `history` on real repositories: who did what, wherever the files went."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from repositories import FIRST, RENAMED, SECOND, Folder, Ran, cloned, made
from terminals import Terminal

HEALTH, HOUSING, HEIR, LEAFLET = "p-nq16wz4e4h", "p-9meh30xrqe", "p-gtjade9vfk", "p-xhx04vykww"
WATCH, FIRST_MEASURE, SECOND_MEASURE = "p-4f1yq9g91j", "s-cr2y8xrsbj", "s-n9m6y84ahx"
RECORD = """\
          - id: p-nq16wz4e4h
            name: 健康相談の実施
            departments: [健康課]
"""
DESCRIBED = FIRST.replace(RECORD, f"{RECORD}            description: 窓口で受ける。\n")
REASSIGNED = FIRST.replace("[健康課]", "[健康課, 住宅課]", 1)
MOVED = FIRST.replace(RECORD, "") + RECORD
UNNAMED = FIRST.replace("id: p-nq16wz4e4h\n            name", "name")


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    return made(tmp_path / "city")


def events(folder: Folder, project: str, *more: str) -> list[dict[str, Any]]:
    ran = folder.run("log", project, "-f", "json", *more)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)["events"]


def kinds(folder: Folder, project: str, *more: str) -> list[tuple[str, list[str]]]:
    """Newest first: what happened to the file, and the kinds of changes."""
    return [
        (one["what"], [change["kind"] for change in one["changes"]])
        for one in events(folder, project, *more)
    ]


def blamed(folder: Folder, *arguments: str) -> dict[tuple[str, str], str]:
    ran = folder.run("blame", *arguments, "-f", "json")
    assert ran.code == 0, ran.err
    fields = json.loads(ran.out)["fields"]
    return {(one["subject"], one["field"]): one["commit"]["id"] for one in fields}


def test_a_project_is_followed_through_every_commit_and_edition(city: Folder) -> None:
    ids = [city.commit(**{"1": text}) for text in (FIRST, RENAMED, MOVED)]
    ids.append(city.commit(**{"2": SECOND}))
    found = events(city, HEALTH)
    assert [one["commit"]["id"] for one in found] == ids[::-1]
    assert kinds(city, HEALTH) == [
        ("follows", ["moved"]),
        ("changed", ["moved", "renamed"]),
        ("changed", ["renamed"]),
        ("recorded", []),
    ]
    assert found[0]["old"][0]["edition"] == "1"
    assert (found[0]["new"]["edition"], found[0]["new"]["path"]) == ("2", "editions/2.yaml")


def test_a_commit_that_does_not_concern_the_project_is_left_out(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.commit(**{"1": FIRST.replace("見守り活動の推進", "見守り活動の充実")})
    assert kinds(city, HEALTH) == [("recorded", [])]
    assert kinds(city, WATCH) == [("changed", ["renamed"]), ("recorded", [])]


def test_an_edition_that_goes_on_with_it_unchanged_is_told(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.commit(**{"2": SECOND})
    assert kinds(city, WATCH) == [("follows", []), ("recorded", [])]
    assert "Goes on unchanged." in city.run("log", WATCH).out


def test_a_section_is_followed_too(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.commit(**{"1": FIRST.replace("見守りの推進", "見守りの充実")})
    city.commit(**{"1": FIRST.replace("number: 2", "number: 3")})
    assert kinds(city, SECOND_MEASURE) == [
        ("changed", ["renumbered", "renamed"]),
        ("changed", ["renamed"]),
        ("recorded", []),
    ]


def test_ancestors_are_followed_back_and_heirs_forward(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.commit(**{"1": FIRST.replace("住まいの相談の検討", "住まいの相談と情報の検討")})
    city.commit(**{"2": SECOND})
    city.commit(**{"2": SECOND.replace("住まいの相談の実施", "住まいの相談の充実")})
    assert kinds(city, HEIR) == [
        ("changed", ["renamed"]),
        ("follows", ["split"]),
        ("changed", ["renamed"]),
        ("recorded", []),
    ]
    assert kinds(city, HOUSING) == kinds(city, HEIR)
    # One who came from the same ancestor is no relative in a straight line.
    assert kinds(city, LEAFLET) == kinds(city, HEIR)[1:]
    told = json.loads(city.run("log", HEIR, "-f", "json").out)
    assert told["ancestors"] == [{"id": HOUSING, "name": "住まいの相談と情報の検討"}]
    assert told["heirs"] == []
    heirs = json.loads(city.run("log", HOUSING, "-f", "json").out)["heirs"]
    assert [one["id"] for one in heirs] == sorted((HEIR, LEAFLET))


def test_what_an_ancestor_does_later_is_its_own(city: Folder) -> None:
    """A project that lives on after another came out of it."""
    lives = SECOND.replace("p-gtjade9vfk", HOUSING).replace(
        "住まいの相談の実施", "住まいの相談の検討"
    )
    lives = lives.replace(f"to: [{HOUSING}, ", "to: [")
    city.commit(**{"1": FIRST})
    city.commit(**{"2": lives})
    city.commit(**{"2": lives.replace("住まいの相談の検討", "住まいの相談の推進")})
    assert kinds(city, HOUSING)[0] == ("changed", ["renamed"])
    assert kinds(city, LEAFLET) == [("follows", ["split_off"]), ("recorded", [])]


def test_a_renamed_file_is_the_same_edition(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.git("mv", "editions/1.yaml", "editions/第一期 計画.yaml")
    moved = city.commit()
    city.commit(**{"第一期 計画": RENAMED})
    assert kinds(city, HEALTH) == [("changed", ["renamed"]), ("recorded", [])]
    city.git("mv", "editions/第一期 計画.yaml", "editions/1.yaml")
    both = city.commit(**{"1": DESCRIBED})
    assert kinds(city, HEALTH)[0] == ("changed", ["renamed", "revised"])
    found = blamed(city, "1", HEALTH)
    assert found[HEALTH, "description"] == found[HEALTH, "name"] == both
    assert moved not in found.values()


@pytest.mark.parametrize("quoting", ["true", "false"])
def test_names_of_files_may_be_any(city: Folder, quoting: str) -> None:
    city.git("config", "core.quotepath", quoting)
    name = '計画 "v1"\x1bと\\n'
    city.commit(**{name: FIRST})
    city.commit(**{name: RENAMED})
    found = events(city, HEALTH)
    assert {one["new"]["path"] for one in found} == {f"editions/{name}.yaml"}
    assert "\x1b" not in city.run("log", HEALTH).out
    assert len(set(blamed(city, "1", HEALTH).values())) == 2


def test_a_draft_that_becomes_the_next_in_its_file(city: Folder) -> None:
    city.commit(plan=FIRST)
    city.commit(plan=SECOND)
    assert kinds(city, HEIR) == [("changed", ["split"]), ("recorded", [])]
    assert kinds(city, WATCH) == [("changed", []), ("recorded", [])]


def test_two_editions_in_one_commit_stand_in_their_order(city: Folder) -> None:
    city.commit(b=FIRST, a=SECOND)
    assert kinds(city, HEIR) == [("follows", ["split"]), ("recorded", [])]


def test_a_file_that_is_gone_and_comes_back(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    (city.path / "editions/1.yaml").unlink()
    city.commit()
    assert kinds(city, HEALTH) == [("gone", []), ("recorded", [])]
    assert "The file is gone, and with it: 健康相談の実施 [1(1)]" in city.run("log", HEALTH).out
    city.commit(**{"1": RENAMED})
    assert kinds(city, HEALTH)[0] == ("recorded", [])


@pytest.mark.parametrize("broken", ["schema: 1\nplan: {", UNNAMED, "\udc80"])
def test_what_cannot_be_read_on_the_way_is_said_and_nothing_is_lost(
    city: Folder, broken: str
) -> None:
    city.commit(**{"1": FIRST})
    path = city.path / "editions/1.yaml"
    path.write_bytes(broken.encode("utf-8", "surrogateescape"))
    city.commit()
    for command in (("log", HEALTH), ("blame", "1"), ("history", "editions/1.yaml")):
        refused = city.run(*command)
        assert refused.code == 2
        assert "editions/1.yaml" in refused.err
    assert "editions/1.yaml can't be read" in city.run("log", HEALTH).out
    city.commit(**{"1": RENAMED})
    assert kinds(city, HEALTH) == [("changed", ["renamed"]), ("unreadable", []), ("recorded", [])]
    assert "Can't be read here" in city.run("log", HEALTH).out
    assert city.run("history", "1").out.count("Can't be read here") == 1


def merged(city: Folder, resolved: str) -> str:
    """Two branches that each changed one project, and what a merge made of them."""
    city.commit(**{"1": FIRST})
    city.git("switch", "-q", "-c", "side")
    city.commit(**{"1": DESCRIBED})
    city.git("switch", "-q", "main")
    city.commit(**{"1": REASSIGNED})
    city.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    return city.commit(**{"1": resolved})


BOTH = REASSIGNED.replace(
    "[健康課, 住宅課]\n", "[健康課, 住宅課]\n            description: 窓口で受ける。\n", 1
)


def test_a_merge_of_what_both_sides_did_is_no_change(city: Folder) -> None:
    made_by = merged(city, BOTH)
    assert [one["commit"]["id"] == made_by for one in events(city, HEALTH)] == [False] * 3
    assert sorted(kind for _, some in kinds(city, HEALTH) for kind in some) == [
        "reassigned",
        "revised",
    ]
    found = blamed(city, "1", HEALTH)
    assert found[HEALTH, "departments"] == city.git("rev-parse", "HEAD^1")
    assert found[HEALTH, "description"] == city.git("rev-parse", "HEAD^2")
    assert found[HEALTH, "name"] == city.git("rev-parse", "HEAD^1^")


def test_what_a_merge_itself_changed_is_told(city: Folder) -> None:
    made_by = merged(city, BOTH.replace("健康相談の実施", "健康相談の充実"))
    assert kinds(city, HEALTH)[0] == ("changed", ["renamed"])
    assert blamed(city, "1", HEALTH)[HEALTH, "name"] == made_by
    assert chapters(city, "1")[0][1:] == ("changed", ["renamed"])


def test_a_merge_that_takes_one_side_is_no_change(city: Folder) -> None:
    made_by = merged(city, DESCRIBED)
    assert made_by not in {one["commit"]["id"] for one in events(city, HEALTH)}
    found = blamed(city, "1", HEALTH)
    assert found[HEALTH, "description"] == city.git("rev-parse", "HEAD^2")


def test_projects_are_named_by_id_or_name(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.commit(**{"1": RENAMED})
    known = events(city, HEALTH)
    for name in ("健康相談の充実", "健康相談", "健康相談の実施"):
        assert events(city, name) == known
    several = city.run("log", "相談")
    assert several.code == 2
    assert all(one in several.err for one in (HEALTH, HOUSING, FIRST_MEASURE))
    unknown = city.run("log", "健廉相談の充実")
    assert unknown.code == 3
    assert "Did you mean 健康相談の充実?" in unknown.err
    assert city.run("log", "p-xhx04vykww").code == 3


def test_a_revision_of_its_own_is_looked_back_from(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.commit(**{"1": RENAMED})
    assert kinds(city, HEALTH, "--rev", "HEAD~1") == [("recorded", [])]
    for rev in ("nope", "--output=x", "HEAD~9", "^HEAD"):
        refused = city.run("log", HEALTH, f"--rev={rev}")
        assert refused.code == 2
        assert "unknown revision" in refused.err


def test_blame_names_the_commit_of_each_field(city: Folder) -> None:
    first = city.commit(**{"1": FIRST})
    second = city.commit(**{"1": DESCRIBED})
    third = city.commit(**{"1": DESCRIBED.replace("見守り活動の推進", "見守り活動の充実")})
    fourth = city.commit(
        **{
            "1": DESCRIBED.replace("見守り活動の推進", "見守り活動の充実").replace(
                RECORD[:10], RECORD[:10]
            )
        }
    )
    found = blamed(city, "1")
    assert found[HEALTH, "name"] == found[HEALTH, "section"] == first
    assert found[HEALTH, "description"] == second
    assert found[WATCH, "name"] == third
    assert fourth not in found.values()
    assert {subject for subject, _ in found} == {HEALTH, HOUSING, WATCH}
    assert {subject for subject, _ in blamed(city, "1", "見守り活動の充実")} == {WATCH}
    assert blamed(city, "1", SECOND_MEASURE)[SECOND_MEASURE, "title"] == first


def test_a_value_that_comes_back_is_blamed_on_who_brought_it_back(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.commit(**{"1": RENAMED})
    back = city.commit(**{"1": FIRST})
    assert blamed(city, "1", HEALTH)[HEALTH, "name"] == back


def test_blame_follows_moves_and_relistings(city: Folder) -> None:
    first = city.commit(**{"1": FIRST})
    moved = city.commit(**{"1": MOVED})
    relisted = city.commit(**{"1": f"{MOVED}          - relists: {HOUSING}\n"})
    found = blamed(city, "1")
    assert found[HEALTH, "section"] == moved
    assert found[HEALTH, "name"] == first
    assert found[HOUSING, f"relisted {SECOND_MEASURE}"] == relisted


def test_blame_ends_where_the_edition_begins_unless_asked_to_go_on(city: Folder) -> None:
    first = city.commit(**{"1": FIRST})
    second = city.commit(**{"2": SECOND})
    assert set(blamed(city, "2", WATCH).values()) == {second}
    assert set(blamed(city, "2", WATCH, "--across").values()) == {first}
    assert set(blamed(city, "2", HEIR, "--across").values()) == {second}


def test_blame_of_whom_the_edition_does_not_have(city: Folder) -> None:
    city.commit(**{"1": FIRST, "2": SECOND})
    refused = city.run("blame", "2", HOUSING)
    assert refused.code == 3
    assert f"planversion log {HOUSING}" in refused.err
    assert city.run("blame", "9").code == 3


def test_another_file_that_is_broken_is_said_and_the_rest_is_told(city: Folder) -> None:
    city.commit(**{"1": RENAMED})
    city.commit(other="nothing: here")
    ran = city.run("log", HEALTH)
    assert ran.code == 2
    assert "editions/other.yaml can't be read, so what it changed is missing here." in ran.out
    assert "First recorded: 健康相談の充実" in ran.out
    assert "editions/other.yaml:1:1: the key schema is missing" in ran.err
    written = city.run("log", HEALTH, "-f", "json")
    assert written.code == 2
    assert [one["path"] for one in json.loads(written.out)["unread"]] == ["editions/other.yaml"]
    for command in ("blame", "history"):
        assert city.run(command, "1").code == 0
        assert city.run(command, "editions/other.yaml").code == 2


def test_history_of_a_range(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.git("tag", "v1")
    city.commit(**{"1": RENAMED})
    ran = city.run("history", "1", "--between", "v1..HEAD")
    assert "健康相談の実施 → 健康相談の充実" in ran.out
    assert "First recorded" not in ran.out
    assert city.run("history", "1", "--between", "HEAD..HEAD").out.endswith("No changes.\n")
    for wrong in ("v1", "v1...HEAD"):
        assert city.run("history", "1", "--between", wrong).code == 2


def chapters(folder: Folder, *arguments: str) -> list[tuple[list[str], str, list[str]]]:
    ran = folder.run("history", *arguments, "-f", "json")
    assert ran.code == 0, ran.err
    return [
        (one["tags"], one["what"], [c["kind"] for c in (one["diff"] or {"changes": ()})["changes"]])
        for one in json.loads(ran.out)["chapters"]
    ]


def test_tags_gather_what_their_commits_changed(city: Folder) -> None:
    city.commit(**{"1": FIRST})
    city.git("tag", "-a", "-m", "first", "v1")
    city.commit(**{"1": RENAMED})
    city.commit(**{"1": RENAMED.replace("見守り活動の推進", "見守り活動の充実")})
    city.git("tag", "v2")
    city.git("tag", "v3")
    city.commit(**{"1": DESCRIBED})
    assert chapters(city, "1") == [
        ([], "changed", ["renamed", "revised", "renamed"]),
        (["v2", "v3"], "changed", ["renamed"]),
        ([], "changed", ["renamed"]),
        (["v1"], "recorded", []),
    ]
    assert chapters(city, "1", "--by", "tags") == [
        ([], "changed", ["renamed", "revised", "renamed"]),
        (["v2", "v3"], "changed", ["renamed", "renamed"]),
        (["v1"], "recorded", []),
    ]


def shows(ran: Ran) -> bool:
    return ran.code == 0 and "健康相談の実施 → 健康相談の充実" in ran.out


@pytest.mark.parametrize("command", [("log", HEALTH), ("blame", "1"), ("history", "1")])
def test_a_shallow_clone_lacks_history_and_says_how_to_fetch_it(
    town: Folder, tmp_path: Path, command: tuple[str, ...]
) -> None:
    clone = cloned(town, tmp_path / "clone", "--depth", "1")
    refused = clone.run(*command)
    assert refused.code == 2
    assert refused.out == ""
    assert "git fetch --unshallow origin" in refused.err
    done = clone.run(*command, "--fetch")
    assert (done.code, done.out) == (0, town.run(*command).out)


def test_a_shallow_clone_of_all_there_is_lacks_nothing(town: Folder, tmp_path: Path) -> None:
    clone = cloned(town, tmp_path / "clone", "--depth", "9")
    assert shows(clone.run("log", HEALTH))


@pytest.mark.parametrize("without", ["blob:none", "tree:0"])
def test_a_partial_clone_gets_what_it_lacks(town: Folder, tmp_path: Path, without: str) -> None:
    clone = cloned(town, tmp_path / "clone", f"--filter={without}", "--no-checkout")
    assert shows(clone.run("log", HEALTH, "--no-cache"))
    assert shows(clone.run("history", "1", "--no-cache"))


def test_a_partial_clone_gets_all_it_lacks_at_once(town: Folder, tmp_path: Path) -> None:
    clone = cloned(town, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    packs = clone.path / ".git/objects/pack"
    before = {*packs.glob("*.promisor")}
    clone.run("log", HEALTH, "--no-cache")
    assert len({*packs.glob("*.promisor")} - before) == 1


def test_a_partial_clone_whose_remote_is_gone(town: Folder, tmp_path: Path) -> None:
    clone = cloned(town, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    shutil.move(town.path, tmp_path / "away")
    refused = clone.run("log", HEALTH, "--no-cache")
    assert refused.code == 2
    assert "git fetch origin" in refused.err


def test_bare_repositories_and_worktrees(town: Folder, tmp_path: Path) -> None:
    bare = cloned(town, tmp_path / "bare.git", "--bare")
    town.git("worktree", "add", "-q", str(tmp_path / "tree"), "v1")
    tree = Folder(tmp_path / "tree")
    assert shows(bare.run("log", HEALTH))
    assert shows(bare.run("history", "1"))
    assert set(blamed(bare, "1")) == set(blamed(town, "1"))
    assert kinds(tree, HEALTH) == [("recorded", [])]
    assert shows(tree.run("log", HEALTH, "--rev", "main"))


def test_from_a_folder_below(town: Folder) -> None:
    assert shows(town.below("editions").run("log", HEALTH))
    assert blamed(town.below("editions"), "1.yaml") == blamed(town, "1")


def test_ids_may_be_sha_256(tmp_path: Path) -> None:
    folder = made(tmp_path / "new", "--object-format=sha256")
    folder.commit(**{"1": FIRST})
    second = folder.commit(**{"1": RENAMED})
    assert shows(folder.run("log", HEALTH))
    assert blamed(folder, "1", HEALTH)[HEALTH, "name"] == second
    assert len(second) == 64


def test_a_configuration_says_which_files_are_editions(city: Folder) -> None:
    city.write("planversion.yaml", "editions: ['計画/*/版.yml']\n")
    city.write("計画/a/版.yml", FIRST)
    city.commit(other=FIRST.replace("id: case", "id: other"))
    city.write("計画/a/版.yml", RENAMED)
    city.commit()
    assert kinds(city, HEALTH) == [("changed", ["renamed"]), ("recorded", [])]


def test_nothing_to_look_at(tmp_path: Path) -> None:
    assert Folder(tmp_path).run("log", HEALTH).code == 2
    empty = made(tmp_path / "empty")
    assert "no commit here yet" in empty.run("log", HEALTH).err
    empty.commit()
    for command in (("log", HEALTH), ("blame", "1"), ("history", "1")):
        assert empty.run(*command).code == 3


def test_what_stands_in_commits_is_harmless(city: Folder) -> None:
    city.write("editions/1.yaml", FIRST.replace("健康相談の実施", "<b>健康相談</b>"))
    city.git("add", "-A")
    author = "\x1b[31mEve\u202e <script>"
    city.git("-c", f"user.name={author}", "commit", "-q", "-m", "\x1b]0;x\x07 <img src=x> | `x`")
    for command in (("log", HEALTH), ("blame", "1"), ("history", "1")):
        for form in ("text", "markdown", "json"):
            out = city.run(*command, "-f", form).out
            assert not set("\x1b\x07\u202e") & set(out)
            assert form != "markdown" or "<img" not in out.replace("\\<", "")


class Cache:
    """A cache folder of one's own, and what lies in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def run(self, folder: Folder, *arguments: str) -> Ran:
        return folder.run(*arguments, XDG_CACHE_HOME=str(self.path))

    @property
    def files(self) -> list[Path]:
        return sorted(path for path in self.path.rglob("*") if path.is_file())


@pytest.mark.parametrize("command", [("log", HEALTH), ("blame", "1"), ("history", "1")])
def test_what_was_read_is_kept_and_changes_nothing(
    town: Folder, tmp_path: Path, command: tuple[str, ...]
) -> None:
    cache = Cache(tmp_path / "cache")
    without = cache.run(town, *command, "--no-cache")
    assert cache.files == []
    assert cache.run(town, *command) == without
    kept = cache.files
    assert len({path.stem for path in kept}) == 3
    assert cache.run(town, *command) == without
    assert town.git("status", "--porcelain") == ""
    whole = {path: path.read_bytes() for path in kept}
    for damage in (
        lambda _: b"",
        lambda b: b[:-1],
        lambda b: b[:30] + b"x" + b[31:],
        lambda b: b * 2,
    ):
        for path in kept:
            path.write_bytes(damage(whole[path]))
        assert cache.run(town, *command) == without
        assert {path: path.read_bytes() for path in cache.files} == whole


def test_several_write_at_once_and_nothing_is_torn(town: Folder, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    alone = Cache(tmp_path / "alone").run(town, "log", HEALTH)
    with ThreadPoolExecutor(6) as people:
        for found in people.map(lambda _: cache.run(town, "log", HEALTH), range(6)):
            assert found == alone
    written = Cache(tmp_path / "alone")
    assert {one.name: one.read_bytes() for one in cache.files} == {
        one.name: one.read_bytes() for one in written.files
    }


def test_what_is_kept_is_used(town: Folder, tmp_path: Path) -> None:
    """Blobs that are gone from a repository are told from the cache."""
    cache = Cache(tmp_path / "cache")
    known = cache.run(town, "log", HEALTH)
    clone = cloned(town, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    shutil.move(town.path, tmp_path / "away")
    assert cache.run(clone, "log", HEALTH) == known
    assert cache.run(clone, "log", HEALTH, "--no-cache").code == 2


def test_a_cache_that_cannot_be_written_is_done_without(town: Folder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert shows(town.run("log", HEALTH, XDG_CACHE_HOME=str(tmp_path / "file")))


def test_whoever_waits_at_a_terminal_sees_that_it_goes_on(tmp_path: Path) -> None:
    folder = made(tmp_path / "long")
    for step in range(31):
        folder.commit(**{"1": FIRST.replace("健康相談の実施", f"健康相談の実施{step}")})
    terminal = Terminal(folder, "log", HEALTH, "--no-cache")
    assert terminal.code() == 0
    assert "Reading the history" in terminal.seen
    assert "Reading the history" not in folder.run("log", HEALTH, "--no-cache").err
