"""A branch merged by git with our merge driver, whether or not the repository knows of it.

Servers that merge pull requests know no drivers; what was merged here is merged there, too.
"""

from __future__ import annotations

import shlex
import sys
import tempfile
from pathlib import Path

from planversion import repo
from planversion.cli.configuration import configuration
from planversion.cli.places import place_of
from planversion.drivers.attributes import attributed
from planversion.drivers.settings import MERGE_DRIVER, SETTINGS
from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.repo import Repository

_CODES = {"merged": 0, "in conflict": 1, "refused": 2}
_NAME, _DRIVER = "merge.planversion.name", "merge.planversion.driver"


def merged_branch(ref: str, config: str | None) -> int:
    """Merges the branch into the present one; returns the exit code: 1 where conflicts are left."""
    here, repository = place_of(config, everywhere=False), repo.needed(Path.cwd())
    repo.merge_base(repository, "HEAD", ref)
    if ref.startswith("-"):
        what = say("{name} is no name of a branch", name=ref)
        raise UsageError([Problem("usage", what, say("Name a branch, or a commit."))])
    with tempfile.NamedTemporaryFile(suffix=".attributes") as attributes:
        attributes.write(_attributes(here.file.parent, config, repository))
        attributes.flush()
        settings = {"core.attributesFile": attributes.name, **_driver()}
        return _CODES[repo.merge_branch(repository, ref, settings)]


def _attributes(folder: Path, config: str | None, repository: Repository) -> bytes:
    """The attributes of whoever runs this, and ours for the editions below the folder."""
    own = place_of(None, everywhere=True).file
    before = own.read_bytes() if own.is_file() else b""
    top = repository.worktree or repository.git_dir
    below = folder.resolve().relative_to(top.resolve())
    patterns = configuration(config, Path.cwd()).config.editions
    lines = (attributed((below / pattern).as_posix()) for pattern in patterns)
    return b"\n".join((before, *(line.encode() for line in lines), b""))


def _driver() -> dict[str, str]:
    """Git's driver is the program that runs: the one on the PATH may be another, or none."""
    command = f"{shlex.quote(sys.executable)} -m planversion {MERGE_DRIVER}"
    return {_NAME: SETTINGS[_NAME], _DRIVER: command}
