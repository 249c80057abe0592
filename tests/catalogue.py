"""What the catalogue must hold: every sentence of the source, and every help text.

`python tests/catalogue.py` brings the Japanese catalogue up to date: what is new stands there
without a translation, what nobody says any more is gone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from planversion.cli.commands import bring
from planversion.cli.entry import planversion
from planversion.cli.helping import help_texts
from planversion.rules import RULES

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "src/planversion/locale/ja/LC_MESSAGES/planversion.po"
KEYWORDS = {"say": None, "say_n": (1, 2)}


def said() -> dict[str, str | tuple[str, ...]]:
    """Every sentence, and where it depends on a number both its forms, by the sentence."""
    found = extract_from_dir(ROOT / "src", [("**.py", "python")], keywords=KEYWORDS)
    sentences = [message for _, _, message, _, _ in found]
    bring(planversion)
    every = [*sentences, *help_texts(planversion), *of_rules()]
    return {one if isinstance(one, str) else one[0]: one for one in every}


def of_rules() -> Iterator[str]:
    """Why each rule is there, and what its examples show."""
    for rule in RULES:
        yield rule.why.text
        yield from (example.title for example in rule.examples)


def translated() -> Catalog:
    """The catalogue as it is."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, abort_invalid=True)


def update() -> None:
    """Writes the catalogue with exactly what is said."""
    known, fresh = translated(), Catalog(locale="ja", fuzzy=False)
    for sentence, message in sorted(said().items()):
        old = known.get(sentence)
        fresh.add(message, old.string if old else "", flags=old.flags if old else ())
    written = io.BytesIO()
    write_po(written, fresh, omit_header=True, width=0)
    head = CATALOGUE.read_text(encoding="utf-8").partition("\n\n")[0]
    CATALOGUE.write_text(f"{head}\n\n{written.getvalue().decode()}", encoding="utf-8")


if __name__ == "__main__":
    update()
