"""What became of a project or section, on the first screen of its page."""

from __future__ import annotations

from planversion.changes import LineageChange
from planversion.messages import say
from planversion.publishing import addresses
from planversion.publishing.accounts import Account, Passage
from planversion.publishing.framing import Writer
from planversion.publishing.items import (
    linked_item,
    listed,
    to_department,
    to_edition,
    to_stand,
    to_subject,
)


def answer(account: Account, writer: Writer) -> str:
    """How things stand, where it is listed, and how it ended and why."""
    fate = account.fate
    state = f'<p class="state {fate.state}">{writer.word(fate.word)}</p>'
    stands = "".join(
        f"<div><dt>{to_edition(passage.edition, writer)}</dt>"
        f"<dd>{_stands(passage, account, writer)}</dd></div>"
        for passage in map(account.passage, account.asked)
    )
    name = writer.word(say("What became of it"))
    return (
        f'<section class="answer" aria-label="{name}">{state}'
        f"<dl>{stands}</dl>{_ending(account, writer)}{_family(account, writer)}</section>"
    )


def _stands(passage: Passage, account: Account, writer: Writer) -> str:
    saying, edition = passage.saying, passage.edition
    if not saying:
        heirs = account.fate.heirs(account.subject)
        links = [to_subject(one.id, one.name, writer) for one in heirs]
        goes_on = f" → {writer.listed(links)}" if links else ""
        return writer.quiet(say("not listed")) + goes_on
    if saying.setting:
        at = f"{addresses.edition(edition.id)}#{account.subject}"
        return writer.here.named(at, f"{saying.setting.code} {saying.name}".strip())
    rows = (to_stand(stand, edition, writer) for stand in saying.stands)
    names = (to_department(name, writer) for name in saying.departments)
    return listed(rows, "plain") + listed(names, "inline carried")


def _ending(account: Account, writer: Writer) -> str:
    """How it ended and why, in the words of the edition that tells of it."""
    change, ending = account.fate.change, account.fate.ending
    if change is None or ending is None:
        return ""
    passage = account.passage(ending)
    item = next(one.item for one in passage.changes if one.change == change)
    inner = linked_item(item, change, writer)
    return f'<p class="decided">{to_edition(passage.edition, writer)}</p>' + listed([inner])


def _family(account: Account, writer: Writer) -> str:
    """Whom it came from, and who came from it while it lived on."""
    entries = [
        f"{to_edition(passage.edition, writer)} {linked_item(told.item, told.change, writer)}"
        for passage in account.passages
        for told in passage.changes
        if isinstance(told.change, LineageChange)
        and told.change.kind not in ("added", "removed")
        and told.change is not account.fate.change
    ]
    if not entries:
        return ""
    return writer.heading(say("Whom it came from, and what came from it")) + listed(entries)
