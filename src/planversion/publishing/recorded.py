"""What commits did to a project or section, in short."""

from __future__ import annotations

from typing import NamedTuple

from planversion.commits import Commit


class Recorded(NamedTuple):
    """A commit, the edition it changed, and what kinds of change it made to one subject."""

    commit: Commit
    edition: str
    kinds: tuple[str, ...]
    """As the JSON document has them; none where the subject was recorded with a new file."""
