"""`history`: the change log of an edition's file, commit by commit or tag by tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from planversion.cli.addresses import span
from planversion.cli.following import archive_of
from planversion.cli.options import By, Traced
from planversion.cli.walking import Past, past, place
from planversion.cli.writing import say_page, write
from planversion.commits import Commit
from planversion.comparing import Comparison
from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.rendering.feeds.entries import of_commit
from planversion.rendering.feeds.feed import Entry
from planversion.rendering.feeds.moments import Moments, at
from planversion.rendering.page import Line, Span, line
from planversion.rendering.past import documents
from planversion.rendering.past.history import Chapter, history
from planversion.rendering.past.telling import Archive, heading, short
from planversion.rendering.safety import json_text
from planversion.rendering.several import title_of
from planversion.tracing import Stride, Version, edition_at, line_of, only, told


class _Part(NamedTuple):
    """What happened up to a commit, since the one before it that is told of."""

    commit: Commit
    tags: tuple[str, ...]
    what: str
    old: Version | None
    new: Version | None
    comparison: Comparison | None


def recorded(name: str, between: str | None, by: By, asked: Traced) -> None:
    """Writes the change log of an edition, of all commits or of a range of them."""
    since, until = _ends(between)
    found = past(until, asked)
    start = place(name, until, found)
    parts = _of_tags(start, found) if by == "tags" else _of_commits(start, found)
    if since is not None:
        within = found.library.history.reached(found.tip.id, since)
        parts = (part for part in parts if part.commit.id in within)
    archive = archive_of(found, asked)
    edition = found.versions.edition(start)
    if asked.form == "json":
        written = [_document(part, archive) for part in parts]
        document = documents.history(edition.plan.id, edition.id, found.tip, written)
        write(json_text(document), asked.output)
        return
    chapters = (_chapter(part, archive) for part in parts)
    page = history(title_of(edition), chapters, archive.language)
    say_page(page, asked.form, asked.output, asked.color)


def entries_of(start: Version, found: Past, archive: Archive) -> Iterator[Entry]:
    """What a feed has of each commit of an edition's file, the newest first."""
    edition = found.versions.edition(start)
    for part in _of_commits(start, found):
        names = "".join(f"[{name}] " for name in part.tags)
        chapter = _chapter(part, archive)._replace(heading=line(names, _subject(part.commit)))
        yield of_commit(part.commit, edition, chapter, _when(part.commit), archive.language)


def _subject(commit: Commit) -> str:
    return commit.subject or short(commit)


def _when(commit: Commit) -> Moments:
    try:
        said = at(commit.date)
    except ValueError:
        what = say("commit {id} has no date that can be read", id=short(commit))
        raise UsageError([Problem("undated", what)]) from None
    return Moments(said, said)


def _ends(between: str | None) -> tuple[str | None, str]:
    if between is None:
        return None, "HEAD"
    found = span(between)
    if found is None or found.forked:
        what = say("{name} is no range of revisions", name=between)
        raise UsageError([Problem("usage", what, say("Write A..B."))])
    return found.a, found.b


def _of_commits(start: Version, found: Past) -> Iterator[_Part]:
    tags = found.library.history.tags()
    for stride in line_of(start, found.track.strides):
        comparison = None if stride.begins else _compared(stride, found)
        if stride.begins or stride.unread or (comparison and comparison.diff.changes):
            old = stride.old[0] if stride.old else None
            named = tags.get(stride.commit.id, ())
            what = documents.what(stride)
            yield _Part(stride.commit, named, what, old, stride.new, comparison)


def _compared(stride: Stride, found: Past) -> Comparison | None:
    """What the commit itself changed; where histories met, no more than that."""
    if stride.new is None or not stride.old:
        return None
    comparison = found.versions.comparison(stride.old[0], stride.new)
    if len(stride.old) == 1:
        return comparison
    own = only(comparison.diff, told(stride, found.versions.comparison))
    return replace(comparison, diff=own)


def _of_tags(start: Version, found: Past) -> Iterator[_Part]:
    """What each tag has new against the tag before it, and what came after the last."""
    tags = found.library.history.tags()
    named = [one.commit for one in found.visits if one.commit.id in tags]
    ends = named if found.tip.id in tags else [found.tip, *named]
    states = found.track.states
    at = [(one, edition_at(states[one.id], start, found.versions.imprint)) for one in ends]
    having = [(commit, version) for commit, version in at if version]
    for (commit, new), (_, old) in pairwise([*having, (found.tip, None)]):
        if new == old:
            continue
        comparison = found.versions.comparison(old, new) if old and new else None
        what = "changed" if old else "recorded"
        yield _Part(commit, tags.get(commit.id, ()), what, old, new, comparison)


def _chapter(part: _Part, archive: Archive) -> Chapter:
    return Chapter(
        _heading(part),
        part.comparison,
        archive.editions(part.new) if part.new else None,
        unread=part.what == "unreadable",
    )


def _heading(part: _Part) -> Line:
    names = "".join(f"[{name}] " for name in part.tags)
    return line(Span(names, "strong"), heading(part.commit))


def _document(part: _Part, archive: Archive) -> dict[str, Any]:
    return {
        "commit": documents.commit(part.commit),
        "tags": list(part.tags),
        "what": part.what,
        "old": documents.version(part.old, archive),
        "new": documents.version(part.new, archive),
        "diff": documents.diff(part.comparison),
    }
