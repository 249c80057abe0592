"""`changelog --into FILE`: a step's section of a change log, written anew or for the first time."""

from __future__ import annotations

from pathlib import Path

import click

from planversion.cli.editions import Answer, Compared
from planversion.cli.folder import shortest
from planversion.cli.inputs import STDIN, a_folder
from planversion.cli.logs import later, logged
from planversion.cli.naming import Library
from planversion.cli.shelving import shelving
from planversion.cli.telling import only, say_same
from planversion.cli.writing import refuse_overwriting
from planversion.errors import Location, Problem, UnreadableFileError, UsageError
from planversion.messages import say
from planversion.patching import encoded, replace_file
from planversion.releasing.entries import entry, name
from planversion.releasing.sections import with_section
from planversion.rendering.markdown import markdown
from planversion.rendering.safety import on_one_line
from planversion.rendering.templates import filled
from planversion.rendering.views.chapters import View


def inserted(found: Answer, into: str, template: tuple[str, Path | None] | None, by: View) -> None:
    """Writes the section; raises a PlanversionError where the file can't take it."""
    one = only(found, say("a section"))
    if one is None:
        say_same(found)
        return
    _refuse(one, into, template)
    log, edition = Path(into), one.new.edition
    was, text = logged(log, edition, one.language)
    after = later(edition, shelving((), Library(found.configuration), cache=True).shelf)
    said = _told(one, template, by)
    whole = with_section(text, name(one.comparison), said, str(shortest(log)), later=after)
    becomes = encoded(whole, was)
    if becomes != was:
        replace_file(log, becomes)
    message = say("unchanged: {name}") if becomes == was else say("changed: {name}")
    click.echo(on_one_line(say(message.text, name=into).to(found.language)))


def _refuse(one: Compared, into: str, template: tuple[str, Path | None] | None) -> None:
    refuse_overwriting(into, Path(one.old.name), Path(one.new.name), *_read(template))
    if Path(into).is_dir():
        raise UnreadableFileError([a_folder(into)])
    if into == STDIN or (Path(into).exists() and not Path(into).is_file()):
        what = say("this is no plain file")
        raise UsageError([Problem("unwritable", what, say("Name a file."), Location(into))])
    old, new = one.old.edition.id, one.new.edition.id
    if old == new:
        what = say("both are edition {id}, and a section tells a step to another", id=new)
        mend = say("planversion history tells what became of one edition.")
        raise UsageError([Problem("usage", what, mend)])


def _read(template: tuple[str, Path | None] | None) -> list[Path]:
    return [(template[1] or Path.cwd()) / template[0]] if template else []


def _told(one: Compared, template: tuple[str, Path | None] | None, by: View) -> str:
    if template:
        return filled(*template, one.comparison, one.language, by)
    return markdown(entry(one.new.edition, one.comparison, one.language, by))
