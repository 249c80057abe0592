"""A department succeeds, or takes projects from, departments that the edition before has.

A slip in the name of a predecessor undoes the whole succession: every project of the department is
then told as given to another one, for no reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from planversion.errors import Problem
from planversion.messages import say
from planversion.model import Path
from planversion.yamltext import Source

RULE = "unknown-predecessor"


def check_step(source: Source, before: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every predecessor that the edition before doesn't declare."""
    known = [department.name for department in before.edition.departments]
    for index, department in enumerate(source.edition.departments):
        for key in ("succeeds", "takes_from"):
            for number, name in enumerate(getattr(department, key)):
                if name not in known:
                    yield ("departments", index, key, number), _problem(name, known)


def _problem(name: str, known: list[str]) -> Problem:
    close = get_close_matches(name, known, 1)
    mend = say("Write its name as the edition before has it.")
    if close:
        mend = say("Did you mean {name}?", name=close[0])
    return Problem(RULE, say("{name} is no department of the edition before", name=name), mend)
