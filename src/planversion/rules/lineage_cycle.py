"""By the lineage, a project or section comes from itself through others.

Two records say that each became the other, or several lead round in a circle. Mostly one of them
has from and to exchanged, or was left over from an earlier draft, and every reader who follows the
lineage back never arrives. Where each gave a part to the other and both live on, one record names
both under from and both under to; one that gave a part away stands under from and under to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Edition
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

_FILE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}}
      - {{id: p-bbbbbbbbbq, name: 栄養相談の実施, departments: [福祉課]}}
lineage:
  - {{from: [p-aaaaaaaaa5], to: [{}], reason: 栄養の相談を分けた。}}
  - {{from: [p-bbbbbbbbbq], to: [{}], reason: 健康の相談を移した。}}
"""

EXAMPLES = (
    Example(
        "each became the other",
        new=_FILE.format("p-bbbbbbbbbq", "p-aaaaaaaaa5"),
        says="who comes from whom leads round: p-aaaaaaaaa5 → p-bbbbbbbbbq → p-aaaaaaaaa5",
    ),
    Example(
        "each lives on and gave a part to the other",
        new=_FILE.format("p-aaaaaaaaa5, p-bbbbbbbbbq", "p-aaaaaaaaa5, p-bbbbbbbbbq"),
    ),
)

Heirs = dict[str | int, list[str | int]]
"""From an id to the records that it ended in, from a record to whom it became."""


@rule("edition", "error", EXAMPLES)
def lineage_cycle(source: Source) -> Iterator[Verdict]:
    """A verdict at the last record of every circle."""
    for heirs in _steps(source.edition):
        for circle in _circles(heirs):
            ids = _from_the_smallest([one for one in circle if isinstance(one, str)])
            last = max(one for one in circle if isinstance(one, int))
            what = say("who comes from whom leads round: {ids}", ids=" → ".join((*ids, ids[0])))
            mend = say("Look which record has from and to exchanged, or is left over.")
            yield Verdict(("lineage", last), what, mend, tuple(sorted(ids)))


def _steps(edition: Edition) -> Iterator[Heirs]:
    """Who came from whom, for each edition that lineage is told against."""
    steps: dict[str | None, Heirs] = defaultdict(dict)
    for index, record in enumerate(edition.lineage):
        heirs = steps[record.since or edition.header.previous]
        heirs[index] = list(record.new)
        # Who stands on both sides lives on, and gave only a part away.
        for old in sorted({*record.old} - {*record.new}):
            heirs.setdefault(old, []).append(index)
    yield from steps.values()


def _circles(heirs: Heirs) -> Iterator[list[str | int]]:
    """A circle for each way back to somebody on the way."""
    done: set[str | int] = set()
    for start in heirs:
        trail: dict[str | int, Iterator[str | int]] = {}
        here = start if start not in done else None
        while here is not None:
            onward = next(trail.setdefault(here, iter(heirs.get(here, ()))), None)
            if onward is None:
                trail.pop(here)
                done.add(here)
                here = next(reversed(trail), None)
            elif onward in trail:
                way = [*trail]
                yield way[way.index(onward) :]
            elif onward not in done:
                here = onward


def _from_the_smallest(circle: list[str]) -> list[str]:
    first = circle.index(min(circle))
    return [*circle[first:], *circle[:first]]
