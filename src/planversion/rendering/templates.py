"""A change log written by a user's own Jinja2 template."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planversion.comparing import Comparison
from planversion.errors import Location, Problem, UsageError
from planversion.messages import Language, say
from planversion.rendering.changelog import GROUPS, changelog, chapters
from planversion.rendering.markdown import escape, in_line, markdown
from planversion.rendering.speaking import Speaker
from planversion.rendering.whereabouts import speaker_of
from planversion.rendering.wording import told


def filled(name: str, folder: Path | None, comparison: Comparison, language: Language) -> str:
    """The text that the template makes of a comparison; docs/guide/templates.md lists its words.

    Raises UsageError where the template is missing, broken, or asks for what isn't there.
    """
    path = (folder or Path.cwd()) / name
    speaker = speaker_of(comparison, language)
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(path.parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["md"] = escape
    environment.filters["told"] = lambda change: in_line(told(change, speaker).line)
    try:
        return environment.get_template(path.name).render(_words(comparison, speaker))
    except Exception as error:  # noqa: BLE001 - the next line says why
        # A template is a program of its user's; whatever fails in it fails there.
        raise UsageError([_problem(error, path)]) from None


def _words(comparison: Comparison, speaker: Speaker) -> dict[str, object]:
    """What a template can speak of."""
    groups = [(speaker.word(name), belongs) for name, belongs in GROUPS]
    return {
        "diff": comparison.diff,
        "old": comparison.old,
        "new": comparison.new,
        "chapters": [
            {
                "goal": in_line(chapter.goal.line),
                "changes": chapter.changes,
                "groups": [
                    {"name": name, "changes": found}
                    for name, belongs in groups
                    if (found := [change for change in chapter.changes if belongs(change)])
                ],
            }
            for chapter in chapters(comparison)
        ],
        "default": lambda: markdown(changelog(comparison, speaker.language)),
    }


def _problem(error: Exception, path: Path) -> Problem:
    line = error.lineno if isinstance(error, TemplateSyntaxError) else None
    what = say("the template failed: {why}", why=str(error) or type(error).__name__)
    mend = say("See docs/guide/templates.md for what a template can use.")
    return Problem("template", what, mend, Location(str(path), line))
