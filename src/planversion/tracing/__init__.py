"""An edition, a project or a field through the commits of a repository, and through time."""

from planversion.tracing.blaming import Walked, blame
from planversion.tracing.following import Event, Followed, concerns, follow, only, told
from planversion.tracing.forces import Force, Term, in_force, terms
from planversion.tracing.imprints import RELISTED, SECTION, Imprint, imprint
from planversion.tracing.lines import edition_at, line_of
from planversion.tracing.strides import Stride, Track, Version, track

__all__ = [
    "RELISTED",
    "SECTION",
    "Event",
    "Followed",
    "Force",
    "Imprint",
    "Stride",
    "Term",
    "Track",
    "Version",
    "Walked",
    "blame",
    "concerns",
    "edition_at",
    "follow",
    "imprint",
    "in_force",
    "line_of",
    "only",
    "terms",
    "told",
    "track",
]
