"""Everything that belongs to a site, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from html import escape
from pathlib import Path

from planversion.model import Edition
from planversion.publishing import addresses, copies, searching
from planversion.publishing.accounts import Account, account
from planversion.publishing.departments import department_page, departments_page
from planversion.publishing.editions import beside, edition_page
from planversion.publishing.home import home_page, missing_page, projects_page, search_page
from planversion.publishing.site import File, Site
from planversion.publishing.subjects import subject_page
from planversion.publishing.subscribing import feed
from planversion.publishing.telling import told
from planversion.rendering.feeds.atom import atom
from planversion.rendering.pictures.pages import FIGURES
from planversion.rendering.web.look import look

_HERE = Path(__file__).parent


def contents(of: Site) -> Iterator[File]:
    """Every file of the site, each made when it is asked for."""
    yield from _pages(of)
    yield from _subjects(of)
    yield from _copies(of)
    for old, new in of.pairs:
        yield from told(of.pairing(old, new), of)
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
        yield _edition(edition, of)
    for name, office in of.offices.by_name.items():
        yield File(addresses.department(name), partial(department_page, of, office))


def _edition(edition: Edition, of: Site) -> File:
    others, origins = beside(edition, of), of.extras.origins
    made = partial(edition_page, edition, others, of.frame)
    origin = partial(origins.of, [edition], others, of.frame)
    return File(addresses.edition(edition.id), made, origin)


def _subjects(of: Site) -> Iterator[File]:
    """The page of each project and section, and its copy: both from one account of it."""

    @lru_cache(maxsize=1)
    def told(subject: str) -> Account:
        return account(of.lives[subject], of)

    @lru_cache(maxsize=1)
    def origin(subject: str) -> str | None:
        return of.extras.origins.of((), told(subject), of.frame)

    def page(subject: str) -> bytes:
        return subject_page(told(subject), of.frame)

    def copy(subject: str) -> bytes:
        return copies.subject_json(told(subject))

    for subject in of.lives:
        theirs = partial(origin, subject)
        yield File(addresses.subject(subject), partial(page, subject), theirs)
        yield File(addresses.subject(subject, "json"), partial(copy, subject), theirs)


def _copies(of: Site) -> Iterator[File]:
    origins = of.extras.origins
    for edition in of.series.editions:
        origin = partial(origins.of, [edition])
        for form, make in (("json", copies.edition_json), ("csv", copies.edition_csv)):
            yield File(addresses.edition(edition.id, form), partial(make, edition), origin)
        if (source := of.extras.sources.get(edition.id)) is not None:
            yield _ready(addresses.edition(edition.id, "yaml"), source)


def _search(of: Site) -> Iterator[File]:
    for path, text in searching.scripts(searching.index(searching.entries(of))):
        yield _ready(path, text.encode())


def _assets(of: Site) -> Iterator[File]:
    yield _ready(addresses.STYLE, f"{look()}\n{_asset('site.css')}\n{FIGURES}".encode())
    yield _ready(addresses.SEARCHING, _asset("search.js").encode())
    if of.extras.watched:
        yield _ready(addresses.WATCHING, _asset("watch.js").encode())
    if of.frame.feeds:
        yield File(addresses.FEED, lambda: atom(feed(of)).encode())
    # GitHub's own generator of sites would leave files out.
    yield _ready(".nojekyll", b"")


def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _addresses(of: Site) -> Iterator[File]:
    """For those who look through a whole site; both need whole addresses."""
    base = of.extras.base
    if base:
        pages = [file.path for file in _pages(of) if file.path != addresses.MISSING]
        pages += map(addresses.subject, of.lives)
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
