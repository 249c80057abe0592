"""A project names a department that the edition doesn't declare.

A slip in a department's name splits its projects over two departments, and a reorganisation that is
declared for the one then leaves the other behind. Departments are declared in one place, so that a
slip is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from planversion.messages import say
from planversion.model.places import key
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.outlines import rows
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "a slip of the pen",
        new="""
departments: [{name: 地域共生課}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [地域共生課]}
      - {id: p-bbbbbbbbbq, name: 栄養相談の実施, departments: [地城共生課]}
""",
        says="地城共生課 is no declared department",
    ),
    Example(
        "declared",
        new="""
departments: [{name: 地域共生課}, {name: 健康課}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [地域共生課, 健康課]}
""",
    ),
)


@rule("edition", "error", EXAMPLES, needs=["departments"])
def undeclared_department(source: Source) -> Iterator[Verdict]:
    """A verdict at every name that isn't declared."""
    declared = [department.name for department in source.edition.departments]
    known = set(declared)
    for entry, path, _ in rows(source.edition):
        for number, name in enumerate(entry.departments or ()):
            if name not in known:
                yield _verdict(name, (*path, "departments", number), key(entry), declared)


def _verdict(name: str, path: tuple[str | int, ...], project: str, declared: list[str]) -> Verdict:
    close = get_close_matches(name, declared, 1)
    mend = (
        say("Did you mean {name}?", name=close[0])
        if close
        else say("Declare it under departments: with its name.")
    )
    what = say("{name} is no declared department", name=name)
    return Verdict(path, what, mend, (project, name))
