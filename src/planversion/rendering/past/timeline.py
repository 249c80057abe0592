"""Stub."""

from planversion.rendering.past.telling import Archive
from planversion.tracing import Followed


def svg(followed: Followed, archive: Archive) -> str:
    return ""


def html(followed: Followed, archive: Archive) -> str:
    return ""
