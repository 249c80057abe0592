"""What is about to be written, read first: it says what was meant, and no comment got lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planversion.errors import Location, PlanversionError, Problem, RefusedWriteError
from planversion.messages import Message, say
from planversion.model import Edition
from planversion.patching.commenting import located
from planversion.yamltext import Source, read_edition
from planversion.yamltext.positions import locate


def proofread(
    source: Source,
    text: str,
    edition: Edition,
    mend: Message | None = None,
    gone: Iterable[tuple[int, int]] = (),
) -> None:
    """Raises RefusedWriteError unless `text` can be written in the place of the source's.

    It must say `edition`, and hold every comment of the source but those between offsets that are
    `gone`; `mend` tells what to do where it can't be written.
    """
    if not _says(text, source.name, edition):
        what = say("the file would not have read back as meant, so nothing was written")
        raise RefusedWriteError([Problem("refused", what, mend, Location(source.name))])
    if problems := [_lost(source, *one) for one in _missing(source, text, list(gone))]:
        raise RefusedWriteError(problems)


def _says(text: str, name: str, edition: Edition) -> bool:
    try:
        return read_edition(text.encode(), name).edition == edition
    except PlanversionError:
        return False


def _missing(source: Source, text: str, gone: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """The comments that the text has no more, with their offsets in the source."""
    if "#" not in source.text:
        return
    there = Counter(comment for _, comment in located(text, locate(text)))
    for offset, comment in located(source.text, source.positions):
        if not any(start <= offset < end for start, end in gone):
            there[comment] -= 1
            if there[comment] < 0:
                yield offset, comment


def _lost(source: Source, offset: int, comment: str) -> Problem:
    before = source.text[:offset]
    where = Location(source.name, before.count("\n") + 1, offset - before.rfind("\n"))
    what = say(
        "the comment {comment} would have been lost, so nothing was written", comment=comment
    )
    mend = say("Put it on a line of its own above a key or an item.")
    return Problem("refused", what, mend, where)
