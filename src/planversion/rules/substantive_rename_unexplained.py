"""A project was renamed in substance, and nothing explains it.

Readers who knew it by the old name ask whether it is still the same. A sentence under explanations
tells them why. A name that says only how far the project has come (検討 → 推進) explains itself. So
does a note that the body printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import Renamed
from planversion.comparing import Comparison
from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.identities import spellings
from planversion.rules.looking.subjects import Step
from planversion.spelling import Spellings, normalised

_OLD = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: はなバスルートの検討, departments: [福祉課]}
"""
_NEW = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: {name}, departments: [福祉課]}}
"""
_RENAMED = _NEW.format(name="コミュニティバス運行事業")

EXAMPLES = (
    Example(
        "another name without a word",
        old=_OLD,
        new=_RENAMED,
        says="はなバスルートの検討 is called コミュニティバス運行事業 now, and nothing says why",
    ),
    Example(
        "explained",
        old=_OLD,
        new=f"{_RENAMED}explanations:\n  - {{id: p-aaaaaaaaa5, reason: 市全域の事業となった。}}\n",
    ),
    Example("one stage further", old=_OLD, new=_NEW.format(name="はなバスルートの推進")),
)


@rule("step", "warning", EXAMPLES, {"draft": "off"})
def substantive_rename_unexplained(step: Step) -> Iterator[Verdict]:
    """A verdict at every project whose name changed in substance for no stated reason."""
    comparison, new = step.comparison, step.comparison.matching.new
    explained, alike = _explained(comparison), spellings(comparison)
    explained |= {change.subject for change in step.reused_ids}
    for change in comparison.diff.changes:
        if not isinstance(change, Renamed) or change.subject in explained:
            continue
        if _asks_why(change, alike):
            row = next(row for row in new.placements(change.subject) if row.primary)
            what = say(
                "{was} is called {now} now, and nothing says why", was=change.was, now=change.now
            )
            told = f"- {{id: {change.subject}, reason: …}}"
            mend = say("Write why under explanations: {yaml}", yaml=told)
            yield Verdict((*row.path, "name"), what, mend, (change.subject, change.was, change.now))


def _asks_why(change: Renamed, alike: Spellings) -> bool:
    """Whether a reader would: of a project, in substance, and not just one stage further."""
    if change.nature == "editorial" or not change.subject.startswith("p-"):
        return False
    return change.stage is None or not _same_but_for_the_stage(change, alike)


def _same_but_for_the_stage(change: Renamed, alike: Spellings) -> bool:
    assert change.stage is not None
    was, now = change.stage
    one, other = normalised(change.was, alike), normalised(change.now, alike)
    return one.removesuffix(normalised(was, alike)) == other.removesuffix(normalised(now, alike))


def _explained(comparison: Comparison) -> set[str]:
    """Whose change has a reason: an explanation, a printed note, lineage with a reason."""
    edition = comparison.new
    notes = {row.project for note in edition.published_notes for row in note.belongs_to}
    told = [record for record in edition.lineage if record.reason]
    tied = {one for record in told for one in (*record.old, *record.new)}
    return {one.id for one in edition.explanations} | notes | tied
