"""What was looked at, what was found, and what could not be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planversion.checking.findings import Finding
from planversion.errors import Problem
from planversion.rules.base import SEVERITIES, Severity

Result = Literal["pass", "fail", "error"]


class LookedAt(NamedTuple):
    """An edition that was looked at, and what it was held against."""

    file: str
    plan: str
    edition: str
    predecessor: str | None = None
    """The edition it follows, where that was there."""
    base: str | None = None
    """Its state before, by the name of the source."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that every format tells."""

    looked_at: tuple[LookedAt, ...]
    findings: tuple[Finding, ...]
    """What counts, the worst first, then by file and where it stands there."""
    waived: tuple[Finding, ...] = ()
    """What was found and is accepted."""
    problems: tuple[Problem, ...] = ()
    """What could not be looked at: nobody may take the rest for everything."""
    against: str | None = None
    """What the changes were held against: a revision."""

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each level count."""
        found = Counter(finding.level for finding in self.findings)
        return {level: found[level] for level in SEVERITIES}

    def result(self, fail_on: str) -> Result:
        """Whether anything is as bad as `fail_on`; an error where something wasn't looked at.

        Raises ValueError for a level that there isn't, rather than let everything pass.
        """
        if fail_on not in (*SEVERITIES, "never"):
            raise ValueError(f"no level of findings: {fail_on!r}")
        if self.problems:
            return "error"
        failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
        return "fail" if any(one.level in failing for one in self.findings) else "pass"
