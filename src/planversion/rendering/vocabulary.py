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
}
"""By the key of the edition file."""

FIELDS: dict[str, Message] = {
    "as": say("name here"),
    "attributes": say("attributes"),
    "budget": say("budget"),
    "departments": say("departments"),
    "description": say("description"),
    "external_ids": say("external ids"),
    "indicators": say("indicators"),
    "inferred": say("inferred"),
    "marked": say("mark (relisted)"),
    "moved_from": say("moved from"),
    "name": say("name"),
    "note": say("note"),
    "period": say("period"),
    "status": say("status"),
    "title": say("title"),
}
"""By the key of the edition file; keys that aren't here are told as they are."""


def field(key: str) -> Message:
    """What a field is called."""
    return FIELDS.get(key) or say("{place}", place=key)
