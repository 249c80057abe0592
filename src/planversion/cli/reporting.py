"""Reports written where they were asked for: `-f FORMAT[:FILE]`, several in one run."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from planversion.checking import Review
from planversion.cli.inputs import STDIN
from planversion.cli.writing import refuse_overwriting, write
from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.rendering.reports import FORMATS, Told, rendered
from planversion.yamltext import Source


class Output(NamedTuple):
    """A format, and the file it goes to; None is standard output."""

    form: str
    file: str | None


def outputs(asked: Sequence[str]) -> tuple[Output, ...]:
    """The formats that are asked for; `-` is standard output, as no file is.

    Raises UsageError for a format that we don't have, and for two with one place to go.
    """
    found = tuple(_output(one) for one in asked)
    if problems := [*_colliding(found)]:
        raise UsageError(problems)
    return found


def _colliding(found: Sequence[Output]) -> Iterator[Problem]:
    printed = [one.form for one in found if one.file is None]
    if len(printed) > 1:
        what = say("{names} can't all be printed", names=", ".join(printed))
        mend = say("Give all but one a file: json:report.json.")
        yield Problem("usage", what, mend)
    files = Counter(Path(one.file).resolve() for one in found if one.file is not None)
    for file, times in files.items():
        if times > 1:
            what = say("{file} can't hold several reports", file=file)
            yield Problem("usage", what, say("Give each a file of its own."))


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
    return Output(form, file if file not in ("", STDIN) else None)


def write_reports(told: Told, targets: Iterable[Output]) -> None:
    """Each format to its file, as a whole or not at all; a file has no colours.

    Raises UsageError, before anything is written, where a report would take the place of a file
    that it is about.
    """
    broken = [problem.where.file for problem in told.report.problems if problem.where]
    about = [Path(name) for name in (*told.lines, *broken)]
    plain = replace(told, colour=False)
    written = [(rendered(form, plain if file else told), file) for form, file in targets]
    for _, file in written:
        refuse_overwriting(file, *about)
    for text, file in written:
        write(text, file)


def lines_of(review: Review) -> dict[str, list[str]]:
    """The lines of every file that is looked at, by name."""
    every: list[Source] = [*review.sources, *review.predecessors.values(), *review.bases.values()]
    return {source.name: source.text.split("\n") for source in every}


def coloured(asked: str) -> bool:
    """Whether the terminal is to show colours."""
    if asked != "auto":
        return asked == "always"
    return not os.environ.get("NO_COLOR") and sys.stdout.isatty()
