"""A change log in a file: what it says now, and which of its sections a new one comes after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planversion.cli.inputs import bytes_of
from planversion.cli.texts import text_of
from planversion.messages import Language
from planversion.model import Edition
from planversion.releasing.entries import title
from planversion.rendering.markdown import markdown
from planversion.rules.looking.subjects import Shelf


def logged(log: Path, edition: Edition, language: Language) -> tuple[bytes, str]:
    """The file's bytes, and its text with its own line ends; a title where it has none.

    Raises UsageError or UnreadableFileError where it can't be read.
    """
    was = bytes_of(log) if log.exists() else b""
    if not was.strip():
        return was, markdown(title(edition, language))
    _ = text_of(log)
    return was, was.decode().removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")


def later(edition: Edition, shelf: Shelf) -> frozenset[str]:
    """The sections of every edition of the plan that comes after this one."""
    return frozenset(_later(edition, shelf))


def _later(edition: Edition, shelf: Shelf) -> Iterator[str]:
    known = {one.edition: one for one in shelf.by_plan.get(edition.plan.id, ())}
    for one in known.values():
        seen = {one.edition}
        before = one.previous
        while before is not None and before not in seen:
            if before == edition.id:
                yield f"{one.plan}@{one.edition}"
                break
            seen.add(before)
            before = known[before].previous if before in known else None
