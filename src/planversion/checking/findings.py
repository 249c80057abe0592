"""A finding: a rule's word once it is decided how bad it is, and known by a fingerprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planversion.errors import Location, Problem
from planversion.messages import Language, Message, say
from planversion.rules.base import Severity

_WORDS: dict[Severity, Message] = {
    "error": say("error"),
    "warning": say("warning"),
    "info": say("info"),
}
_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, how bad that is, and where."""

    rule: str
    level: Severity
    problem: Problem
    edition: str
    """Of which edition: plan@edition."""
    about: tuple[str, ...] = ()
    """Whom and what it is about, whatever the language, the line and the order."""
    before: Location | None = None
    """Where in the predecessor, or in the state before."""
    fingerprint: str = ""
    """By which it is known from run to run: sixteen hexadecimal digits."""

    def to(self, language: Language) -> str:
        """The finding on one line."""
        where = f"{self.problem.where.prefix()}: " if self.problem.where else ""
        rest = self.problem.to(language).removeprefix(where)
        return f"{where}{_WORDS[self.level].to(language)}: {rest}"


def fingerprinted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with a fingerprint each; those about the very same thing are counted."""
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        said = (finding.rule, finding.edition, *finding.about)
        yield replace(finding, fingerprint=_fingerprint((*said, *_ordinal(seen[said]))))
        seen[said] += 1


def _ordinal(before: int) -> tuple[str, ...]:
    return (str(before),) if before else ()


def _fingerprint(said: tuple[str, ...]) -> str:
    # Most runs find nothing, and don't wait for these.
    import hashlib  # noqa: PLC0415
    import json  # noqa: PLC0415

    written = json.dumps(said, ensure_ascii=False).encode()
    return hashlib.sha256(written).hexdigest()[:_LENGTH]
