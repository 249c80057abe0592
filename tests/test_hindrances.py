"""What the system refuses is told in the reader's language, with how to mend it."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from planversion.errors import PlanversionError
from planversion.hindrances import unreadable, unwritable
from planversion.patching import replace_file
from repositories import Folder

USUAL = [
    *("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR"),
    *("ENOSPC", "EROFS", "ELOOP", "ENAMETOOLONG"),
]
ENGLISH = re.compile(r"[A-Za-z]{3,} [a-z]{2,}")
NEW = (Path(__file__).parent / "cases/compare/split/new.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", USUAL)
def test_what_is_usual_is_told_in_both_languages(name: str) -> None:
    number = getattr(errno, name)
    for told in (unreadable, unwritable):
        problem = told(OSError(number, os.strerror(number)), "計画.yaml")
        assert not ENGLISH.search(problem.to("ja"))
        assert problem.mend
        assert problem.to("ja").count("。") > 1


def test_what_is_rare_is_told_in_the_systems_words() -> None:
    assert "Bad file" in unreadable(OSError(errno.EBADF, "Bad file descriptor"), "x").to("ja")


def test_a_folder_that_is_not_there_is_told_where_a_file_is_written(tmp_path: Path) -> None:
    with pytest.raises(PlanversionError) as refused:
        replace_file(tmp_path / "無い/計画.yaml", b"")
    assert "そのようなファイルもフォルダーもありません" in refused.value.lines("ja")[0]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "無い.yaml"), "無い.yaml: そのようなファイルも"),
        (("show", "."), ".: ファイルではなくフォルダーです。"),
        (("show", ""), "版の名前が空です。"),
        (("show", "2.yaml/x.yaml"), "パスの途中に"),
        (("show", "2.yaml", "--config", "無い"), "無い: そのようなファイルも"),
        (("show", "2.yaml", "--config", "sjis.yaml"), "sjis.yaml:1:16: UTF-8ではありません"),
        (("changelog", "2.yaml", "2.yaml", "--template", "無い"), "無い: そのようなファイルも"),
        (("changelog", "2.yaml", "2.yaml", "--template", "."), "ファイルではなくフォルダーです。"),
        (("changelog", "2.yaml", "2.yaml", "--template", "sjis.yaml"), "UTF-8ではありません"),
    ],
)
def test_no_command_speaks_english_to_a_japanese_reader(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    folder = Folder(tmp_path)
    folder.write("2.yaml", NEW)
    (tmp_path / "sjis.yaml").write_bytes("language: ja # 日本".encode("cp932"))
    ran = folder.run(*arguments, "--lang", "ja")
    assert ran.code == 2
    assert told in ran.err
    assert not ENGLISH.search(ran.err)
