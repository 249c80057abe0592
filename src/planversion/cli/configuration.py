"""Finding and reading the configuration of a repository."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from planversion.cli.texts import text_of
from planversion.errors import Location
from planversion.policy import Config

NAME = "planversion.yaml"
VARIABLE = "PLANVERSION_CONFIG"
_TABLE = "tool.planversion"
# Defaults need no validator, and building one costs more than finding a file.
_NOTHING_DECIDED = Config.model_construct()


class Configuration(NamedTuple):
    """What this repository decided, and the folder its paths are relative to."""

    config: Config
    folder: Path
    file: Path | None = None
    """Where it stands, if anywhere."""

    @property
    def location(self) -> Location | None:
        """Where it stands, for a message."""
        return Location(str(self.file)) if self.file else None


def configuration(asked: str | None, start: Path) -> Configuration:
    """The configuration asked for, else that of the environment, else the nearest above `start`.

    Raises UsageError where it can't be read or says what we don't know.
    """
    named = asked or os.environ.get(VARIABLE)
    if named:
        return _read(Path(named))
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return _read(folder / NAME)
        pyproject = folder / "pyproject.toml"
        if pyproject.is_file() and f"[{_TABLE}" in text_of(pyproject):
            return _read(pyproject)
        if (folder / ".git").exists() or _is_bare(folder):
            return Configuration(_NOTHING_DECIDED, folder)
    return Configuration(_NOTHING_DECIDED, start)


def _is_bare(folder: Path) -> bool:
    """Whether git keeps a repository in the folder itself, whose surroundings are none of it."""
    return (folder / "HEAD").is_file() and all((folder / a).is_dir() for a in ("objects", "refs"))


def _read(path: Path) -> Configuration:
    from planversion.cli.records import read_record

    return Configuration(read_record(path, Config).record, path.parent.resolve(), path.resolve())
