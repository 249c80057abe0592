"""A section of the edition before is gone, and nothing says what became of it.

Goals and measures are what a plan is argued about, and readers cite them by name. Say under lineage
which section took over, or why it ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.identities import living_path, unpaired
from planversion.rules.looking.subjects import Step

_OLD = """
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
  - {id: s-bbbbbbbbbq, number: 2, title: 学び合うまち}
"""
_NEW = """
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合い学び合うまち}
"""

EXAMPLES = (
    Example(
        "gone without a word",
        old=_OLD,
        new=_NEW,
        says="学び合うまち (s-bbbbbbbbbq) is gone, and nothing says what became of it",
    ),
    Example(
        "merged with another",
        old=_OLD,
        new=f"{_NEW}lineage:\n  - {{from: [s-bbbbbbbbbq], to: [s-aaaaaaaaa5]}}\n",
    ),
)


@rule("step", "warning", EXAMPLES)
def section_vanished(step: Step) -> Iterator[Verdict]:
    """A verdict for every section that ended without a word, where what it stood in stands now."""
    old, new = step.comparison.matching.old, step.comparison.matching.new
    for section in unpaired(step.comparison.matching.sections).ended:
        if section not in step.changed_ids:
            place = old.places[section]
            title = place.section.title
            what = say(
                "{name} ({id}) is gone, and nothing says what became of it", name=title, id=section
            )
            told = f"- {{from: [{section}], to: [], reason: …}}"
            mend = say("Write under lineage whom it became, or why it ended: {yaml}", yaml=told)
            yield Verdict(living_path(place.above, new), what, mend, (section,), place.path)
