"""A site of a plan: what its pages say, where they stand, and what lies beside them."""

from planversion.publishing.origins import Origins, printed
from planversion.publishing.series import Series, series
from planversion.publishing.site import Extras, File, Site, Tabling, files, site

__all__ = [
    "Extras",
    "File",
    "Origins",
    "Series",
    "Site",
    "Tabling",
    "files",
    "printed",
    "series",
    "site",
]
