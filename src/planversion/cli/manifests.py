"""What we wrote into the folder of a site, and what from, as a file in there."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from planversion.patching import replace_file

MANIFEST = ".planversion-site.json"
"""Says which files in the folder are ours, and what we wrote into each."""
_VERSION = 1


class Known(NamedTuple):
    """What we wrote into a file."""

    digest: str
    origin: str | None
    """What that was made from, in short; None where it is to be made each time."""


Manifest = dict[str, Known]


def manifest(folder: Path) -> Manifest:
    """What we wrote before; a damaged list is none, so that nothing is taken away."""
    try:
        known = json.loads((folder / MANIFEST).read_bytes())
        if known["version"] != _VERSION:
            return {}
        origins = known.get("origins", {})
        return {
            str(path): Known(str(digest), origins.get(path))
            for path, digest in known["files"].items()
            if _inside(path)
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and bool(parts.parts)


def note(folder: Path, files: Manifest) -> None:
    """Writes what we know down, for the next time."""
    folder.mkdir(parents=True, exist_ok=True)
    every = sorted(files.items())
    known = {
        "version": _VERSION,
        "files": {path: one.digest for path, one in every},
        "origins": {path: one.origin for path, one in every if one.origin},
    }
    replace_file(folder / MANIFEST, (json.dumps(known, indent=0) + "\n").encode())
