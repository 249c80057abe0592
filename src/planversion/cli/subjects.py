"""Whom a name on the command line means, in all that was ever recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from planversion import ids
from planversion.cli.walking import Past
from planversion.errors import NoInputError, Problem, UsageError
from planversion.messages import say
from planversion.spelling import normalised
from planversion.tracing import Version

Names = dict[tuple[str, str], None]
"""Ids of projects and sections, each with a name it has or had; the newest first."""
_MANY = 8


def subject(asked: str, past: Past) -> str:
    """The id of the project or section called so: now if there is one, else ever.

    Raises UsageError where there are several, NoInputError where there is none.
    """
    now, ever = _names(_at_the_tip(past), past), _names(_ever(past), past)
    if any(asked == one for one, _ in ever):
        return asked
    if ids.is_valid(asked):
        raise _unknown(asked, ())
    for known in (now, ever):
        for alike in _WAYS:
            if found := [(one, name) for one, name in known if alike(asked, name)]:
                return _only(asked, found)
    raise _unknown(asked, get_close_matches(asked, [name for _, name in ever], 1))


def _same(asked: str, name: str) -> bool:
    return asked == name


def _spelt_alike(asked: str, name: str) -> bool:
    return normalised(asked) == normalised(name)


def _within(asked: str, name: str) -> bool:
    return asked in name


_WAYS: tuple[Callable[[str, str], bool], ...] = (_same, _spelt_alike, _within)


def _only(asked: str, found: list[tuple[str, str]]) -> str:
    called = dict(reversed(found))
    if len(called) == 1:
        return next(iter(called))
    what = say("{name} could be several projects or sections", name=asked)
    some = [f"{one} {name}" for one, name in sorted(called.items())][:_MANY]
    names, more = ", ".join(some), len(called) - len(some)
    mend = say("Name one by its id: {names}.", names=names)
    if more:
        mend = say("Name one by its id: {names}, and {n} more.", names=names, n=more)
    raise UsageError([Problem("ambiguous", what, mend)])


def _unknown(asked: str, close: Iterable[str]) -> NoInputError:
    what = say("no edition ever had a project or section called {name}", name=asked)
    near = next(iter(close), None)
    mend = say("Did you mean {name}?", name=near) if near else None
    return NoInputError([Problem("unknown-subject", what, mend)])


def _names(versions: Iterable[Version], past: Past) -> Names:
    found: Names = {}
    for version in versions:
        known = past.versions.imprint(version)
        found |= dict.fromkeys(known.names.items()) if known else {}
    return found


def _at_the_tip(past: Past) -> Iterator[Version]:
    for path, blob in past.track.states[past.tip.id].items():
        yield Version(path, blob)


def _ever(past: Past) -> Iterator[Version]:
    for stride in past.track.strides:
        yield from filter(None, (stride.new, *stride.old))
