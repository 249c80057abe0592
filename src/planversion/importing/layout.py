"""How a file of the office is laid out, where it isn't the template."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from planversion.importing import headings
from planversion.model import Header, Plan, Record
from planversion.model.base import Many, Text
from planversion.model.header import Code

SEPARATORS = ("\n", "、", "，", ",", ";", "；")
MARKS = ("再掲",)
COLLECTIVE = ("関係各課", "関係課", "各課", "全課", "全庁", "関係部署", "関係機関")


class LevelColumns(Record):
    """A level of the outline, and the columns that say it."""

    name: Text
    """What sections of this level are called: 基本目標."""
    code: Code | None = None
    """How their numbers are printed: `{n}`, `({n})` …; by default as the numbers look."""
    title: Text | None = None
    """The column of the titles, by its heading or its letter; by default the level's name."""
    number: Text | None = None
    """The column of the numbers; by default they stand before the titles, in the same cell."""


class Layout(Record):
    """How a file of the office is laid out, for planversion import (取り込みの設定)."""

    model_config = ConfigDict(title="planversion import")

    plan: Plan | None = None
    """The plan, where the file doesn't say it."""
    header: Header | None = Field(default=None, alias="edition")
    """What the edition says of itself, where the file doesn't."""
    sheets: Many[Text] = ()
    """The sheets with the outline, in order; by default each that has a column of projects."""
    header_row: int | None = Field(default=None, ge=1)
    """The row of the headings; by default the first that names a column of projects."""
    levels: Many[LevelColumns] = ()
    """The levels from the top; by default each column before that of the projects."""
    columns: dict[headings.Field, Text] = Field(default_factory=dict)
    """Which column is what, by its heading or its letter: {published_notes: 備考} for one that is
    part of the published plan, and no remark of whoever keeps the file."""
    separators: Many[Text] = SEPARATORS
    """What stands between departments in one cell."""
    marks: Many[Text] = MARKS
    """Words that mark a relisting: in brackets behind a name, or in a column of their own."""
    collective: Many[Text] = COLLECTIVE
    """Names that stand for several departments and are none themselves."""
