"""Random pairs of editions over one small pool of ids, so that everything happens to somebody."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from planversion import ids
from planversion.model import Edition
from planversion.model.saying import written
from planversion.patching.commenting import Comments
from planversion.patching.formatting import Writer
from planversion.yamltext import Source, read_edition

PROJECTS = [f"p-{body}{ids.check_character(body)}" for body in (f"{n:09}" for n in range(7))]
SECTIONS = [f"s-{body}{ids.check_character(body)}" for body in (f"{n:09}" for n in range(5))]
DEPARTMENTS = ["健康課", "住宅課", "地域共生課", "生活福祉課"]
NAMES = ["相談の実施", "相談の開催", "相談の充実", "見守り", "見守り <b>", "=1+1"]

names = st.sampled_from(NAMES)
notes = st.none() | st.sampled_from(["誤植か", "推定"])
some_departments = st.lists(st.sampled_from(DEPARTMENTS), unique=True, max_size=3)
attributes = st.fixed_dictionaries(
    {},
    optional={
        "a": st.none() | st.booleans() | st.integers(0, 2),
        "b": st.lists(st.integers(0, 2), max_size=2),
    },
)


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


@st.composite
def records(draw: st.DrawFn, identifier: str) -> dict[str, Any]:
    return _without_none(
        {
            "id": identifier,
            "name": draw(names),
            "departments": draw(some_departments),
            "description": draw(st.none() | names),
            "note": draw(notes),
            "inferred": draw(st.sampled_from([[], ["departments"]])),
            "attributes": draw(attributes),
        }
    )


@st.composite
def relistings(draw: st.DrawFn, identifier: str) -> dict[str, Any]:
    return _without_none(
        {
            "relists": identifier,
            "as": draw(st.none() | names),
            "departments": draw(st.none() | some_departments),
            "marked": draw(st.booleans()),
            "moved_from": draw(st.none() | st.sampled_from(SECTIONS)),
            "note": draw(notes),
        }
    )


@st.composite
def outlines(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A random tree of some of the sections, with random listings of some of the projects."""
    chosen = draw(st.permutations(SECTIONS))[: draw(st.integers(1, len(SECTIONS)))]
    nodes: list[dict[str, Any]] = []
    top: list[dict[str, Any]] = []
    for identifier in chosen:
        node: dict[str, Any] = _without_none(
            {
                "id": identifier,
                "title": draw(names),
                "number": draw(st.none() | st.integers(1, 3) | st.just("2の2")),
                "note": draw(notes),
            }
        )
        node |= {"projects": [], "sections": []}
        above = draw(st.sampled_from([None, *nodes]))
        (top if above is None else above["sections"]).append(node)
        nodes.append(node)
    for identifier in draw(st.lists(st.sampled_from(PROJECTS), unique=True)):
        _list(draw, identifier, nodes)
    return top


def _list(draw: st.DrawFn, identifier: str, nodes: list[dict[str, Any]]) -> None:
    indexes = st.integers(0, len(nodes) - 1)
    places = draw(st.lists(indexes, unique=True, min_size=1, max_size=3))
    for position, place in enumerate(places):
        entry = draw(relistings(identifier) if position else records(identifier))
        rows = nodes[place]["projects"]
        rows.insert(draw(st.integers(0, len(rows))), entry)


@st.composite
def editions(draw: st.DrawFn, identifier: str, previous: str | None = None) -> Edition:
    departments = draw(st.permutations(DEPARTMENTS))[: draw(st.integers(0, 4))]
    statements = draw(st.lists(lineages(), max_size=3)) if previous else []
    return Edition.model_validate(
        {
            "schema": 1,
            "plan": {"id": "x", "title": draw(names)},
            "edition": _without_none(
                {"id": identifier, "label": "版", "status": "draft", "previous": previous}
            ),
            "levels": [{"name": "目標", "code": draw(st.sampled_from(["{n}", "({n})"]))}],
            "departments": [draw(declared(name, previous)) for name in departments],
            "sections": draw(outlines()),
            "lineage": statements,
            "explanations": draw(st.lists(explanations(), max_size=2)),
        }
    )


@st.composite
def declared(draw: st.DrawFn, name: str, previous: str | None) -> dict[str, Any]:
    others = st.lists(st.sampled_from(DEPARTMENTS), unique=True, max_size=2)
    if previous is None:
        return {"name": name}
    return {"name": name, "succeeds": draw(others), "takes_from": draw(others)}


@st.composite
def lineages(draw: st.DrawFn) -> dict[str, Any]:
    pool = draw(st.sampled_from([PROJECTS, SECTIONS]))
    members = st.lists(st.sampled_from(pool), unique=True, max_size=3)
    old, new = draw(st.tuples(members, members).filter(any))
    return {"from": old, "to": new, "reason": draw(names)}


@st.composite
def explanations(draw: st.DrawFn) -> dict[str, Any]:
    return {"id": draw(st.sampled_from(PROJECTS)), "reason": draw(names)}


pairs = st.tuples(editions("1"), editions("2", "1"))


@st.composite
def commented(draw: st.DrawFn, some: st.SearchStrategy[Edition]) -> Source:
    """The file of an edition as people write it: some keys have a comment above or beside them."""
    edition = draw(some)
    lines = list(Writer(Comments()).mapping(written(edition), (), 0))
    for index in draw(st.lists(st.integers(0, len(lines) - 1), max_size=3, unique=True)):
        text = draw(st.sampled_from(["# 要確認", "# TODO", "# a: b"]))
        if draw(st.booleans()):
            indent = " " * (len(lines[index]) - len(lines[index].lstrip(" ")))
            lines[index] = f"{indent}{text}\n{lines[index]}"
        else:
            lines[index] = f"{lines[index]} {text}"
    return read_edition("".join(f"{line}\n" for line in lines).encode(), "edition.yaml")
