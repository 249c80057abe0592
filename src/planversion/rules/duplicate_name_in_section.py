"""A row has the name of another row of its section.

Whoever reads the section takes the two for one project, or for a line that was pasted twice. If it
is one project, one row says it, with all departments. If there are two, what tells them apart
belongs beside the name: other departments, or a description of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.likenesses import Listing, listings, told_apart
from planversion.yamltext import Source

_FILE = """
departments: [{{name: 福祉課}}, {{name: 住宅課}}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}}
      - {{id: p-bbbbbbbbbq, name: 健康相談の実施, departments: [{}]}}
"""

EXAMPLES = (
    Example(
        "a row that was pasted twice",
        new=_FILE.format("福祉課"),
        says="the section lists 健康相談の実施 already",
    ),
    Example("a row for each department", new=_FILE.format("住宅課")),
)


Key = tuple[object, ...]


@rule("edition", "warning", EXAMPLES)
def duplicate_name_in_section(source: Source) -> Iterator[Verdict]:
    """A verdict at every row that reads as one above it in the same section."""
    for first, row in repeated(listings(source.edition)):
        what = say("the section lists {name} already", name=first.name)
        mend = say("Delete one of the two, or describe what each of them is.")
        yield Verdict(row.path, what, mend, (first.about, row.about))


def repeated(rows: Iterable[Listing]) -> Iterator[tuple[Listing, Listing]]:
    """Every row that reads as one before it in the same section, behind that one."""
    seen: dict[Key, Listing] = {}
    for row in rows:
        place: Key = (row.section, row.plain)
        # By department, for rows of one name may each be of another one.
        named: list[Key] = [(*place, name) for name in row.departments] or [place]
        alike = [seen[one] for one in (*named, (*place, None)) if one in seen]
        first = next((one for one in alike if not told_apart(one, row)), None)
        if first:
            yield first, row
        for one in (place, *named, *([] if row.departments else [(*place, None)])):
            seen.setdefault(one, row)
