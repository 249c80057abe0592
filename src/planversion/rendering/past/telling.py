"""Commits and versions in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planversion.commits import Commit
from planversion.messages import Language
from planversion.model import Edition
from planversion.rendering.page import Line, Span, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.whereabouts import called, names
from planversion.tracing import Imprint, Stride, Version

_SHORT = 10


class Archive(NamedTuple):
    """Versions as editions and in short, and in which language to tell of them."""

    editions: Callable[[Version], Edition]
    imprints: Callable[[Version], Imprint | None]
    language: Language

    def label(self, version: Version) -> str:
        """The id of the edition that a version is."""
        known = self.imprints(version)
        return known.edition if known else version.path

    def speaker(self, edition: Edition) -> Speaker:
        """Who tells of one edition."""
        return Speaker(self.language, called(edition.outline), names(edition.outline))


def short(commit: Commit) -> str:
    """The id of a commit as people type it."""
    return commit.id[:_SHORT]


def heading(commit: Commit) -> Line:
    """A commit on one line."""
    return line(Span(short(commit), "code"), f"  {commit.day}  {commit.author}  {commit.subject}")


def versions(stride: Stride, archive: Archive) -> Line:
    """Which edition became which, in which file."""
    ends = [one for one in (*stride.old[:1], stride.new or stride.unread) if one]
    labels = dict.fromkeys(archive.label(one) for one in ends if one != stride.unread)
    paths = dict.fromkeys(one.path for one in ends)
    known = f"{' → '.join(labels)}  " if labels else ""
    return line(Span(f"{known}{' → '.join(paths)}", "quiet"))
