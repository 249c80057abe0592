"""What git is told so that it asks planversion: its settings, by their keys."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MERGE_DRIVER = "git-merge-driver %O %A %B %L %P %S %X %Y"
"""Our command with what git puts in; before 2.44 it leaves the last three as they are."""

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "diff.planversion.command": "planversion git-diff-driver",
        # Where git shows its own diff, a hunk is headed by the section or project it stands in.
        "diff.planversion.xfuncname": "^ *-? *((name|title): .*)$",
        "merge.planversion.name": "plans, merged place by place",
        "merge.planversion.driver": f"planversion {MERGE_DRIVER}",
    }
)
"""Every setting of ours; nobody else has a driver of this name."""
