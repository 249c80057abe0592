"""Which departments carry a project, which gained it and which lost it; reorganised ones go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planversion.changes import (
    LineageChange,
    PrimaryChanged,
    Reassigned,
    Relisted,
    Reworded,
    Unlisted,
)
from planversion.comparing import Comparison
from planversion.comparing.departments import printed
from planversion.model import Edition
from planversion.model.places import Outline
from planversion.rendering.views.groups import OutlineChange

Names = frozenset[str]
_NOBODY: Names = frozenset()


class Carrying:
    """The departments of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._heirs = comparison.matching.succession.heirs
        self._old = _carriers(comparison.matching.old)
        self._new = _carriers(comparison.matching.new)
        self.now = _named(comparison.new, self._new)
        """The departments that the new edition names, in its order."""
        self._earlier = _named(comparison.old, self._old)

    @property
    def names(self) -> tuple[str, ...]:
        """Every department under its latest name: those named now, then those no longer."""
        return (*self.now, *(name for name in self._earlier if name not in self.now))

    def before(self, name: str) -> tuple[str, ...]:
        """The departments whose heir it is."""
        return tuple(one for one in self._earlier if (one, name) in self._heirs)

    def totals(self, name: str) -> tuple[int, int]:
        """How many projects it carried, under whichever name, and carries."""
        then = {name, *self.before(name)}
        was = sum(not then.isdisjoint(names) for names in self._old.values())
        return was, sum(name in names for names in self._new.values())

    def of_sections(self, change: OutlineChange) -> bool:
        """Whether the change is of a section, which nobody carries."""
        if isinstance(change, LineageChange):
            return change.of == "sections"
        return change.subject.startswith("s-")

    def concerned(self, change: OutlineChange) -> Names:
        """Whoever carries it now, or did before and lost it."""
        was, now = self._ends(change)
        return now | self._losing(was, now)

    def gained(self, name: str, change: OutlineChange) -> bool:
        """Whether the department has it by this change, and neither it nor a forerunner had."""
        was, now = self._crossed(change)
        return name in now - was and not any((one, name) in self._heirs for one in was)

    def lost(self, name: str, change: OutlineChange) -> bool:
        """Whether the department had it until this change, and neither it nor an heir has it."""
        return name in self._losing(*self._crossed(change))

    def _losing(self, was: Names, now: Names) -> Names:
        gone = (one for one in was if one not in now and self._heirs_of(one).isdisjoint(now))
        return frozenset(name for one in gone for name in self._latest(one))

    def _heirs_of(self, name: str) -> Names:
        return frozenset(heir for one, heir in self._heirs if one == name)

    def _latest(self, name: str) -> Names:
        """Under which names it is told: its own while it is named, else those of its heirs."""
        return (name not in self.now and self._heirs_of(name)) or frozenset({name})

    def _crossed(self, change: OutlineChange) -> tuple[Names, Names]:
        """Who carried it and who carries it, where this very change says so."""
        match change:
            case Reassigned(was=was, now=now):
                return frozenset(was), frozenset(now)
            case LineageChange(kind="added" | "removed"):
                return _NOBODY, _NOBODY
            case LineageChange() | Reworded() | Relisted() | Unlisted() | PrimaryChanged():
                return self._ends(change)
            case _:
                return _NOBODY, _NOBODY

    def _ends(self, change: OutlineChange) -> tuple[Names, Names]:
        """Who carried the projects of a change, and who carries them, in any listing."""
        if isinstance(change, LineageChange):
            was, now = ([member.id for member in side] for side in (change.old, change.new))
        else:
            was = now = [change.subject]
        return _together(was, self._old), _together(now, self._new)


Carriers = Mapping[str, tuple[str, ...]]


def _carriers(side: Outline) -> Carriers:
    """By project, the departments of its record, and those of its relistings."""
    return {
        project: tuple(
            dict.fromkeys(name for row in side.placements(project) for name in printed(side, row))
        )
        for project in side.projects
    }


def _together(projects: Iterable[str], carriers: Carriers) -> Names:
    return frozenset(name for one in projects for name in carriers.get(one, ()))


def _named(edition: Edition, carriers: Carriers) -> tuple[str, ...]:
    """The departments of an edition as it declares them, then those it doesn't."""
    declared = [department.name for department in edition.departments]
    others = sorted({name for names in carriers.values() for name in names})
    return tuple(dict.fromkeys((*declared, *others)))
