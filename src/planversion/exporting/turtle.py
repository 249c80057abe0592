"""RDF written as Turtle: terms, and the statements about one subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planversion.characters import UNSHOWN

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#",
    "xkosno": "https://data.norge.no/vocabulary/xkosno#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(f'[\x00-\x1f\\\\"]|{UNSHOWN.pattern}')

Statement = tuple[str, Sequence[str]]
"""A predicate and its objects, as they are written."""


def document(blocks: Iterable[str]) -> str:
    """A whole document of blocks, the prefixes it uses in front."""
    body = "\n".join(blocks)
    used = [f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items()]
    kept = [line for line in used if f" {line.split()[1]}" in body or f"^{line.split()[1]}" in body]
    return "\n".join([*kept, "", body])


def iri(address: str) -> str:
    """An IRI; ours are of letters that need no escape."""
    return f"<{address}>"


def literal(text: str, language: str | None = None) -> str:
    """A text, of a language where one is given."""
    return f'"{_ESCAPED.sub(_escape, text)}"' + (f"@{language}" if language else "")


def date(day: object) -> str:
    """A day."""
    return f'"{day}"^^xsd:date'


def listed(members: Iterable[str]) -> str:
    """An ordered list."""
    return f"( {' '.join(members)} )"


def about(subject: str, *statements: Statement) -> str:
    """What is said of one subject; a predicate without objects is left out."""
    said = [f"{predicate} {', '.join(objects)}" for predicate, objects in statements if objects]
    told = " ;\n    ".join(said)
    return f"{subject}\n    {told} .\n"


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
