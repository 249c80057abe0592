"""Missing ids written into a file: only the lines of those sections and projects change."""

from __future__ import annotations

from typing import NamedTuple

from planversion.identities import Minted, missing, with_ids
from planversion.patching.editing import patch
from planversion.yamltext import Source


class Minting(NamedTuple):
    """The file with every id, and which were missing."""

    text: str
    minted: tuple[Minted, ...]


def mint(source: Source) -> Minting:
    """The file with an id for every section and project that had none.

    Minted from plan, edition, place code, name and how many of that name came before there, so
    that whoever mints the same file gets the same ids. Raises RefusedWriteError if the result
    doesn't read back as the same edition with these ids.
    """
    minted = tuple(missing(source.edition))
    if not minted:
        return Minting(source.text, ())
    ids = {one.path: one.id for one in minted}
    text = patch(source, with_ids(source.edition, ids)).decode()
    return Minting(text, minted)
