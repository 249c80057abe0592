"""However a file is laid out, what is written into it leaves all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laws.layouts import layout
from planversion import read_edition
from planversion.model import Edition
from planversion.model.saying import written
from planversion.patching import canonical, mint, patch
from planversion.yamltext import Source

seeds = st.integers(0, 1 << 32)


def read(text: str) -> Source:
    return read_edition(text.encode(), "edition.yaml")


def comments(text: str) -> list[int]:
    """The numbers of the comments, as they follow one another."""
    return [int(number) for number in re.findall(r"# c(\d+)\.", text)]


def is_only_put_into(text: str, other: str) -> bool:
    """Whether the other text is the one with something put in."""
    characters = iter(other)
    return all(one in characters for one in text)


@given(seeds)
def test_minting_only_puts_something_in(seed: int) -> None:
    text, _ = layout(seed)
    after = mint(read(text)).text
    assert is_only_put_into(text, after)
    assert comments(after) == comments(text)
    assert mint(read(after)).minted == ()


@given(seeds)
def test_the_canonical_form_keeps_every_comment_and_is_final(seed: int) -> None:
    text, count = layout(seed)
    formatted = canonical(read(text))
    assert sorted(comments(formatted)) == list(range(1, count + 1))
    assert read(formatted).edition == read(text).edition
    assert canonical(read(formatted)) == formatted


@given(seeds)
def test_what_is_changed_or_put_in_loses_no_comment(seed: int) -> None:
    found = read(mint(read(layout(seed)[0])).text)
    values: Any = written(found.edition)
    for section in sections(values):
        section |= {"title": "改題 # 1", "note": "二行の\n注記"}
        section["projects"] = [*section.get("projects", []), {"name": "新規"}]
    after = patch(found, Edition.model_validate(values)).decode()
    assert comments(after) == comments(found.text)


def sections(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in values.get("sections", []):
        yield section
        yield from sections(section)
