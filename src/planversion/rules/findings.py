"""A rule's word on an edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planversion.errors import Problem
from planversion.messages import Language, Message, say

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""From the worst."""

_WORDS: dict[Level, Message] = {
    "error": say("error"),
    "warning": say("warning"),
    "info": say("info"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, how bad that is, and where."""

    level: Level
    problem: Problem

    def to(self, language: Language) -> str:
        """The finding on one line."""
        where = f"{self.problem.where.prefix()}: " if self.problem.where else ""
        rest = self.problem.to(language).removeprefix(where)
        return f"{where}{_WORDS[self.level].to(language)}: {rest}"
