"""What every format tells, and the formats by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module

from planversion.checking import Finding, Report, Result
from planversion.errors import Location
from planversion.messages import Language, Message, say
from planversion.policy import FailOn
from planversion.rules.base import Severity

FORMATS = ("text", "json", "markdown", "sarif", "github", "gitlab", "junit")
"""Each is a module here with a function of its name."""

LEVEL_WORDS: Mapping[Severity, Message] = {
    "error": say("error"),
    "warning": say("warning"),
    "info": say("info"),
}
# What a module can't be called, for Python has one of that name.
_MODULES = {"json": "data"}


@dataclass(frozen=True)
class Told:
    """A report, and how to tell it."""

    report: Report
    language: Language
    fail_on: FailOn
    """From which level on findings fail."""
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The lines of the files that findings are about, by name."""
    colour: bool = False
    errors: Language | None = None
    """The language of what could not be looked at, where that is another: no plan says one."""

    @property
    def erring(self) -> Told:
        """The same report, to tell what could not be looked at."""
        return replace(self, language=self.errors or self.language)

    @property
    def result(self) -> Result:
        """pass, fail, or error where something was not looked at."""
        return self.report.result(self.fail_on)

    def say(self, message: Message | None) -> str:
        """The sentence in the report's language."""
        return message.to(self.language) if message else ""

    def told(self, finding: Finding) -> str:
        """What was found, where in the words of the plan, and how to mend it."""
        return self.in_words(finding.problem.where, finding.problem.what, finding.problem.mend)

    def in_words(self, where: Location | None, what: Message, mend: Message | None) -> str:
        """The sentence, behind its path."""
        path = f"{self.say(where.path)}: " if where and where.path else ""
        both = say("{what}. {mend}", what=what, mend=mend) if mend else what
        return path + self.say(both)

    def line(self, where: Location | None) -> str | None:
        """The line that the location is on, if it is known."""
        known = self.lines.get(where.file, ()) if where else ()
        at = where.line if where else None
        return known[at - 1].removesuffix("\r") if at and at <= len(known) else None


def rendered(form: str, told: Told) -> str:
    """The report in this format."""
    module = import_module(f"planversion.rendering.reports.{_MODULES.get(form, form)}")
    found: str = getattr(module, _MODULES.get(form, form))(told)
    return found


def verdict(told: Told) -> Message:
    """The result in a sentence."""
    if told.result == "error":
        return say("Not everything could be looked at.")
    if told.result == "fail":
        return say("Findings that have to be mended.")
    if told.report.findings and told.fail_on == "never":
        return say("Findings, which are let pass here.")
    if told.report.findings or told.report.waived:
        return say("Nothing that has to be mended.")
    return say("Nothing was found.") if told.report.looked_at else say("No edition is altered.")


def counted(told: Told) -> Message:
    """How many findings there are of each level, and how many are accepted."""
    counts = told.report.counts
    return say(
        "errors: {error}, warnings: {warning}, remarks: {info}, accepted: {waived}",
        error=counts["error"],
        warning=counts["warning"],
        info=counts["info"],
        waived=len(told.report.waived),
    )


def more(number: int) -> Message:
    """How many there is no room for."""
    return say("{n} more are not shown here.", n=number)
