"""Where something stands, as programs look for it: a path in the tree, or in a revision."""

from __future__ import annotations

import re
from pathlib import PurePath

from planversion.errors import Location

# One letter and a colon are a disk of Windows.
_AT_REVISION = re.compile(r"\A(?!.:[/\\])[^:]*:(?=.)")


def stands_here(where: Location) -> bool:
    """Whether the place is in a file as it is now, not in one at a revision (`REV:path`)."""
    return _AT_REVISION.match(where.file) is None


def path_of(where: Location) -> str:
    """The path with `/`, without the revision and without `./`."""
    return PurePath(_AT_REVISION.sub("", where.file, count=1)).as_posix()
