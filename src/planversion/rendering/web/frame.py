"""The frame of a page: what a browser may do with it is written into the page itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from planversion.messages import Language, say
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.look import look


class Inline(NamedTuple):
    """Style or script that stands in the page; the browser runs exactly this text."""

    text: str


class Linked(NamedTuple):
    """Style or script in a file of the same site."""

    address: str


Part = Inline | Linked


class Document(NamedTuple):
    """A page of HTML before it is written; everything in it is escaped already, but for `title`."""

    title: str
    language: Language
    main: str
    """What the page is about."""
    before: str = ""
    """What stands above it on every page of a site."""
    after: str = ""
    """What stands below it."""
    styles: tuple[Part, ...] = ()
    """Beside the look that all pages share, unless that is linked: see `looks`."""
    scripts: tuple[Part, ...] = ()
    links: str = ""
    """Elements of the head that lead elsewhere: a feed, the address of this page."""
    looks: Part | None = None
    """Where the shared look is; in the page itself if nothing is said."""
    fetches: bool = False
    """Whether its scripts ask for further files of the same site."""


def document(of: Document) -> str:
    """The page as a file: complete, with a policy that allows what is in it and nothing else."""
    styles = (of.looks or Inline(look()), *of.styles)
    return _FRAME.format(
        language=of.language,
        policy=_policy(styles, of.scripts, fetches=of.fetches),
        title=shown(of.title),
        styles="".join(map(_style, styles)),
        links=of.links,
        skip=shown(say("Skip to the content").to(of.language)),
        before=of.before,
        main=of.main,
        after=of.after,
        scripts="".join(map(_script, of.scripts)),
    )


_FRAME = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
{styles}{links}</head>
<body>
<a class="skip unseen" href="#content">{skip}</a>
{before}<main id="content" tabindex="-1">
{main}
</main>
{after}{scripts}</body>
</html>
"""


def wide(content: str, name: str) -> str:
    """What may be wider than a phone: it can be moved sideways, by keyboard, too."""
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{shown(name)}">{content}</div>'
    )


def _policy(styles: Iterable[Part], scripts: Iterable[Part], *, fetches: bool) -> str:
    """Nothing but these styles and scripts: no request, no form, no frame, no other base."""
    allowed = {
        "default-src": ["'none'"],
        "style-src": list(dict.fromkeys(map(_source, styles))),
        "script-src": list(dict.fromkeys(map(_source, scripts))),
        "connect-src": ["'self'"] if fetches else [],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(what)}" for name, what in allowed.items() if what)


def _source(part: Part) -> str:
    if isinstance(part, Linked):
        return "'self'"
    return f"'sha256-{b64encode(sha256(part.text.encode()).digest()).decode()}'"


def _style(part: Part) -> str:
    if isinstance(part, Linked):
        return f'<link rel="stylesheet" href="{shown(part.address)}">\n'
    return f"<style>{part.text}</style>\n"


def _script(part: Part) -> str:
    if isinstance(part, Linked):
        return f'<script src="{shown(part.address)}" defer></script>\n'
    return f"<script>{part.text}</script>\n"
