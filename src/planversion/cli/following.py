"""`log`: one project or section through every commit, told in the format that was asked for."""

from __future__ import annotations

from planversion.cli.language import of_output
from planversion.cli.options import Traced
from planversion.cli.subjects import subject
from planversion.cli.walking import Past, past
from planversion.cli.writing import say_page, write
from planversion.rendering.past.telling import Archive
from planversion.tracing import Followed, follow


def logged(project: str, rev: str, asked: Traced) -> None:
    """Writes what happened to a project or section, up to a revision."""
    found = past(rev, asked)
    followed = follow(
        subject(project, found),
        found.track.strides,
        found.versions.imprint,
        found.versions.comparison,
    )
    archive = archive_of(found, asked)
    if asked.form in ("text", "markdown"):
        from planversion.rendering.past.log import log

        say_page(log(followed, archive), asked.form, asked.output, asked.color)
        return
    write(_document(followed, found, archive, asked.form), asked.output)


def _document(followed: Followed, found: Past, archive: Archive, form: str) -> str:
    if form == "json":
        from planversion.rendering.past.documents import log
        from planversion.rendering.safety import json_text

        return json_text(log(followed, found.tip, archive))
    from planversion.rendering.past import timeline

    return timeline.svg(followed, archive) if form == "svg" else timeline.html(followed, archive)


def archive_of(found: Past, asked: Traced) -> Archive:
    """The versions of a history for whoever tells of them."""
    newest = next(one.new for one in found.track.strides if one.new)
    plan = found.versions.edition(newest).plan.language
    language = of_output(asked.lang, found.decided.config.language, plan)
    return Archive(found.versions.edition, found.versions.imprint, language)
