"""Everything that belongs to a site, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

from planversion.interchange import write_diff
from planversion.model import Edition
from planversion.publishing import addresses, copies, searching
from planversion.publishing.comparisons import comparison_page
from planversion.publishing.departments import department_page, departments_page
from planversion.publishing.editions import edition_page
from planversion.publishing.framing import Writer
from planversion.publishing.home import home_page, missing_page, projects_page, search_page
from planversion.publishing.site import File, Site
from planversion.publishing.subjects import subject_page
from planversion.rendering.feeds.atom import atom
from planversion.rendering.pictures.pages import FIGURES
from planversion.rendering.web.look import look

_HERE = Path(__file__).parent


def contents(of: Site) -> Iterator[File]:
    """Every file of the site, each made when it is asked for."""
    yield from _pages(of)
    yield from _copies(of)
    yield from _comparisons(of)
    yield from _search(of)
    yield from _assets(of)
    yield from _addresses(of)


def _pages(of: Site) -> Iterator[File]:
    yield File(addresses.HOME, partial(home_page, of))
    yield File(addresses.SEARCH, partial(search_page, of))
    yield File(addresses.PROJECTS, partial(projects_page, of))
    yield File(addresses.DEPARTMENTS, partial(departments_page, of))
    yield File(addresses.MISSING, partial(missing_page, of))
    for edition in of.series.editions:
        yield File(addresses.edition(edition.id), partial(edition_page, of, edition))
    for subject in of.lives:
        yield File(addresses.subject(subject), partial(subject_page, of, subject))
    for name, office in of.offices.by_name.items():
        yield File(addresses.department(name), partial(department_page, of, office))


def _copies(of: Site) -> Iterator[File]:
    told = copies.Changes()
    for subject, life in of.lives.items():
        path = addresses.subject(subject, "json")
        yield File(path, partial(copies.subject_json, of, life, told))
    for edition in of.series.editions:
        path = addresses.edition(edition.id, "json")
        yield File(path, partial(copies.edition_json, edition))
        yield File(addresses.edition(edition.id, "csv"), partial(copies.edition_csv, edition))
        if (source := of.extras.sources.get(edition.id)) is not None:
            yield _ready(addresses.edition(edition.id, "yaml"), source)


def _comparisons(of: Site) -> Iterator[File]:
    for old, new in of.pairs:
        yield File(addresses.changes(old.id, new.id), partial(comparison_page, of, old, new))
    for old, new in of.steps_told:
        yield File(addresses.changes(old.id, new.id, "json"), partial(_diff, of, old, new))
        if of.extras.table:
            yield File(addresses.table(old.id, new.id), partial(_table, of, old, new))


def _diff(of: Site, old: Edition, new: Edition) -> bytes:
    return write_diff(of.compared(old, new).diff).encode()


def _table(of: Site, old: Edition, new: Edition) -> bytes:
    assert of.extras.table
    writer = Writer(of, addresses.table(old.id, new.id))
    return of.extras.table(of.compared(old, new), writer.way_back(old, new)).encode()


def _search(of: Site) -> Iterator[File]:
    for path, text in searching.scripts(searching.index(searching.entries(of))):
        yield _ready(path, text.encode())


def _assets(of: Site) -> Iterator[File]:
    yield _ready(addresses.STYLE, f"{look()}\n{_asset('site.css')}\n{FIGURES}".encode())
    yield _ready(addresses.SEARCHING, _asset("search.js").encode())
    if of.extras.watched:
        yield _ready(addresses.WATCHING, _asset("watch.js").encode())
    if feed := of.feed:
        yield File(addresses.FEED, lambda: atom(feed).encode())
    # GitHub's own generator of sites would leave files out.
    yield _ready(".nojekyll", b"")


def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _addresses(of: Site) -> Iterator[File]:
    """For those who look through a whole site; both need whole addresses."""
    base = of.extras.base
    if base:
        pages = [file.path for file in _pages(of) if file.path != addresses.MISSING]
        pages += [addresses.changes(old.id, new.id) for old, new in of.pairs]
        places = "".join(f"<url><loc>{escape(f'{base}{path}')}</loc></url>\n" for path in pages)
        yield _ready("sitemap.xml", _SITEMAP.format(places=places).encode())
        yield _ready(
            "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode()
        )


_SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{places}</urlset>
"""


def _ready(path: str, content: bytes) -> File:
    return File(path, lambda: content)
