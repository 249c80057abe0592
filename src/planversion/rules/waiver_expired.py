"""A finding was accepted until a day that is over, and it is still there.

Whoever accepted it wanted to look at it again by then. Mend the finding, or decide anew: write a
new last day and why it is still accepted.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Waived

_WAIVER = """
rule: number-gap
fingerprint: 0123456789abcdef
reason: 印刷された計画書のとおり。
until: {}
"""

EXAMPLES = (
    Example(
        "accepted until yesterday",
        new=_WAIVER.format("2026-03-31"),
        says="number-gap was accepted until 2026-03-31, and is still found",
    ),
    Example("accepted until today", new=_WAIVER.format("2026-04-01")),
)


@rule("waiver", "error", EXAMPLES)
def waiver_expired(waived: Waived) -> Iterator[Verdict]:
    """A verdict for a waiver that is over and whose finding is still there."""
    waiver = waived.waiver
    if waived.needed and waiver.until is not None and waiver.until < waived.today:
        until = waiver.until.isoformat()
        what = say(
            "{rule} was accepted until {until}, and is still found", rule=waiver.rule, until=until
        )
        mend = say("Mend the finding, or write a new last day under until.")
        yield Verdict(("until",), what, mend, (waiver.rule, waiver.fingerprint))
