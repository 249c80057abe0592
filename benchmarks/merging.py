"""Merging: beside reading the three files, and beside git's own merge of their lines.

`python -m benchmarks.merging [--pairs 500] [--write docs/guide/merging.md]`: how many generated
two-sided edits git alone can't merge and we can, and how many it merges wrongly.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.measuring import Row, seconds
from benchmarks.outlines import Mapping, Minting, first_edition, measures
from benchmarks.report import put_into
from benchmarks.writing import write
from planversion.errors import PlanversionError, UnmergeableError
from planversion.merging import merge
from planversion.merging.editions import ThreeEditions, parts
from planversion.merging.outcomes import settled
from planversion.merging.proving import losses
from planversion.repo import Texts, merged_by_lines
from planversion.yamltext import Source, read_edition

SIZE, TARGET = 10_000, 3.0
_SMALL = 40
_MOST_EDITS = 12
_ROUNDS = 3
_NAMES = ("base", "ours", "theirs")
KINDS = (
    "both merge, the same result",
    "both merge, lines in another place",
    "git conflicts, planversion merges",
    "git conflicts, so does planversion",
    "git merges, and the file is no edition any more",
    "git merges, and an edit of one side is lost",
    "git merges what planversion finds in conflict",
    "planversion leaves it to git",
)


def rows(seed: int) -> Iterator[Row]:
    """How long a merge takes, beside reading its three files."""
    random = Random(seed)
    mint = Minting("1")
    base = first_edition(SIZE, random, mint)
    edits = SIZE // 20
    texts = [write(base), *(write(_edited(base, random, mint, edits)) for _ in range(2))]
    reading = sorted(seconds(lambda: _read(texts)) for _ in range(_ROUNDS))[_ROUNDS // 2]
    # Fresh sources each time: what an earlier round found out about a file would help the next.
    took = sorted(_merged_in(_read(texts)) for _ in range(_ROUNDS))[_ROUNDS // 2]
    yield Row(
        "merge, a twentieth changed by each side",
        f"{SIZE:,}",
        took,
        "reading its three files",
        reading,
        TARGET,
    )


def _merged_in(sources: list[Source]) -> float:
    return seconds(lambda: merge(*sources))


def _read(texts: list[bytes]) -> list[Source]:
    return [read_edition(text, name) for text, name in zip(texts, _NAMES, strict=True)]


def compared(pairs: int, seed: int) -> Counter[str]:
    """What becomes of so many pairs of edits of a small plan."""
    random = Random(seed)
    found: Counter[str] = Counter()
    for _ in range(pairs):
        mint = Minting("1")
        base = first_edition(_SMALL, random, mint)
        sides = [_edited(base, random, mint, random.randint(1, _MOST_EDITS)) for _ in range(2)]
        found[_kind([write(base), *map(write, sides)])] += 1
    return found


def _kind(texts: list[bytes]) -> str:
    sources = _read(texts)
    by_lines = merged_by_lines(Texts(*texts), _NAMES)
    try:
        ours = merge(*sources)
    except UnmergeableError:
        return KINDS[7]
    if by_lines.conflicts:
        return KINDS[3] if ours.conflicts else KINDS[2]
    try:
        read = read_edition(by_lines.content, "merged").edition
    except PlanversionError:
        return KINDS[4]
    if _lost(sources, read):
        return KINDS[5]
    if ours.conflicts:
        return KINDS[6]
    return KINDS[0] if ours.version("ours").encode() == by_lines.content else KINDS[1]


def _lost(sources: list[Source], merged: Any) -> bool:
    base = parts(sources[0].edition)
    three = ThreeEditions(base, *(parts(source.edition, base) for source in sources[1:]))
    return bool(losses(three, settled(parts(merged, base))))


# Edits, as people make them


def _edited(base: Mapping, random: Random, mint: Minting, edits: int) -> Mapping:
    edition = deepcopy(base)
    for _ in range(edits):
        random.choice(_EDITS)(edition, random, mint)
    return edition


def _record(edition: Mapping, random: Random) -> tuple[list[Mapping], Mapping]:
    """A project, and the list it stands in."""
    while True:
        place = random.choice(list(measures(edition["sections"])))
        known = [row for row in place["projects"] if "id" in row]
        if known:
            return place["projects"], random.choice(known)


def _rename(edition: Mapping, random: Random, _: Minting) -> None:
    _record(edition, random)[1]["name"] += random.choice(["の充実", "の推進", "(拡充)"])


def _reassign(edition: Mapping, random: Random, _: Minting) -> None:
    _, project = _record(edition, random)
    held = project["departments"]
    name = random.choice(edition["departments"])["name"]
    project["departments"] = [one for one in held if one != name] if name in held else [*held, name]
    if not project["departments"]:
        project["departments"] = held


def _describe(edition: Mapping, random: Random, _: Minting) -> None:
    _, project = _record(edition, random)
    more = random.choice(["対象を広げます。", "年に二回行います。", "オンラインでも行います。"])
    project["description"] = project.get("description", "") + more


def _add(edition: Mapping, random: Random, mint: Minting) -> None:
    rows, _ = _record(edition, random)
    name = random.choice(["新しい相談", "新しい見守り", "新しい講座"])
    project = {"id": mint("p", "新", name), "name": name}
    project["departments"] = [random.choice(edition["departments"])["name"]]
    rows.insert(random.randint(0, len(rows)), project)


def _remove(edition: Mapping, random: Random, _: Minting) -> None:
    rows, project = _record(edition, random)
    if not _relisted(edition, project):
        rows.remove(project)


def _move(edition: Mapping, random: Random, _: Minting) -> None:
    rows, project = _record(edition, random)
    place = random.choice(list(measures(edition["sections"])))
    there = {row.get("id", row.get("relists")) for row in place["projects"]}
    if project["id"] not in there:
        rows.remove(project)
        place["projects"].insert(random.randint(0, len(place["projects"])), project)


def _turn(edition: Mapping, random: Random, _: Minting) -> None:
    rows, project = _record(edition, random)
    rows.remove(project)
    rows.insert(random.randint(0, len(rows)), project)


def _relist(edition: Mapping, random: Random, _: Minting) -> None:
    _, project = _record(edition, random)
    place = random.choice(list(measures(edition["sections"])))
    there = {row.get("id", row.get("relists")) for row in place["projects"]}
    if project["id"] not in there:
        place["projects"].append({"relists": project["id"]})


def _relisted(edition: Mapping, project: Mapping) -> bool:
    rows = (row for place in measures(edition["sections"]) for row in place["projects"])
    return any(row.get("relists") == project["id"] for row in rows)


_EDITS: tuple[Callable[[Mapping, Random, Minting], None], ...] = (
    *(_rename, _reassign, _describe, _add, _remove, _move, _turn, _relist),
)


def table(found: Counter[str]) -> str:
    """A Markdown table of what became of the pairs."""
    total = sum(found.values())
    lines = [f"| {kind} | {found[kind]} | {found[kind] / total:.0%} |" for kind in KINDS]
    return "\n".join([f"| of {total} pairs of edits | | |", "| --- | ---: | ---: |", *lines])


def main() -> None:
    """Compares, prints the table, and writes it where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merging", description=__doc__)
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    asked = parser.parse_args()
    measured = table(compared(asked.pairs, asked.seed))
    print(measured)
    if asked.write:
        page = asked.write.read_text(encoding="utf-8")
        asked.write.write_text(put_into(page, measured), encoding="utf-8")


if __name__ == "__main__":
    main()
