"""A lineage doubts somebody whom it doesn't name.

Under unsure stand those under from and to whose place there a careful reader would doubt. An id
that stands in neither is a slip, and the doubt reaches nobody: whoever it was meant for is told as
certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

_FILE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}}
      - {{id: p-bbbbbbbbbq, name: 栄養相談の実施, departments: [福祉課]}}
lineage:
  - {{from: [p-ccccccccc6], to: [p-bbbbbbbbbq], reason: 改めた。, unsure: [{}]}}
"""

EXAMPLES = (
    Example(
        "the id of another project",
        new=_FILE.format("p-aaaaaaaaa5"),
        says="p-aaaaaaaaa5 stands neither under from nor under to",
    ),
    Example("the project that is doubted", new=_FILE.format("p-bbbbbbbbbq")),
)


@rule("edition", "warning", EXAMPLES)
def unsure_not_named(source: Source) -> Iterator[Verdict]:
    """A verdict at every doubt that is of no member of its lineage."""
    for index, record in enumerate(source.edition.lineage):
        named = {*record.old, *record.new}
        for number, identifier in enumerate(record.unsure):
            if identifier not in named:
                what = say("{id} stands neither under from nor under to", id=identifier)
                mend = say("Name who is doubted, as from or to has it.")
                about = identifier, *record.old, *record.new
                yield Verdict(("lineage", index, "unsure", number), what, mend, about)
