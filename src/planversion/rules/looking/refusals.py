"""What keeps a file from being an edition, as the reading of it says."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.errors import InvalidEditionError, Location
from planversion.model import Path
from planversion.rules.base import Verdict
from planversion.yamltext import read_edition
from planversion.yamltext.positions import locate
from planversion.yamltext.reading import decode

_NAME = "edition.yaml"


def refused(written: bytes, code: str) -> Iterator[Verdict]:
    """A verdict for each problem of this code that keeps the file from being an edition.

    Raises UnreadableFileError if it is no text.
    """
    try:
        read_edition(written, _NAME)
    except InvalidEditionError as error:
        found = [problem for problem in error.problems if problem.code == code]
        paths = _paths(decode(written, _NAME)) if found else {}
        for problem in found:
            about = tuple(str(value) for value in problem.what.values.values())
            yield Verdict(_path(problem.where, paths), problem.what, problem.mend, about)


def _paths(text: str) -> dict[tuple[int, int], Path]:
    """What begins at each line and column; of several, the outermost."""
    spans = sorted(locate(text).items(), key=lambda item: -len(item[0]))
    return {(span.line, span.column): path for path, span in spans}


def _path(where: Location | None, paths: dict[tuple[int, int], Path]) -> Path:
    return paths.get((where.line or 0, where.column or 0), ()) if where else ()
