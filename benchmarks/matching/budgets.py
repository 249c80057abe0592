"""A generated budget and the next, more than half of whose lines are called as others are.

Only places and amounts tell 事務費 from 事務費, and both change.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from benchmarks import wording
from benchmarks.matching.known import Known
from planversion.ids import mint
from planversion.model import Edition

_GENERIC = (
    *("事務費", "一般管理費", "職員人件費", "施設維持管理費", "施設整備費", "委託料", "補助金"),
    *(
        "負担金",
        "庁用車管理費",
        "システム運用経費",
        "研修費",
        "広報費",
        "審議会経費",
        "計画策定経費",
    ),
    *("普及啓発費", "備品購入費", "賃借料", "繰出金"),
)
_CHAPTERS = ("総務費", "民生費", "衛生費", "労働費", "農林水産業費", "商工費", "土木費", "教育費")
_LINES = 5
"""So many lines a section has on average."""
_GENERICALLY = 0.33
_ENDED, _BEGUN, _RENAMED, _RETITLED, _MOVED = 0.08, 0.08, 0.06, 0.05, 0.03
_KEPT = 0.25
"""How often an amount stays as it was; else it drifts by about a seventh."""
_DRIFT = 0.06


class Line(NamedTuple):
    """A line of the budget, and who it is, whatever it is called."""

    who: int
    name: str
    amount: int


class Part(NamedTuple):
    """A section of the budget."""

    title: str
    lines: list[Line]


Budget = list[list[Part]]
"""By chapter, its sections."""


def budget(size: int, seed: int) -> Known:
    """About so many lines, and who they are in the next year."""
    random = Random(seed)
    counter = iter(range(10 * size + 1_000))
    old = [_chapter(random, counter, size) for _ in _CHAPTERS]
    (one, here), (other, there) = (
        _edition(year, label) for year, label in ((old, "1"), (_next(random, counter, old), "2"))
    )
    pairs = frozenset((here[who], there[who]) for who in here if who in there)
    return Known(f"budget, {size:,}", one, other, pairs, frozenset())


def _chapter(random: Random, counter: Iterator[int], size: int) -> list[Part]:
    parts = max(size // len(_CHAPTERS) // _LINES, 1)
    return [
        Part(
            _title(random),
            [_line(random, counter) for _ in range(random.randint(1, 2 * _LINES - 1))],
        )
        for _ in range(parts)
    ]


def _title(random: Random) -> str:
    kinds = ("費", "総務費", "管理費", "振興費", "対策費")
    return f"{random.choice(wording.PEOPLE)}{random.choice(kinds)}"


def _line(random: Random, counter: Iterator[int]) -> Line:
    generic = random.random() < _GENERICALLY
    name = random.choice(_GENERIC) if generic else f"{_own(random)}事業"
    return Line(next(counter), name, int(10 ** random.uniform(2.5, 6)))


def _own(random: Random) -> str:
    return random.choice(wording.PEOPLE) + random.choice(wording.ACTIVITIES)


def _next(random: Random, counter: Iterator[int], old: Budget) -> Budget:
    new, moved = [], []
    for chapter in old:
        parts = []
        for part in chapter:
            kept = [_changed(random, one) for one in part.lines if random.random() >= _ENDED]
            kept += [_line(random, counter) for _ in kept if random.random() < _BEGUN]
            away = [one for one in kept if random.random() < _MOVED]
            title = _title(random) if random.random() < _RETITLED else part.title
            parts.append(Part(title, [one for one in kept if one not in away]))
            moved += away
        new.append(parts)
    for one in moved:
        random.choice(random.choice(new)).lines.append(one)
    return new


def _changed(random: Random, one: Line) -> Line:
    name = f"新{one.name}" if random.random() < _RENAMED else one.name
    drifted = max(1, int(one.amount * 10 ** random.gauss(0, _DRIFT)))
    return Line(one.who, name, one.amount if random.random() < _KEPT else drifted)


def _edition(budget: Budget, label: str) -> tuple[Edition, dict[int, str]]:
    ids: dict[int, str] = {}

    def project(line: Line) -> dict[str, Any]:
        ids[line.who] = _minted("p", label, str(line.who))
        amount = {"year": 2024 + int(label), "amount": line.amount, "unit": "千円"}
        return {"id": ids[line.who], "name": line.name, "budget": [amount]}

    sections = [
        {
            "id": _minted("s", label, title),
            "title": title,
            "sections": [
                {
                    "id": _minted("s", label, f"{title} {index}"),
                    "title": part.title,
                    "projects": [project(line) for line in part.lines],
                }
                for index, part in enumerate(parts)
            ],
        }
        for title, parts in zip(_CHAPTERS, budget, strict=True)
    ]
    head = {
        "schema": 1,
        "plan": {"id": "budget", "title": "予算"},
        "edition": {"id": label, "label": label, "status": "adopted"},
        "levels": [{"name": "款"}, {"name": "目"}],
    }
    return Edition.model_validate({**head, "sections": sections}), ids


def _minted(prefix: Any, label: str, key: str) -> str:
    return mint(prefix, plan="budget", edition=label, code="", name=key, ordinal=0, taken=set())
