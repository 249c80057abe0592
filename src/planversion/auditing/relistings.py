"""Listings that nothing marks as relistings: the same name twice, without 再掲."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.auditing.outcomes import Unmarked
from planversion.auditing.scene import Scene
from planversion.model import Path
from planversion.model.places import Placement
from planversion.rules.looking.likenesses import Listing, listings
from planversion.rules.unmarked_relisting import unmarked_relisting
from planversion.yamltext import Source


def unmarked(scene: Scene) -> Iterator[Unmarked]:
    """Every row of the new edition that reads as one more project, and is none; in reading order.

    Of the listings of a project, one is read as its own; the record, or the first without a mark.
    """
    rows = {listing.path: listing for listing in listings(scene.comparison.new)}
    alike = _alike(scene)
    for place in scene.new.places.values():
        for row in scene.new.listed(place):
            if twin := alike.get(row.path):
                yield _told(row, rows[row.path], (twin,), scene, record=True)
            elif _lacks_mark(row, rows, scene):
                yield _told(row, rows[row.path], (row.project,), scene)


def _lacks_mark(row: Placement, rows: dict[Path, Listing], scene: Scene) -> bool:
    """Whether it is a relisting without a mark, and not the only listing without one."""
    if row.primary or _is_marked(row, rows):
        return False
    return any(
        not _is_marked(other, rows)
        for other in scene.new.placements(row.project)
        if other.path != row.path
    )


def _is_marked(row: Placement, rows: dict[Path, Listing]) -> bool:
    marked = row.relisting is not None and row.relisting.marked
    return marked or rows[row.path].marked


def _alike(scene: Scene) -> dict[Path, str]:
    """Projects that read as another one: by where they stand, whom they read as."""
    # The rule looks at the edition alone; where the text stands is asked by whoever tells it.
    source = Source(scene.comparison.new, "", "")
    return {verdict.path: verdict.about[0] for verdict in unmarked_relisting.check(source)}


def _told(
    row: Placement, listing: Listing, projects: tuple[str], scene: Scene, *, record: bool = False
) -> Unmarked:
    others = [
        other.place.code or other.place.section.title
        for other in scene.new.placements(projects[0])
        if other.path != row.path
    ]
    before = row.place.id in scene.old.listings(row.project)
    return Unmarked(
        project=row.project,
        section=row.place.id,
        code=row.place.code,
        name=listing.name,
        others=tuple(others),
        listed_since="before" if before else "now",
        record=record,
    )
