"""How the process starts: with settings of its own, and by the shortest way to what is asked."""

from __future__ import annotations

import gc
import sys
from types import ModuleType
from typing import NoReturn

_DIFF_DRIVER = "git-diff-driver"


def main() -> NoReturn:
    """Run the command line and exit."""
    start_quickly()
    if sys.argv[1:2] == [_DIFF_DRIVER]:
        # Git calls it for every file, so it goes without the commands and options of people.
        from planversion.cli.driving import drive

        drive(tuple(sys.argv[2:]))
    from planversion.cli.entry import run

    run()


def start_quickly() -> None:
    """Settings of a process of our own, that a library has no business to change."""
    # pydantic would read the metadata of every installed package in search of plugins. Told not to,
    # it still imports what it would read them with, a tenth of all that a command takes; so it is
    # given a search that finds none. Should pydantic call its own something else, nothing is lost.
    search = ModuleType("pydantic.plugin._loader")
    search.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(search.__name__, search)
    # Importing makes a lot of objects, and none of them is garbage.
    gc.set_threshold(100_000)
