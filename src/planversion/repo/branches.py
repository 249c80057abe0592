"""A branch merged into the present one by git, before the eyes of whoever asked for it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from typing import Literal

from planversion.repo.environment import in_sight, writing
from planversion.repo.repository import Repository

Merging = Literal["merged", "in conflict", "refused"]


def merge_branch(repository: Repository, ref: str, settings: Mapping[str, str]) -> Merging:
    """Merges a name that is known to be a commit, under these settings, and says what came of it.

    What git says is seen as it says it, and it may ask for a signature.
    """
    options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    done = subprocess.run(  # noqa: S603 - no shell reads it
        ["git", *options, "merge", "--no-edit", ref],  # noqa: S607 - git is looked for as ever
        cwd=repository.start,
        env=in_sight(writing(repository.variables, os.environ), os.environ),
        check=False,
    )
    if done.returncode == 0:
        return "merged"
    # Git exits with 1 for a working tree in its way, too.
    return "in conflict" if repository.ask("ls-files", "-u", "-z").out else "refused"
