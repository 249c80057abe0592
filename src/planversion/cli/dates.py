"""Days on the command line, in whichever way an office writes them."""

from __future__ import annotations

import datetime as dt

from planversion.days import day_of
from planversion.errors import Problem, UsageError
from planversion.messages import say


def read_day(written: str) -> dt.date:
    """The day that is written; raises UsageError where it is none."""
    found = day_of(written)
    if found is None:
        what = say("{written} is no day", written=written)
        raise UsageError([Problem("usage", what, say("Write it as 2026-04-01."))])
    return found
