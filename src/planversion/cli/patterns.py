"""What is said of a pattern of edition files that leads nowhere."""

from __future__ import annotations

from planversion.cli.configuration import Configuration
from planversion.errors import Problem, UsageError
from planversion.messages import say


def no_pattern(pattern: str, configuration: Configuration) -> UsageError:
    """What is said of a pattern that leads nowhere below its folder."""
    what = say("{pattern} is no pattern of paths", pattern=pattern)
    mend = say("Write it relative to the configuration's folder.")
    return UsageError([Problem("config", what, mend, configuration.location)])
