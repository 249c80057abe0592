"""What else could be done: simple ways of finding who is who, beside ours in the same run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from deepdiff import DeepDiff
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.matching.known import Ids, Known
from benchmarks.matching.scoring import Score, score
from planversion.suggesting.items import Item, Side, side

_THRESHOLD = 75.0
"""Names less alike than this, in per cent, are no pair for the plainest way."""
_LARGEST_TABLE = 2_000
_LARGEST_FOR_DEEPDIFF = 200


class Baseline(NamedTuple):
    """A way, and how good it is."""

    name: str
    score: Score


def baselines(known: Known) -> Iterator[Baseline]:
    """Every way that finishes on a set of this size."""
    old, new = side(known.old), side(known.new)
    yield Baseline("equal unique names", score(_equal(old, new), known))
    if max(len(old.items), len(new.items)) <= _LARGEST_TABLE:
        yield Baseline("rapidfuzz, best match from 75 on", score(_fuzzy(old, new), known))
        yield Baseline("n-gram TF-IDF, threshold by the truth", _best_tfidf(old, new, known))
    if max(len(old.items), len(new.items)) <= _LARGEST_FOR_DEEPDIFF:
        yield Baseline("DeepDiff ignore_order", score(_deepdiff(old, new), known))


def _equal(old: Side, new: Side) -> set[Ids]:
    here, there = (Counter(item.name for item in one.items) for one in (old, new))
    ids = {item.name: item.id for item in new.items}
    return {
        (item.id, ids[item.name]) for item in old.items if here[item.name] == there[item.name] == 1
    }


def _fuzzy(old: Side, new: Side) -> set[Ids]:
    names = [item.name for item in new.items]
    found = set()
    for item in old.items:
        best = process.extractOne(item.name, names, scorer=fuzz.ratio, score_cutoff=_THRESHOLD)
        if best:
            found.add((item.id, new.items[best[2]].id))
    return found


def _best_tfidf(old: Side, new: Side, known: Known) -> Score:
    """The optimal assignment, and of all thresholds the one that happens to be best."""
    texts = [[_whole(one, item) for item in one.items] for one in (old, new)]
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(2, 4), sublinear_tf=True)
    vectors.fit([*texts[0], *texts[1]])
    table = (vectors.transform(texts[0]) @ vectors.transform(texts[1]).T).toarray()
    rows, columns = linear_sum_assignment(-table)
    return max(
        score(
            {
                (old.items[i].id, new.items[j].id)
                for i, j in zip(rows, columns, strict=True)
                if table[i, j] >= threshold
            },
            known,
        )
        for threshold in np.arange(0.05, 0.95, 0.01)
    )


def _whole(one: Side, item: Item) -> str:
    titles = []
    at = item.homes[0]
    while at >= 0:
        titles.append(one.homes[at].title)
        at = one.homes[at].above
    return " ".join([item.body, *titles]).lower()


def _deepdiff(old: Side, new: Side) -> set[Ids]:
    """Whom DeepDiff takes for the same when the order doesn't count."""
    sides = [
        [
            {"name": item.name, "body": item.body, "departments": list(item.departments)}
            for item in one.items
        ]
        for one in (old, new)
    ]
    found = DeepDiff(*sides, ignore_order=True, cutoff_intersection_for_pairs=1, verbose_level=2)
    pairs: set[Ids] = set()
    changed = {
        int(path.split("[")[1].rstrip("]"))
        for kind in ("values_changed", "iterable_item_removed")
        for path in found.get(kind, {})
        if path.startswith("root[")
    }
    names: dict[str, list[int]] = {}
    for index, item in enumerate(new.items):
        names.setdefault(item.body + "|".join(item.departments), []).append(index)
    for index, item in enumerate(old.items):
        same = names.get(item.body + "|".join(item.departments), [])
        if index not in changed and len(same) == 1:
            pairs.add((item.id, new.items[same[0]].id))
    for path, change in found.get("values_changed", {}).items():
        index = int(path.split("[")[1].rstrip("]"))
        other = change.get("new_path", path)
        pairs.add((old.items[index].id, new.items[int(other.split("[")[1].rstrip("]"))].id))
    return pairs
