"""One run of the rules: what is looked at, by which policy, told in which formats."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from planversion.checking import Report, Review, check
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.dates import read_day
from planversion.cli.language import of_work
from planversion.cli.naming import Library
from planversion.cli.options import Checked
from planversion.cli.policies import Wanted, policy
from planversion.cli.reporting import coloured, lines_of, outputs, write_reports
from planversion.cli.reviewing import review
from planversion.messages import Language
from planversion.policy import FailOn
from planversion.rendering.reports import Told

EXIT_CODES = {"pass": 0, "fail": 1, "error": 2}
"""What a result is to a shell."""


class Outcome(NamedTuple):
    """A report, and what it is about."""

    report: Report
    review: Review
    decided: Configuration
    language: Language
    errors: Language
    """The language of what could not be looked at."""


def checked(asked: Checked, *, forms: tuple[str, ...], fail_on: FailOn | None, color: str) -> int:
    """Runs the rules, tells what they found in every format, and returns the exit code."""
    targets = outputs(forms)
    outcome = run(asked)
    limit = fail_on or outcome.decided.config.fail_on
    lines, colour = lines_of(outcome.review), coloured(color)
    told = Told(outcome.report, outcome.language, limit, lines, colour, outcome.errors)
    write_reports(told, targets)
    return EXIT_CODES[outcome.report.result(limit)]


def run(asked: Checked) -> Outcome:
    """The report on the editions that are asked for."""
    decided = configuration(asked.config, Path.cwd())
    decisions = policy(decided, Wanted(asked.select, asked.ignore, asked.rule))
    looked_at = review(asked, Library(decided, fetching=asked.fetch), decided)
    report = check(looked_at, decisions, today=day(asked.today))
    language, errors = (
        of_work(asked.lang, decided.config.language, sources) for sources in (looked_at.sources, ())
    )
    return Outcome(report, looked_at, decided, language, errors)


def day(written: str | None) -> dt.date:
    """The day that is written, or today; raises UsageError where it is none."""
    if written is None:
        return dt.date.today()  # noqa: DTZ011 - a waiver ends with the day where people work
    return read_day(written)
