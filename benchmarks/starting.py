"""Starting: whole processes, from the shell's call to the last byte, beside an import of click."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measuring import Row, medians

ROUNDS = 21
_PLAN = "editions/nishitokyo-chiiki-fukushi"
_OLD = (f"{_PLAN}/4.yaml", "0000001", "100644")
_NEW = (f"{_PLAN}/5-draft-2.yaml", "0000002", "100644")
COMMANDS = (
    (["--version"], 1.5),
    (["diff", "4", "5-draft-2"], 5.0),
    (["git-diff-driver", _NEW[0], *_OLD, *_NEW], 5.0),
    (["check"], 6.0),
)
"""Arguments, and how many imports of click they may take."""
_TOLD = 3
"""How many arguments tell which command it is; those that git gives a driver are many."""

_ROOT = Path(__file__).parent.parent
_UNIT = [sys.executable, "-c", "import click"]


def rows() -> Iterator[Row]:
    """How long the command line takes on the real plan of this repository."""
    script = shutil.which("planversion", path=Path(sys.executable).parent)
    commands = [[script, *arguments] for arguments, _ in COMMANDS] if script else []
    runs = [partial(_run, command) for command in ([*commands, _UNIT])]
    for run in runs:
        run()  # so that the bytecode is there, as it is for everybody but the first
    *ours, unit = medians(runs, ROUNDS)
    ours = ours or [None] * len(COMMANDS)
    for (arguments, target), taken in zip(COMMANDS, ours, strict=True):
        what = " ".join(["planversion", *(Path(one).name for one in arguments[:_TOLD])])
        yield Row(what, "–", taken, 'python -c "import click"', unit, target)


def _run(command: list[str]) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    # Without a time limit, since waiting with one looks only every twentieth of a second.
    subprocess.run(command, check=True, cwd=_ROOT, env=environment, stdout=subprocess.DEVNULL)
