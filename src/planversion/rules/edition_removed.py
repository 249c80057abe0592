"""The file of an edition is gone.

An edition that was replaced stays: the next one is compared with it, and whoever asks what became
of a project is led through it. Restore the file. A draft in which nothing stood yet is no loss.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "an adopted edition deleted",
        new="""
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
""",
        says="edition 2 (第2期) is gone",
    ),
    Example(
        "a draft in which nothing stood yet",
        new="edition: {id: '2', label: 第2期, status: draft, previous: '1'}",
    ),
)


@rule("gone", "error", EXAMPLES, {"draft": "warning", "consultation": "warning"})
def edition_removed(source: Source) -> Iterator[Verdict]:
    """A verdict for an edition that is gone."""
    edition = source.edition
    if edition.header.status != "draft" or edition.sections:
        what = say("edition {id} ({label}) is gone", id=edition.id, label=edition.header.label)
        mend = say("Restore its file.")
        yield Verdict((), what, mend, (edition.id,))
