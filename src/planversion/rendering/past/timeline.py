"""Stub."""

from planversion.rendering.past.log import Ending
from planversion.rendering.past.telling import Archive
from planversion.tracing import Followed


def svg(followed: Followed, ending: Ending, archive: Archive) -> str:
    return ""


def html(followed: Followed, ending: Ending, archive: Archive) -> str:
    return ""
