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
from planversion.comparing.records import Judge, record_changes, relisting_changes, same
from planversion.comparing.spots import row_spot
from planversion.matching import Matching
from planversion.model import Project, Relisting
from planversion.model.places import Place, Placement


class Rows:
    """Compares rows with rows, and remembers whose record stands where a relisting stood."""

    def __init__(self, matching: Matching, judge: Judge) -> None:
        self.matching = matching
        self.judge = judge
        self.crossed: set[str] = set()

    def within(self, was: Place, now: Place) -> Iterator[SubjectChange]:
        """What happened to the rows that stand in one section in both editions."""
        if self.matching.old.rows[was.id] != self.matching.new.rows[now.id]:
            yield from self._rearranged(was, now)
            return
        entries = zip(was.section.projects, now.section.projects, strict=True)
        for index, (old, new) in enumerate(entries):
            # Most rows of most editions are the same to the last field: nothing is made here.
            if not same(old, new):
                yield from self._rows(Placement(old, was, index), Placement(new, now, index))

    def astray(self) -> Iterator[SubjectChange]:
        """Listings that moved, were added or are gone; records that changed places with them."""
        for pairs in self.matching.strays.values():
            for old, new in pairs:
                yield from self._stray(old, new)
        yield from self._crossed_projects()

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

    def _stray(self, was: Placement | None, now: Placement | None) -> Iterator[SubjectChange]:
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
        one, other = was.entry, now.entry
        step = row_spot(self.matching.old, was), row_spot(self.matching.new, now)
        if isinstance(one, Project) and isinstance(other, Project):
            yield from record_changes(step, one, other, self.judge)
        elif isinstance(one, Relisting) and isinstance(other, Relisting):
            carried = printed(self.matching.old, was), printed(self.matching.new, now)
            yield from relisting_changes(step, one, other, self.judge.basis(*carried))
        else:
            self.crossed.add(now.project)

    def _crossed_projects(self) -> Iterator[SubjectChange]:
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
