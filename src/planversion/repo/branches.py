"""A branch merged into the present one by git, before the eyes of whoever asked for it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping

from planversion.repo.environment import environment
from planversion.repo.repository import Repository


def merge_branch(repository: Repository, ref: str, settings: Mapping[str, str]) -> int:
    """Merges a name that is known to be a commit, under these settings; returns git's exit code.

    What git says is seen as it says it, and it may ask for a signature.
    """
    options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    done = subprocess.run(  # noqa: S603 - no shell reads it
        ["git", *options, "merge", "--no-edit", ref],  # noqa: S607 - git is looked for as ever
        cwd=repository.start,
        env=environment(os.environ),
        check=False,
    )
    return done.returncode
