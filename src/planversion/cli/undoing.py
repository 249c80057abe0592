"""Several files written, or none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from planversion.patching import replace_file


@contextmanager
def written_or_undone(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Writes the files; where that fails, or what is done with them, they are as they were."""
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    try:
        for path, content in files.items():
            replace_file(path, content)
        yield
    except BaseException:
        for path, was in before.items():
            _restore(path, was)
        raise


def _restore(path: Path, was: bytes | None) -> None:
    if was is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != was:
        replace_file(path, was)
