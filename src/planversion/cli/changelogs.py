"""`changelog` and `feed`: what changed, for whoever reads and whoever subscribes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planversion.cli import options
from planversion.cli.options import Asked
from planversion.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from planversion.cli.editions import Answer
    from planversion.rendering.views.chapters import View

    Template = tuple[str, Path | None]

_FORMATS = ("markdown", "text", "html")
_FEEDS = ("atom", "json")
_group_by = click.option(
    "--group-by",
    "by",
    type=click.Choice(["goal", "department", "kind"]),
    default="goal",
    show_default=True,
    help="What its chapters are about.",
)


@click.command()
@_group_by
@click.option("--into", metavar="FILE", help="Write it into a change log, as a section.")
@click.option("--template", metavar="FILE", help="A Jinja2 template of your own.")
@options.comparison(*_FORMATS, any_ending=True)
def changelog(asked: Asked, *, template: str | None, into: str | None, by: View) -> None:
    """What changed from OLD to NEW, for citizens: by goal, by department or by kind.

    Names are those of `planversion diff`. With --into, a section of that file between marks: it is
    written, or takes the place of what it said before; all else stays.
    """
    from planversion.cli.editions import answer

    _refuse_two_places(asked, into)
    found = answer(asked)
    chosen = _template(template, found)
    if into is not None:
        from planversion.cli.inserting import inserted

        inserted(found, into, chosen, by)
    elif chosen:
        _fill(chosen, found, asked, by)
    else:
        from planversion.cli.endings import by_ending
        from planversion.cli.telling import tell
        from planversion.rendering.changelog import changelog as told

        # A template of one's own may write what it likes; we write these.
        by_ending(asked.form, asked.output, _FORMATS)
        tell(found, asked, lambda one: told(one.comparison, one.language, by))


def _refuse_two_places(asked: Asked, into: str | None) -> None:
    from planversion.errors import Problem, UsageError

    if into is not None and (asked.output or asked.form != "markdown"):
        what = say("--into writes Markdown into its file, and nothing elsewhere")
        raise UsageError([Problem("usage", what, say("Leave out -o and -f."))])


def _template(asked: str | None, found: Answer) -> Template | None:
    """The template that was named, else the one of the repository, and where it is looked for."""
    if asked:
        return asked, None
    decided = found.configuration
    return (decided.config.template, decided.folder) if decided.config.template else None


def _fill(template: Template, found: Answer, asked: Asked, by: View) -> None:
    """What a user's own template makes of the comparison."""
    from planversion.cli.telling import only, say_same
    from planversion.cli.writing import write

    one = only(found, say("a template"))
    if one is None:
        say_same(found)
        return
    from pathlib import Path

    from planversion.cli.writing import refuse_overwriting
    from planversion.rendering.templates import filled

    refuse_overwriting(asked.output, (template[1] or Path.cwd()) / template[0])
    write(filled(*template, one.comparison, one.language, by), asked.output)


@click.command()
@click.argument("names", metavar="[EDITION... | PLAN]", nargs=-1)
@click.option("--commits", is_flag=True, help="An entry for each commit of one edition's file.")
@_group_by
@click.option("--base-url", "base", metavar="URL", help="Where change logs and feed are published.")
@click.option("--author", metavar="NAME", help="Whose feed it is; by default the plan's title.")
@click.option("--date", "dates", metavar="EDITION=DATE", multiple=True, help="When it came out.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="The newest N entries only.")
@options.lang
@options.output
@options.config
@options.form(*_FEEDS)
@options.no_cache
@options.fetch
def feed(**given: Any) -> None:
    """What changed from edition to edition, as a feed to subscribe to.

    Of the editions named, each after the one before it; of all of a PLAN; of one EDITION and those
    that it follows. The day of an entry is that of --date, else that of its edition's adoption,
    else that of the commits of its file.
    """
    from planversion.cli.endings import by_ending
    from planversion.cli.feeding import Wanted, fed

    given["form"] = by_ending(given["form"], given["output"], _FEEDS)
    fed(Wanted(**given))
