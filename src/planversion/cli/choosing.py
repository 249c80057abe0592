"""Which edition an id means, wherever the files are: in the working folder or at a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

from planversion.errors import NoInputError, PlanversionError, Problem, UsageError
from planversion.messages import Message, say
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.folder import Folder
    from planversion.cli.revision import Revision

    Shelf: TypeAlias = Folder | Revision


def called(name: str, shelf: Shelf) -> Source | None:
    """The edition of that id, if there is one; raises UsageError where there are several."""
    found = list(_called(name, shelf))
    if len(found) > 1:
        raise _ambiguous(name, found)
    return found[0] if found else None


def unknown(name: str, shelf: Shelf) -> NoInputError:
    """What is said where there is none: which there are, and what could not be read."""
    what = say("there is no file and no edition called {name}", name=name)
    return NoInputError([Problem("unknown-edition", shelf.at(what), _known(shelf))])


def looks_like_a_path(name: str) -> bool:
    """Whether a name is that of a file, be it there or not."""
    path = PurePath(name)
    return path.suffix in (".yaml", ".yml") or len(path.parts) > 1


def _known(shelf: Shelf) -> Message:
    broken = list(shelf.names())
    ids = []
    for name, source in _readable(tuple(broken), shelf):
        ids.append(source.edition.id)
        broken.remove(name)
    if not ids:
        return say("Name a file; no edition was found in {folder}.", folder=shelf.place)
    mend = say("Known here: {names}.", names=", ".join(ids))
    if broken:
        return say("{mend} Not readable: {names}.", mend=mend, names=", ".join(broken))
    return mend


def _called(name: str, shelf: Shelf) -> Iterator[Source]:
    """Editions of that id; a file of that name answers without reading the others."""
    plan, _, identifier = name.rpartition("@")
    names = shelf.names()
    named = [one for one in names if PurePath(one).stem == identifier]
    found = list(_matching(map(shelf.read, named), plan, identifier))
    others = (one for one in names if one not in named)
    readable = (source for _, source in _readable(others, shelf))
    yield from found or _matching(readable, plan, identifier)


def _matching(sources: Iterable[Source], plan: str, identifier: str) -> Iterator[Source]:
    for source in sources:
        if source.edition.id == identifier and plan in ("", source.edition.plan.id):
            yield source


def _readable(names: Iterable[str], shelf: Shelf) -> Iterator[tuple[str, Source]]:
    """What can be read: a broken draft is no reason not to find another edition."""
    for name in names:
        with suppress(PlanversionError):
            yield name, shelf.read(name)


def _ambiguous(name: str, found: list[Source]) -> UsageError:
    what = say("{name} could be several editions", name=name)
    names = ", ".join(f"{one.edition.plan.id}@{one.edition.id} ({one.name})" for one in found)
    return UsageError([Problem("ambiguous", what, say("Name one of {names}.", names=names))])
