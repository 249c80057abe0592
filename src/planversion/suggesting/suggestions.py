"""What is suggested: who is who, how surely, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from planversion.messages import Message
from planversion.model import Path

Grade = Literal["certain", "likely", "possible"]
Kind = Literal["continued", "split", "merged", "split_off", "absorbed"]
Stage = Literal["identical", "normalised", "succession", "neighbours", "wording", "leftovers"]
STAGES: tuple[Stage, ...] = (
    "identical",
    "normalised",
    "succession",
    "neighbours",
    "wording",
    "leftovers",
)
"""From certain to likely; each sees what the earlier ones left."""
CERTAIN = 0.95
"""From here on a suggestion is written without asking, unless leftovers found it."""


class Subject(NamedTuple):
    """A project or section of one of the two editions."""

    id: str
    """Its id; a minted one where the file has none yet."""
    name: str
    code: str
    """The place code as printed."""
    departments: tuple[str, ...]
    path: Path
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That these of the old edition are those of the new one."""

    kind: Kind
    old: tuple[Subject, ...]
    new: tuple[Subject, ...]
    confidence: float
    """How likely it is right, 0 to 1: of those said to be 0.9 sure, nine of ten are right."""
    grade: Grade
    """`certain` may be written without asking, `likely` asks, `possible` is shown only."""
    stage: Stage
    """What found it."""
    reasons: tuple[Message, ...]

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every old id with every new one."""
        return ((a.id, b.id) for a in self.old for b in self.new)


class Succession(NamedTuple):
    """A department that carries now what another carried."""

    old: str
    new: str
    rows: int
    """How many projects tell so."""
    succeeds: bool
    """Whether the old one is named nowhere any more: then it is succeeded, else it only gave."""


@dataclass(frozen=True)
class Suggestions:
    """Who is who between two editions, as far as it can be told without ids.

    Every project of either edition stands in exactly one of `projects` and its leftovers.
    """

    projects: tuple[Suggestion, ...]
    """The certain and the likely, in the order of the new edition."""
    sections: tuple[Suggestion, ...]
    successions: tuple[Succession, ...]
    possible: tuple[Suggestion, ...]
    """For leftovers and runners-up: who else it could be, the likeliest first."""
    left_old: tuple[Subject, ...]
    """Projects of the old edition that nothing seems to have become of."""
    left_new: tuple[Subject, ...]
    """Projects of the new edition that seem to have been nothing before."""

    @cached_property
    def rivals_of_old(self) -> Mapping[str, tuple[Suggestion, ...]]:
        """By the id of an old project, the possible pairs of it, the likeliest first."""
        return _grouped((one.old[0].id, one) for one in self.possible)

    @cached_property
    def rivals_of_new(self) -> Mapping[str, tuple[Suggestion, ...]]:
        """By the id of a new project, the possible pairs of it, the likeliest first."""
        return _grouped((one.new[0].id, one) for one in self.possible)


def _grouped(some: Iterable[tuple[str, Suggestion]]) -> Mapping[str, tuple[Suggestion, ...]]:
    found: dict[str, list[Suggestion]] = {}
    for key, one in some:
        found.setdefault(key, []).append(one)
    return {key: tuple(group) for key, group in found.items()}
