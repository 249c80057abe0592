"""A department is said to be succeeded, and is still there.

Who is succeeded has ended. Where a department lives on and only gave some projects away,
takes_from is the word; otherwise all its projects are told as passed on, those that stayed among
them.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Step

_OLD = """
departments: [{name: 都市計画課}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 公共交通の検討, departments: [都市計画課]}
      - {id: p-bbbbbbbbbq, name: 景観の保全, departments: [都市計画課]}
"""
_NEW = """
departments: [{{name: 交通課, {word}: [都市計画課]}}, {{name: 都市計画課}}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 公共交通の検討, departments: [交通課]}}
      - {{id: p-bbbbbbbbbq, name: 景観の保全, departments: [都市計画課]}}
"""

EXAMPLES = (
    Example(
        "succeeded, and still at work",
        old=_OLD,
        new=_NEW.format(word="succeeds"),
        says="都市計画課 is succeeded by 交通課, and is still there",
    ),
    Example("gave a project away", old=_OLD, new=_NEW.format(word="takes_from")),
)


@rule("step", "error", EXAMPLES)
def succession_contradicted(step: Step) -> Iterator[Verdict]:
    """A verdict at every succeeded department that the edition still declares."""
    departments = step.new.edition.departments
    there = {department.name for department in departments}
    for index, heir in enumerate(departments):
        for number, name in enumerate(heir.succeeds):
            if name in there and name != heir.name:
                what = say(
                    "{old} is succeeded by {new}, and is still there", old=name, new=heir.name
                )
                mend = say("Write takes_from instead of succeeds, or delete the department.")
                path = ("departments", index, "succeeds", number)
                yield Verdict(path, what, mend, (heir.name, name))
