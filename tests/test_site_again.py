"""A site built again: what was made from the same isn't made, and all else is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from planversion.cli.laying import Laid, lay
from planversion.cli.manifests import MANIFEST
from planversion.cli.tables import page
from planversion.policy import TableLayout
from planversion.publishing import (
    Extras,
    File,
    Origins,
    Tabling,
    files,
    lives,
    pairings,
    printed,
    series,
    site,
)
from repositories import FIRST, SECOND
from sites import edition

THIRD = SECOND.replace("id: '2'", "id: '3'").replace("第2期", "第3期").replace("'1'", "'2'")
FOURTH = THIRD.replace("id: '3'", "id: '4'").replace("第3期", "第4期").replace("'2'", "'3'")
PLANS = (FIRST, SECOND, THIRD, FOURTH)
HEALTH = "p-nq16wz4e4h"


class Built(NamedTuple):
    """What became of the files, and which of them were made."""

    laid: Laid
    made: list[str]


class Builder:
    """Builds one site again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def build(self, *texts: str, program: str = "a", layout: TableLayout | None = None) -> Built:
        made: list[str] = []
        every = noted(everything(*texts, program=program, layout=layout), made)
        return Built(lay(every, self.folder, force=False), made)

    def content(self) -> dict[str, bytes]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        named = {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}
        del named[MANIFEST]
        return named

    def manifest(self) -> Path:
        return self.folder / MANIFEST


def everything(
    *texts: str, program: str | None = "a", layout: TableLayout | None = None
) -> Iterator[File]:
    """Every file of the site of these editions."""
    read = [edition(text) for text in texts]
    prints = {one.id: printed(text) for one, text in zip(read, texts, strict=True)}
    tables = Tabling(layout or TableLayout(), page)
    extras = Extras(tables=tables, origins=Origins(program, prints))
    return files(site(series(read), "ja", extras))


def noted(every: Iterable[File], made: list[str]) -> Iterator[File]:
    """The same files, which note when they are made."""

    def noting(file: File) -> Callable[[], bytes]:
        def make() -> bytes:
            made.append(file.path)
            return file.make()

        return make

    for file in every:
        yield file._replace(make=noting(file))


def kept_for(path: str) -> bool:
    """Whether it is of a kind that is made only when it must be."""
    return path.startswith(("id/", "changes/", "tables/")) or (
        path.startswith("editions/") and not path.endswith(".yaml")
    )


@pytest.fixture
def builder(tmp_path: Path) -> Builder:
    found = Builder(tmp_path / "site")
    found.build(*PLANS)
    return found


def test_of_a_site_that_did_not_change_only_what_tells_of_all_is_made(builder: Builder) -> None:
    before = builder.content()
    again = builder.build(*PLANS)
    assert again.laid == Laid(0, len(before), 0, ())
    assert not [path for path in again.made if kept_for(path)]
    assert "index.html" in again.made


