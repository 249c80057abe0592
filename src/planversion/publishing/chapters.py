"""A project or section through the editions: all at a glance, then one by one."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import SubjectChange
from planversion.messages import say
from planversion.publishing import addresses
from planversion.publishing.accounts import Account, Passage, Told
from planversion.publishing.facts import facts
from planversion.publishing.framing import Writer
from planversion.publishing.items import Named, below, linked_item, listed, to_edition
from planversion.rendering.page import Item
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.fragment import in_line


def strip(account: Account, writer: Writer) -> str:
    """All editions side by side: where it stood in each, and what had changed."""
    stops = "".join(_stop(passage, writer) for passage in account.passages)
    name = writer.word(say("Through the editions"))
    return f'<ol class="strip" aria-label="{name}">{stops}</ol>'


def _stop(passage: Passage, writer: Writer) -> str:
    kinds = writer.listed(_kinds(passage, writer)) if passage.changes else ""
    changed = f'<span class="what">{shown(kinds)}</span>' if kinds else ""
    if passage.saying:
        there = shown(writer.listed(passage.saying.codes)) or "&nbsp;"
        style, stands = "here", f'<span class="code">{there}</span>'
    else:
        style, stands = "away", writer.word(say("not listed"))
    return (
        f'<li class="{style}"><span class="label">{shown(passage.edition.label)}</span>'
        f'<span class="stands">{stands}</span>{changed}</li>'
    )


def _kinds(passage: Passage, writer: Writer) -> Iterator[str]:
    for kind in dict.fromkeys(one.change.kind for one in passage.changes):
        yield KINDS[kind].to(writer.frame.language)


def chapters(account: Account, writer: Writer) -> Iterator[str]:
    """Every edition, the newest first; all that the newest says stands open."""
    yield writer.heading(say("Edition by edition"))
    newest = True
    for passage in reversed(account.passages):
        if passage.saying or passage.changes:
            yield _chapter(passage, writer, newest=newest)
            newest = newest and not passage.saying


def _chapter(passage: Passage, writer: Writer, *, newest: bool) -> str:
    edition = passage.edition
    parts = [f'<h3 id="in-{shown(edition.id)}">{to_edition(edition, writer)}</h3>']
    if passage.since:
        parts.append(_changed(passage.changes, passage.since, edition, writer))
    if passage.saying:
        told = facts(passage.saying, edition, writer)
        summary = writer.word(say("What this edition says"))
        fold = f"<details><summary>{summary}</summary>{told}</details>"
        parts.append(told if newest else fold)
    return f'<section class="chapter">{"".join(parts)}</section>'


def _changed(changes: tuple[Told, ...], old: Named, new: Named, writer: Writer) -> str:
    against = writer.word(say("Changes since {edition}", edition=old.label))
    link = writer.here.link(addresses.changes(old.id, new.id), against)
    if not changes:
        nothing = writer.word(say("Nothing changed."))
        told = f"<p>{nothing}</p>"
    else:
        told = listed((_change(one, writer) for one in changes), "changes")
    return f'<p class="since">{link}</p>{told}'


def _change(told: Told, writer: Writer) -> str:
    item = Item(told.item.line, (*told.item.below, *told.reasons))
    if isinstance(told.change, SubjectChange):
        return in_line(item.line) + below(item)
    return linked_item(item, told.change, writer)
