"""Which program this is, to the byte: another one may write another page of the same plan."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def program() -> str:
    """A print of our own files, of Python, and of the versions of all that is installed beside us.

    A version number alone would stand for every state that a program in the making goes through.
    """
    found = sha256(sys.version.encode())
    for path, content in _files(files("planversion"), ""):
        found.update(f"\n{path} {len(content)}\n".encode(errors="surrogatepass"))
        found.update(content)
    beside = sorted({f"{one.name} {one.version}" for one in distributions()})
    found.update("\n".join(beside).encode(errors="surrogatepass"))
    return found.hexdigest()


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{above}{one.name}"
        if one.is_dir() and one.name != "__pycache__":
            yield from _files(one, f"{path}/")
        elif one.is_file():
            yield path, one.read_bytes()
