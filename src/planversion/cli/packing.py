"""Bytes and packages of files, written where they were asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from planversion.cli.writing import write_bytes
from planversion.errors import Location, Problem, UsageError
from planversion.messages import say

_STDOUT = "-"


def packs(output: str | None) -> bool:
    """Whether what is named can hold several files: a folder, or an archive."""
    if not output or output == _STDOUT:
        return False
    if Path(output).exists() and not Path(output).is_dir():
        return _is_archive(output)
    return Path(output).is_dir() or Path(output).suffix.lower() in ("", ".zip")


def write_package(files: Mapping[str, bytes], output: str | None) -> None:
    """The files into a folder, made if it isn't there, or into an archive; raises UsageError."""
    if not output or output == _STDOUT:
        what = say("several files can't be written to standard output")
        mend = say("Name a folder or a .zip with -o.")
        raise UsageError([Problem("output", what, mend)])
    if _is_archive(output):
        from planversion.exporting.packages import zipped

        write_binary(zipped(files), output)
        return
    _write_folder(files, Path(output))


def write_binary(content: bytes, output: str | None) -> None:
    """Bytes that are no text: to a file, or to standard output unless people read it."""
    if output in (None, _STDOUT) and sys.stdout.isatty():
        what = say("this is nothing for a terminal")
        raise UsageError([Problem("output", what, say("Name a file with -o."))])
    write_bytes(content, output)


def _write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    from planversion.patching import replace_file

    if folder.exists() and not folder.is_dir():
        what = say("this is a file, and several are to be written")
        mend = say("Name a folder or a .zip with -o.")
        raise UsageError([Problem("output", what, mend, Location(str(folder)))])
    _refuse_others(folder, files)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        replace_file(folder / name, content)


def _is_archive(output: str | None) -> bool:
    return output is not None and Path(output).suffix.lower() == ".zip"


def _refuse_others(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raises UsageError for a folder that holds anything but what an earlier run wrote there."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    from planversion.exporting.packages import DESCRIPTOR

    if _name(folder / DESCRIPTOR) != json.loads(files[DESCRIPTOR])["name"]:
        what = say("this folder holds other files")
        mend = say("Name a folder that is empty, or not there yet.")
        raise UsageError([Problem("output", what, mend, Location(str(folder)))])


def _name(descriptor: Path) -> str | None:
    """Whose package lies there; None where none does."""
    try:
        found = json.loads(descriptor.read_bytes())
    except (OSError, ValueError):
        return None
    return found.get("name") if isinstance(found, dict) else None
