"""Which language we speak: as asked, else as decided, else the plan's, else the locale's."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from planversion.messages import LANGUAGES, Language

if TYPE_CHECKING:
    from planversion.yamltext import Source

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def of_output(asked: str | None, decided: Language | None, plan: Language) -> Language:
    """The language of what we write about a plan."""
    return _known(asked) or decided or plan


def of_work(asked: str | None, decided: Language | None, sources: Sequence[Source]) -> Language:
    """The language of what we say of files: of their plan, where one could be read.

    Without sources it is that of what can't be read, the same whatever was read beside it.
    """
    plan = sources[0].edition.plan.language if sources else _locale()
    return of_output(asked, decided, plan)


def of_errors() -> Language:
    """The language of errors: `--lang` wherever it stands, else the locale's."""
    return _known(_asked()) or _locale()


def _asked() -> str | None:
    # Git's diff driver has no command and no option, and is done sooner without what reads them.
    if "click" in sys.modules:
        from click import get_current_context

        if context := get_current_context(silent=True):
            asked: str | None = context.params.get("lang")
            return asked
    return _from_arguments(sys.argv)


def _from_arguments(arguments: list[str]) -> str | None:
    """`--lang ja` or `--lang=ja`; the command is gone by the time its failure is told."""
    for index, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[index + 1 : index + 2]), None)
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _known(language: str | None) -> Language | None:
    return next((known for known in LANGUAGES if known == language), None)


def _locale() -> Language:
    setting = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return "ja" if setting.startswith("ja") else "en"
