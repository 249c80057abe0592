"""The schemas in `schema/` are what the models say, and an independent validator agrees."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, get_args

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planversion import compare, read_edition, write_diff
from planversion.documents import Of
from planversion.linking import step
from planversion.model import Edition
from planversion.policy import Config
from planversion.rendering.suggestions_document import document as suggestions_document
from planversion.schemas import Dialect, schema_of
from planversion.yamltext.parsing import ComplaintError, parse

ROOT = Path(__file__).parents[1]
EDITIONS = sorted((ROOT / "editions").rglob("*.yaml"))
CASES = sorted((ROOT / "tests/cases").rglob("*.yaml"))
SHAPES = [(of, dialect) for of in get_args(Of) for dialect in get_args(Dialect)]
JUDGES = [
    jsonschema_rs.validator_for(schema_of("edition", d), validate_formats=True)
    for d in get_args(Dialect)
]

# A check character, an id that stands twice and a style of numbering are beyond a JSON Schema.
BEYOND = {"check_character", "unsound", "numbering"}


def agrees(tree: Any) -> bool:
    """Whether the models and both dialects judge alike, as far as a schema can express it."""
    try:
        Edition.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as error:
        kinds = {found["type"] for found in error.errors()}
        return kinds <= BEYOND or not any(judge.is_valid(tree) for judge in JUDGES)
    return all(judge.is_valid(tree) for judge in JUDGES)


@pytest.mark.parametrize(("of", "dialect"), SHAPES)
def test_the_file_is_what_the_models_say(of: Of, dialect: Dialect) -> None:
    middle = "" if dialect == "2020-12" else ".draft-07"
    path = ROOT / "schema" / f"{of}{middle}.schema.json"
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written == schema_of(of, dialect), (
        f"planversion schema {of} --dialect {dialect} -o {path}"
    )


@pytest.mark.parametrize(("of", "dialect"), SHAPES)
def test_the_schema_is_valid_in_its_dialect(of: Of, dialect: Dialect) -> None:
    assert jsonschema_rs.meta.is_valid(schema_of(of, dialect))


@pytest.mark.parametrize(("of", "dialect"), SHAPES)
def test_an_editor_shows_help_for_every_key_of_a_file(of: Of, dialect: Dialect) -> None:
    if of == "diff":
        return
    schema = schema_of(of, dialect)
    shapes = [schema, *schema.get("$defs", {}).values(), *schema.get("definitions", {}).values()]
    for shape in shapes:
        for key, prop in shape.get("properties", {}).items():
            assert prop.get("description"), f"{shape['title']}.{key}"


@pytest.mark.parametrize("path", [*EDITIONS, *CASES], ids=lambda path: str(path.relative_to(ROOT)))
def test_both_judge_a_file_alike(path: Path) -> None:
    try:
        tree, _ = parse(path.read_bytes().decode())
    except (ComplaintError, UnicodeDecodeError):
        return  # no YAML, so there is nothing to judge
    assert agrees(tree)


@pytest.mark.parametrize("dialect", get_args(Dialect))
def test_the_diff_of_the_real_plan_is_valid(dialect: Dialect) -> None:
    old, new = (read_edition(path.read_bytes(), path.name).edition for path in EDITIONS)
    document = json.loads(write_diff(compare(old, new).diff))
    jsonschema_rs.validator_for(schema_of("diff", dialect)).validate(document)


@pytest.mark.parametrize("dialect", get_args(Dialect))
def test_what_is_suggested_for_the_real_plan_is_valid(dialect: Dialect) -> None:
    old, new = (read_edition(path.read_bytes(), path.name).edition for path in EDITIONS)
    found = step([old], new, ignore_ids=True)
    written = json.loads(suggestions_document([found]))
    assert written["steps"][0]["projects"]
    jsonschema_rs.validator_for(schema_of("suggestions", dialect)).validate(written)


@pytest.mark.parametrize("dialect", get_args(Dialect))
def test_the_conflicts_of_every_case_are_valid(dialect: Dialect) -> None:
    judge = jsonschema_rs.validator_for(schema_of("merge", dialect))
    for path in (ROOT / "tests/cases/merge").glob("*/expected.json"):
        judge.validate(json.loads(path.read_text(encoding="utf-8")))


VALID = parse((ROOT / "tests/cases/compare/split/new.yaml").read_text(encoding="utf-8"))[0]
WRONG = st.sampled_from([None, 0, 1, "", "x", [], {}, [""], {"x": 1}, True, 1.5, "p-0000000000"])


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, item in items:
        found.append((*path, key))
        if isinstance(item, dict | list):
            found += places(item, (*path, key))
    return found


@given(st.sampled_from(places(VALID)), st.sampled_from(["drop", "add", "put"]), WRONG)
def test_both_judge_a_slip_alike(path: tuple[Any, ...], slip: str, wrong: Any) -> None:
    tree = copy.deepcopy(VALID)
    parent = tree
    for key in path[:-1]:
        parent = parent[key]
    if slip == "drop":
        del parent[path[-1]]
    elif slip == "put":
        parent[path[-1]] = wrong
    elif isinstance(parent, dict):
        parent["unknown"] = wrong
    assert agrees(tree)


@pytest.mark.parametrize("version", [1, 1.0, True, False, 1.5, 2, "1", None])
def test_both_judge_the_version_of_the_format_alike(version: Any) -> None:
    assert agrees(VALID | {"schema": version})


def test_the_configuration_of_this_repository_is_valid() -> None:
    judge = jsonschema_rs.validator_for(schema_of("config"))
    assert judge.is_valid(Config().model_dump(mode="json", by_alias=True))
