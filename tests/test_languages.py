"""In which language a command speaks: of a plan in the plan's, of errors and progress in ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from processes import ran
from repositories import CLEAN, FIRST, SECOND, Folder

BROKEN = SECOND.replace("title: 支え合うまち", "titel: 支え合うまち")
JAPANESE = "ja_JP.UTF-8"
SAID = {"C.UTF-8": "Did you mean title?", JAPANESE: "title の誤りではありませんか"}


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.write("editions/1.yaml", FIRST)
    folder.write("editions/2.yaml", BROKEN)
    return folder


def said(city: Folder, *arguments: str, locale: str = "C.UTF-8") -> str:
    """All that a command says to whoever asks for no language."""
    done = ran(arguments, city.path, CLEAN, {"LC_ALL": locale})
    return done.out + done.err


@pytest.mark.parametrize("locale", SAID)
@pytest.mark.parametrize(
    "command",
    [
        ("validate", "editions/2.yaml"),
        ("validate", "editions/1.yaml", "editions/2.yaml"),
        ("check", "editions/2.yaml"),
        ("check", "editions/1.yaml", "editions/2.yaml"),
        *(("check", "-f", form) for form in ("markdown", "github", "gitlab", "junit", "sarif")),
        ("check", "-f", "json"),
        ("diff", "editions/1.yaml", "editions/2.yaml"),
        ("fmt", "editions/2.yaml"),
        ("ids", "mint", "editions/2.yaml"),
    ],
)
def test_an_error_is_told_in_our_language_whatever_is_read_beside_it(
    city: Folder, command: tuple[str, ...], locale: str
) -> None:
    found = said(city, *command, locale=locale)
    assert [SAID[one] in found for one in SAID] == [one == locale for one in SAID]


def test_a_repository_may_decide_it(city: Folder) -> None:
    city.write("planversion.yaml", "language: ja\n")
    assert SAID[JAPANESE] in said(city, "validate", "editions/2.yaml")


def test_what_is_found_in_a_plan_is_told_in_its_language(city: Folder) -> None:
    city.write("editions/1.yaml", FIRST.replace("[健康課]", "[福祉課]", 1))
    assert "福祉課" in said(city, "validate", "editions/1.yaml")
    assert "エラー: " in said(city, "validate", "editions/1.yaml", "editions/2.yaml")


@pytest.mark.parametrize("command", [("fmt",), ("ids", "mint"), ("fmt", "--check")])
def test_progress_is_told_as_errors_are(city: Folder, command: tuple[str, ...]) -> None:
    english = said(city, *command, "editions/1.yaml")
    city.write("editions/1.yaml", FIRST)
    assert english.isascii()
    assert not said(city, *command, "editions/1.yaml", locale=JAPANESE).isascii()
