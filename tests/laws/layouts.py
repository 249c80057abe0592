"""Editions written in every way that YAML allows and people or programs come up with."""

from __future__ import annotations

import json
from random import Random
from typing import Any

TEXTS = ["相談", "見守り #1", "a: b", "x#y", "no", "what ?", "- z", "[a]"]
PLAIN = {"相談", "x#y", "A", "B", "C", "x", "t", "l", "draft"}
HEAD: dict[str, Any] = {
    "schema": 1,
    "plan": {"id": "x", "title": "t"},
    "edition": {"id": "1", "label": "l", "status": "draft"},
    "departments": [{"name": name} for name in "ABC"],
}


def layout(seed: int) -> tuple[str, int]:
    """A text that is an edition without ids, and how many comments are in it."""
    pen = _Pen(Random(seed))
    values = {**HEAD, "sections": [pen.section(2) for _ in range(pen.upto(2) + 1)]}
    text = f"{pen.flow(values, 1)}\n" if pen.once_in(6) else pen.block(values, 0)
    text += pen.above(0)
    return text.replace("\n", "\r\n") if pen.once_in(4) else text, pen.comments


class _Pen:
    """Makes values and writes them, throwing dice everywhere; its comments are numbered."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self.comments = 0
        self._rare = dice.choice([1, 2, 6])
        self._below_text = False

    def once_in(self, times: int) -> bool:
        return self._dice.randrange(times) == 0

    def _odd(self, times: int) -> bool:
        return self.once_in(times * self._rare)

    def upto(self, most: int) -> int:
        return self._dice.randint(0, most)

    def _text(self) -> str:
        return self._dice.choice(TEXTS)

    # Values

    def section(self, depth: int) -> dict[str, Any]:
        section: dict[str, Any] = {"title": self._text()}
        if self.once_in(2):
            section["projects"] = [self._project() for _ in range(self.upto(3))]
        if depth and self.once_in(2):
            section["sections"] = [self.section(depth - 1) for _ in range(self.upto(2))]
        return self._shuffled(section)

    def _project(self) -> dict[str, Any]:
        project: dict[str, Any] = {"name": self._text()}
        if self.once_in(2):
            project["departments"] = self._dice.sample("ABC", self.upto(3))
        if self.once_in(2):
            project["note"] = self._text()
        if self.once_in(2):
            kinds = [None, self._text(), [], {}, ["x", {"q": 1}], {"q": []}]
            project["attributes"] = {key: self._dice.choice(kinds) for key in "uv"[: self.upto(2)]}
        return self._shuffled(project)

    def _shuffled(self, values: dict[str, Any]) -> dict[str, Any]:
        return dict(self._dice.sample(list(values.items()), len(values)))

    # Layout

    def _comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}."

    def _end(self) -> str:
        """What may stand behind something before the line ends."""
        return f" {self._comment()}" if self._odd(4) else " " if self._odd(9) else ""

    def above(self, indent: int) -> str:
        """Lines on which no value stands."""
        lines = ""
        # Deeper than the lines of a text it would be one of them.
        deepest = indent if self._below_text else indent + 3
        self._below_text = False
        while self._odd(4):
            by = self._dice.choice([indent, indent, 0, deepest])
            lines += f"{' ' * by}{self._comment()}\n" if self.once_in(2) else "\n"
        return lines

    def _space(self, indent: int, *, bare: bool = False) -> str:
        """What may stand between two marks in brackets."""
        if not self._odd(3):
            return " "
        end = self._end()
        # Behind a bracket the space before a comment may be left out.
        end = end.lstrip() if bare and self.once_in(3) else end
        return f"{end}\n{self.above(indent)}{' ' * indent}"

    def _scalar(self, value: Any) -> str:
        if value in PLAIN and self.once_in(2):
            return str(value)
        plain = not isinstance(value, str) or self.once_in(2)
        return json.dumps(value, ensure_ascii=False) if plain else f"'{value}'"

    def flow(self, value: Any, indent: int) -> str:
        if isinstance(value, dict):
            return self._enclosed("{}", [self._pair(*one, indent) for one in value.items()], indent)
        if isinstance(value, list):
            return self._enclosed("[]", [self._entry(one, indent) for one in value], indent)
        return self._scalar(value)

    def _entry(self, value: Any, indent: int) -> str:
        if isinstance(value, dict) and len(value) == 1 and self._odd(3):
            ((key, one),) = value.items()
            return f"{key}: {self.flow(one, indent)}"
        return self.flow(value, indent)

    def _pair(self, key: str, value: Any, indent: int) -> str:
        name = key if self.once_in(2) else f'"{key}"'
        if self._odd(9):
            name = f"? {name}{self._space(indent)}"
        return f"{name}:{self._space(indent)}{self.flow(value, indent)}"

    def _enclosed(self, marks: str, inside: list[str], indent: int) -> str:
        text = marks[0] + (self._space(indent, bare=True) if self.once_in(2) else "")
        for index, one in enumerate(inside):
            comma = index + 1 < len(inside) or self._odd(4)
            before = self._space(indent) if comma and self._odd(5) else ""
            text += one + before + ("," if comma else "") + self._space(indent)
        return text + marks[1]

    def block(self, value: Any, indent: int) -> str:
        """The lines of a mapping or a list that isn't empty."""
        lines = ""
        for one in value.items() if isinstance(value, dict) else value:
            lead = f"{self.above(indent)}{' ' * indent}"
            below = self._key(*one, indent) if isinstance(value, dict) else self._item(one, indent)
            lines += lead + below
        return lines

    def _key(self, key: str, value: Any, indent: int) -> str:
        name = key if self.once_in(2) else f"'{key}'"
        if self._odd(12):
            lead = f"? {name}{self._end()}\n{self.above(indent)}{' ' * indent}"
            return f"{lead}: {self._on_its_line(value, indent)}"
        return f"{name}:{self._value(value, indent)}"

    def _on_its_line(self, value: Any, indent: int) -> str:
        return f"{self.flow(value, indent + 2)}{self._end()}\n"

    def _value(self, value: Any, indent: int) -> str:
        below = " " * (indent + 2)
        if isinstance(value, str) and self.once_in(4):
            self._below_text = True
            return f" |-{self._end()}\n{below}{value}\n"
        if isinstance(value, str) and self._odd(5):
            lead = f"{self._end()}\n{self.above(indent + 2)}{below}"
            return f"{lead}{self._on_its_line(value, indent)}"
        if not isinstance(value, dict | list) or not value or self._odd(2):
            return f" {self._on_its_line(value, indent)}"
        by = 0 if isinstance(value, list) and self.once_in(3) else self._dice.randint(1, 4)
        return f"{self._end()}\n{self.block(value, indent + by)}"

    def _item(self, value: Any, indent: int) -> str:
        if not isinstance(value, dict) or not value or self._odd(2):
            return f"- {self._on_its_line(value, indent)}"
        if self._odd(4):
            return f"-{self._end()}\n{self.block(value, indent + 2)}"
        by = self._dice.randint(1, 3)
        lines = self.block(value, indent + 1 + by)
        first = lines.lstrip("\n ")
        # A comment above the first key can stand behind the hyphen too.
        return f"-{' ' * by}{first}" if self.once_in(2) or first[0] != "#" else f"-\n{lines}"
