"""What can go wrong, where, how to mend it, and the exit code it deserves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from planversion.messages import Language, Message, say


class Location(NamedTuple):
    """A place in a file: line and column from 1, and the path in a planner's words."""

    file: str
    line: int | None = None
    column: int | None = None
    path: Message | None = None

    def prefix(self) -> str:
        """`file:line:column`, as editors and terminals make it a link."""
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


class Problem(NamedTuple):
    """One thing that is wrong: a stable code, what was found, and how to mend it."""

    code: str
    what: Message
    mend: Message | None = None
    where: Location | None = None

    def to(self, language: Language) -> str:
        """The problem on one line."""
        head = f"{self.where.prefix()}: " if self.where else ""
        path = f"{self.where.path.to(language)}: " if self.where and self.where.path else ""
        told = self.what if self.mend is None else say("{what}. {mend}", **self._both())
        return f"{head}{path}{told.to(language)} [{self.code}]"

    def _both(self) -> dict[str, Message | None]:
        return {"what": self.what, "mend": self.mend}


def in_file_order(problem: Problem) -> tuple[int, int]:
    """The key that sorts problems of one file by where they stand."""
    where = problem.where
    return (where.line or 0, where.column or 0) if where else (0, 0)


class PlanversionError(Exception):
    """Anything that keeps us from an answer; it carries every problem found, in file order."""

    exit_code: ClassVar[int] = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.lines("en")))

    def lines(self, language: Language) -> list[str]:
        """A line a problem."""
        return [problem.to(language) for problem in self.problems]


class UnreadableFileError(PlanversionError):
    """The bytes could not be had: no such file, a directory, too large, not UTF-8."""


class InvalidEditionError(PlanversionError):
    """The bytes are there, but they are no edition."""


class InvalidDiffError(PlanversionError):
    """A document that is no diff of ours."""


class IncomparableError(PlanversionError):
    """Two editions that can't be compared: of different plans, or without ids."""


class UnexportableError(PlanversionError):
    """An edition, or what became of it, that a format can't hold."""


class InapplicableError(PlanversionError):
    """A diff that doesn't fit the edition it was applied to."""


class RefusedWriteError(PlanversionError):
    """What would have been written did not read back as meant, so nothing was written."""


class UnmergeableError(PlanversionError):
    """Two edits of which no merge can be proven to lose nothing."""


class UsageError(PlanversionError):
    """The command line or the configuration asks for something we can't do."""


class NoInputError(PlanversionError):
    """Nothing matched what was asked for."""

    exit_code = 3
