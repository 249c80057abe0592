"""`log`: one project or section through every commit, told in the format that was asked for."""

from __future__ import annotations

from planversion.cli.language import of_output
from planversion.cli.options import Traced
from planversion.cli.subjects import subject
from planversion.cli.walking import Past, past, unread
from planversion.cli.writing import say_page, write
from planversion.errors import InvalidEditionError
from planversion.rendering.past.log import Ending
from planversion.rendering.past.telling import Archive
from planversion.tracing import Followed, follow


def logged(project: str, rev: str, asked: Traced) -> None:
    """Writes what happened to a project or section, up to a revision.

    Raises InvalidEditionError where an edition can't be read in the end; what is known is written
    all the same, and says so.
    """
    found = past(rev, asked)
    whose = subject(project, found)
    versions = found.versions
    followed = follow(whose, found.track.strides, versions.imprint, versions.comparison)
    left = unread(found)
    _tell(followed, Ending(found.tip, left), archive_of(found, asked), asked)
    if left:
        raise InvalidEditionError(one for some in left for one in versions.problems(some))


def _tell(followed: Followed, ending: Ending, archive: Archive, asked: Traced) -> None:
    if asked.form in ("text", "markdown"):
        from planversion.rendering.past.log import log

        say_page(log(followed, ending, archive), asked.form, asked.output, asked.color)
        return
    write(_document(followed, ending, archive, asked.form), asked.output)


def _document(followed: Followed, ending: Ending, archive: Archive, form: str) -> str:
    if form == "json":
        from planversion.rendering.past.documents import log
        from planversion.rendering.safety import json_text

        return json_text(log(followed, ending, archive))
    from planversion.rendering.past import timeline

    drawn = timeline.svg if form == "svg" else timeline.html
    return drawn(followed, ending, archive)


def archive_of(found: Past, asked: Traced) -> Archive:
    """The versions of a history for whoever tells of them."""
    newest = next(one.new for one in found.track.strides if one.new)
    plan = found.versions.edition(newest).plan.language
    language = of_output(asked.lang, found.decided.config.language, plan)
    return Archive(found.versions.edition, found.versions.imprint, language)
