"""Text in Markdown that calls nobody and links nothing."""

from __future__ import annotations

import re

from planversion.rendering.markdown import escape

# A backslash is gone by the time that GitHub and GitLab look for names, issues and addresses; a
# character that joins words and isn't seen stays. Addresses without a scheme begin with www.
# The name of an edition (plan@5) is none of them, and stays as people copy it.
_CALLING = re.compile(
    r"""(?ix)
    ( (?<![a-z0-9_])@(?=\w) | @(?=[\w\\-]+\.\w)     # a name, an address of mail
    | \\[#!~&](?=\w) | [$%](?=\d) | (?<![a-z0-9_])GH-(?=\d)    # an issue and the like
    | :(?=//) | www(?=\.) )                         # an address
    """
)
_JOINER = "\u2060"


def unlinked(text: str) -> str:
    """The text as it is, on one line: no mention, no reference, no address, no markup."""
    return _CALLING.sub(rf"\1{_JOINER}", escape(text))
