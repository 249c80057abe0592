"""The word for every kind of change, as readers know it."""

from __future__ import annotations

from planversion.messages import Message, say

KINDS: dict[str, Message] = {
    "added": say("new"),
    "removed": say("ended"),
    "replaced": say("replaced"),
    "merged": say("merged"),
    "absorbed": say("absorbed"),
    "split": say("split"),
    "split_off": say("split off"),
    "transferred": say("partly transferred"),
    "reorganised": say("reorganised"),
    "renumbered": say("renumbered"),
    "renamed": say("renamed"),
    "moved": say("moved"),
    "primary_changed": say("main listing changed"),
    "reordered": say("reordered"),
    "reassigned": say("department changed"),
    "revised": say("content changed"),
    "reworded": say("relisting reworded"),
    "relisted": say("relisting added"),
    "unlisted": say("relisting dropped"),
    "annotated": say("remark changed"),
    "department_succeeded": say("departments reorganised"),
    "entry_added": say("entry added"),
    "entry_removed": say("entry dropped"),
    "entry_revised": say("entry changed"),
    "entry_reordered": say("entry reordered"),
    "edition_revised": say("edition's own facts changed"),
}
"""By the kind as the JSON document has it."""

PARTS: dict[str, Message] = {
    "schema": say("schema"),
    "plan": say("plan"),
    "edition": say("edition"),
    "departments": say("departments"),
    "levels": say("levels"),
    "sources": say("sources"),
    "lineage": say("lineage"),
    "explanations": say("explanations"),
    "returned": say("returned"),
    "published_notes": say("published notes"),
    "published_totals": say("published totals"),
}
"""By the key of the edition file."""

FIELDS: dict[str, Message] = {
    "adopted_on": say("adopted on"),
    "archived": say("archived at"),
    "as": say("name here"),
    "amount": say("amount"),
    "attributes": say("attributes"),
    "baseline": say("baseline"),
    "basis": say("basis"),
    "belongs_to": say("belongs to"),
    "budget": say("budget"),
    "code": say("way of numbering"),
    "collective": say("collective name"),
    "departments": say("departments"),
    "description": say("description"),
    "errata": say("errata"),
    "external_ids": say("external ids"),
    "from": say("from"),
    "id": say("id"),
    "in_force_from": say("in force from"),
    "in_force_to": say("in force to"),
    "indicators": say("indicators"),
    "inferred": say("inferred"),
    "jurisdiction": say("jurisdiction"),
    "label": say("label"),
    "language": say("language"),
    "marked": say("mark (relisted)"),
    "moved_from": say("moved from"),
    "name": say("name"),
    "note": say("note"),
    "number": say("number"),
    "period": say("period"),
    "previous": say("previous edition"),
    "printed_at": say("printed at"),
    "reason": say("reason"),
    "retrieved_on": say("retrieved on"),
    "revises": say("revises"),
    "schema": say("schema"),
    "section": say("section"),
    "scheme": say("scheme"),
    "sha256": say("SHA-256"),
    "since": say("told against"),
    "spellings": say("spellings"),
    "stage": say("stage"),
    "status": say("status"),
    "succeeds": say("succeeds"),
    "takes_from": say("takes from"),
    "target": say("target"),
    "text": say("text"),
    "title": say("title"),
    "to": say("to"),
    "unit": say("unit"),
    "unsure": say("in doubt"),
    "url": say("address"),
    "year": say("year"),
}
"""By the key of the edition file; keys below these, free-form ones too, are told as they are."""

STATUSES: dict[str, Message] = {
    "draft": say("draft"),
    "consultation": say("in consultation"),
    "adopted": say("adopted"),
}
"""How far an edition has come, by the word of the edition file."""


_OF_A_PERIOD: dict[str, Message] = {"from": say("beginning"), "to": say("end")}


def field(key: str, above: str = "") -> Message:
    """What a field is called, below the field `above`; free-form ones are called what they are."""
    words = _OF_A_PERIOD if above == "period" else FIELDS
    known = None if above == "attributes" else words.get(key)
    return known or say("{place}", place=key)
