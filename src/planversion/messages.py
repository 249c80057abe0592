"""What we say, before it has a language: a sentence, its values, and its translation."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with its values, which any of our languages can say."""

    text: str
    plural: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def template(self, language: Language) -> str:
        """The sentence in `language`, its values still to be filled in.

        Raises ValueError for a language that we don't speak.
        """
        catalogue = _catalogue(language)
        if self.plural is None:
            return catalogue.gettext(self.text)
        count = self.values["n"]
        assert isinstance(count, int)
        return catalogue.ngettext(self.text, self.plural, count)

    def to(self, language: Language) -> str:
        """The whole sentence in `language`."""
        values = {
            name: value.to(language) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return self.template(language).format_map(values)

    def __str__(self) -> str:
        return self.to("en")

    def __hash__(self) -> int:
        # The values are in a mapping, which has no hash; equal sentences have equal texts.
        return hash((self.text, self.plural))


def say(text: str, /, **values: object) -> Message:
    """A sentence; `{name}` in it stands for a value, which may be a sentence itself."""
    return Message(text, None, values)


def say_n(one: str, many: str, /, n: int, **values: object) -> Message:
    """A sentence that depends on a number, `{n}` in it."""
    return Message(one, many, {"n": n, **values})


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    # English is the language of the source, so it needs no catalogue.
    if language == "en":
        return gettext.NullTranslations()
    if language not in LANGUAGES:
        raise ValueError(f"no language of ours: {language!r}; there are {', '.join(LANGUAGES)}")
    return gettext.translation("planversion", catalogues(), languages=[language])


def catalogues() -> str:
    """The folder of the translations."""
    # Half of what a short command takes to start is imports; this one is for the Japanese only.
    from pathlib import Path  # noqa: PLC0415

    return str(Path(__file__).parent / "locale")
