"""An adopted edition says something else than before.

What was adopted is a fact: the table of old and new, evaluations and answers to the council rest on
it. Changes belong into the next edition. What was transcribed wrongly, or corrected by the body
itself, is written under errata, by the id of what was corrected, its place code, the department or
the key of the file; it covers that and nothing else.

Nothing is said of ids that were missing, remarks of whoever keeps the file, its form, and what only
shows later: the last day it was in force, a predecessor that was found, more lineage, explanations,
sources or published notes. They say more, and what stood there still stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from planversion.messages import Message, say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.alterations import Alteration, Word, outline_alterations
from planversion.rules.looking.errata import entry, new_errata
from planversion.rules.looking.statements import stated_alterations
from planversion.rules.looking.subjects import Revision

_OLD = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
      - {id: p-bbbbbbbbbq, name: 手話講習会, departments: [福祉課]}
"""
_NEW = _OLD.replace("手話講習会", "手話講習会の充実")

EXAMPLES = (
    Example(
        "a project renamed",
        old=_OLD,
        new=_NEW,
        says="手話講習会の充実 isn't as it was adopted: name",
    ),
    Example(
        "a project added",
        old=_OLD,
        new=f"{_OLD}      - {{id: p-ccccccccc6, name: 栄養相談, departments: [福祉課]}}\n",
        says="栄養相談 isn't as it was adopted",
    ),
    Example(
        "a remark of whoever keeps the file",
        old=_OLD,
        new=_OLD.replace("name: 手話講習会,", "name: 手話講習会, note: 12頁,"),
    ),
    Example(
        "a misprint, corrected under errata",
        old=_OLD,
        new=f"""
edition:
  id: '2'
  label: 第2期
  status: adopted
  previous: '1'
  errata:
    - {{on: 2026-03-02, what: p-bbbbbbbbbq, why: 「の充実」が抜けていた。}}
{_NEW.strip()}
""",
    ),
)


@rule("revision", "error", EXAMPLES, {"draft": "off", "consultation": "off"})
def adopted_edition_altered(revision: Revision) -> Iterator[Verdict]:
    """A verdict for every subject that isn't as it was."""
    corrected = new_errata(revision)
    for one in outline_alterations(revision, corrected):
        yield _verdict(one)
    for one in stated_alterations(revision, corrected):
        yield _verdict(one)


def _verdict(one: Alteration) -> Verdict:
    what = say("{name} isn't as it was adopted", name=one.name)
    if one.what:
        fields = reduce(_listed, one.what)
        what = say("{name} isn't as it was adopted: {fields}", name=one.name, fields=fields)
    mend = say(
        "Write it as it was; if it was a mistake, add to errata: {yaml}", yaml=entry(one.subject)
    )
    return Verdict(one.path, what, mend, (one.subject,), one.before)


def _listed(one: Word, other: Word) -> Message:
    return say("{one}, {other}", one=one, other=other)
