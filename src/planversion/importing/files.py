"""A file of an office as grids of cells, whatever kind it is."""

from __future__ import annotations

from planversion.importing.documents import document
from planversion.importing.grids import File
from planversion.importing.packages import kind_of
from planversion.importing.separated import separated
from planversion.importing.workbooks import workbook

_READERS = {"xlsx": workbook, "docx": document, "text": separated}


def read_file(content: bytes, name: str) -> File:
    """The tables of the file; raises UnreadableFileError for what we can't read."""
    return _READERS[kind_of(content, name)](content, name)
