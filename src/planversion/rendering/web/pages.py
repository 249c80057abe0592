"""A page of blocks as a page of HTML that needs nothing beside it."""

from __future__ import annotations

from planversion.messages import Language
from planversion.rendering.page import Heading, Page, text
from planversion.rendering.web.fragment import fragment
from planversion.rendering.web.frame import Document, document


def html(page: Page, language: Language) -> str:
    """The page as a file; its first heading is its title.

    Raises ValueError for a language that there isn't.
    """
    title = next((text(one.line) for one in page.blocks if isinstance(one, Heading)), "planversion")
    return document(Document(title, language, fragment(page)))