def test_after_an_edit_of_the_newest_edition_older_ones_are_not_compared_again(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[str, str]] = []
    compare = pairings.compare

    def counting(old: object, new: object, **others: object) -> object:
        compared.append((old.id, new.id))  # type: ignore[attr-defined]
        return compare(old, new, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(pairings, "compare", counting)
    monkeypatch.setattr(lives, "compare", counting)
    again = builder.build(*PLANS[:3], FOURTH.replace("健康相談の実施", "健康相談の充実"))
    steps = [("1", "2"), ("2", "3"), ("3", "4")]
    assert sorted(compared) == sorted([*steps, ("1", "4"), ("2", "4")])
    pages = {path for path in again.made if path.startswith(("changes/", "tables/"))}
    assert pages == {
        *(f"changes/{old}/4.html" for old in "123"),
        "changes/3/4.json",
        "tables/3/4.html",
    }
    assert {path for path in again.made if path.startswith("editions/")} == {
        "editions/4.html",
        "editions/4.json",
        "editions/4.csv",
    }


def test_a_project_far_from_an_edit_is_not_told_again(builder: Builder) -> None:
    again = builder.build(*PLANS[:3], FOURTH.replace("見守り活動の推進", "見守り活動の充実"))
    made = {path for path in again.made if path.startswith("id/p-")}
    assert made == {"id/p-4f1yq9g91j.html", "id/p-4f1yq9g91j.json"}


EDITS = {
    "a name": ("name: 健康相談の実施", "name: 健康相談の充実"),
    "a name in spelling only": ("name: 健康相談の実施", "name: 健康 相談の実施"),
    "a description": (
        "name: 健康相談の実施",
        "name: 健康相談の実施\n            description: 月一",
    ),
    "a department of a project": ("departments: [健康課]", "departments: [住宅課]"),
    "a department's name": ("健康課", "保健課"),
    "a department's predecessor": ("{name: 住宅課}", "{name: 住宅課, succeeds: [都市課]}"),
    "a goal's title": ("title: 支え合うまち", "title: 支え合う<まち>"),
    "a measure's title": ("title: 見守りの推進", "title: 見守り"),
    "a measure's number": ("number: 2\n", "number: 3\n"),
    "a level's name": ("name: 施策", "name: 取組"),
    "a level's code": ("code: '({n})'", "code: '-{n}'"),
    "the plan's title": ("title: 見本計画", "title: 計画"),
    "the plan's spellings": ("title: 見本計画", "title: 見本計画, spellings: [[相談, 情報]]"),
    "an edition's label": ("label: 第", "label: 改訂第"),
    "an edition's status": ("status: adopted", "status: draft"),
    "an edition's stage": ("status: adopted", "status: adopted\n  stage: 素案"),
    "an edition's day": ("status: adopted", "status: adopted\n  adopted_on: 2024-04-01"),
    "whom an edition follows": ("previous: '", "previous: 'x"),
    "a reason": ("reason: 相談と情報に分けた。", "reason: 分けた。"),
    "a declaration less": ("judged, unsure: [p-xhx04vykww]", "judged"),
    "an explanation": ("lineage:", f"explanations: [{{id: {HEALTH}, reason: 要望}}]\nlineage:"),
    "a source": ("lineage:", "sources: [{id: a, title: 本編}]\nlineage:"),
    "a comment": ("lineage:", "# 要確認\nlineage:"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_built_again_it_is_as_built_from_nothing(builder: Builder, edit: str) -> None:
    texts = [*PLANS[:3]]
    builder.build(*texts)
    for index, text in enumerate(texts):
        texts[index] = text.replace(*EDITS[edit])
        builder.build(*texts)
        assert builder.content() == {file.path: file.make() for file in everything(*texts)}
    assert texts != [*PLANS[:3]]


def test_an_edition_that_comes_or_goes_is_told_wherever_it_counts(builder: Builder) -> None:
    for texts in (PLANS[:3], PLANS[:2], PLANS, (FIRST, FOURTH), PLANS):
        builder.build(*texts)
        assert builder.content() == {file.path: file.make() for file in everything(*texts)}


def test_another_layout_makes_the_tables_again_and_nothing_else(builder: Builder) -> None:
    again = builder.build(*PLANS, layout=TableLayout(paper="a3"))
    made = {path for path in again.made if kept_for(path)}
    assert made == {"tables/1/2.html", "tables/2/3.html", "tables/3/4.html"}
    assert again.laid.written == len(made)


def test_another_program_makes_everything_again(builder: Builder) -> None:
    assert sorted(builder.build(*PLANS, program="b").made) == sorted(builder.content())


def test_without_a_known_program_nothing_is_kept(tmp_path: Path) -> None:
    for _ in range(2):
        made: list[str] = []
        lay(noted(everything(*PLANS, program=None), made), tmp_path / "site", force=False)
        assert f"id/{HEALTH}.html" in made


def test_a_file_that_somebody_changed_or_took_away_is_made_again(builder: Builder) -> None:
    before = builder.content()
    (builder.folder / "changes/1/2.html").write_text("by hand")
    (builder.folder / f"id/{HEALTH}.html").unlink()
    again = builder.build(*PLANS)
    assert {path for path in again.made if kept_for(path)} == {
        "changes/1/2.html",
        f"id/{HEALTH}.html",
    }
    assert builder.content() == before


def _other_version(known: dict[str, object]) -> str:
    return json.dumps(known | {"version": 0})


def _no_origins(known: dict[str, object]) -> str:
    return json.dumps({key: value for key, value in known.items() if key != "origins"})


def _wrong_origins(known: dict[str, object]) -> str:
    return json.dumps(known | {"origins": ["changes/1/2.html"]})


def _cut_short(known: dict[str, object]) -> str:
    return json.dumps(known)[:-5]


@pytest.mark.parametrize("damage", [_other_version, _no_origins, _wrong_origins, _cut_short])
def test_where_the_list_of_files_can_not_be_trusted_everything_is_made(
    builder: Builder, damage: Callable[[dict[str, object]], str]
) -> None:
    manifest = builder.manifest()
    manifest.write_text(damage(json.loads(manifest.read_bytes())))
    assert sorted(builder.build(*PLANS).made) == sorted(builder.content())
    assert not [path for path in builder.build(*PLANS).made if kept_for(path)]
