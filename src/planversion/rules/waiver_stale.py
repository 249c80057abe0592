"""A finding was accepted, and isn't there any more.

A waiver that nothing needs hides the next finding of its kind, and nobody knows what it was for.
Delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Waived

_WAIVER = """
rule: number-gap
fingerprint: {}
reason: 印刷された計画書のとおり。
"""

EXAMPLES = (
    Example(
        "mended meanwhile",
        new=_WAIVER.format("fedcba9876543210"),
        says="nothing needs this waiver of number-gap any more",
    ),
    Example("still found", new=_WAIVER.format("0123456789abcdef")),
)


@rule("waiver", "warning", EXAMPLES)
def waiver_stale(waived: Waived) -> Iterator[Verdict]:
    """A verdict for a waiver whose finding is gone."""
    waiver = waived.waiver
    if not waived.needed:
        what = say("nothing needs this waiver of {rule} any more", rule=waiver.rule)
        yield Verdict((), what, say("Delete it."), (waiver.rule, waiver.fingerprint))
