"""What was compared, as one page: each edition under its own heading where all were asked for."""

from __future__ import annotations

from collections.abc import Callable

import click

from planversion.cli.editions import Answer, Compared, Found
from planversion.cli.options import Asked
from planversion.cli.writing import say_page
from planversion.errors import Problem, UsageError
from planversion.messages import Message, say
from planversion.rendering.page import Page
from planversion.rendering.safety import on_one_line
from planversion.rendering.several import alone, nothing, under

Told = Callable[[Compared], Page]


def tell(answer: Answer, asked: Asked, told: Told) -> None:
    """Writes the page where it was asked for."""
    page = _page(answer, told)
    say_page(page, asked.form, asked.output, asked.color, answer.language)


def only(answer: Answer, form: Message) -> Compared | None:
    """The one comparison, for what can hold no other; None where nothing differs.

    Raises UsageError where there are several, or a file has no other side.
    """
    match answer.found:
        case ():
            return None
        case (Compared() as one,):
            return one
    names = ", ".join(answer.names)
    what = say("{form} tells one comparison, and here is another: {names}", form=form, names=names)
    raise UsageError([Problem("several", what, say("Name one edition that both sides have."))])


def say_same(answer: Answer) -> None:
    """Says that nothing differs, beside what would have been written if anything did."""
    click.echo(on_one_line(_same(answer).to(answer.language)), err=True)


def _same(answer: Answer) -> Message:
    assert answer.sides
    old, new = answer.sides
    if not new:
        return say("No edition file differs between {old} and the working tree.", old=old)
    return say("No edition file differs between {old} and {new}.", old=old, new=new)


def _page(answer: Answer, told: Told) -> Page:
    pages = [_told(one, told) for one in answer.found]
    if answer.sides is None:
        return pages[0]
    if not pages:
        return nothing(_same(answer), answer.language)
    return under(zip(answer.names, pages, strict=True))


def _told(found: Found, told: Told) -> Page:
    if isinstance(found, Compared):
        return told(found)
    return alone(found.source.edition, found.language, gone=found.gone)
