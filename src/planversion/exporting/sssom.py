"""A crosswalk as SSSOM: mappings in tab-separated values, below a header in YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal

from planversion.characters import escaped
from planversion.comparing.crosswalk import Crosswalk, End, Link
from planversion.exporting.ends import Ends, ends_of, gap_note
from planversion.exporting.kinds import gsim
from planversion.exporting.naming import BASE
from planversion.exporting.tables import semicolons, separated
from planversion.model.labelling import edition_label

_UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"
"""What the standard writes where nobody stated a licence."""
_NOBODY = "sssom:NoTermFound"
_OWN = (
    "ext_kind",
    "ext_changes",
    "ext_gsim",
    "ext_basis",
    "ext_unsure",
    "ext_old_codes",
    "ext_new_codes",
)
_COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "mapping_cardinality",
    "comment",
    *_OWN,
)
_PREDICATES = {
    "merged": "skos:broadMatch",
    "absorbed": "skos:broadMatch",
    "split": "skos:narrowMatch",
    "split_off": "skos:narrowMatch",
    "replaced": "skos:closeMatch",
    "transferred": "skos:relatedMatch",
    "reorganised": "skos:relatedMatch",
}
"""How the old one is related to the new one, where they haven't one id."""


def sssom(crosswalk: Crosswalk, base: str = BASE) -> str:
    """The crosswalk as SSSOM TSV; raises UnexportableError where both editions have one id."""
    head = "".join(f"#{line}\n" for line in _header(crosswalk, ends_of(crosswalk, base)))
    rows = (separated(cells, "\t", "\n") for cells in (_COLUMNS, *map(_row, crosswalk.links)))
    return "".join([head, *rows])


def _header(crosswalk: Crosswalk, ends: Ends) -> Iterator[str]:
    old, new = crosswalk.old, crosswalk.new
    # JSON's strings are strings of YAML, whatever stands in them.
    title = f"{crosswalk.title}: {edition_label(old)} → {edition_label(new)}"
    yield f"sssom_version: {_quoted('1.1')}"
    yield "curie_map:"
    yield f"  new: {_quoted(ends.new.scheme + '#')}"
    yield f"  old: {_quoted(ends.old.scheme + '#')}"
    yield f"  ext: {_quoted(BASE + 'map:')}"
    yield f"mapping_set_id: {_quoted(ends.correspondence)}"
    yield f"mapping_set_title: {_quoted(title)}"
    yield f"license: {_quoted(_UNSPECIFIED)}"
    yield f"subject_type: {_quoted('skos concept')}"
    yield f"subject_source: {_quoted(ends.old.scheme)}"
    yield f"subject_source_version: {_quoted(old.id)}"
    yield f"object_type: {_quoted('skos concept')}"
    yield f"object_source: {_quoted(ends.new.scheme)}"
    yield f"object_source_version: {_quoted(new.id)}"
    if crosswalk.gaps:
        yield f"comment: {_quoted(gap_note(crosswalk.gaps))}"
    yield "extension_definitions:"
    for name in _OWN:
        yield f"  - slot_name: {name}"
        yield f"    property: ext:{name.removeprefix('ext_')}"


def _quoted(text: str) -> str:
    return escaped(json.dumps(text, ensure_ascii=False))


def _row(link: Link) -> tuple[str, ...]:
    return (
        _id(link.old, "old"),
        link.old.name if link.old else "",
        _predicate(link),
        _id(link.new, "new"),
        link.new.name if link.new else "",
        _justification(link),
        link.cardinality,
        " / ".join(link.reasons),
        link.kind,
        semicolons(link.changes),
        semicolons(gsim(link)),
        link.basis or "",
        "true" if link.unsure else "false",
        semicolons(link.old.codes) if link.old else "",
        semicolons(link.new.codes) if link.new else "",
    )


def _id(end: End | None, side: Literal["old", "new"]) -> str:
    return f"{side}:{end.id}" if end else _NOBODY


def _predicate(link: Link) -> str:
    # Of who has no counterpart it says that there is no exact match, as the standard asks.
    same = link.old and link.new and link.old.id == link.new.id
    return "skos:exactMatch" if same else _PREDICATES.get(link.kind, "skos:exactMatch")


def _justification(link: Link) -> str:
    return "semapv:ManualMappingCuration" if link.basis else "semapv:UnspecifiedMatching"
