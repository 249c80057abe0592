"""Files changed: lines spliced, forms made canonical, and what was written read again first."""

from planversion.patching.editing import patch
from planversion.patching.formatting import canonical
from planversion.patching.minting import Minted, Minting, identified, mint, with_ids
from planversion.patching.replacing import encoded, replace_file
from planversion.patching.splicing import Edit, splice

__all__ = [
    "Edit",
    "Minted",
    "Minting",
    "canonical",
    "encoded",
    "identified",
    "mint",
    "patch",
    "replace_file",
    "splice",
    "with_ids",
]
