"""What this repository decided: where its editions are, our language, how severe findings are."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from planversion.model.base import Many, Record, Text

Level = Literal["error", "warning", "info", "off"]


class Config(Record):
    """The file `planversion.yaml`, or `[tool.planversion]` in pyproject.toml."""

    model_config = ConfigDict(title="planversion config")

    editions: Many[Text] = ("editions/**/*.yaml",)
    """Where edition files are, as patterns relative to this file."""
    language: Literal["ja", "en"] | None = None
    """The language of messages; by default that of the plan."""
    template: Text | None = None
    """A Jinja2 template for the change log, relative to this file."""
    levels: dict[Text, Level] = Field(default_factory=dict)
    """How severe a rule's findings are here, by the rule's id."""
