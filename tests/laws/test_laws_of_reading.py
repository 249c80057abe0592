"""A version of a file says the same, however many of its chapters were parsed before."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from planversion.yamltext.chapters import parse_by_chapters
from planversion.yamltext.parsing import ComplaintError, parse

HEAD = "schema: 1\nplan: {id: p, title: 計画}  # 注\nlevels:\n- {name: 目標}\n"
CHAPTER = """\
{0}- number: {1}
{0}  title: 'はじめに'
{0}  # 間の注
{0}  projects:
{0}    - name: "相談
{0}        の充実"
{0}      description: |
{0}        一行目

{0}        - 二行目
{0}  sections:
{0}    - title: >+
{0}        下の章
"""
TAIL = "# 終わりの注\nlineage:\n- {from: [a], to: [b]}\nexplanations: []\n"
FRAGMENTS = (
    *(
        "'",
        '"',
        "- ",
        "\n- ",
        "\n  - ",
        "#",
        " #",
        "sections:\n",
        "\nsections:\n",
        "\n'sections': []",
    ),
    *("|\n", "|+\n", ">-\n", "{", "}", "[", "]", ":", ": ", ",", "\n...\n", "\n---\n", "&a ", "*a"),
    *(
        "!t ",
        "\t",
        "\r\n",
        "x",
        " ",
        "\n",
        "? ",
        "\n%YAML 1.2\n",
        "\n\n",
        "\nlineage:\n",
        "012",
        "[" * 99,
    ),
)


def outcome(parser: Any, text: str) -> str:
    try:
        return repr(parser(text))
    except ComplaintError as error:
        return repr(error.complaint)


@st.composite
def versions(draw: st.DrawFn) -> str:
    """A file with damages and edits at any place."""
    indent = draw(st.sampled_from(["", "  ", "    "]))
    chapters = [CHAPTER.format(indent, number) for number in range(draw(st.integers(1, 3)))]
    text = f"{HEAD}sections:\n{''.join(chapters)}{draw(st.sampled_from(['', TAIL]))}"
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 2, 10, 60]))
        text = text[:start] + draw(st.sampled_from(FRAGMENTS)) + text[end:]
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


@given(versions())
@example('a: "\nsections:\n- x\n" #\n"sections": [x]\n')
@example("a: 1\nsections:\n- x\nsections:\n- y\n")
@example("a: 1\nsections:\n- - x\n  - y\n- |+\n\n  a\n\n\nb: 1\n")
def test_chapters_say_what_the_whole_file_says(text: str) -> None:
    assert outcome(parse_by_chapters, text) == outcome(parse, text)


def test_what_was_parsed_before_is_what_is_had_again() -> None:
    one, other = (
        f"{HEAD}sections:\n{CHAPTER.format('  ', 1)}{CHAPTER.format('  ', number)}{TAIL}"
        for number in (2, 3)
    )
    first, second = parse_by_chapters(one)[0], parse_by_chapters(other)[0]
    assert second == parse(other)[0]
    assert first["sections"][0] is second["sections"][0]
    assert first["sections"][1] is not second["sections"][1]
