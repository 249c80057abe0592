"""A file that its reader fails on: what is damaged, as far as we know, and how to mend it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from planversion.errors import Location, Problem, UnreadableFileError
from planversion.messages import Message, say

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError),
    # A part that is no XML: the errors of both parsers are syntax errors.
    *(SyntaxError, RecursionError),
    # XML that says what the reader doesn't expect: it has no word of its own for that.
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError),
)
"""What openpyxl and python-docx raise for a damaged file; catch it around their opening only."""

XML_PARTS = (".xml", ".rels")
"""How the names of parts end that are XML."""


def damaged(name: str, error: Exception) -> UnreadableFileError:
    """That the file can't be unpacked, with what its reader said."""
    return _refusal(name, say("the file is damaged: {error}", error=_reason(error)), _MEND)


def damaged_package(
    opened: zipfile.ZipFile, name: str, error: Exception, mend: Message
) -> UnreadableFileError:
    """That what was unpacked is no such file, with the part that is damaged if one is."""
    for part, why in _broken(opened):
        what = say("the file is damaged: its part {part} is no XML: {error}", part=part, error=why)
        return _refusal(name, what, mend)
    what = say("the file is damaged: its parts don't fit together: {error}", error=_reason(error))
    return _refusal(name, what, mend)


def _broken(opened: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each part that is no XML, and why it is none."""
    for part in opened.namelist():
        if part.endswith(XML_PARTS):
            try:
                # What it declares was looked at when the package was.
                ET.fromstring(opened.read(part))  # noqa: S314
            except DAMAGE as error:
                yield part, _reason(error)


def _reason(error: Exception) -> str:
    """The first line of what the reader said; a KeyError would put it in quotes once more."""
    said = str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)
    return said.strip().partition("\n")[0].rstrip(".") or type(error).__name__


def _refusal(name: str, what: Message, mend: Message) -> UnreadableFileError:
    return UnreadableFileError([Problem("damaged", what, mend, Location(name))])


_MEND = say(
    "It may not have been copied to its end. Open it in the program that it was made with, and save"
    " it anew."
)
MEND_IN_EXCEL = say("Open it in Excel, let Excel repair it, and save it anew.")
MEND_IN_WORD = say("Open it in Word, let Word repair it, and save it anew.")
