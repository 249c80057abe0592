"""The environment that git is run in: ours, but for what would lead it to another repository."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

_KEPT = (
    # How git is installed, and how it reaches a remote and proves who asks.
    "GIT_EXEC_PATH",
    "GIT_ASKPASS",
    "GIT_SSH",  # and GIT_SSH_COMMAND, GIT_SSH_VARIANT
    "GIT_SSL_",
    "GIT_HTTP_",
    "GIT_PROXY_",
    "GIT_ALLOW_PROTOCOL",
    "GIT_PROTOCOL",
    # What a person switched on to see what git does; it goes to standard error.
    "GIT_TRACE",
    "GIT_CURL_VERBOSE",
    # Whose settings hold, and single settings: CI says there which folders are safe and how to log
    # in. Settings name no repository of their own.
    "GIT_CONFIG_",
    # How far above a folder git may look: less is found for them, never something else.
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    # What git itself would show for an object, so that we show the same as `git log`.
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_REPLACE_REF_BASE",
    "GIT_NO_LAZY_FETCH",
    # Git's promise, while it receives, that nobody moves a branch.
    "GIT_QUARANTINE_PATH",
)
"""Beginnings of names; everything else that begins with GIT_ is dropped."""

_SET = {
    "LC_ALL": "C",  # We read a few of git's words.
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_WHO = ("GIT_AUTHOR_", "GIT_COMMITTER_")
_LANGUAGE = ("LC_ALL", "LANGUAGE", "GIT_EDITOR")
_INDEX = "GIT_INDEX_FILE"
_STORES = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")


def environment(outer: Mapping[str, str], git_dirs: tuple[Path, ...] = ()) -> dict[str, str]:
    """The variables git is run with; what a hook points into `git_dirs` themselves stays."""
    kept = {name: value for name, value in outer.items() if _harmless(name)}
    return kept | dict(_of_a_hook(outer, git_dirs)) | _SET


def writing(variables: Mapping[str, str], outer: Mapping[str, str]) -> dict[str, str]:
    """The same with the locks that writing needs, in the name of whoever is said to write."""
    kept = {name: value for name, value in variables.items() if name != "GIT_OPTIONAL_LOCKS"}
    return kept | {name: value for name, value in outer.items() if name.startswith(_WHO)}


def in_sight(variables: Mapping[str, str], outer: Mapping[str, str]) -> dict[str, str]:
    """The same for a git whose words a person reads, in the language that person reads."""
    kept = {name: value for name, value in variables.items() if name != "LC_ALL"}
    return kept | {name: outer[name] for name in _LANGUAGE if name in outer}


def _harmless(name: str) -> bool:
    # LANGUAGE would win over the locale we set.
    return name != "LANGUAGE" and (not name.startswith("GIT_") or name.startswith(_KEPT))


def _of_a_hook(outer: Mapping[str, str], git_dirs: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    """The index of the commit being made, and the objects being received, of this repository."""
    if _all_inside(outer.get(_INDEX, ""), git_dirs):
        yield _INDEX, str(Path(outer[_INDEX]).resolve())
    if all(_all_inside(outer.get(name, ""), git_dirs) for name in _STORES):
        yield from ((name, outer[name]) for name in _STORES)


def _all_inside(value: str, folders: tuple[Path, ...]) -> bool:
    paths = [Path(one).resolve() for one in value.split(os.pathsep) if one]
    return bool(paths) and all(any(p.is_relative_to(f) for f in folders) for p in paths)
