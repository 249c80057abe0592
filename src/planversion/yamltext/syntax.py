"""What is no YAML: where it began to go wrong, what is wrong, and how to mend it."""

from __future__ import annotations

import re

import yaml

from planversion.messages import Message, say
from planversion.yamltext.parsing import TOO_DEEP, Complaint

_LOOK = say("Look at the indentation, the quotes and the brackets here and on the line above.")
_PLAIN = say("Write the character itself; within '…' a backslash is only a backslash.")
_ESCAPE = say("an unknown escape after a backslash")
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
    "found unknown escape character": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "mapping keys are not allowed in this context": say("a question mark where no key can stand"),
    "found a tab character where an indentation space is expected": say("a tab in the indentation"),
    "did not find expected <document start>": say("something behind the end of the document"),
}
"""By libyaml's own words (scanner.c, parser.c), what a planner would call it."""

_KINDS: tuple[tuple[tuple[str, ...], Message, Message], ...] = (
    (
        ("directive", "YAML document"),
        say("a directive (%) stands before the document"),
        say("Delete it; edition files are YAML 1.2."),
    ),
    (
        ("tag",),
        say("an exclamation mark that begins no tag"),
        say("Delete it; put text in quotes."),
    ),
    (
        ("anchor", "alias"),
        say("an & or * that begins no anchor and no alias"),
        say("Put it in quotes if it is text."),
    ),
    (
        ("block scalar",),
        say("a | or > that begins no text of several lines"),
        say("Put it in quotes if it is text."),
    ),
)
"""What is told of the many problems of what no plan has, by words of which libyaml uses one."""

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
    told, mend = _told(problem, error.context or "")
    what = say("this is not YAML: {problem}", problem=told)
    lines = text.split("\n")
    for line in (mark[0], mark[0] - 1):
        for slip, otherwise in _SLIPS:
            if 0 <= line < len(lines) and (found := slip.search(lines[line])):
                return Complaint("syntax", what, otherwise, line + 1, found.start() + 1)
    return Complaint("syntax", what, mend, mark[0] + 1, mark[1] + 1)


def _told(problem: str, context: str) -> tuple[Message, Message]:
    """What a planner would call the problem, and how to mend it."""
    if told := _PROBLEMS.get(problem):
        return told, _PLAIN if told is _ESCAPE else _LOOK
    for words, what, mend in _KINDS:
        if any(re.search(rf"\b{word}\b", f"{context} {problem}") for word in words):
            return what, mend
    return say("something that can't stand here"), _LOOK


def _mark(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Line and column from 0."""
    opened = any(what in (error.context or "") for what in _FROM_ITS_BEGINNING)
    mark = error.context_mark if opened else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)
