"""Git that finds planversion as it does for people."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from repositories import CLEAN


def command_path(folder: Path) -> str:
    """A PATH on which `planversion` is the one under test, wherever it is installed."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "planversion"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m planversion "$@"\n')
    script.chmod(0o755)
    return f"{folder}{os.pathsep}{CLEAN['PATH']}"
