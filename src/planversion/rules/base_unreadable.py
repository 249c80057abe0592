"""What an edition was before the change can't be read, so nobody sees what the change alters.

The change may well be the one that mends the file. But whether an id was lost or an adopted edition
was altered on the way isn't checked: read the change yourself, line by line. The next one will be
checked again.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Unread

_SECTIONS = """
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
"""

EXAMPLES = (
    Example(
        "a file that is mended",
        old="sections: [{id: s-aaaaaaaaa5, number: 1}]",
        new=_SECTIONS,
        says="the file could not be read before this change: the key title is missing",
    ),
    Example("a file that could be read before", old=_SECTIONS, new=_SECTIONS),
)


@rule("unread", "warning", EXAMPLES)
def base_unreadable(unread: Unread) -> Iterator[Verdict]:
    """A verdict at the top of an edition whose state before can't be read."""
    if unread.problems:
        problem = unread.problems[0].what
        what = say("the file could not be read before this change: {problem}", problem=problem)
        yield Verdict((), what, say("Read for yourself what the change alters."))
