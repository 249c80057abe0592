"""How the template is filled in, for whoever does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planversion.importing.headings import FIELDS, MARKED, TITLES, Field
from planversion.messages import Message, say

_FIELDS: Mapping[Field, Message] = {
    "project": say("The project's name as printed, without the mark of a relisting."),
    "departments": say(
        "The departments that carry it, as printed and in that order; several one a line, or with"
        " 、 or ; between. A ・ is part of a name."
    ),
    "mark": say(
        "Blank where the project is described. Where it is listed once more: relisted, or without"
        " the mark where the plan prints none."
    ),
    "note": say("A remark for whoever reads the file."),
    "published_notes": say(
        "What the plan itself prints beside the row: 4(2)②から移動. It is held against the changes."
    ),
    "description": say("What it does."),
    "status": say("The programme status as printed: 新規, 拡充, 継続, 縮小, 完了."),
    "from": say("The first year or day."),
    "to": say("The last year or day."),
    "original": say(
        "Only for a relisting that is called otherwise here: the name where it is described."
    ),
    "moved_from": say(
        "Only for a relisting: the ID of the section that this listing stood under in the previous"
        " edition, where that isn't plain."
    ),
    "inferred": say("Which of these columns were not printed but inferred."),
    "attributes": say('Anything else, as a JSON object: {{"key": "value"}}.'),
    "id": say(
        "Leave it blank: planversion writes it. Where it is filled, it is the permanent ID of the"
        " section or project of this row."
    ),
}
_SECTIONS = (
    (
        say("Sections"),
        say(
            "Number and title stand where a section begins, in a row of its own or in that of its"
            " first project. Below, the cells may stay blank, be merged, or say the same again."
        ),
    ),
    (
        say("Numbers"),
        say("The bare number, 1, or as it is printed, (1), ①; blank where none is printed."),
    ),
    (
        say("Relistings"),
        say(
            "A project that is listed again is recognised by its name, and by a mark behind it,"
            " （再掲）, or in the column. It is described once; that row has no mark."
        ),
    ),
    (
        say("Merged cells"),
        say("They hand their value down. They must not reach into rows of another section."),
    ),
    (
        say("Left out"),
        say("Struck-through text, comments, and furigana. What is left out is said."),
    ),
    (
        say("Edition, Levels"),
        say(
            "The second sheet says which plan and which edition this is; the third, what its"
            " levels are called and how their numbers are printed."
        ),
    ),
    (
        say("Departments"),
        say(
            "May stay blank: departments are taken from the table. ○ under collective is for"
            " 関係各課 and the like."
        ),
    ),
)


def explained(field: Field) -> Message:
    """What a column holds."""
    return _FIELDS[field]


def guide() -> Iterator[tuple[Message, Message]]:
    """What there is to know, and what it is about."""
    yield from _SECTIONS
    yield from ((TITLES[field], _FIELDS[field]) for field in FIELDS)


EXAMPLE_FIELDS: tuple[Field, ...] = ("project", "departments", "mark", "note")
EXAMPLE: tuple[tuple[Message | str | None, ...], ...] = (
    ("1", say("A town where people help each other"), *[None] * 8),
    (None, None, "(1)", say("Better advice"), *[None] * 6),
    (
        *[None] * 4,
        "①",
        say("Advice within reach"),
        say("Advice on health"),
        say("Health\nWelfare"),
        None,
        None,
    ),
    (*[None] * 6, say("Advice on housing"), say("Housing"), None, say("once a month")),
    (
        *[None] * 4,
        "②",
        say("Advice at home"),
        say("Advice on health"),
        say("Health\nWelfare"),
        MARKED,
        None,
    ),
)
"""Rows as an officer fills them in; levels first, then these fields."""
