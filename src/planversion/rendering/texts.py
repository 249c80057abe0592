"""Two texts or values side by side, the characters that differ marked."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from planversion.changes import FieldChange
from planversion.fields import leaves
from planversion.messages import say
from planversion.pieces import Piece, pieces
from planversion.rendering.page import Item, Line, Role, Span, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.vocabulary import field

LONGEST_NAME = 80
"""A longer text is told by the runs that differ, cut out of what they stand in."""

_CONTEXT = 12


def both(was: str, now: str) -> Line:
    """`was → now`, with the runs that differ marked on either side."""
    old, new = sides(was, now)
    return line(old, " → ", new)


def sides(was: str, now: str) -> tuple[Line, Line]:
    """Both texts, the runs that differ marked on either side."""
    runs = pieces(was, now)
    return _side(runs, "was"), _side(runs, "now")


def _side(runs: tuple[Piece, ...], role: Role) -> Line:
    shown = ("same", role)
    return tuple(
        Span(run.text, role if run.op == role else "plain") for run in runs if run.op in shown
    )


def cut_out(was: str, now: str) -> Line:
    """The runs that differ, `[-was-]{+now+}`, with a few characters around them."""
    runs = pieces(was, now)
    return tuple(_marked(run, first=i == 0, last=i == len(runs) - 1) for i, run in enumerate(runs))


def _marked(run: Piece, *, first: bool, last: bool) -> Span:
    if run.op == "was":
        return Span(f"[-{run.text}-]", "was")
    if run.op == "now":
        return Span(f"{{+{run.text}+}}", "now")
    head = "" if first else run.text[:_CONTEXT]
    tail = "" if last else run.text[-_CONTEXT:]
    short = len(run.text) <= len(head) + len(tail)
    return Span(run.text if short else f"{head}…{tail}")


def field_items(changes: tuple[FieldChange, ...], speaker: Speaker) -> tuple[Item, ...]:
    """An item a field that changed; one a leaf where the field is nested."""
    return tuple(item for change in changes for item in _field_items(change, speaker))


def _field_items(change: FieldChange, speaker: Speaker) -> Iterator[Item]:
    name = speaker.word(field(change.field))
    if change.was is not None and change.now is not None and _nested(change.was, change.now):
        for leaf in leaves(change.was, change.now):
            path = _path(leaf.path, (change.now, change.was), change.field, speaker)
            values = _values(leaf.was, leaf.now, change.field, speaker)
            yield Item(line(speaker.word(say(", ")).join((name, *path)), ": ", values))
    else:
        yield Item(line(name, ": ", _values(change.was, change.now, change.field, speaker)))


def _path(
    path: tuple[str | int, ...], sides: tuple[JsonValue, ...], above: str, speaker: Speaker
) -> Iterator[str]:
    """The steps of a path in words: a field by its name, an entry by its year, name or number."""
    for step in path:
        if isinstance(step, str):
            yield speaker.word(field(step, above))
        else:
            yield _entry(step, sides)
        sides = tuple(_below(side, step) for side in sides)


def _entry(index: int, sides: tuple[JsonValue, ...]) -> str:
    entries = (_below(side, index) for side in sides)
    known = (entry.get(key) for entry in entries if isinstance(entry, dict) for key in _KEYS)
    return str(next((key for key in known if key is not None), index + 1))


_KEYS = ("year", "name", "scheme")
"""What the entries of a list are known by."""


def _below(value: JsonValue, step: str | int) -> JsonValue:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _nested(*values: JsonValue) -> bool:
    return any(
        isinstance(value, dict)
        or (isinstance(value, list) and any(isinstance(item, dict | list) for item in value))
        for value in values
    )


def _values(was: JsonValue, now: JsonValue, of: str, speaker: Speaker) -> Line:
    if isinstance(was, str) and isinstance(now, str):
        long = max(len(was), len(now)) > LONGEST_NAME
        return cut_out(was, now) if long else both(was, now)
    return line(Span(spelt(was, of, speaker), "was"), " → ", Span(spelt(now, of, speaker), "now"))


def spelt(value: JsonValue, of: str, speaker: Speaker) -> str:
    """The value of the field `of` as text."""
    match value:
        case None | []:
            return speaker.word(say("(none)"))
        case True:
            return speaker.word(say("yes"))
        case False:
            return speaker.word(say("no"))
        case list():
            between = " / " if _nested(value) else speaker.word(say(", "))
            return between.join(spelt(item, of, speaker) for item in value)
        case dict():
            said = (
                f"{speaker.word(field(key, of))} {spelt(item, of, speaker)}"
                for key, item in value.items()
            )
            return speaker.word(say(", ")).join(said)
        case _:
            return str(value)
