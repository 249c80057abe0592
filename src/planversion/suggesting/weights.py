"""The few numbers that suggestions stand on.

They are logistic weights, the same for every plan and language, fitted on pairs of real editions
and on variants of them with fields left out, each family of editions weighing the same. What a
place or a department tells is no number here: it is learnt from the pair of editions at hand.
`python -m benchmarks.matching --fit` fits them anew, on all sets and with each left out; a fit that
makes nothing better changes nothing here.
"""

from __future__ import annotations

NAMES_AGAIN = 0.3
"""How much a name counts beside the whole that it is part of."""

WORDING_PRIOR = -3.23
NARROWER_LEAD = 3.86
WIDER_LEAD = 3.86
NAMED = 2.94
LONE = 0.42
EXACT = 4.0
"""Not fitted: whoever says the same as one other, and as nobody else, is that one."""

AGREEING = 0.25
"""How much of what agreement in facts tells counts: siblings agree in them, too."""

LEFT_PRIOR = -2.0
"""Whoever was left by all others is less often the same. Not fitted."""

PART_PRIOR = -4.2
"""Before the wording is heard, where one is asked to be a part of the other. Not fitted."""

CONTEXT = 0.35
"""How much of what place and department tell counts: they aren't independent of each other."""

STRETCH = 0.79
LIFT = 0.88
"""What is likely among candidates is likelier among those chosen (Platt, 1999)."""
