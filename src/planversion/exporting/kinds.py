"""Our kinds of change in the words of others: GSIM's typology, and its terms in XKOS-AP-NO."""

from __future__ import annotations

from planversion.comparing.crosswalk import Link

GSIM = {
    "removed": "deletion",
    "added": "creation",
    "replaced": "take-over",
    "merged": "merger",
    "absorbed": "take-over",
    "split": "breakdown",
    "split_off": "split-off",
    "transferred": "transfer",
    "renumbered": "code change",
    "renamed": "name change",
}
"""By our kind; what isn't here, GSIM has no word for."""

TERMS = {
    "removed": "ItemDeletion",
    "added": "ItemCreation",
    "merged": "ItemMerging",
    "absorbed": "ItemTakeOver",
    "split": "ItemBreakdown",
    "split_off": "ItemSplitOff",
    "transferred": "NotationTransfer",
    "renumbered": "CodeChange",
    "renamed": "NameChange",
}
"""By our kind, where the two mean the same: in a replacement nobody lives on to take over."""


def gsim(link: Link) -> tuple[str, ...]:
    """What GSIM calls the link."""
    return tuple(GSIM[kind] for kind in (link.kind, *link.changes) if kind in GSIM)
