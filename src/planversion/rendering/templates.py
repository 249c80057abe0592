"""A change log written by a user's own Jinja2 template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planversion.comparing import Comparison
from planversion.errors import Location, Problem, UsageError
from planversion.hindrances import unreadable
from planversion.messages import Language, say
from planversion.rendering.changelog import changelog, title_of
from planversion.rendering.explaining import reasons
from planversion.rendering.markdown import escape, in_line, markdown
from planversion.rendering.page import Item, Line, text
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import counted
from planversion.rendering.views.chapters import Chapter, View
from planversion.rendering.views.departments import by_department
from planversion.rendering.views.goals import by_goal
from planversion.rendering.views.groups import OutlineChange, minor
from planversion.rendering.views.kinds import by_kind
from planversion.rendering.web import fragment
from planversion.rendering.web.escaping import shown
from planversion.rendering.whereabouts import speaker_of
from planversion.rendering.wording import told, told_without_kind
from planversion.yamltext.reading import not_utf8


def filled(
    name: str,
    folder: Path | None,
    comparison: Comparison,
    language: Language,
    by: View = "goal",
) -> str:
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
    environment.filters |= _filters(comparison, speaker)
    _limit(environment)
    try:
        with path.open("rb"):  # Jinja doesn't say why it can't read a file.
            pass
        return environment.get_template(path.name).render(_words(comparison, by, speaker))
    except Exception as error:  # noqa: BLE001 - the next line says why
        # A template is a program of its user's; whatever fails in it fails there.
        raise UsageError([_problem(error, path)]) from None


def _limit(environment: ImmutableSandboxedEnvironment) -> None:
    """A template can't ask for texts or numbers without end: a slip would take all memory."""
    environment.intercepted_binops = frozenset({"*", "**"})
    environment.call_binop = _multiplied  # type: ignore[assignment]


def _multiplied(_context: object, operator: str, left: object, right: object) -> float:
    numbers = [one for one in (left, right) if isinstance(one, int | float)]
    if operator == "*" and len(numbers) == len((left, right)):
        return numbers[0] * numbers[1]
    raise SecurityError(f"{operator} is for numbers, and * only")


def _filters(comparison: Comparison, speaker: Speaker) -> dict[str, Callable[..., Any]]:
    """What a template can make of text and of a change."""

    def item(change: OutlineChange, *, kind: bool = True) -> Item:
        return (told if kind else told_without_kind)(change, speaker)

    def below(change: OutlineChange) -> list[str]:
        found = reasons(comparison).below(item(change), change, speaker)
        return [text(one.line) for one in found.below]

    return {
        "md": escape,
        "html": shown,
        "told": lambda change, **asked: in_line(item(change, **asked).line),
        "told_html": lambda change, **asked: fragment.in_line(item(change, **asked).line),
        "below": below,
    }


def _words(comparison: Comparison, by: View, speaker: Speaker) -> dict[str, object]:
    """What a template can speak of."""
    goals = by_goal(comparison, speaker)
    return {
        "diff": comparison.diff,
        "old": comparison.old,
        "new": comparison.new,
        "title": speaker.word(title_of(comparison)),
        "counts": text(counted(comparison.diff.changes, speaker)),
        "chapters": [{"goal": in_line(one.name), **_chapter(one)} for one in goals],
        "departments": [_chapter(one) for one in by_department(comparison, speaker)],
        "kinds": [_chapter(one) for one in by_kind(comparison, speaker)],
        "default": lambda: markdown(changelog(comparison, speaker.language, by)),
    }


def _chapter(chapter: Chapter) -> dict[str, object]:
    groups = [{**_named(one.name), "changes": one.changes} for one in chapter.groups]
    remarks = [text(one) for one in chapter.remarks]
    return {
        **_named(chapter.name),
        "changes": chapter.changes,
        "groups": groups,
        "minor": tuple(filter(minor, chapter.changes)),
        "remarks": remarks,
    }


def _named(name: Line) -> dict[str, str]:
    """A heading as Markdown, and as plain text."""
    return {"name": in_line(name), "text": text(name)}


def _problem(error: Exception, path: Path) -> Problem:
    if isinstance(error, OSError):
        return unreadable(error, str(path), "template")
    if isinstance(error, UnicodeDecodeError):
        return not_utf8(error.object, error, str(path))
    line = error.lineno if isinstance(error, TemplateSyntaxError) else None
    what = say("the template failed: {why}", why=str(error) or type(error).__name__)
    mend = say("See docs/guide/templates.md for what a template can use.")
    return Problem("template", what, mend, Location(str(path), line))
