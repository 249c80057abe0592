"""A site of a plan: what its pages say, where they stand, and what lies beside them."""

from planversion.publishing.series import Series, series
from planversion.publishing.site import Extras, File, Site, files, site

__all__ = ["Extras", "File", "Series", "Site", "files", "series", "site"]
