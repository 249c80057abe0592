"""`planversion release`: what is adopted, told, committed and tagged, or left as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planversion.cli.undoing import written_or_undone
from planversion.errors import RefusedWriteError, UsageError
from planversion.releasing.sections import sections, with_section
from repositories import FIRST, SECOND, Folder, Ran, made

DRAFT = SECOND.replace("status: adopted", "status: draft\n  stage: 素案")
LOST = DRAFT[: DRAFT.index("lineage:")]
EDITION, LOG = "editions/2.yaml", "editions/CHANGELOG.md"
MARK = "<!-- planversion: case@2 -->"


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """An adopted edition and the draft of the next, committed."""
    folder = made(tmp_path / "計 画")
    folder.git("config", "user.name", "A")
    folder.git("config", "user.email", "a@example.org")
    folder.commit(**{"1": FIRST, "2": DRAFT})
    return folder


def release(city: Folder, *arguments: str, **env: str) -> Ran:
    return city.run("release", "2", "--on", "2026-04-01", *arguments, **env)


def state(city: Folder) -> tuple[object, ...]:
    """Everything that a release could leave behind."""
    files = {
        path.relative_to(city.path).as_posix(): path.read_bytes()
        for path in sorted(city.path.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }
    asked = (["rev-parse", "HEAD"], ["tag"], ["status", "--porcelain"], ["diff", "--cached"])
    return files, *(city.git(*question) for question in asked)


def read(city: Folder, name: str) -> str:
    return (city.path / name).read_bytes().decode()


def test_a_release_adopts_tells_commits_and_tags(city: Folder) -> None:
    ran = release(city)
    assert ran.code == 0, ran.err
    adopted = DRAFT.replace("status: draft\n  stage: 素案", "status: adopted")
    adopted = adopted.replace("previous: '1'\n", "previous: '1'\n  adopted_on: '2026-04-01'\n")
    assert read(city, EDITION) == adopted
    log = read(city, LOG)
    assert log.startswith(f"# 見本計画: change log\n\n{MARK}\n\n## ")
    assert "Adopted on 2026-04-01." in log
    assert "住まいの相談の検討" in log
    assert log.endswith("<!-- /planversion -->\n")
    assert city.git("show", "--format=%s", "--name-only").splitlines() == [
        "Adopt 見本計画 第2期 (2)",
        "",
        EDITION,
        LOG,
    ]
    assert city.git("cat-file", "-t", "case/2") == "tag"
    assert city.git("rev-parse", "case/2^{commit}") == city.git("rev-parse", "HEAD")
    assert city.git("status", "--porcelain") == ""


def test_the_day_is_today_unless_it_is_said(city: Folder) -> None:
    before = dt.date.today()  # noqa: DTZ011 - the command's own clock
    assert city.run("release", "2").code == 0
    after = dt.date.today()  # noqa: DTZ011
    days = {f"adopted_on: '{day.isoformat()}'" for day in (before, after)}
    assert any(day in read(city, EDITION) for day in days)


def test_a_day_that_the_draft_says_already_is_kept(city: Folder) -> None:
    city.commit(**{"2": DRAFT.replace("  stage: 素案", "  adopted_on: '2026-03-31'")})
    assert city.run("release", "2").code == 0
    assert "adopted_on: '2026-03-31'" in read(city, EDITION)


def test_a_second_release_does_nothing_and_says_so(city: Folder) -> None:
    release(city)
    before = state(city)
    for more in ((), ("--no-commit",), ("--dry-run",)):
        ran = release(city, *more)
        assert (ran.code, ran.out) == (0, "case@2 is released; there is nothing to do.\n")
    assert state(city) == before


def test_what_was_released_is_frozen(city: Folder) -> None:
    release(city)
    altered = read(city, EDITION).replace("健康相談の実施", "健康相談の充実")
    city.write(EDITION, altered)
    ran = city.run("check", "--base", "case/2")
    assert ran.code == 1
    assert "[adopted-edition-altered]" in ran.out


def test_findings_stop_a_release(city: Folder) -> None:
    city.commit(**{"2": LOST})
    before = state(city)
    ran = release(city)
    assert ran.code == 1
    assert "[project-vanished]" in ran.out
    assert state(city) == before


def test_what_only_an_adopted_edition_may_not_say_stops_it_too(city: Folder) -> None:
    city.commit(**{"1": FIRST.replace("adopted\n", "adopted\n  adopted_on: '2027-01-01'\n")})
    ran = release(city)
    assert ran.code == 1
    assert "[edition-order]" in ran.out


def test_a_dry_run_shows_everything_and_writes_nothing(city: Folder) -> None:
    before = state(city)
    ran = release(city, "--dry-run")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert {"+  status: adopted", "-  status: draft", f"+{MARK}"} <= set(lines)
    assert lines[-2:] == [
        "would be committed: Adopt 見本計画 第2期 (2)",
        "would be tagged: case/2",
    ]
    assert state(city) == before


def test_without_a_commit_the_files_are_written_only(city: Folder) -> None:
    head = city.git("rev-parse", "HEAD")
    assert release(city, "--no-commit").code == 0
    assert MARK in read(city, LOG)
    assert (city.git("rev-parse", "HEAD"), city.git("tag")) == (head, "")
    # Whoever commits by hand gets the tag by the next release.
    assert release(city).code == 2
    city.commit()
    ran = release(city)
    assert (ran.code, ran.out) == (0, "tagged: case/2\n")
    assert city.git("rev-parse", "case/2^{commit}") == city.git("rev-parse", "HEAD")


def test_what_else_is_staged_stays_staged(city: Folder) -> None:
    city.write("note.txt", "memo\n")
    city.git("add", "note.txt")
    city.write("other.txt", "memo\n")
    assert release(city).code == 0
    assert city.git("status", "--porcelain") == "A  note.txt\n?? other.txt"
    assert city.git("show", "--format=", "--name-only").splitlines() == [EDITION, LOG]


@pytest.mark.parametrize("staged", [False, True])
@pytest.mark.parametrize("name", [EDITION, LOG])
def test_files_that_are_not_committed_are_refused(city: Folder, name: str, *, staged: bool) -> None:
    city.write(name, f"{DRAFT}# 覚え書き\n" if name == EDITION else "# 変更履歴\n")
    if staged:
        city.git("add", name)
    before = state(city)
    ran = release(city)
    assert ran.code == 2
    assert f"{name}: this differs from the last commit" in ran.err
    assert state(city) == before


def test_a_tag_elsewhere_is_refused(city: Folder) -> None:
    city.git("tag", "case/2")
    before = state(city)
    ran = release(city)
    assert ran.code == 2
    assert "the tag case/2 stands at another commit" in ran.err
    assert state(city) == before


def test_another_change_log_of_an_adopted_edition_is_refused(city: Folder) -> None:
    release(city)
    city.write(LOG, read(city, LOG).replace("2026-04-01", "2026-04-02"))
    city.commit()
    before = state(city)
    ran = release(city)
    assert ran.code == 2
    assert f"{LOG}:3: the section of case@2 says something else" in ran.err
    assert state(city) == before


def test_another_day_of_adoption_is_refused(city: Folder) -> None:
    release(city)
    ran = city.run("release", "2", "--on", "2026-05-01")
    assert (ran.code, "adopted on 2026-04-01 already" in ran.err) == (2, True)


def test_no_repository_no_release(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("editions/1.yaml", FIRST)
    ran = folder.run("release", "1")
    assert (ran.code, "no git repository" in ran.err) == (2, True)


def hook(city: Folder, name: str, script: str) -> None:
    path = city.write(f".git/hooks/{name}", f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_a_hook_that_refuses_leaves_nothing_half_done(city: Folder) -> None:
    city.write("note.txt", "memo\n")
    city.git("add", "note.txt")
    hook(city, "pre-commit", "echo 'error: not on a Friday' >&2; exit 1")
    before = state(city)
    ran = release(city)
    assert ran.code == 2
    assert "not on a Friday" in ran.err
    assert state(city) == before


def test_a_tag_that_fails_leaves_no_commit(city: Folder) -> None:
    # A tag of this name leaves no room for others below it.
    city.git("tag", "case")
    city.write("note.txt", "memo\n")
    city.git("add", "note.txt")
    before = state(city)
    ran = release(city)
    assert ran.code == 2
    assert "refs/tags/case" in ran.err
    assert state(city) == before


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    kept, new = tmp_path / "kept", tmp_path / "new"
    kept.write_bytes(b"as it was\r\n")
    files = {kept: b"written", new: b"written", tmp_path / "nowhere/else": b""}
    with pytest.raises(RefusedWriteError), written_or_undone(files):
        raise AssertionError("not all of it could be written")
    assert kept.read_bytes() == b"as it was\r\n"
    assert not new.exists()


def test_whoever_is_said_to_commit_does(city: Folder) -> None:
    who = {"GIT_AUTHOR_NAME": "策定課", "GIT_COMMITTER_NAME": "企画課"}
    assert release(city, **who).code == 0
    assert city.git("log", "-1", "--format=%an %cn") == "策定課 企画課"


def test_line_ends_of_a_checkout_stay(city: Folder) -> None:
    city.git("config", "core.autocrlf", "true")
    city.write(LOG, "# 変更履歴\n\n手で書いた。\n")
    city.commit()
    for name in (EDITION, LOG):
        (city.path / name).unlink()
    city.git("checkout", "--", ".")
    assert "\r\n" in read(city, EDITION)
    ran = release(city)
    assert ran.code == 0, ran.err
    for name in (EDITION, LOG):
        text = read(city, name)
        assert text.count("\n") == text.count("\r\n")
    assert city.git("status", "--porcelain") == ""
    assert "\r" not in city.git("show", f"HEAD:{LOG}")


def test_what_people_wrote_stays_and_the_newest_stands_first(city: Folder) -> None:
    city.write(LOG, "# 変更履歴\n\n手で書いた。\n\n## 2020\n\n昔のこと。\n")
    city.commit()
    assert release(city).code == 0
    third = (
        read(city, EDITION).replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    )
    third = third[: third.index("lineage:")].replace("  adopted_on: '2026-04-01'\n", "")
    city.commit(**{"3": third.replace("status: adopted", "status: consultation")})
    assert city.run("release", "3", "--on", "2030-04-01").code == 0
    assert city.run("release", "1").code == 0
    log = read(city, LOG)
    order = ["手で書いた。", "case@3 -->", "case@2 -->", "case@1 -->", "## 2020", "昔のこと。"]
    found = [log.index(one) for one in order]
    assert found == sorted(found)
    assert log.count("<!-- /planversion -->") == 3
    assert "It follows no other edition" in log


def test_from_a_folder_below_and_in_a_worktree(city: Folder, tmp_path: Path) -> None:
    city.git("worktree", "add", "-q", str(tmp_path / "other"))
    other = Folder(tmp_path / "other")
    ran = release(other.below("editions"))
    assert ran.code == 0, ran.err
    assert other.git("status", "--porcelain") == ""
    assert city.git("tag") == "case/2"
    assert not (city.path / LOG).exists()


def test_a_template_of_the_repository_writes_the_section(city: Folder) -> None:
    city.write("planversion.yaml", "template: log.md.j2\n")
    city.write("log.md.j2", "## {{ old.header.label }} → {{ new.header.label }}\n")
    city.commit()
    assert release(city).code == 0
    section = f"{MARK}\n\n## 第1期 → 第2期\n\n<!-- /planversion -->\n"
    assert read(city, LOG).endswith(section)
    assert release(city).out.endswith("there is nothing to do.\n")


LOGGED = with_section("# log\n", "a@1", "one", "log")


def test_a_section_reads_back_as_it_was_written() -> None:
    (found,) = sections(LOGGED, "log")
    assert (found.name, found.body) == ("a@1", "one")
    assert LOGGED[found.start : found.end].endswith("<!-- /planversion -->")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- planversion: a@1 -->\n",
        "<!-- /planversion -->\n",
        "<!-- planversion: a@1 -->\n<!-- planversion: a@2 -->\n<!-- /planversion -->\n",
        LOGGED + LOGGED,
    ],
)
def test_marks_that_do_not_pair_are_refused_with_their_line(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        sections(text, "log")
    assert refused.value.problems[0].where


def test_a_body_that_holds_a_mark_is_refused() -> None:
    with pytest.raises(UsageError):
        with_section("", "a@1", "one\n<!-- /planversion -->\ntwo", "log")


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_marks_in_an_example_are_no_marks(fence: str) -> None:
    example = f"{fence}markdown\n<!-- planversion: a@1 -->\n## 前\n{fence}\n"
    text = with_section(f"# log\n\n{example}\n## 前の版\n", "a@1", "one", "log")

    assert [one.body for one in sections(text, "log")] == ["one"]
    assert text.index(example) < text.index("one") < text.index("## 前の版")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- ```\n  code\n  ```\n", "- item\n  ```\n  code\n  ```\n"),
        ("```code``` in a line\n", "```\ncode\n```\n"),
        ("```\ncode\n````\n", "```\n~~~\n```\n"),
    ],
)
def test_a_section_between_examples_is_found_again(before: str, after: str) -> None:
    text = f"{before}\n<!-- planversion: a@1 -->\n\none\n\n<!-- /planversion -->\n\n{after}"

    assert with_section(text, "a@1", "two", "log") == text.replace("one", "two")
