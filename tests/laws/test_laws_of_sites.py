"""What holds for any site: built upon the last one, it is the site built from nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from laws.editions import PROJECTS, SECTIONS, editions
from laws.edits import edited
from planversion.cli.laying import lay
from planversion.cli.manifests import MANIFEST
from planversion.cli.tables import page
from planversion.commits import Commit
from planversion.messages import Language
from planversion.model import Edition
from planversion.model.saying import written
from planversion.policy import TableLayout
from planversion.publishing import Extras, Origins, Site, Tabling, files, printed, series, site
from planversion.publishing.recorded import Recorded

LAYOUTS = [TableLayout(), TableLayout(paper="a3"), TableLayout(left="new", moved_word="<移動>")]


class World(NamedTuple):
    """All that a site is made of."""

    editions: Mapping[str, Edition]
    language: Language
    extras: Extras
    program: str
    layout: TableLayout | None


def built(world: World) -> Site:
    prints = {id_: printed(repr(written(one))) for id_, one in world.editions.items()}
    tables = Tabling(world.layout, page) if world.layout else None
    extras = replace(world.extras, tables=tables, origins=Origins(world.program, prints))
    return site(series(world.editions.values()), world.language, extras)


def changed(world: World, spare: Edition, random: Random) -> World:
    """The world after one thing in it changed: mostly an edition, in one place."""
    extras = world.extras
    match random.randrange(12):
        case 0:
            return world._replace(language="en" if world.language == "ja" else "ja")
        case 1:
            base = random.choice([None, "https://example.org/a/", "https://example.org/b/"])
            return world._replace(extras=replace(extras, base=base))
        case 2:
            return world._replace(layout=random.choice([None, *LAYOUTS]))
        case 3:
            return world._replace(extras=replace(extras, commits=recorded(random)))
        case 4:
            if spare.id in world.editions:
                kept = {id_: one for id_, one in world.editions.items() if id_ != spare.id}
                return world._replace(editions=kept)
            return world._replace(editions={**world.editions, spare.id: spare})
        case 5:
            sources = {random.choice([*world.editions]): b"# as it is"}
            watched = random.choice([True, False])
            return world._replace(extras=replace(extras, sources=sources, watched=watched))
        case _:
            id_ = random.choice([*world.editions])
            return world._replace(
                editions={**world.editions, id_: edited(world.editions[id_], random)}
            )


def recorded(random: Random) -> dict[str, tuple[Recorded, ...]]:
    """A commit that changed one project or section."""
    subject, word = random.choice([*PROJECTS, *SECTIONS]), random.choice(["改称", "<b>", ""])
    commit = Commit("a" * 40, (), "A", "2024-04-01T00:00:00+09:00", word)
    return {subject: (Recorded(commit, "1", random.choice([(), ("renamed",)])),)}


def read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file() and path.name != MANIFEST:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


# Each example makes eight sites; smaller ones could take an hour to find, and say no more.
@settings(max_examples=30, phases=[Phase.reuse, Phase.generate])
@given(
    st.tuples(editions("1"), editions("2", "1"), editions("3"), editions("2a", "2")),
    st.randoms(use_true_random=False),
)
def test_a_site_built_upon_the_last_one_is_the_site_built_from_nothing(
    drawn: tuple[Edition, ...], random: Random
) -> None:
    *first, spare = drawn
    world = World({one.id: one for one in first}, "ja", Extras(), "program", TableLayout())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay(files(built(world)), folder, force=False)
        for _ in range(4):
            world = changed(world, spare, random)
            now = built(world)
            lay(files(now), folder, force=False)
            assert dict(read(folder)) == {file.path: file.make() for file in files(now)}
