"""Finding and reading the configuration of a repository."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from planversion.errors import Location, Problem, UsageError
from planversion.messages import say
from planversion.policy import Config

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
        if (folder / ".git").exists():
            return Configuration(_NOTHING_DECIDED, folder)
    return Configuration(_NOTHING_DECIDED, start)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = say("this can't be read: {why}", why=error)
        raise UsageError([Problem("config", what, None, Location(str(path)))]) from None


def _read(path: Path) -> Configuration:
    values = _from_toml(path) if path.suffix == ".toml" else _from_yaml(path)
    try:
        config = Config.model_validate(values)
    except ValidationError as error:
        raise UsageError([_problem(found, path) for found in error.errors()]) from None
    return Configuration(config, path.parent.resolve())


def _from_toml(path: Path) -> Any:
    import tomllib

    try:
        return tomllib.loads(_text(path)).get("tool", {}).get("planversion", {})
    except tomllib.TOMLDecodeError as error:
        what = say("this is no TOML: {why}", why=error)
        raise UsageError([Problem("config", what, None, Location(str(path)))]) from None


def _from_yaml(path: Path) -> Any:
    from planversion.yamltext.parsing import ComplaintError, parse

    try:
        values, complaints = parse(_text(path))
    except ComplaintError as error:
        complaints = (error.complaint,)
        values = None
    if complaints:
        where = [Location(str(path), one.line, one.column) for one in complaints]
        problems = zip(complaints, where, strict=True)
        raise UsageError([Problem(one.code, one.what, one.mend, at) for one, at in problems])
    return {} if values is None else values


def _problem(found: Any, path: Path) -> Problem:
    where = ".".join(map(str, found["loc"])) or "$"
    what = say("{path}: {wrong}", path=where, wrong=found["msg"])
    mend = _did_you_mean(found) or say("See planversion schema config.")
    return Problem("config", what, mend, Location(str(path)))


def _did_you_mean(found: Any) -> Any:
    if found["type"] != "extra_forbidden":
        return None
    from difflib import get_close_matches

    close = get_close_matches(str(found["loc"][-1]), list(Config.model_fields), 1)
    return say("Did you mean {name}?", name=close[0]) if close else None
