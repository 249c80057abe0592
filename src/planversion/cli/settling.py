"""How one conflict is settled: as a side has it, or in words of one's own."""

from __future__ import annotations

from typing import Literal

import click

from planversion.merging.marking import Marked, unmarked
from planversion.messages import Message, say

Taken = Literal["ours", "theirs"]
Settled = tuple[str, ...]
"""The lines that stand for each of the conflict's places in the file."""


def taken(hunks: list[Marked], side: Taken) -> Settled:
    """The lines of one side."""
    return tuple(hunk.ours if side == "ours" else hunk.theirs for hunk in hunks)


def edited(hunks: list[Marked]) -> Settled | Message:
    """The lines as they were left in the user's editor, place by place; else why there are none.

    The editor is that of VISUAL or EDITOR.
    """
    found: list[str] = []
    for hunk in hunks:
        try:
            text = click.edit(hunk.again(), extension=".yaml")
        except click.ClickException as error:
            # What was settled before would be lost with a command that ends here.
            return say("the editor failed: {why}", why=error.format_message())
        if text is None:
            return say("nothing was saved")
        lines = text.replace("\r\n", "\n")
        if any(isinstance(part, Marked) for part in unmarked(lines)):
            return say("the markers are still there; leave only the lines that are to stay")
        found.append(lines if not lines or lines.endswith("\n") else f"{lines}\n")
    return tuple(found)
