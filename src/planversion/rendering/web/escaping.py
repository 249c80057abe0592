"""Text as a browser shows it unchanged, and values as a script reads them."""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from typing import Any

from planversion.rendering.safety import on_one_line


# A site says most of its words on many pages.
@lru_cache(maxsize=1 << 14)
def shown(text: str) -> str:
    """Text that a browser shows as it is, on one line; safe in an attribute between quotes, too."""
    return escape(on_one_line(text))


def attributes(**given: str | int | bool | None) -> str:
    """Attributes of an element, each with a space before it; none for None and False.

    A trailing underscore is dropped (`class_`), any other is a hyphen (`aria_label`).
    """
    return "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{shown(str(value))}"'
        for key, value in given.items()
        if value is not None and value is not False
    )


def script_value(value: Any) -> str:
    """The value as JSON that ends no script element and no line of JavaScript."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")
