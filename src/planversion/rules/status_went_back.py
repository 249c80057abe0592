"""An edition that was adopted, or in consultation, is less than that now.

What was adopted can be replaced by another edition, and not be undone in its own file; a draft is
changed freely, so nobody would look at what else changes here. Write the status back, and go on in
a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from planversion.messages import say
from planversion.model import Status
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Revision

_EDITION = "edition: {{id: '2', label: 第2期, status: {}, previous: '1'}}"
_ORDER: tuple[Status, ...] = get_args(Status)

EXAMPLES = (
    Example(
        "adopted, and a draft again",
        old=_EDITION.format("adopted"),
        new=_EDITION.format("draft"),
        says="the status was adopted, and is draft now",
    ),
    Example(
        "a draft that was adopted",
        old=_EDITION.format("draft"),
        new=_EDITION.format("adopted"),
    ),
)


@rule("revision", "error", EXAMPLES, {"consultation": "warning"})
def status_went_back(revision: Revision) -> Iterator[Verdict]:
    """A verdict at a status that comes before the one it was."""
    was, now = revision.old.edition.header.status, revision.new.edition.header.status
    if _ORDER.index(now) < _ORDER.index(was):
        what = say("the status was {was}, and is {now} now", was=was, now=now)
        mend = say("Write status: {was} again; a new draft is a file of its own.", was=was)
        path = ("edition", "status")
        yield Verdict(path, what, mend, (was, now), path)
