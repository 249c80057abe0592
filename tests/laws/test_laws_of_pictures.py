"""What holds for the pictures of any two editions: nobody is lost in them, and all can be read."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from laws.editions import editions, pairs
from planversion.comparing import compare
from planversion.comparing.departments import printed
from planversion.messages import LANGUAGES, Language
from planversion.model import Edition
from planversion.rendering.pictures import Flow, balances, flow
from planversion.rendering.pictures.bundling import bundled
from planversion.rendering.pictures.lettering import Label
from planversion.rendering.pictures.placing import placed
from planversion.rendering.pictures.rows import arranged

Pair = tuple[Edition, Edition]
chains = st.tuples(editions("1"), editions("2", "1"), editions("3", "2"))
depths = st.integers(0, 2)
languages = st.sampled_from(LANGUAGES)
widths = st.sampled_from([240, 400, 960, 1600])


def ends(of: Flow) -> None:
    """Holds every section to its ribbons, on either side."""
    for column in of.columns:
        total = sum(node.placements for node in column.nodes)
        assert total == column.edition.totals.placements
    for (old, new), ribbons in zip(pairwise(of.columns), of.steps, strict=True):
        leaving: Counter[str | None] = Counter()
        arriving: Counter[str | None] = Counter()
        for ribbon in ribbons:
            leaving[ribbon.old] += ribbon.was
            arriving[ribbon.new] += ribbon.now
        assert +leaving == Counter({node.id: node.placements for node in old.nodes})
        assert +arriving == Counter({node.id: node.placements for node in new.nodes})


@given(pairs, depths)
def test_every_placement_of_each_edition_flows_once(pair: Pair, depth: int) -> None:
    found = flow(compare(*pair), depth=depth)
    ends(found)
    ends(bundled(found))


@given(chains)
def test_so_it_does_through_several_editions(chain: tuple[Edition, ...]) -> None:
    ends(flow(*(compare(old, new) for old, new in pairwise(chain))))


@given(editions("1"))
def test_from_an_edition_to_itself_everything_stays(edition: Edition) -> None:
    [ribbons] = flow(compare(edition, edition)).steps
    assert {ribbon.kind for ribbon in ribbons} <= {"kept"}
    assert all(ribbon.old == ribbon.new and ribbon.was == ribbon.now for ribbon in ribbons)


@given(pairs)
def test_every_department_is_in_one_line_with_all_its_placements(pair: Pair) -> None:
    found = balances(compare(*pair))
    for at, edition in enumerate(pair):
        carried = [set(names) for names in carriers(edition)]
        told = [line.new if at else line.old for line in found.lines]
        named = sorted(name for names in told for name in names)
        assert named == sorted({name for names in carried for name in names})
        for line, names in zip(found.lines, told, strict=True):
            count = sum(not names_of.isdisjoint(names) for names_of in carried)
            assert count == (line.now if at else line.was)
    assert all(line.now - line.was == line.gained - line.lost for line in found.lines)


def carriers(edition: Edition) -> list[tuple[str, ...]]:
    side = edition.outline
    return [printed(side, row) for place in side.places.values() for row in side.listed(place)]


@given(pairs, depths, widths, languages)
def test_no_label_of_a_flow_stands_on_another(
    pair: Pair, depth: int, width: int, language: Language
) -> None:
    sheet = placed(flow(compare(*pair), depth=depth), width, language)
    apart(sheet.labels)
    inside(sheet.labels, sheet.width, sheet.height)


@given(chains, widths)
def test_nor_of_a_timeline(chain: tuple[Edition, ...], width: int) -> None:
    found = flow(*(compare(old, new) for old, new in pairwise(chain)))
    sheet = placed(found, width, "en")
    apart(sheet.labels)
    inside(sheet.labels, sheet.width, sheet.height)


@given(pairs, widths, languages)
def test_nor_of_departments(pair: Pair, width: int, language: Language) -> None:
    bars = arranged(balances(compare(*pair)), width, language, 20)
    apart(bars.labels)
    inside(bars.labels, bars.width, bars.height)


def apart(labels: tuple[Label, ...]) -> None:
    for one, other in combinations(labels, 2):
        a, b = one.box, other.box
        clear = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert clear or not "".join(one.lines) or not "".join(other.lines), (one, other)


def inside(labels: tuple[Label, ...], width: float, height: float) -> None:
    for label in labels:
        left, top, right, bottom = label.box
        assert left >= 0, label
        assert top >= 0, label
        assert right <= width, label
        assert bottom <= height, label
