"""A lineage says nothing, or names somebody twice.

Whoever became itself simply lives on, which the id says already; and whoever stands twice on one
side stands there once. Mostly an id was copied and the other, that was meant for its place, is
missing: that project vanishes without a word. Write the id that was meant, or delete the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Lineage, Path
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

_FILE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}}
lineage:
  - {{from: [{}], to: [{}], reason: 統合した。}}
"""

EXAMPLES = (
    Example(
        "a project that became itself",
        new=_FILE.format("p-aaaaaaaaa5", "p-aaaaaaaaa5"),
        says="p-aaaaaaaaa5 becomes itself here, and nobody else is named",
    ),
    Example(
        "the same project twice",
        new=_FILE.format("p-bbbbbbbbbq, p-bbbbbbbbbq", "p-aaaaaaaaa5"),
        says="p-bbbbbbbbbq stands under from already",
    ),
    Example(
        "a project that took another in",
        new=_FILE.format("p-aaaaaaaaa5, p-bbbbbbbbbq", "p-aaaaaaaaa5"),
    ),
)


@rule("edition", "error", EXAMPLES)
def idle_lineage(source: Source) -> Iterator[Verdict]:
    """A verdict at every record of one who became itself, and at every id that stands twice."""
    for index, record in enumerate(source.edition.lineage):
        path = ("lineage", index)
        yield from _itself(record, path)
        for key, ids in (("from", record.old), ("to", record.new), ("unsure", record.unsure)):
            yield from _twice(ids, (*path, key))


def _itself(record: Lineage, path: Path) -> Iterator[Verdict]:
    named = {*record.old, *record.new}
    if {*record.old} == {*record.new} and len(named) == 1:
        (identifier,) = named
        what = say("{id} becomes itself here, and nobody else is named", id=identifier)
        mend = say("Name who else it is about, or delete the record: who lives on keeps its id.")
        yield Verdict(path, what, mend, (identifier,))


def _twice(ids: tuple[str, ...], path: Path) -> Iterator[Verdict]:
    for index, identifier in enumerate(ids):
        if identifier in ids[:index]:
            what = say("{id} stands under {key} already", id=identifier, key=path[-1])
            mend = say("Name the other that was meant, or delete it.")
            yield Verdict((*path, index), what, mend, (identifier, str(path[-1])))
