"""Files changed: lines spliced, forms made canonical, and what was written read again first."""

from planversion.patching.editing import patch
from planversion.patching.formatting import canonical, text_of
from planversion.patching.minting import Minting, mint
from planversion.patching.replacing import encoded, replace_file
from planversion.patching.splicing import Edit, splice

__all__ = [
    "Edit",
    "Minting",
    "canonical",
    "encoded",
    "mint",
    "patch",
    "replace_file",
    "splice",
    "text_of",
]
