"""Reports written where they were asked for: `-f FORMAT[:FILE]`, several in one run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from planversion.checking import Review
from planversion.cli.writing import write
from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.rendering.reports import FORMATS, Told, rendered
from planversion.yamltext import Source


class Output(NamedTuple):
    """A format, and the file it goes to; None is standard output."""

    form: str
    file: str | None


def outputs(asked: Sequence[str]) -> tuple[Output, ...]:
    """The formats that are asked for; raises UsageError for one that we don't have."""
    found = tuple(_output(one) for one in asked)
    printed = [one.form for one in found if one.file is None]
    if len(printed) > 1:
        what = say("{names} can't all be printed", names=", ".join(printed))
        mend = say("Give all but one a file: json:report.json.")
        raise UsageError([Problem("usage", what, mend)])
    return found


def _output(asked: str) -> Output:
    form, colon, file = asked.partition(":")
    if form not in FORMATS:
        close = get_close_matches(form, FORMATS, 1)
        mend = say("The formats are {names}.", names=", ".join(FORMATS))
        if close:
            mend = say("Did you mean {name}?", name=close[0])
        raise UsageError([Problem("usage", say("{name} is no format", name=form), mend)])
    if colon and not file:
        what = say("{asked} names no file", asked=asked)
        raise UsageError([Problem("usage", what, say("Write FORMAT:FILE."))])
    return Output(form, file or None)


def write_reports(told: Told, targets: Iterable[Output]) -> None:
    """Each format to its file, as a whole or not at all."""
    for form, file in targets:
        write(rendered(form, told), file)


def lines_of(review: Review) -> dict[str, list[str]]:
    """The lines of every file that is looked at, by name."""
    every: list[Source] = [*review.sources, *review.predecessors.values(), *review.bases.values()]
    return {source.name: source.text.split("\n") for source in every}


def coloured(asked: str) -> bool:
    """Whether the terminal is to show colours."""
    if asked != "auto":
        return asked == "always"
    return not os.environ.get("NO_COLOR") and sys.stdout.isatty()
