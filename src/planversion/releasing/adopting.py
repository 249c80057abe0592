"""An edition as it is once it was adopted."""

from __future__ import annotations

from datetime import date

from planversion.model import Edition


def adopted(edition: Edition, on: date) -> Edition:
    """The edition, adopted on that day; one that was adopted before stays as it is."""
    if edition.header.status == "adopted":
        return edition
    # 素案(2) was the draft: what was adopted is printed without it.
    said = {"status": "adopted", "adopted_on": on, "stage": None}
    header = edition.header.model_copy(update=said)
    return edition.model_copy(update={"header": header})
