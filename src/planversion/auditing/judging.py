"""The published table of a comparison, audited."""

from __future__ import annotations

from planversion.auditing.holding import held
from planversion.auditing.omissions import omissions
from planversion.auditing.outcomes import Audit
from planversion.auditing.scene import Scene
from planversion.auditing.totals import totals
from planversion.comparing import Comparison


def audit(comparison: Comparison) -> Audit:
    """What the new edition's body printed of its changes, held against the computed ones."""
    scene = Scene(comparison)
    notes = tuple(
        held(index, note, scene) for index, note in enumerate(comparison.new.published_notes)
    )
    left, passed = omissions(notes, scene)
    return Audit(comparison, notes, left, totals(comparison.new), passed)
