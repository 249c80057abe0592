"""What a rule is: why it is there, what it looks at, how bad a finding is, and examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from planversion.messages import Message, say
from planversion.model import Path, Status

Severity = Literal["error", "warning", "info"]
Level = Literal["error", "warning", "info", "off"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the worst."""

On = Literal["file", "edition", "step", "revision", "unread", "gone", "repository", "waiver"]
"""What a rule looks at: the bytes of a file, an edition, an edition after its predecessor, two
states of one edition, an edition whose state before can't be read, an edition that is gone, an
edition among all of the repository, or a waiver.

Nobody runs the rules on files: what they find is told by reading, for the file is no edition then.
"""

Subject = TypeVar("Subject")


class Verdict(NamedTuple):
    """A rule's word, before anybody decided how bad it is."""

    path: Path
    """Where in the file that is looked at."""
    what: Message
    mend: Message | None = None
    about: tuple[str, ...] = ()
    """Whom and what it is about, in ids and names: what stays the same in another language, on
    another line, in another order."""
    before: Path | None = None
    """Where in the predecessor, or in the state before."""


class Example(NamedTuple):
    """A small edition that the rule speaks of, or nearly does: test, page and explanation."""

    title: str
    new: str
    """What the file says beside its head."""
    old: str = ""
    """What the predecessor or the state before says; the same for a rule on one edition."""
    earlier: str = ""
    """What the edition before the predecessor says, where there is one."""
    says: str | None = None
    """What the rule says of it in English, without how to mend it; None where it is silent."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One rule of the catalogue."""

    id: str
    on: On
    level: Severity
    """How bad a finding is if nobody decided otherwise."""
    why: Message
    """Why it is there, to a planner: a sentence, then the rest."""
    check: Callable[[Subject], Iterator[Verdict]]
    examples: tuple[Example, ...] = ()
    levels: Mapping[Status, Level] = field(default_factory=dict)
    """Where it isn't `level`: by the status of the edition that is looked at."""
    needs: frozenset[str] = frozenset()
    """The chapters of the file that must be whole for a finding to be more than a gap in what could
    be read; `ids` where the ids of the outline are enough."""

    def default(self, status: Status) -> Level:
        """How bad a finding in an edition of this status is if nobody decided otherwise."""
        return self.levels.get(status, self.level)


def rule(
    on: On,
    level: Severity,
    examples: tuple[Example, ...],
    levels: Mapping[Status, Level] | None = None,
    *,
    needs: Iterable[str] = (),
) -> Callable[[Callable[[Any], Iterator[Verdict]]], Rule[Any]]:
    """Makes a rule of a function: called as it is called, explained as its module is."""

    def made(check: Callable[[Any], Iterator[Verdict]]) -> Rule[Any]:
        why = say(explanation(check.__globals__["__doc__"]))
        name = check.__name__.replace("_", "-")
        return Rule(name, on, level, why, check, examples, levels or {}, frozenset(needs))

    return made


def explanation(docstring: str) -> str:
    """A docstring as paragraphs, each on one line."""
    paragraphs = docstring.strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
