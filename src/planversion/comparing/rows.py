"""What happened to the listings of projects that both editions have."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import (
    Moved,
    PrimaryChanged,
    Relisted,
    Reordered,
    SubjectChange,
    Unlisted,
)
from planversion.comparing.departments import printed
from planversion.comparing.order import unsteady
from planversion.comparing.records import record_changes, relisting_changes, same
from planversion.comparing.spots import row_spot
from planversion.matching import Matching
from planversion.model import Project, Relisting
from planversion.model.places import Place, Placement
from planversion.spelling import Spellings


def row_changes(matching: Matching, spellings: Spellings) -> Iterator[SubjectChange]:
    """Every change of the projects that both editions have, and of their listings."""
    comparer = _Comparer(matching, spellings)
    for was, now in matching.living_sections:
        yield from comparer.section(was, now)
    for pairs in matching.strays.values():
        for old, new in pairs:
            yield from comparer.stray(old, new)
    yield from comparer.crossed_projects()


class _Comparer:
    """Compares rows with rows, and remembers whose record stands where a relisting stood."""

    def __init__(self, matching: Matching, spellings: Spellings) -> None:
        self.matching = matching
        self.spellings = spellings
        self.crossed: set[str] = set()

    def section(self, was: Place, now: Place) -> Iterator[SubjectChange]:
        """The rows that stand in one section in both editions."""
        one, other = self.matching.old.rows[was.id], self.matching.new.rows[now.id]
        if one == other:
            entries = zip(was.section.projects, now.section.projects, strict=True)
            for index, (old, new) in enumerate(entries):
                # Most rows of most editions are the same to the last field: nothing is made here.
                if not same(old, new):
                    yield from self._rows(Placement(old, was, index), Placement(new, now, index))
        else:
            yield from self._rearranged(was, now)

    def _rearranged(self, was: Place, now: Place) -> Iterator[SubjectChange]:
        one, other = self.matching.old.rows[was.id], self.matching.new.rows[now.id]
        positions = {project: index for index, project in enumerate(one)}
        reordered = unsteady(one, other)
        for index, (project, entry) in enumerate(zip(other, now.section.projects, strict=True)):
            before = positions.get(project)
            if before is None:
                continue
            old = was.section.projects[before]
            if project in reordered or not same(old, entry):
                rows = Placement(old, was, before), Placement(entry, now, index)
                yield from self._reordered(*rows) if project in reordered else ()
                yield from self._rows(*rows)

    def _reordered(self, was: Placement, now: Placement) -> Iterator[Reordered]:
        old, new = row_spot(self.matching.old, was), row_spot(self.matching.new, now)
        yield Reordered(
            subject=now.project, old=old, new=new, listing=not (was.primary or now.primary)
        )

    def stray(self, was: Placement | None, now: Placement | None) -> Iterator[SubjectChange]:
        """A listing that moved, was added, or is gone."""
        if was is None:
            assert now is not None
            yield self._relisted(now)
        elif now is None:
            yield self._unlisted(was)
        else:
            old, new = row_spot(self.matching.old, was), row_spot(self.matching.new, now)
            yield Moved(
                subject=now.project, old=old, new=new, listing=not (was.primary or now.primary)
            )
            yield from self._rows(was, now)

    def _relisted(self, row: Placement) -> Relisted:
        self._note_crossing(row)
        spot = row_spot(self.matching.new, row)
        return Relisted(subject=row.project, new=spot, listing=_relisting(row))

    def _unlisted(self, row: Placement) -> Unlisted:
        self._note_crossing(row)
        spot = row_spot(self.matching.old, row)
        return Unlisted(subject=row.project, old=spot, listing=_relisting(row))

    def _note_crossing(self, row: Placement) -> None:
        if row.primary:
            self.crossed.add(row.project)

    def _rows(self, was: Placement, now: Placement) -> Iterator[SubjectChange]:
        one, other, succession = was.entry, now.entry, self.matching.succession
        step = row_spot(self.matching.old, was), row_spot(self.matching.new, now)
        if isinstance(one, Project) and isinstance(other, Project):
            yield from record_changes(step, one, other, succession, self.spellings)
        elif isinstance(one, Relisting) and isinstance(other, Relisting):
            carried = printed(self.matching.old, was), printed(self.matching.new, now)
            yield from relisting_changes(step, one, other, succession.explains(*carried))
        else:
            self.crossed.add(now.project)

    def crossed_projects(self) -> Iterator[SubjectChange]:
        """Projects whose record doesn't stand where it stood, nor simply moved."""
        for project in sorted(self.crossed):
            pairs = self.matching.pairs_of(project)
            old = next(pair for pair in pairs if pair[0] and pair[0].primary)
            new = next(pair for pair in pairs if pair[1] and pair[1].primary)
            assert old[0] is not None
            assert new[1] is not None
            step = row_spot(self.matching.old, old[0]), row_spot(self.matching.new, new[1])
            yield PrimaryChanged(
                subject=new[1].project,
                old=step[0],
                new=step[1],
                was=_relisting(new[0]),
                now=_relisting(old[1]),
            )
            yield from self._rows(old[0], new[1])


def _relisting(row: Placement | None) -> Relisting | None:
    return row.relisting if row else None
