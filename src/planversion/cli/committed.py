"""Which commits changed each project and section, in short, for a page about it."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import Annotated, Change, LineageChange, SubjectChange
from planversion.cli.building import Wanted
from planversion.cli.options import Traced
from planversion.cli.walking import Past, past
from planversion.publishing.recorded import Recorded
from planversion.tracing import Stride, told


def walked(wanted: Wanted) -> Past:
    """Every commit up to the present one."""
    asked = Traced(
        wanted.fetch,
        no_cache=False,
        color="never",
        form="text",
        config=wanted.config,
        output=None,
        lang=wanted.lang,
    )
    return past("HEAD", asked)


def committed(plan: str, found: Past) -> dict[str, tuple[Recorded, ...]]:
    """By project or section of a plan, the commits that changed it, the newest first."""
    known: dict[str, list[Recorded]] = {}
    for stride in found.track.strides:
        for subject, one in _of_stride(stride, plan, found):
            known.setdefault(subject, []).append(one)
    return {subject: tuple(recorded) for subject, recorded in known.items()}


def _of_stride(stride: Stride, plan: str, found: Past) -> Iterator[tuple[str, Recorded]]:
    version = stride.new
    known = version and found.versions.imprint(version)
    if known is None or known.plan != plan:
        return
    if not stride.old:
        for subject in sorted(known.said):
            yield subject, Recorded(stride.commit, known.edition, ())
        return
    kinds: dict[str, dict[str, None]] = {}
    for change in told(stride, found.versions.comparison):
        for subject in _subjects(change):
            kinds.setdefault(subject, {})[change.kind] = None
    for subject, names in kinds.items():
        yield subject, Recorded(stride.commit, known.edition, tuple(names))


def _subjects(change: Change) -> Iterator[str]:
    if isinstance(change, LineageChange):
        yield from dict.fromkeys(member.id for member in (*change.old, *change.new))
    elif isinstance(change, SubjectChange) and not isinstance(change, Annotated):
        yield change.subject
