"""Where git is told of planversion: in a repository, or for all of a person."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from planversion import repo
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.folder import Folder
from planversion.drivers.attributes import attributed, escaping
from planversion.errors import Location, Problem, UsageError
from planversion.messages import Message, say
from planversion.policy import Config
from planversion.repo import Settings

_ATTRIBUTES = "core.attributesFile"


class Place(NamedTuple):
    """The settings, the file of attributes, and what it has to say."""

    settings: Settings
    file: Path
    lines: tuple[str, ...]
    editions: tuple[str, ...] = ()
    """The edition files that are here now."""


def place_of(config: str | None, *, everywhere: bool) -> Place:
    """Where git is told; raises UsageError where it can't be told there."""
    return _everywhere(config) if everywhere else _here(config)


def _here(config: str | None) -> Place:
    repository = repo.needed(Path.cwd())
    if repository.worktree is None:
        what = say("this repository is bare: git compares and merges no files in it")
        raise UsageError([Problem("no-worktree", what, say("Go to a clone with files."))])
    decided = configuration(config, Path.cwd())
    if not decided.folder.resolve().is_relative_to(repository.worktree.resolve()):
        raise _outside(decided, say("the configuration lies outside of the repository"))
    editions = tuple(str(path.absolute()) for path in Folder(decided).paths)
    file = decided.folder / ".gitattributes"
    return Place(Settings("local", Path.cwd()), file, _lines(decided), editions)


def _everywhere(config: str | None) -> Place:
    # What one repository decided is none of the others' business, unless somebody says so.
    default = Configuration(Config.model_construct(), Path.cwd())
    decided = default if config is None else configuration(config, Path.cwd())
    settings = Settings("global", Path.cwd())
    return Place(settings, settings.path(_ATTRIBUTES) or _own(), _lines(decided))


def _own() -> Path:
    """The file of attributes that git reads for a person who named none."""
    folder = os.environ.get("XDG_CONFIG_HOME")
    return (Path(folder) if folder else Path.home() / ".config") / "git/attributes"


def _lines(decided: Configuration) -> tuple[str, ...]:
    patterns = decided.config.editions
    if astray := [*escaping(patterns)]:
        what = say("{pattern} leads out of its folder, and attributes can't", pattern=astray[0])
        raise _outside(decided, what)
    return tuple(map(attributed, patterns))


def _outside(decided: Configuration, what: Message) -> UsageError:
    where = decided.location or Location(str(decided.folder))
    return UsageError([Problem("config", what, None, where)])
