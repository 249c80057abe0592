"""Editions that were read from files, held to having all their ids."""

from __future__ import annotations

from functools import partial

from planversion.errors import IncomparableError
from planversion.matching.lacking import lacking
from planversion.yamltext import Source
from planversion.yamltext.places import place


def require_ids(*sources: Source) -> None:
    """Raises IncomparableError with the lines of what has no id, each file's once."""
    # The library would refuse them, too, but knows editions and no files.
    files = {source.name: source for source in sources}.values()
    problems = [one for source in files for one in lacking(source.edition, partial(place, source))]
    if problems:
        raise IncomparableError(problems)
