"""What lacks ids can't be compared: every command says what it is, and where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from repositories import FIRST, SECOND, Folder

BARE = re.sub(r"- id: [ps]-\w+\n +", "- ", FIRST)
MEND = "Run planversion ids mint on the file. [missing-id]"


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.write("editions/1.yaml", BARE)
    folder.write("editions/2.yaml", SECOND)
    return folder


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(BARE.splitlines(), 1) if text in line)


@pytest.mark.parametrize(
    "command",
    [
        *(("diff", "1", "2"), ("changelog", "1", "2"), ("table", "1", "2"), ("audit", "1", "2")),
        *(("map", "1", "2"), ("plot", "1", "2"), ("feed", "1", "2", "--date", "2=2026-04-01")),
        *(("site", "-o", "site"), ("export", "1", "-f", "jsonl"), ("link", "1", "2", "--write")),
    ],
)
def test_the_first_few_are_told_with_their_lines_and_the_others_counted(
    city: Folder, command: tuple[str, ...]
) -> None:
    ran = city.run(*command)
    section, deeper = line_of("支え合うまち") - 1, line_of("相談の充実") - 1
    project, next_one = line_of("健康相談の実施"), line_of("住まいの相談の検討")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"editions/1.yaml:{section}:5: 1: 支え合うまち has no id. {MEND}",
        f"editions/1.yaml:{deeper}:9: 1(1): 相談の充実 has no id. {MEND}",
        f"editions/1.yaml:{project}:13: 1(1) project 1: 健康相談の実施 has no id. {MEND}",
        f"editions/1.yaml:{next_one}:13: 1(1) project 2: and 3 more have no id [missing-id]",
    ]


def test_two_files_of_one_edition_are_told_apart_and_one_file_is_told_once(city: Folder) -> None:
    city.write("other.yaml", BARE)
    both = city.run("diff", "editions/1.yaml", "other.yaml").err.splitlines()
    assert [line.partition(":")[0] for line in both] == ["editions/1.yaml"] * 4 + ["other.yaml"] * 4
    assert len(city.run("diff", "1", "1").err.splitlines()) == 4


def test_an_edition_on_the_way_is_told_by_its_own_file(city: Folder) -> None:
    third = SECOND.replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    city.write("editions/1.yaml", FIRST)
    city.write("editions/2.yaml", SECOND.replace("id: p-nq16wz4e4h\n            ", ""))
    city.write("editions/3.yaml", third)
    (line,) = city.run("diff", "1", "3").err.splitlines()
    assert line.startswith("editions/2.yaml:")
