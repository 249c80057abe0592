"""What the template's sheets and columns are called, and what offices call them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Literal, get_args

from planversion.messages import LANGUAGES, Language, Message, say

Field = Literal[
    "project",
    "departments",
    "mark",
    "note",
    "published_notes",
    "description",
    "status",
    "from",
    "to",
    "original",
    "moved_from",
    "inferred",
    "attributes",
    "id",
]
"""What a column beside the levels is."""
FIELDS: tuple[Field, ...] = get_args(Field)

TITLES: Mapping[str, Message] = {
    "project": say("Project"),
    "departments": say("Departments"),
    "mark": say("Relisted"),
    "note": say("Note"),
    "published_notes": say("Published notes"),
    "description": say("Description"),
    "status": say("Programme status"),
    "from": say("From"),
    "to": say("To"),
    "original": say("Relists"),
    "moved_from": say("Moved from"),
    "inferred": say("Inferred"),
    "attributes": say("Attributes"),
    "id": say("ID"),
}
"""The template's heading of each column."""

_ALSO: Mapping[str, tuple[str, ...]] = {
    "project": (
        *("事業", "事業名", "事業名称", "主な事業", "主な事業名", "主な取組", "取組", "取組名"),
        *(
            "取組み",
            "取り組み",
            "具体的な取組",
            "具体的取組",
            "個別事業",
            "個別事業名",
            "施策・事業名",
        ),
    ),
    "departments": (
        *("所管課", "所管", "所管部署", "担当課", "担当", "担当部署", "担当課名", "担当部課"),
        *("主管課", "関係課", "所管課名", "課"),
    ),
    "mark": ("再掲", "再掲の別", "再掲区分"),
    "note": ("備考", "注", "注記", "摘要"),
    "published_notes": (),
    "description": ("事業の内容", "内容", "事業内容", "事業概要", "事業の概要", "概要", "取組内容"),
    "status": ("区分", "事業区分", "新規・継続", "新規継続の別", "方向性", "今後の方向性"),
    "from": ("開始", "開始年度"),
    "to": ("終了", "終了年度"),
    "original": ("再掲元",),
    "moved_from": ("移動元",),
    "inferred": ("推定",),
    "attributes": ("その他",),
    "id": ("ID", "事業ID"),
}

_NUMBERS = ("番号", "no.", "no")

MARKED, UNMARKED = say("relisted"), say("without the mark")
"""What the template's column of relistings says: printed with the mark, or without it."""


def plain(text: str) -> str:
    """A heading as it is compared: without spaces, breaks, and differences of width and case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split()).removesuffix("*")


def field_of(heading: str) -> Field | None:
    """Which field a heading names; None for any other."""
    wanted = plain(heading)
    return next((one for one in FIELDS if wanted in _names(one)), None)


def _names(field: Field) -> set[str]:
    return {field, *map(plain, (*every(TITLES[field]), *_ALSO[field]))}


def every(message: Message) -> tuple[str, ...]:
    """The message in every language: a template may be in any."""
    return tuple(message.to(language) for language in LANGUAGES)


def is_number(heading: str) -> bool:
    """Whether the heading is that of a column of numbers."""
    return plain(heading).endswith(_NUMBERS)


def means(text: str, message: Message) -> bool:
    """Whether the text is what we say, in any language."""
    return plain(text) in map(plain, every(message))


def heading(field: Field, language: Language) -> str:
    """The template's heading of a column."""
    return TITLES[field].to(language)


def number_heading(level: str, language: Language) -> str:
    """The template's heading of the column with the numbers of a level."""
    return say("{level} no.", level=level).to(language)
