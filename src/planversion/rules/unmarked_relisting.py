"""A project reads as another one that stands in another section.

The same name, carried by the same departments, is mostly the same project, listed once more (再掲).
With a record and an id of its own it is counted twice, and what is changed at the one listing is
missing at the other. A listing once more has no record: it says relists and the id of the project.
If it is another project, a description of each tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.duplicate_name_in_section import repeated
from planversion.rules.looking.likenesses import Listing, listings, told_apart
from planversion.yamltext import Source

_FILE = """
departments: [{{name: 福祉課}}, {{name: 住宅課}}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - id: p-aaaaaaaaa5
        name: 健康相談の実施
        departments: [福祉課]
        description: 窓口で相談を受ける。
  - id: s-bbbbbbbbbq
    number: 2
    title: 学び合うまち
    projects:
      - {}
"""

EXAMPLES = (
    Example(
        "the same name and departments in another section",
        new=_FILE.format("{id: p-bbbbbbbbbq, name: 健康相談の実施, departments: [福祉課]}"),
        says="健康相談の実施 is listed in another section already",
    ),
    Example(
        "the mark in the name",
        new=_FILE.format("{id: p-bbbbbbbbbq, name: 健康相談の実施（再掲）, departments: [福祉課]}"),
        says="健康相談の実施 is listed in another section already",
    ),
    Example("listed once more", new=_FILE.format("{relists: p-aaaaaaaaa5, marked: true}")),
    Example(
        "the same name, another department",
        new=_FILE.format("{id: p-bbbbbbbbbq, name: 健康相談の実施, departments: [住宅課]}"),
    ),
    Example(
        "the same name, another description",
        new=_FILE.format(
            "{id: p-bbbbbbbbbq, name: 健康相談の実施, departments: [福祉課], "
            "description: 学校を巡り、健康の相談を受ける。}"
        ),
    ),
)


Key = tuple[object, ...]


@rule("edition", "warning", EXAMPLES)
def unmarked_relisting(source: Source) -> Iterator[Verdict]:
    """A verdict at every record that reads as a record in another section."""
    rows = [*listings(source.edition)]
    repeating = {row.path for _, row in repeated(rows)}
    seen: dict[Key, Listing] = {}
    # Whoever is marked may stand before the record that it lists once more.
    for row in sorted((row for row in rows if row.record), key=lambda row: row.marked):
        alike = [seen[one] for one in _sought(row) if one in seen]
        first = next((one for one in alike if _is_once_more(one, row)), None)
        if first and row.path not in repeating:
            what = say("{name} is listed in another section already", name=first.name)
            yield Verdict(row.path, what, _mend(first, row), (first.about, row.about))
        elif not first:
            for one in _found_by(row):
                seen.setdefault(one, row)


def _is_once_more(first: Listing, row: Listing) -> bool:
    return first.section != row.section and (row.marked or not told_apart(first, row))


def _found_by(row: Listing) -> Iterator[Key]:
    """All by which it can be found again: the first of a name, of what else it says, of neither."""
    carried = row.plain, frozenset(row.departments)
    yield (row.plain,)
    yield carried
    yield (*carried, row.project.description)


def _sought(row: Listing) -> Iterator[Key]:
    """By what a row's record is looked for, from the nearest likeness."""
    carried, description = (row.plain, frozenset(row.departments)), row.project.description
    if description:
        yield (*carried, description)
    # A name alone is no likeness: many sections have their 普及啓発の推進.
    if row.departments:
        yield (*carried, None) if description else carried
    if row.marked:
        yield from (carried, (row.plain,))


def _mend(first: Listing, row: Listing) -> Message:
    if first.project.id is None:
        return say(
            "Run planversion ids mint on the file, and write relists: and the first one's id."
        )
    line = _relisting(first.project.id, first, row)
    return say("If it is the same project, write in its place: {line}", line=line)


def _relisting(identifier: str, first: Listing, row: Listing) -> str:
    """The line that lists the first one once more, as it is printed here."""
    # Only a finding needs what files are written with.
    from planversion.patching.quoting import scalar  # noqa: PLC0415

    said = {"relists": identifier}
    if row.name != first.name:
        said["as"] = scalar(row.name)
    if row.departments and row.departments != first.departments:
        said["departments"] = f"[{', '.join(map(scalar, row.departments))}]"
    if row.marked:
        said["marked"] = "true"
    written = ", ".join(f"{name}: {value}" for name, value in said.items())
    return f"- {written}" if len(said) == 1 else f"- {{{written}}}"
