"""What is meaningless in an edition whose values are wrong besides, so that one look tells all.

References are judged once every value is sound. So the values that aren't are taken out of a copy,
those that must be there replaced by stand-ins, and the copy is judged again.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from planversion.model import Edition, Path

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_STAND_INS: dict[str, Any] = {
    **dict.fromkeys(("id", "name", "title", "label", "reason", "text", "code"), "x"),
    "status": "draft",
    "schema": 1,
    "what": "x",
    "why": "x",
}
_DOUBTFUL = frozenset({"unknown-relisting", "empty-lineage", "mixed-lineage"})
"""What may only seem so, now that something is missing that was wrong."""


def hidden_flaws(
    tree: Any, details: Iterable[ErrorDetails], paths: Iterable[Path]
) -> Iterator[ErrorDetails]:
    """The objections to references that those to values (`details`, at `paths`) have hidden."""
    mended = copy.deepcopy(tree)
    for detail, path in zip(details, paths, strict=True):
        _mend(mended, path, str(detail["loc"][-1]) if detail["type"] == "missing" else None)
    try:
        Edition.model_validate(mended, by_alias=True, by_name=False)
    except ValidationError as error:
        for found in error.errors(include_url=False):
            if found["type"] == "unsound":
                flaws = [one for one in found["ctx"]["flaws"] if one[0] not in _DOUBTFUL]
                yield {**found, "ctx": {"flaws": flaws}}


def _mend(tree: Any, path: Path, missing: str | None) -> None:
    """Takes the value out, or puts one in where it has to be."""
    *above, last = (*path, missing) if missing else path or ("",)
    for step in above:
        if not _holds(tree, step):
            return  # what is above it was taken out already
        tree = tree[step]
    if isinstance(tree, list) and isinstance(last, int) and last < len(tree):
        tree[last] = {"name": "x", "title": "x"}
    elif isinstance(tree, dict):
        tree.pop(last, None)
        if missing or last in ("name", "title", "label", "status", "schema", "reason"):
            tree[last] = _STAND_INS.get(str(last), [])


def _holds(tree: Any, step: Any) -> bool:
    if isinstance(tree, list):
        return isinstance(step, int) and step < len(tree)
    return isinstance(tree, dict) and step in tree
