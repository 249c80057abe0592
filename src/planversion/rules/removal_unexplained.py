"""A project is declared as ended, and no reason is given.

That it ended is half the answer. Readers, council members and the next planner ask why: finished,
handed to another body, given up? One sentence is enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

_NEW = """
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
lineage:
"""

EXAMPLES = (
    Example(
        "ended, and nobody says why",
        new=f"{_NEW}  - {{from: [p-bbbbbbbbbq], to: []}}\n",
        says="p-bbbbbbbbbq ended, and no reason is given",
    ),
    Example(
        "ended for a reason",
        new=f"{_NEW}  - {{from: [p-bbbbbbbbbq], to: [], reason: 県の事業に移った。}}\n",
    ),
)


@rule("edition", "warning", EXAMPLES, {"draft": "info"})
def removal_unexplained(source: Source) -> Iterator[Verdict]:
    """A verdict at every ending in the lineage that has no reason."""
    for index, record in enumerate(source.edition.lineage):
        if record.old and not record.new and not record.reason:
            what = say("{ids} ended, and no reason is given", ids=", ".join(record.old))
            mend = say("Write the reason: in a sentence for the reader.")
            yield Verdict(("lineage", index), what, mend, record.old)
