"""Which findings on a file that could be read in part only follow from what could not be read."""

from __future__ import annotations

from typing import Any

from planversion.model import Edition, Path
from planversion.model.shapes import keys
from planversion.rules.base import Rule
from planversion.yamltext.mending import Lost, loses_ids, within


def can_tell(rule: Rule[Any], lost: Lost) -> bool:
    """Whether nothing was lost that could be what the rule misses."""
    chapters = {path[0] for path in lost}
    # A chapter whose name is misspelt may be any of them.
    if rule.needs and not chapters.issubset(keys(Edition)):
        return False
    return chapters.isdisjoint(rule.needs) and not ("ids" in rule.needs and loses_ids(lost))


def follows(path: Path, lost: Lost) -> bool:
    """Whether a finding is about something that was lost, or whose record lost something."""
    own = _record(path)
    return any(within(path, one) or _record(one) == own for one in lost)


def _record(path: Path) -> Path:
    """The section, the row, the entry of another chapter that a path leads to or into."""
    if path[:1] != ("sections",):
        return path[:2]
    end = 0
    while len(path) > end + 1 and path[end] in ("sections", "projects"):
        end += 2
    return path[:end]
