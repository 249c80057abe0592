"""What is no YAML: where it began to go wrong, what is wrong, and how to mend it."""

from __future__ import annotations

import re

import yaml

from planversion.messages import Message, say
from planversion.yamltext.parsing import TOO_DEEP, Complaint

_PROBLEMS: dict[str, Message] = {
    "could not find expected ':'": say("a key without a colon and a space behind it"),
    "mapping values are not allowed in this context": say("a colon where no key can stand"),
    "did not find expected key": say("a line that is no key of the mapping it stands in"),
    "did not find expected '-' indicator": say("a line that is no item of the list it stands in"),
    "block sequence entries are not allowed in this context": say(
        "an item of a list where none can stand"
    ),
    "did not find expected ',' or ']'": say("a list in brackets that is not closed"),
    "did not find expected ',' or '}'": say("a mapping in braces that is not closed"),
    "did not find expected node content": say("nothing where a value was expected"),
    "found unexpected end of stream": say("quotes that are never closed"),
    "found unexpected document indicator": say("quotes that are never closed"),
    "found a tab character that violates indentation": say("a tab in the indentation"),
    "found character that cannot start any token": say(
        "a character that can't begin a value without quotes"
    ),
    "found unknown escape character": say("an unknown escape after a backslash"),
    "did not find expected <document start>": say("something behind the end of the document"),
}
"""By libyaml's own words (scanner.c, parser.c), what a planner would call it."""

_FROM_ITS_BEGINNING = ("quoted scalar", "flow mapping", "flow sequence")
"""What is told where it was opened; its end is wherever libyaml gave up."""

_SLIPS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (
        re.compile(r"：(?!.*: )"),
        say("The colon is full-width; write a plain colon and a space."),
    ),
    (
        re.compile(r"^ *\u3000"),
        say("The space before it is full-width; indent with plain spaces."),
    ),
    (re.compile(r"^[ -]*\w+:[^\s:]"), say("Put a space after the colon.")),
    (re.compile(r"^ *\t"), say("Indent with spaces.")),
)
"""What a line looks like that people mistype, and what to tell them."""


def syntax(error: yaml.MarkedYAMLError, text: str) -> Complaint:
    """The error in a planner's words, at the line that needs mending."""
    mark = _mark(error)
    problem = (error.problem or "").strip()
    if "nesting" in problem:
        # libyaml has a bound of its own, and meets it as it reads ahead of the events.
        return Complaint("too-deep", *TOO_DEEP, mark[0] + 1, mark[1] + 1)
    told = _PROBLEMS.get(problem, say("{place}", place=problem))
    what = say("this is not YAML: {problem}", problem=told)
    lines = text.split("\n")
    for line in (mark[0], mark[0] - 1):
        for slip, mend in _SLIPS:
            if 0 <= line < len(lines) and (found := slip.search(lines[line])):
                return Complaint("syntax", what, mend, line + 1, found.start() + 1)
    mend = say("Look at the indentation, the quotes and the brackets here and on the line above.")
    return Complaint("syntax", what, mend, mark[0] + 1, mark[1] + 1)


def _mark(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Line and column from 0."""
    opened = any(what in (error.context or "") for what in _FROM_ITS_BEGINNING)
    mark = error.context_mark if opened else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)
