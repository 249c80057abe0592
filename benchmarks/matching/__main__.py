"""`python -m benchmarks.matching [--sets FOLDER] [--sizes 10000] [--write docs/identity.md]`."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import report
from benchmarks.matching import sets
from benchmarks.matching.baselines import baselines
from benchmarks.matching.budgets import budget
from benchmarks.matching.fitting import fit
from benchmarks.matching.known import Ids, Known
from benchmarks.matching.scoring import Score, reliability, score
from planversion.suggesting import Suggestions, suggest

_SEED = 1


def main() -> None:
    """Measures how good suggestions are and how long they take, and prints the tables."""
    asked = _arguments()
    if asked.alone:
        print(json.dumps(_alone(asked.alone)))
        return
    if asked.fit:
        print("\n".join(fit(_sets(asked.sets))))
        return
    told = "\n".join([*_quality(asked.sets), "", *_scale(asked.sizes), "", report.machine()])
    print(told)
    if asked.write:
        page = asked.write.read_text(encoding="utf-8")
        asked.write.write_text(report.put_into(page, told), encoding="utf-8")


def _quality(folder: Path | None) -> Iterator[str]:
    """Every set: ours, its grades, and the other ways beside it; then how honest confidence is."""
    yield "| set | way | F1 | precision | recall | pairs |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    said: list[tuple[float, bool]] = []
    for known in _sets(folder):
        found = suggest(known.old, known.new, ignore_ids=True)
        for what, pairs, among in _ours(found, known):
            yield _line(known.name, what, score(pairs, known, among))
        for other in baselines(known):
            yield _line(known.name, other.name, other.score)
        said += _said(found, known)
    bins, error = reliability(said)
    yield from ("", f"Expected calibration error, all sets together: {error:.3f}", "")
    yield "| said to be sure | suggestions | on average | right |"
    yield "| --- | ---: | ---: | ---: |"
    for one in bins:
        yield f"| {one.least:.1f} on | {one.count} | {one.said:.2f} | {one.right:.2f} |"


def _sets(folder: Path | None) -> Iterator[Known]:
    yield sets.real()
    for name in sets.PUBLISHED:
        if folder and (folder / name).is_dir():
            yield sets.published(name, folder)
        else:
            print(f"{name} isn't here; name its folder with --sets", file=sys.stderr)
    yield sets.generated(150, _SEED)
    yield sets.generated(1_000, _SEED)
    yield budget(1_000, _SEED)


def _ours(found: Suggestions, known: Known) -> Iterator[tuple[str, set[Ids], set[Ids] | None]]:
    yield "planversion", {p for one in found.projects for p in one.pairs}, None
    certain = {p for one in found.projects if one.grade == "certain" for p in one.pairs}
    yield "planversion, certain", certain, None
    several = {p for one in found.projects if one.kind != "continued" for p in one.pairs}
    yield "planversion, splits and mergers", several, set(known.shared)


def _line(name: str, what: str, one: Score) -> str:
    f1, precision, recall, found = one
    return f"| {name} | {what} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {found} |"


def _said(found: Suggestions, known: Known) -> Iterator[tuple[float, bool]]:
    """Every pair that is suggested, possible ones too, with whether it is right."""
    for one in (*found.projects, *found.possible):
        for pair in one.pairs:
            if pair not in known.unsure:
                yield one.confidence, pair in known.pairs


def _scale(sizes: list[int]) -> Iterator[str]:
    """Time and memory, each size in a process of its own."""
    yield "| generated plan | seconds | peak memory | F1 |"
    yield "| --- | ---: | ---: | ---: |"
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.matching", "--alone", str(size)]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        one = json.loads(ran.stdout)
        yield f"| {size:,} | {one['seconds']:.1f} | {one['mebibytes']:.0f} MiB | {one['f1']:.3f} |"


def _alone(size: int) -> dict[str, float]:
    known = sets.generated(size, _SEED)
    start = time.perf_counter()
    found = suggest(known.old, known.new, ignore_ids=True)
    seconds = time.perf_counter() - start
    pairs = {p for one in found.projects for p in one.pairs}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "mebibytes": peak, "f1": score(pairs, known).f1}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--sets", type=Path, metavar="FOLDER", help="published sets, if at hand")
    parser.add_argument("--sizes", type=_sizes, default=[1_000, 10_000])
    parser.add_argument("--fit", action="store_true", help="fit the weights instead")
    parser.add_argument("--write", type=Path, metavar="PAGE")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return sorted(int(size) for size in text.split(","))


if __name__ == "__main__":
    main()
