"""What git is told so that it asks planversion: its settings, by their keys."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "diff.planversion.command": "planversion git-diff-driver",
        # Where git shows its own diff, a hunk is headed by the section or project it stands in.
        "diff.planversion.xfuncname": "^ *-? *((name|title): .*)$",
        "merge.planversion.name": "plans, merged place by place",
        "merge.planversion.driver": ("planversion git-merge-driver %O %A %B %L %P %S %X %Y"),
    }
)
"""Every setting of ours; nobody else has a driver of this name."""
