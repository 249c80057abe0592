"""What an edition is called, wherever it is named."""

from __future__ import annotations

from typing import Protocol


class Labelled(Protocol):
    """An edition's header, or what else has its label and stage."""

    @property
    def label(self) -> str:
        """The edition as people call it: 第5期."""

    @property
    def stage(self) -> str | None:
        """How far a draft has come, as printed: 素案(たたき台)(2)."""


def edition_label(of: Labelled) -> str:
    """The edition as people call it, with its stage."""
    return f"{of.label} {of.stage}" if of.stage else of.label
