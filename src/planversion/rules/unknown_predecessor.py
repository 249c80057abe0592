"""A department succeeds, or takes projects from, a department that the edition before doesn't have.

A slip in the name of a predecessor undoes the whole succession: every project of the department is
then told as given to another one, for no reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from planversion.messages import say
from planversion.model import Path
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Step

_OLD = """
departments: [{name: 生活福祉課}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [生活福祉課]}
"""
_NEW = """
departments: [{{name: 地域共生課, succeeds: [{}]}}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [地域共生課]}}
"""

EXAMPLES = (
    Example(
        "a slip in the name",
        old=_OLD,
        new=_NEW.format("生活福社課"),
        says="生活福社課 is no department of the edition before",
    ),
    Example("the name as it was", old=_OLD, new=_NEW.format("生活福祉課")),
)


@rule("step", "error", EXAMPLES)
def unknown_predecessor(step: Step) -> Iterator[Verdict]:
    """A verdict at every predecessor that the edition before doesn't declare."""
    known = [department.name for department in step.old.edition.departments]
    for index, department in enumerate(step.new.edition.departments):
        for key in ("succeeds", "takes_from"):
            for number, name in enumerate(getattr(department, key)):
                if name not in known:
                    path = ("departments", index, key, number)
                    yield _verdict(name, path, department.name, known)


def _verdict(name: str, path: Path, heir: str, known: list[str]) -> Verdict:
    close = get_close_matches(name, known, 1)
    mend = say("Write its name as the edition before has it.")
    if close:
        mend = say("Did you mean {name}?", name=close[0])
    what = say("{name} is no department of the edition before", name=name)
    return Verdict(path, what, mend, (heir, name))
