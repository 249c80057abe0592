"""One edition's file through its commits and its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.tracing.strides import Imprints, State, Stride, Version


def line_of(start: Version, strides: Iterable[Stride]) -> Iterator[Stride]:
    """What happened to a file that the newest commit has, newest first, through its renames."""
    paths = {start.path}
    for stride in strides:
        known = stride.new or stride.unread
        if known is None or known.path not in paths:
            continue
        yield stride
        if stride.begins:
            paths.discard(known.path)
        elif stride.new:
            paths = (paths - {known.path}) | {old.path for old in stride.old}


def edition_at(state: State, start: Version, imprints: Imprints) -> Version | None:
    """The version of an edition in another state, wherever its file was then."""
    every = (Version(path, blob) for path, blob in sorted(state.items()))
    alike = [one for one in every if _edition(one, imprints) == _edition(start, imprints)]
    same = [one for one in alike if one.path == start.path]
    return next(iter(same or alike), None)


def _edition(version: Version, imprints: Imprints) -> tuple[str, str] | None:
    known = imprints(version)
    return (known.plan, known.edition) if known else None
