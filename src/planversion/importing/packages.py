"""Which kind of file it is, and office packages (zip) opened without being blown up by them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from importlib.util import find_spec
from typing import Literal

from planversion.errors import Location, Problem, UnreadableFileError, UsageError
from planversion.importing.damage import XML_PARTS, damaged
from planversion.messages import Message, say
from planversion.yamltext.parsing import LARGEST_FILE

Kind = Literal["xlsx", "docx", "text"]

LARGEST_UNPACKED = 128 * 2**20
"""So many bytes a package may hold."""
MOST_CELLS = 500_000
"""So many cells a file may have, those that merged cells cover among them."""
_MOST_MEMBERS = 10_000
_READ_AT_ONCE = 2**20

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(rb"<(?:\w+:)?(?:c|tc)[\s/>]")
_MERGED = re.compile(rb"mergeCell\s[^>]{0,99}?ref=[\"']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)[\"']")
# No office file has a document type; one that has, has it for the entities.
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGED = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error)


def kind_of(content: bytes, name: str) -> Kind:
    """Which kind of file this is, by what it holds; raises UnreadableFileError for any other."""
    if len(content) > LARGEST_FILE:
        raise _too_large(name, say("The limit is {limit} MiB.", limit=LARGEST_FILE >> 20))
    if content.startswith(_OLD_OFFICE):
        raise _old_office(name, encrypted=_ENCRYPTED in content)
    if not content.startswith(b"PK"):
        return "text"
    return _kind_of_package(package(content, name), name)


def package(content: bytes, name: str) -> zipfile.ZipFile:
    """The package, once every member was looked at; raises UnreadableFileError."""
    try:
        found = zipfile.ZipFile(io.BytesIO(content))
        _refuse_bombs(found, name)
    # A damaged package fails as a zip, while it is unpacked, or for a method nobody has.
    except _DAMAGED as error:
        raise damaged(name, error) from None
    except RuntimeError:
        raise _encrypted(name) from None
    return found


def needed(module: str, package: str) -> None:
    """Raises UsageError where the package that reads such files isn't here."""
    if find_spec(module) is None:
        what = say("this kind of file needs {name}, which isn't here", name=package)
        mend = say("Install it: pip install 'planversion[office]'")
        raise UsageError([Problem("missing-extra", what, mend)])


def _kind_of_package(found: zipfile.ZipFile, name: str) -> Kind:
    members = set(found.namelist())
    if "xl/workbook.xml" in members:
        return "xlsx"
    if "word/document.xml" in members:
        return "docx"
    what = say("this is neither a workbook of Excel nor a document of Word")
    mend = say("Save it as .xlsx, .docx or .csv.")
    raise UnreadableFileError([Problem("unknown-kind", what, mend, Location(name))])


def _refuse_bombs(found: zipfile.ZipFile, name: str) -> None:
    members = found.infolist()
    if len(members) > _MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_UNPACKED:
        limit = say("Unpacked, the limit is {limit} MiB.", limit=LARGEST_UNPACKED >> 20)
        raise _too_large(name, limit)
    cells = sum(_cells(found, one, name) for one in members if one.filename.endswith(XML_PARTS))
    if cells > MOST_CELLS:
        limit = say("The limit is {limit} cells, merged ones included.", limit=MOST_CELLS)
        raise _too_large(name, limit)


def _cells(found: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> int:
    """How many cells a member would make; no office program writes the rest."""
    counted, kept = 0, b""
    with found.open(member) as stream:
        while piece := stream.read(_READ_AT_ONCE):
            text = kept + piece
            # What the end of a piece cuts in two is found in the next.
            whole, mark, rest = text.rpartition(b">")
            kept = rest[-_READ_AT_ONCE:]
            # In another encoding than UTF-8 we would not see what is declared.
            if _DECLARED.search(text) or b"\0" in text:
                raise damaged(name, ValueError(member.filename))
            counted += len(_CELL.findall(whole + mark)) + _covered(whole + mark)
    return counted


def _covered(text: bytes) -> int:
    area = 0
    for left, top, right, bottom in _MERGED.findall(text):
        area += (abs(int(bottom) - int(top)) + 1) * (abs(_index(right) - _index(left)) + 1)
    return area


def _index(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number


def _old_office(name: str, *, encrypted: bool) -> UnreadableFileError:
    if encrypted:
        return _encrypted(name)
    what = say("this is the format of before 2007 (.xls, .doc)")
    mend = say("Open it in Excel or Word and save it as .xlsx or .docx.")
    return UnreadableFileError([Problem("old-format", what, mend, Location(name))])


def _encrypted(name: str) -> UnreadableFileError:
    what = say("the file is protected by a password")
    mend = say("Open it, take the password off, and save it.")
    return UnreadableFileError([Problem("encrypted", what, mend, Location(name))])


def _too_large(name: str, limit: Message) -> UnreadableFileError:
    what = say("the file is larger than any plan")
    return UnreadableFileError([Problem("too-large", what, limit, Location(name))])
