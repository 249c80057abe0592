"""The first edition of a plan of any size, as the file says it: goals, directions, measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks import wording
from planversion import ids
from planversion.numbering import print_number

Mapping = dict[str, Any]

PLAN = "benchmark-plan"
LEVELS = [
    {"name": "基本目標", "code": "{n}"},
    {"name": "施策の方向", "code": "({n})"},
    {"name": "施策", "code": "{n:circled}"},
]
ROWS_A_MEASURE = 3.5
RELISTED = 0.04

# The real plan of Nishitokyo, which plans of other sizes are like: 6 goals, 17 directions, 51
# measures.
_GOALS, _DIRECTIONS, _MEASURES = 6, 17, 51


@dataclass
class Minting:
    """Mints the ids of what first appears in one edition."""

    edition: str
    taken: set[str] = field(default_factory=set)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __call__(self, prefix: ids.Prefix, code: str, name: str) -> str:
        ordinal = self.seen[code, name]
        self.seen[code, name] += 1
        minted = ids.mint(
            prefix,
            plan=PLAN,
            edition=self.edition,
            code=code,
            name=name,
            ordinal=ordinal,
            taken=self.taken,
        )
        self.taken.add(minted)
        return minted


def first_edition(size: int, random: Random, mint: Minting) -> Mapping:
    """An adopted edition of `size` projects."""
    goals = outline(size, random, mint)
    relist(goals, random)
    return {
        "schema": 1,
        "plan": {"id": PLAN, "title": "地域福祉計画", "jurisdiction": "132292", "language": "ja"},
        "edition": {"id": "1", "label": "第1期", "status": "adopted", "adopted_on": "2021-03-26"},
        "levels": LEVELS,
        "departments": [{"name": name} for name in wording.DEPARTMENTS],
        "sections": goals,
    }


def outline(size: int, random: Random, mint: Minting) -> list[Mapping]:
    """Goals with directions with measures, each level growing as the plan does."""
    measures = max(1, round(size / ROWS_A_MEASURE))
    growth = (measures / _MEASURES) ** (1 / 3)
    goals = max(1, round(_GOALS * growth))
    directions = max(goals, round(_DIRECTIONS * growth**2))
    widths = [
        iter(shares(total, among, random))
        for total, among in ((directions, goals), (measures, directions), (size, measures))
    ]
    return [_section(number, "", 0, widths, random, mint) for number in range(1, goals + 1)]


def shares(total: int, among: int, random: Random) -> list[int]:
    """The total shared out by chance, at least one for everybody."""
    more = Counter(random.choices(range(among), k=total - among))
    return [1 + more[index] for index in range(among)]


def _section(  # noqa: PLR0913, PLR0917 - where, how wide, and by whose chance
    number: int, above: str, depth: int, widths: list[Iterator[int]], random: Random, mint: Minting
) -> Mapping:
    code = above + print_number(number, LEVELS[depth]["code"])
    made = section(number, code, random, mint)
    width = range(1, next(widths[depth]) + 1)
    if depth + 1 == len(LEVELS):
        return made | {"projects": [project(code, random, mint) for _ in width]}
    below = [_section(n, code, depth + 1, widths, random, mint) for n in width]
    return made | {"sections": below}


def section(number: int, code: str, random: Random, mint: Minting) -> Mapping:
    """A section without what is below it."""
    title = wording.title(random)
    return {"id": mint("s", code, title), "number": number, "title": title}


def project(code: str, random: Random, mint: Minting) -> Mapping:
    """A record of a project, as implementation plans (実施計画) print it; some say more."""
    name = wording.title(random)
    record = {
        "id": mint("p", code, name),
        "name": name,
        "departments": departments(random),
        "description": wording.description(random),
        "status": random.choice(("新規", "継続", "継続", "拡充")),
        "period": {"from": 2021, "to": random.choice((2023, 2026))},
    }
    for key, share, say in _SOMETIMES:
        if random.random() < share:
            record[key] = say(random)
    return record


_SOMETIMES: tuple[tuple[str, float, Callable[[Random], Any]], ...] = (
    ("budget", 0.4, lambda random: [{"year": 2021, "amount": amount(random)}]),
    ("indicators", 0.1, lambda random: [_indicator(random)]),
    ("note", 0.1, lambda random: random.choice(wording.NOTES)),
)


def _indicator(random: Random) -> Mapping:
    baseline = random.randint(5, 500)
    name, unit = random.choice(wording.INDICATORS)
    target = baseline + random.randint(1, 100)
    return {"name": name, "unit": unit, "baseline": baseline, "target": target}


def amount(random: Random) -> int:
    """Money for a year, in yen."""
    return random.randint(10, 20_000) * 5_000


def departments(random: Random) -> list[str]:
    """One to three departments, mostly one."""
    count = random.choices((1, 2, 3), (80, 15, 5))[0]
    return random.sample(wording.DEPARTMENTS, count)


def relist(goals: list[Mapping], random: Random) -> None:
    """Lists some projects once more under another measure."""
    places = list(measures(goals))
    homes = [(row, place) for place in places for row in place["projects"]]
    for row, home in random.sample(homes, round(RELISTED * len(homes))):
        place = random.choice(places)
        if place is not home:
            into(place, _relisting(row, random), random)


def _relisting(row: Mapping, random: Random) -> Mapping:
    listing = {"relists": row["id"]}
    if random.random() < 1 / 3:
        listing["as"] = wording.advanced(row["name"])
    return listing | ({"marked": True} if random.random() < 1 / 2 else {})


def into(place: Mapping, row: Mapping, random: Random) -> None:
    """Puts a row somewhere among those of a measure."""
    rows = place["projects"]
    rows.insert(random.randint(0, len(rows)), row)


def measures(sections: list[Mapping]) -> Iterator[Mapping]:
    """The sections that list projects, in reading order."""
    for node in sections:
        if "projects" in node:
            yield node
        yield from measures(node.get("sections", []))
