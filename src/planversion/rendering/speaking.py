"""Messages said in one language, as lines whose values keep their roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import NamedTuple

from planversion.changes import Spot
from planversion.messages import Language, Message, say, say_n
from planversion.rendering.page import Line, Span, joined, line


class Called(NamedTuple):
    """A section's title, and what sections of its level are called, where they have a name."""

    level: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says messages in one language, and sections by the name of their level."""

    language: Language
    sections: Mapping[str, Called] = field(default_factory=dict)
    """What each section and its level are called, by the section's id."""
    projects: Mapping[str, str] = field(default_factory=dict)
    """What each project is called in its record, by its id."""

    def fill(self, message: Message) -> Line:
        """The sentence as a line; values that are spans or lines keep their roles."""
        parts: list[str | Span | Line] = []
        for literal, name, _, _ in Formatter().parse(message.template(self.language)):
            parts.append(literal)
            if name is not None:
                parts.append(self._value(message.values[name]))
        return tuple(span for span in line(*parts) if span.text)

    def _value(self, value: object) -> str | Span | Line:
        if isinstance(value, Message):
            return self.fill(value)
        return value if isinstance(value, Span | tuple) else str(value)

    def listed(self, parts: list[Line]) -> Line:
        """Several lines as one enumeration."""
        return joined(parts, self.word(say(", ")))

    def level(self, subject: str) -> Line:
        """The word before the title of a section: 施策; nothing before the name of a project."""
        if subject.startswith("p-"):
            return ()
        called = self.sections.get(subject)
        return line((called and called.level) or self.word(say("section")), " ")

    def title(self, section: str | None) -> str:
        """What a section is called; a word where there is none."""
        called = self.sections.get(section or "")
        return called.title if called else self.word(say("(no number)"))

    def code(self, spot: Spot) -> Span:
        """The place code; the title of the section where none is printed."""
        return Span(spot.code or self.title(spot.section), "code")

    def word(self, message: Message) -> str:
        """The sentence as plain text."""
        return message.to(self.language)

    def names(self, names: tuple[str, ...]) -> Line:
        """Names as one enumeration; a word where there are none."""
        if not names:
            return self.fill(say("(none)"))
        return self.listed([line(name) for name in names])


def placements(n: int) -> Message:
    """A number of placements."""
    return say_n("{n} placement", "{n} placements", n)


def projects(n: int) -> Message:
    """A number of projects."""
    return say_n("{n} project", "{n} projects", n)
