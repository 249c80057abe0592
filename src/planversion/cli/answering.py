"""Answers kept while a person goes through the questions, so that they can stop and go on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from planversion.linking import Answer
from planversion.patching import replace_file
from planversion.yamltext import Source


class Notebook:
    """The answers about one step, kept in a file of the user's own."""

    def __init__(self, old: Source, new: Source) -> None:
        self._file = _folder() / f"{_name(old, new)}.json"
        self.answers: dict[str, Answer] = _kept(self._file)

    def note(self, answers: dict[str, Answer]) -> None:
        """These, too, from now on."""
        self.answers |= answers
        self._file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._file, json.dumps(self.answers, ensure_ascii=False).encode())

    def close(self) -> None:
        """Nothing is left to be asked."""
        self._file.unlink(missing_ok=True)


def _folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("planversion", appauthor=False) / "link"


def _name(old: Source, new: Source) -> str:
    """Two states of two files: another state has other questions."""
    facts = [str(Path(new.name).absolute()), old.text, new.text]
    return hashlib.sha256("\0".join(facts).encode(errors="replace")).hexdigest()[:24]


def _kept(file: Path) -> dict[str, Answer]:
    """What was kept; a damaged file is none."""
    try:
        found = json.loads(file.read_bytes())
        return {str(key): tuple(map(str, answer)) for key, answer in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
