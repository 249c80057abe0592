"""What has no id, and so can't be found again: said of the first few, and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from planversion.errors import Location, Problem
from planversion.identities import missing
from planversion.messages import say, say_n
from planversion.model import Edition, Path
from planversion.model.saying import written
from planversion.yamltext.words import in_words

_TOLD = 3
"""So many are named: a file that never had ids lacks hundreds, and one command mints them all."""


def lacking(edition: Edition, where: Callable[[Path], Location] | None = None) -> Iterator[Problem]:
    """What is wrong with an edition for whoever knows things by their ids; nothing where all have.

    `where` says where a path stands in the edition's file, if it has one.
    """
    if edition.outline.complete:
        return
    where = where or partial(_within, edition)
    without = list(missing(edition))
    mend = say("Run planversion ids mint on the file.")
    for one in without[:_TOLD]:
        yield Problem("missing-id", say("{name} has no id", name=one.name), mend, where(one.path))
    if more := without[_TOLD:]:
        what = say_n("and {n} more has no id", "and {n} more have no id", len(more))
        yield Problem("missing-id", what, None, where(more[0].path))


def _within(edition: Edition, path: Path) -> Location:
    """Where a path stands in an edition that no file is known of."""
    return Location(f"{edition.plan.id}@{edition.id}", path=in_words(path, written(edition)))
