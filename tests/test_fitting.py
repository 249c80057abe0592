"""Tables at a terminal: folded to its width, with every word of them; whole in a pipe."""

from __future__ import annotations

import re

import pytest

from planversion.comparing.crosswalk import crosswalk
from planversion.rendering.crosswalk import crosswalk_page
from planversion.rendering.fitting import cells_of
from planversion.rendering.page import Grid, Page, Span, line
from planversion.rendering.terminal import terminal
from repositories import Folder
from tabled import ROOT, hostile, real
from terminals import Terminal

ID = re.compile(r"[ps]-[0-9a-z]{10}")


def told(page: Page, width: int | None) -> str:
    return terminal(page, width=width)


@pytest.mark.parametrize("width", [80, 120, 200])
@pytest.mark.parametrize("of", [real(), hostile()], ids=["real", "hostile"])
def test_no_line_of_a_crosswalk_is_wider_than_the_terminal_and_ids_stay_whole(
    of: object, width: int
) -> None:
    page = crosswalk_page(crosswalk(of), "ja")  # type: ignore[arg-type]
    folded, whole = told(page, width), told(page, None)
    assert max(map(cells_of, folded.splitlines())) <= width
    assert max(map(cells_of, whole.splitlines())) > width
    assert sorted(ID.findall(folded)) == sorted(ID.findall(whole))
    assert sorted("".join(folded.split())) == sorted("".join(whole.split()))


def test_a_cell_is_folded_between_characters_and_never_within_one() -> None:
    family, ga = "👩‍👩‍👧", "か\u3099"
    header = (line("名称"), line("ID"))
    names = line(Span(f"{family}{family} {ga}{ga}𠮷野家 p-0000000000"))
    grid = Grid(header, (((names,), (line("p-0000000012"),)),))
    folded = told(Page((grid,)), 30)
    assert folded.count(family) == 2
    assert folded.count(ga) == 2
    assert ID.findall(folded) == ["p-0000000012", "p-0000000000"]


def test_what_fits_is_as_it_was() -> None:
    page = crosswalk_page(crosswalk(real()), "ja")
    assert told(page, 10_000) == told(page, None)


def test_a_terminal_is_asked_for_its_width_and_a_pipe_has_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    here = Folder(ROOT)
    shown = Terminal(here, "map", "4", "5-draft-2", "--color", "never")
    assert shown.code() == 0
    assert max(map(cells_of, shown.seen.splitlines())) <= 90
    piped = here.run("map", "4", "5-draft-2").out
    assert max(map(cells_of, piped.splitlines())) > 90
    assert sorted(ID.findall(shown.seen)) == sorted(ID.findall(piped))
