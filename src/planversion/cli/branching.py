"""A branch merged by git with our merge driver, whether or not the repository knows of it.

Servers that merge pull requests know no drivers; what was merged here is merged there, too.
"""

from __future__ import annotations

import shlex
import sys
import tempfile
from pathlib import Path

from planversion import repo
from planversion.cli.configuration import Configuration, configuration
from planversion.drivers.attributes import attributed
from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.repo import Repository, Settings

_DRIVER = "git-merge-driver %O %A %B %L %P %S %X %Y"
_CONFLICTS, _FAILED = 1, 2


def merged_branch(ref: str, config: str | None) -> int:
    """Merges the branch into the present one; returns the exit code: 1 where conflicts are left."""
    decided = configuration(config, Path.cwd())
    repository = repo.needed(Path.cwd())
    repo.commit(repository, ref)
    if repository.worktree is None or ref.startswith("-"):
        what = say("there is nothing here to merge {ref} into", ref=ref)
        raise UsageError([Problem("usage", what, say("Name a branch, in a clone with files."))])
    with tempfile.NamedTemporaryFile("w", suffix=".attributes", encoding="utf-8") as attributes:
        attributes.write(_attributes(decided, repository.worktree))
        attributes.flush()
        return _merge(ref, repository, attributes.name)


def _attributes(decided: Configuration, worktree: Path) -> str:
    """The attributes of whoever runs this, and ours for all editions."""
    own = Settings("global", Path.cwd()).path("core.attributesFile")
    before = own.read_text(encoding="utf-8") if own and own.is_file() else ""
    folder = decided.folder.resolve()
    below = folder.relative_to(worktree.resolve()) if folder.is_relative_to(worktree) else Path()
    lines = (attributed((below / pattern).as_posix()) for pattern in decided.config.editions)
    return "\n".join((before, *lines, ""))


def _merge(ref: str, repository: Repository, attributes: str) -> int:
    driver = f"{shlex.quote(sys.executable)} -m planversion {_DRIVER}"
    settings = {
        "core.attributesFile": attributes,
        "merge.planversion.name": "plans",
        "merge.planversion.driver": driver,
    }
    done = repo.merge_branch(repository, ref, settings)
    return {0: 0, 1: _CONFLICTS}.get(done, _FAILED)
