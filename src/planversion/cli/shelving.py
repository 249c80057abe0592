"""What is known of every edition of a repository; of those not looked at, from what was kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from planversion.cli.inputs import bytes_of
from planversion.cli.naming import Library
from planversion.cli.remembering import Memory, digest
from planversion.errors import PlanversionError, Problem
from planversion.rules.looking.subjects import Shelf, Volume, volume
from planversion.yamltext import Source, read_edition


class Shelving(NamedTuple):
    """The editions of a repository, and what kept some from being known."""

    shelf: Shelf
    problems: tuple[Problem, ...]


def shelving(sources: Iterable[Source], library: Library, *, cache: bool) -> Shelving:
    """Every edition: those that were read, and the others of the repository."""
    known = {Path(source.name).absolute(): source for source in sources}
    volumes = [volume(source.edition, source.name) for source in known.values()]
    problems: list[Problem] = []
    memory = Memory("editions", used=cache)
    for path in library.paths():
        if path.absolute() not in known:
            try:
                volumes.append(_volume(path, memory))
            except PlanversionError as error:
                problems += error.problems
    return Shelving(Shelf(tuple(volumes)), tuple(problems))


def _volume(path: Path, memory: Memory) -> Volume:
    content = bytes_of(path)
    key = digest(content)
    found = _remembered(memory.recall(key), str(path))
    if found is None:
        found = volume(read_edition(content, str(path)).edition, str(path))
        memory.keep(key, found._asdict() | {"file": None})
    return found


def _remembered(kept: Any, file: str) -> Volume | None:
    """What was kept, unless it is not what we keep."""
    if not isinstance(kept, dict) or kept.keys() != set(Volume._fields):
        return None
    texts = all(isinstance(kept[name], str) for name in ("plan", "edition", "status"))
    return Volume(**kept | {"file": file}) if texts and isinstance(kept["names"], dict) else None
