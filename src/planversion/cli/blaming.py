"""`blame`: the commit that last changed each field of an edition."""

from __future__ import annotations

from planversion.cli.following import archive_of
from planversion.cli.options import Traced
from planversion.cli.subjects import subject
from planversion.cli.walking import past, place
from planversion.cli.writing import say_page, write
from planversion.errors import NoInputError, Problem
from planversion.messages import say
from planversion.model import Edition
from planversion.tracing import blame


def blamed(name: str, project: str | None, rev: str, asked: Traced, *, across: bool) -> None:
    """Writes the fields of an edition, or of one of its projects, with their commits."""
    from planversion.rendering.past.blame import blame as page
    from planversion.rendering.past.blame import fields

    found = past(rev, asked)
    version = place(name, rev, found)
    edition = found.versions.edition(version)
    whose = subject(project, found) if project else None
    _refuse_strangers(whose, edition)
    commits = blame(version, found.walked, found.versions.imprint, across=across)
    listed = list(fields(edition, commits, whose))
    if asked.form == "json":
        from planversion.rendering.past import documents
        from planversion.rendering.safety import json_text

        known = edition.plan.id, edition.id, version.path
        write(json_text(documents.blame(*known, found.tip, listed)), asked.output)
        return
    speaker = archive_of(found, asked).speaker(edition)
    say_page(page(edition, listed, speaker), asked.form, asked.output, asked.color)


def _refuse_strangers(whose: str | None, edition: Edition) -> None:
    outline = edition.outline
    if whose and whose not in outline.projects and whose not in outline.places:
        what = say("edition {edition} doesn't have {id}", edition=edition.id, id=whose)
        mend = say("planversion log {id} says where it is.", id=whose)
        raise NoInputError([Problem("unknown-subject", what, mend)])
