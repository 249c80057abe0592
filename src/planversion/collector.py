"""Python's collector of cyclic garbage, and when it is in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Python's collector of cyclic garbage, switched off for a while."""
    # A tree of a million fresh objects holds no garbage; looking for some costs half the time.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _promote()
            gc.enable()


def _promote() -> None:
    """Moves what was made meanwhile to the oldest generation, which is looked at least often.

    Otherwise the first look after this would be at all of it at once.
    """
    # Thawing is for everything that is frozen, so whoever froze something keeps it so.
    if gc.get_freeze_count() == 0:
        gc.freeze()
        gc.unfreeze()
