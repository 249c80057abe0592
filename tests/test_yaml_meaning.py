"""The builder over libyaml's events says what an independent YAML 1.2 parser says."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from planversion.yamltext.parsing import parse
from planversion.yamltext.positions import locate

# Where ruamel.yaml follows YAML 1.1 although it says 1.2, and what 1.2's core schema says.
DIFFERENCES = {
    "1_000": "1_000",
    "0b11": "0b11",
    "2026-04-01": "2026-04-01",
    "2026-04-01T10:00:00Z": "2026-04-01T10:00:00Z",
    "012": 12,
    "=": "=",
    "<<": "<<",
    "0o14": 12,
}
PLAIN = [
    *("no", "yes", "off", "on", "~", "null", "Null", "true", "True", "false", "FALSE", "y"),
    *("1", "-1", "+1", "1.5", "1e3", ".5", "1.", "0x1f", "1:30", "12e03", "1-2", "-", "--"),
    *("地域", "a b", "a#b", "第1期", "(再掲)", "①", "012a", "1,000", "a:b"),
]


def theirs(text: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return YAML(typ="safe", pure=True).load(StringIO(text))


@pytest.mark.parametrize("scalar", [one for one in PLAIN if one not in ("-", "--")])
def test_a_plain_scalar_means_the_same(scalar: str) -> None:
    assert parse(f"a: {scalar}\n")[0] == theirs(f"a: {scalar}\n")


@pytest.mark.parametrize(("scalar", "meaning"), DIFFERENCES.items())
def test_where_they_differ_the_core_schema_is_followed(scalar: str, meaning: object) -> None:
    found = parse(f"a: {scalar}\n")[0]["a"]
    assert (found, type(found)) == (meaning, type(meaning))
    assert not isinstance(found, date | datetime)


scalars = st.sampled_from([one for one in PLAIN if one not in DIFFERENCES])
values = st.recursive(
    scalars.map(lambda text: f"'{text}'") | st.sampled_from(["1", "地域", "a b", "no", '"x\\n"']),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs.items()) + "}"
        )
    ),
    max_leaves=8,
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document of block and flow style, with comments, folded and literal text."""
    lines = []
    for key in draw(st.lists(st.sampled_from("abcdefg"), unique=True, min_size=1)):
        style = draw(st.sampled_from(["flow", "list", "literal", "folded", "nested"]))
        value = draw(values)
        lines += {
            "flow": [f"{key}: {value}  # 注"],
            "list": [f"{key}:", f"- {value}", "# 間", f"- {value}"],
            "literal": [f"{key}: |-", "  一行目", "", "    二行目 # 本文"],
            "folded": [f"{key}: >", "  一行目", "  二行目", ""],
            "nested": [f"{key}:", f"  x: {value}", f"  'y': {value}"],
        }[style]
    return "\n".join(lines) + "\n"


@given(documents())
def test_a_document_says_the_same_and_every_node_is_found(text: str) -> None:
    tree, complaints = parse(text)
    assert complaints == ()
    assert tree == theirs(text)
    spans = locate(text)
    for path in _paths(tree):
        assert spans[path].start <= spans[path].end


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if not isinstance(value, dict | list):
        return [path]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [path, *(found for key, item in items for found in _paths(item, (*path, key)))]
