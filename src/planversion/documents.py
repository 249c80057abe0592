"""The documents that have a JSON Schema: files of a plan and a repository, and what is written."""

from __future__ import annotations

from typing import Literal, get_args

Of = Literal[
    "edition",
    "diff",
    "config",
    "waivers",
    "report",
    "suggestions",
    "merge",
    "audit",
    "import",
    "map",
    "project-line",
]
"""What a schema is of."""

DOCUMENTS: tuple[Of, ...] = get_args(Of)
"""All of them."""
