"""`planversion site`: what is written anew, what is taken away, and what is never touched."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import feedparser
import pytest

from planversion.cli.manifests import MANIFEST
from repositories import FIRST, SECOND, Folder, Ran, made
from sites import seen

HEALTH = "id/p-nq16wz4e4h"


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """A plan of two editions, committed."""
    folder = made(tmp_path / "市")
    folder.commit(**{"1": FIRST})
    folder.commit(**{"2": SECOND})
    return folder


def site(city: Folder, *arguments: str) -> Ran:
    return city.run("site", "-o", "out", *arguments)


def stamps(city: Folder) -> dict[str, tuple[int, int]]:
    """Which file each path is, and when it was written."""
    out = city.path / "out"
    files = (path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {
        path.relative_to(out).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in files
    }


def altered(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_the_whole_site_is_written_and_told_in_a_line(city: Folder) -> None:
    ran = site(city)
    count = len(stamps(city))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"out: {count} files written, 0 unchanged, 0 removed\n"
    assert (city.path / "out/index.html").is_file()


def test_nothing_is_written_a_second_time(city: Folder) -> None:
    site(city)
    before = stamps(city)
    ran = site(city)
    assert ran.err == f"out: 0 files written, {len(before)} unchanged, 0 removed\n"
    assert stamps(city) == before


def test_a_description_of_one_project_rewrites_what_tells_of_it_and_nothing_else(
    city: Folder,
) -> None:
    site(city)
    before = stamps(city)
    line = "name: 健康相談の実施\n"
    described = SECOND.replace(line, f"{line}            description: 月に一度\n")
    city.write("editions/2.yaml", described)
    site(city)
    written = altered(before, stamps(city))
    others = {path for path in written if path.startswith("id/")}
    assert others == {f"{HEALTH}.html", f"{HEALTH}.json"}
    assert written - others <= {
        "index.html",
        "changes/1/2.html",
        "changes/1/2.json",
        "tables/1/2.html",
        *(f"editions/2.{form}" for form in ("csv", "json", "yaml")),
        *(path for path in written if path.startswith("search/")),
    }
    assert "editions/2.csv" in written


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_built_again_it_is_what_an_empty_folder_would_hold(city: Folder) -> None:
    tables = "tables: {side-by-side: {new_heading: 改正案}}\n"
    for change, arguments in (
        (lambda: None, ()),
        (lambda: city.write("planversion.yaml", tables), ()),
        (lambda: None, ("--lang", "ja")),
        (lambda: None, ("--lang", "ja", "--base-url", "https://example.org/")),
        (lambda: city.commit(**{"2": SECOND.replace("実施", "充実")}), ("--history",)),
        (lambda: city.git("commit", "-q", "--amend", "-m", "改称"), ("--history",)),
    ):
        change()
        before = stamps(city) if (city.path / "out").exists() else {}
        assert site(city, *arguments).code == 0
        assert city.run("site", "-o", "fresh", *arguments).code == 0
        assert content(city.path / "out") == content(city.path / "fresh")
        assert stamps(city) != before
        shutil.rmtree(city.path / "fresh")


def test_what_is_no_longer_of_the_site_goes_with_its_folder(city: Folder) -> None:
    site(city)
    (city.path / "editions/2.yaml").unlink()
    ran = site(city)
    assert ran.code == 0
    assert not (city.path / "out/changes").exists()
    assert not (city.path / "out/editions/2.html").exists()
    assert (city.path / "out/editions/1.html").exists()


def test_files_of_others_stay(city: Folder) -> None:
    site(city)
    name = city.write("out/CNAME", "example.org\n")
    photo = city.write("out/changes/photo.txt", "x")
    (city.path / "editions/2.yaml").unlink()
    assert site(city).code == 0
    assert name.read_text() == "example.org\n"
    assert photo.exists()


def test_a_page_that_somebody_changed_is_not_taken_away(city: Folder) -> None:
    site(city)
    page = city.write("out/editions/2.html", "by hand")
    (city.path / "editions/2.yaml").unlink()
    ran = site(city)
    assert page.read_text() == "by hand"
    assert "Somebody changed editions/2.html" in ran.err


def test_a_folder_of_others_is_refused_until_it_is_asked_for(city: Folder) -> None:
    thing = city.write("out/thing.txt", "x")
    ran = site(city)
    assert ran.code == 2
    assert "no site was written there before" in ran.err
    assert not (city.path / "out/index.html").exists()
    assert site(city, "--force").code == 0
    assert thing.read_text() == "x"


def test_a_file_of_others_in_the_way_is_refused(city: Folder) -> None:
    site(city)
    (city.path / "editions/2.yaml").rename(city.path / "2.yaml")
    site(city)
    mine = city.write("out/editions/2.html", "mine")
    (city.path / "2.yaml").rename(city.path / "editions/2.yaml")
    ran = site(city)
    assert ran.code == 2
    assert "somebody else" in ran.err
    assert mine.read_text() == "mine"
    assert site(city).code == 2
    assert site(city, "--force").code == 0


@pytest.mark.parametrize("said", ["{", "[]", '{"version": 1, "files": {"../../keep.txt": "%s"}}'])
def test_a_damaged_list_of_our_files_takes_nothing_away(city: Folder, said: str) -> None:
    keep = city.write("keep.txt", "")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    site(city)
    city.write(f"out/{MANIFEST}", said.replace("%s", empty))
    site(city, "--force")
    assert keep.exists()
    assert (city.path / "out/index.html").exists()


def test_a_failure_half_way_leaves_whole_files_that_are_known_to_be_ours(city: Folder) -> None:
    site(city)
    inside = city.path / "out/editions"
    (inside / "1.html").unlink()
    (inside / "1.html").mkdir()
    ran = site(city)
    assert ran.code == 2
    assert json.loads((city.path / "out" / MANIFEST).read_bytes())["files"]["index.html"]
    assert not list((city.path / "out").rglob("*.new"))


def test_an_edition_that_cannot_be_read_stops_it_all(city: Folder) -> None:
    city.write("editions/3.yaml", "schema: [")
    ran = site(city)
    assert ran.code == 2
    assert "editions/3.yaml" in ran.err
    assert not (city.path / "out").exists()


def test_one_of_several_plans_is_named(city: Folder) -> None:
    city.write("editions/other.yaml", FIRST.replace("id: case", "id: other"))
    assert "Name one of case, other." in site(city).err
    assert city.run("site", "other", "-o", "out").code == 0
    assert not (city.path / "out/editions/2.html").exists()
    assert city.run("site", "third", "-o", "out").code == 3


def test_two_files_of_one_edition_are_refused(city: Folder) -> None:
    city.write("editions/twin.yaml", SECOND)
    ran = site(city)
    assert ran.code == 2
    assert "could be several editions" in ran.err


def test_copies_of_editions_in_the_site_are_no_editions(city: Folder) -> None:
    city.write("planversion.yaml", "editions: ['*/*.yaml', '*/*/*.yaml']\n")
    assert site(city).code == 0
    assert site(city).code == 0


def test_no_edition_at_all_is_said(tmp_path: Path) -> None:
    assert made(tmp_path / "empty").run("site", "-o", "out").code == 3


@pytest.mark.parametrize(
    "address", ["ftp://example.org", "example.org", "https://a/?b", "https://a b"]
)
def test_what_is_no_address_is_refused(city: Folder, address: str) -> None:
    assert site(city, "--base-url", address).code == 2
    assert not (city.path / "out").exists()


def test_commits_stand_on_the_page_of_whom_they_changed(city: Folder) -> None:
    city.write("editions/2.yaml", SECOND.replace("健康相談の実施", "健康相談の充実"))
    city.git("commit", "-q", "-a", "-m", "<b>改称</b>")
    assert site(city, "--history").code == 0
    page = (city.path / f"out/{HEALTH}.html").read_bytes()
    assert "renamed <b>改称</b>" in seen(page).text
    assert "b" not in seen(page).elements
    other = (city.path / "out/id/p-4f1yq9g91j.html").read_text(encoding="utf-8")
    assert "改称" not in other
    assert "first recorded" in other


def test_with_commits_the_feed_tells_of_a_draft_on_the_day_of_its_first(city: Folder) -> None:
    assert site(city).code == 0
    assert not (city.path / "out/feed.xml").exists()

    assert site(city, "--history").code == 0

    (told,) = feedparser.parse((city.path / "out/feed.xml").read_bytes()).entries
    first = city.git("log", "-1", "--format=%aI", "--", "editions/2.yaml").strip()
    assert datetime.fromisoformat(told.published) == datetime.fromisoformat(first)
    assert 'href="feed.xml"' in (city.path / "out/index.html").read_text(encoding="utf-8")


def test_a_link_in_the_folder_leads_no_file_out_of_it(city: Folder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert city.run("site", "-o", "site").code == 0
    shutil.rmtree(city.path / "site/editions")
    (city.path / "site/editions").symlink_to(elsewhere)
    refused = city.run("site", "-o", "site")
    assert refused.code == 2
    assert "leads out of the folder" in refused.err
    assert not [*elsewhere.iterdir()]
