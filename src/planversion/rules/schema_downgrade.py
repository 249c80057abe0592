"""The file says a smaller version of the file format than before.

The version says how the rest is to be read. A smaller one is mostly an old copy that was saved over
the new file, with whatever was written since.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Revision

EXAMPLES = (
    Example(
        "an old copy saved over the new file",
        old="schema: 2",
        new="schema: 1",
        says="the file said schema: 2 before, and says schema: 1 now",
    ),
    Example("the same version", old="schema: 1", new="schema: 1"),
)


@rule("revision", "error", EXAMPLES)
def schema_downgrade(revision: Revision) -> Iterator[Verdict]:
    """A verdict at a version that is smaller than it was."""
    # One version only is known so far, and its type says so; the comparison is for the next.
    was: int = revision.old.edition.schema_version
    now: int = revision.new.edition.schema_version
    if now < was:
        what = say(
            "the file said schema: {was} before, and says schema: {now} now", was=was, now=now
        )
        mend = say("Look whether an old copy was saved over the file.")
        yield Verdict(("schema",), what, mend, (str(was), str(now)), ("schema",))
