"""What happened to the sections and projects that both editions have."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import SubjectChange
from planversion.comparing.records import Judge
from planversion.comparing.rows import Rows
from planversion.comparing.sections import reordered, section_changes
from planversion.matching import Matching
from planversion.spelling import Spellings


def living_changes(matching: Matching, spellings: Spellings) -> Iterator[SubjectChange]:
    """Every change of the sections and projects that both editions have."""
    judge = Judge(matching.succession, spellings)
    rows = Rows(matching, judge)
    yield from reordered(matching.old.sections, matching.new.sections, matching)
    # One walk for all, for what is looked at again later has left the processor's memory by then.
    for was, now in matching.living_sections:
        yield from section_changes(was, now, judge)
        yield from rows.within(was, now)
        yield from reordered(was.section.sections, now.section.sections, matching)
    yield from rows.astray()
