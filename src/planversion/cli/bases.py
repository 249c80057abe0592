"""The address that what we write will be published below."""

from __future__ import annotations

import re

from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.rendering.safety import on_one_line

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`?#]+")


def base(given: str | None) -> str | None:
    """The address that everything is below; raises UsageError for what is none."""
    if given is None:
        return None
    if not _ADDRESS.fullmatch(given) or on_one_line(given) != given:
        what = say("{name} is no address of a web page", name=given)
        raise UsageError([Problem("usage", what, say("Write https://…, without ? and #."))])
    return given.rstrip("/") + "/"
