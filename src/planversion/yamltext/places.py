"""Where something stands in a file, for editors and in a planner's words."""

from __future__ import annotations

from planversion.errors import Location
from planversion.model import Path
from planversion.yamltext.reading import Source
from planversion.yamltext.words import in_words


def place(source: Source, path: Path) -> Location:
    """Where the node at `path` stands; what isn't written stands where it would be written."""
    while path and path not in source.positions:
        path = path[:-1]
    return source.location(path)._replace(path=in_words(path, source.tree))
