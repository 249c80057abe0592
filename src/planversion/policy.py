"""What this repository decided: where its editions are, how severe findings are, what is waived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from planversion.errors import Location
from planversion.model import Status
from planversion.model.base import Date, Many, Record, Text
from planversion.patterns import matches

Level = Literal["error", "warning", "info", "off"]
FailOn = Literal["error", "warning", "info", "never"]
Levels = dict[Text, Level]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Override(Record):
    """Other levels for some editions: those of these paths, of these statuses, or both."""

    paths: Many[Text] = ()
    """Patterns relative to this file; where none is given, every path."""
    status: Many[Status] = ()
    """Statuses of the edition; where none is given, every status."""
    levels: Levels
    """How severe a rule's findings are there, by the rule's id."""


Preset = Literal["side-by-side", "city", "national", "municipal", "with-kinds"]


class TableLayout(Record):
    """How the old/new table (新旧対照表) is laid out; what isn't said is as in the preset."""

    based_on: Preset | None = None
    """The preset; by default the one of the same name, else side-by-side."""
    arrangement: Literal["beside", "below"] = "beside"
    """Both editions beside each other, or each direction's two tables one below the other."""
    left: Literal["old", "new"] = "old"
    """Which edition stands left, or above the other."""
    old_heading: Text | None = None
    """What stands above the old edition, as 現行; by default its label."""
    new_heading: Text | None = None
    """What stands above the new edition, as 改正案; by default its label."""
    notes: Literal["full", "kinds", "none"] = "full"
    """The column of notes (備考): in full, only the kinds of what happened, or no such column."""
    notes_heading: Text | None = None
    """What stands above the notes."""
    new_word: str = ""
    """What the old side says beside a new row, brackets and all: （新設）."""
    dropped_word: str = ""
    """What the new side says beside a row that is gone: （削る）."""
    moved_word: str = ""
    """What the other side says beside a row that moved: （移動）."""
    unchanged: Literal["shown", "folded"] = "shown"
    """Runs of rows that both editions have alike: shown, or folded to one row."""
    unchanged_word: str = ""
    """What such a folded row says: （略）."""
    measures: Literal["merged", "repeated"] = "merged"
    """A measure's cell: one for all of its rows, or one for each."""
    underline: Literal["none", "names", "all"] = "names"
    """Changed characters underlined: not, in names and titles, or wherever a text differs."""
    double_underline: bool = False
    """Whether the names of rows that moved, are new or gone are underlined twice, and the codes of
    such measures."""
    paper: Literal["a4", "a3"] = "a4"
    """The paper that it is printed on, in landscape."""


class Config(Record):
    """The file `planversion.yaml`, or `[tool.planversion]` in pyproject.toml."""

    model_config = ConfigDict(title="planversion config")

    editions: Many[Text] = ("editions/**/*.yaml",)
    """Where edition files are, as patterns relative to this file."""
    language: Literal["ja", "en"] | None = None
    """The language of messages; by default that of the plan."""
    template: Text | None = None
    """A Jinja2 template for the change log, relative to this file."""
    tables: dict[Text, TableLayout] = Field(default_factory=dict)
    """Layouts of the old/new table by names of one's own; `default` counts where none is named."""
    levels: Levels = Field(default_factory=dict)
    """How severe a rule's findings are here, by the rule's id."""
    overrides: Many[Override] = ()
    """Levels for some editions only; a later entry goes before an earlier one."""
    fail_on: FailOn = "error"
    """From which level on findings make `check` exit with 1."""
    waivers: Text = "planversion-waivers.yaml"
    """Where accepted findings are written down, relative to this file."""


class Waiver(Record):
    """A finding that was accepted (承認済み)."""

    rule: Text
    """The rule's id."""
    fingerprint: Fingerprint
    """Which finding, as `planversion check` prints it."""
    edition: Text | None = None
    """The edition it is about, as plan@edition, so that it is noticed once the finding is gone."""
    finding: Text | None = None
    """What the finding said, for whoever reads this file."""
    reason: Text
    """Why it is accepted."""
    who: Text | None = None
    """Who accepted it."""
    until: Date | None = None
    """The last day on which it counts."""


class Waivers(Record):
    """The file of accepted findings."""

    model_config = ConfigDict(title="planversion waivers")

    waivers: Many[Waiver] = ()
    """The accepted findings."""


@dataclass(frozen=True)
class Policy:
    """What counts: the configuration, what is waived, and what the command line asks for."""

    config: Config = field(default_factory=Config.model_construct)
    waivers: tuple[Waiver, ...] = ()
    places: tuple[Location, ...] = ()
    """Where each of them stands, if they come from a file."""
    asked: Mapping[str, Level] = field(default_factory=dict)
    """Levels that go before those of the configuration."""
    only: frozenset[str] | None = None
    """The rules that are asked; all where it is None."""

    def level(self, rule: str, default: Level, status: Status, file: str) -> Level:
        """How bad a finding of the rule is in an edition of this status, in this file."""
        if self.only is not None and rule not in self.only:
            return "off"
        if rule in self.asked:
            return self.asked[rule]
        decided = [levels[rule] for levels in self._levels(status, file) if rule in levels]
        return decided[-1] if decided else default

    def _levels(self, status: Status, file: str) -> Iterator[Levels]:
        """The levels decided for such an edition, the later the more they count."""
        yield self.config.levels
        for override in self.config.overrides:
            here = not override.paths or any(matches(file, one) for one in override.paths)
            if here and (not override.status or status in override.status):
                yield override.levels

    def rules(self) -> Iterator[str]:
        """Every rule that the configuration names."""
        yield from self.config.levels
        for override in self.config.overrides:
            yield from override.levels
