"""The files that tell what changed between two editions: a page, a document, a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from planversion.interchange import write_diff
from planversion.model.saying import written
from planversion.publishing import addresses
from planversion.publishing.comparisons import comparison_page
from planversion.publishing.framing import Frame, Writer
from planversion.publishing.pairings import Pairing
from planversion.publishing.site import File, Site, Tabling


def told(pair: Pairing, of: Site) -> Iterator[File]:
    """Every file of one comparison."""
    origins, tables, frame = of.extras.origins, of.extras.tables, of.frame
    old, new = pair.old.id, pair.new.id
    origin = partial(origins.of, pair.chain, pair.told, pair.tabled, frame)
    yield File(addresses.changes(old, new), partial(comparison_page, pair, frame), origin)
    if pair.told:
        origin = partial(origins.of, pair.chain)
        yield File(addresses.changes(old, new, "json"), partial(_document, pair), origin)
    if pair.told and tables:
        origin = partial(origins.of, pair.chain, written(tables.layout), frame)
        yield File(addresses.table(old, new), partial(_table, pair, tables, frame), origin)


def _document(pair: Pairing) -> bytes:
    return write_diff(pair.comparison().diff).encode()


def _table(pair: Pairing, tables: Tabling, frame: Frame) -> bytes:
    writer = Writer(frame, addresses.table(pair.old.id, pair.new.id))
    above = writer.way_back(pair.old, pair.new)
    return tables.page(pair.comparison(), tables.layout, frame.language, above).encode()
