"""How a diff is refused that doesn't fit the edition."""

from __future__ import annotations

from planversion.errors import InapplicableError, Problem
from planversion.messages import Message, say


def refused(what: Message) -> InapplicableError:
    """The error to raise."""
    mend = say("Apply a diff to the edition it was made from.")
    return InapplicableError([Problem("inapplicable", what, mend)])
