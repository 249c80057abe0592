"""Finding and reading the configuration of a repository."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from planversion.errors import Location, Problem, UsageError
from planversion.messages import say
from planversion.policy import Config

if TYPE_CHECKING:
    from planversion.yamltext.complaints import Document

NAME = "planversion.yaml"
VARIABLE = "PLANVERSION_CONFIG"
_TABLE = "tool.planversion"
# Defaults need no validator, and building one costs more than finding a file.
_NOTHING_DECIDED = Config.model_construct()


@dataclass(frozen=True, slots=True)
class Configuration:
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
        if pyproject.is_file() and f"[{_TABLE}" in _text(pyproject):
            return _read(pyproject)
        if (folder / ".git").exists() or _is_bare(folder):
            return Configuration(_NOTHING_DECIDED, folder)
    return Configuration(_NOTHING_DECIDED, start)


def _is_bare(folder: Path) -> bool:
    """Whether git keeps a repository in the folder itself, whose surroundings are none of it."""
    return (folder / "HEAD").is_file() and all((folder / a).is_dir() for a in ("objects", "refs"))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = say("this can't be read: {why}", why=error)
        raise UsageError([Problem("config", what, None, Location(str(path)))]) from None


def _read(path: Path) -> Configuration:
    document = _from_toml(path) if path.suffix == ".toml" else _from_yaml(path)
    try:
        config = Config.model_validate(document.tree, by_alias=True, by_name=False)
    except ValidationError as error:
        from planversion.yamltext.complaints import problems

        raise UsageError(problems(error.errors(include_url=False), document)) from None
    return Configuration(config, path.parent.resolve(), path.resolve())


def _from_toml(path: Path) -> Document:
    import tomllib

    from planversion.yamltext.complaints import Document

    try:
        values = tomllib.loads(_text(path)).get("tool", {}).get("planversion", {})
    except tomllib.TOMLDecodeError as error:
        what = say("this is no TOML: {why}", why=error)
        raise UsageError([Problem("config", what, None, Location(str(path)))]) from None
    return Document(str(path), "", values, Config)


def _from_yaml(path: Path) -> Document:
    from planversion.yamltext.complaints import Document
    from planversion.yamltext.parsing import ComplaintError, parse

    text = _text(path)
    try:
        values, complaints = parse(text) if _says_anything(text) else ({}, ())
    except ComplaintError as error:
        values, complaints = None, (error.complaint,)
    if complaints:
        where = [Location(str(path), one.line, one.column) for one in complaints]
        problems = zip(complaints, where, strict=True)
        raise UsageError([Problem(one.code, one.what, one.mend, at) for one, at in problems])
    return Document(str(path), text, values, Config)


def _says_anything(text: str) -> bool:
    """Whether there is a line that is no comment."""
    lines = (line.strip() for line in text.splitlines())
    return any(line and not line.startswith("#") for line in lines)
