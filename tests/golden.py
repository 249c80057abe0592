"""Expected files: what a test is given to hold a text against one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Golden = Callable[[Path, str], None]
"""Holds a text against an expected file."""
