"""The programs that our files are opened with in tests: a browser, an office, fonts.

Run as a program (`python tests/programs.py`), it installs what isn't there, with Debian's packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PACKAGES = {
    "chromium": "chromium",
    "soffice": "libreoffice-calc libreoffice-writer",
    "pdftotext": "poppler-utils",
    "fc-match": "fontconfig",
}
"""Which package brings which program."""
_OTHER_NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "soffice": ("soffice", "libreoffice"),
}
_JAPANESE = "fonts-noto-cjk"


def found(program: str) -> str:
    """The path of a program; fails where it isn't there, with what to do about it."""
    path = _find(program)
    assert path, f"{program} is missing: run `python tests/programs.py`"
    return path


def _find(program: str) -> str | None:
    names = _OTHER_NAMES.get(program, (program,))
    return next(filter(None, map(shutil.which, names)), None)


def converted(path: Path, form: str, folder: Path) -> Path:
    """The file as LibreOffice converts it, in the folder."""
    with _profile() as profile:
        command = [found("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        subprocess.run(
            [*command, "--convert-to", form, "--outdir", folder, path],
            check=True,
            capture_output=True,
            timeout=240,
        )
    [made] = folder.glob(f"{path.stem}.{form.partition(':')[0]}")
    return made


def text_of(pdf: Path) -> str:
    """What a PDF says, laid out as it is printed."""
    command = [found("pdftotext"), "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@contextmanager
def _profile() -> Iterator[Path]:
    """A profile of its own: two runs of LibreOffice that share one wait for each other."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _missing() -> list[str]:
    packages = [name for program, name in _PACKAGES.items() if not _find(program)]
    if not _find("fc-match") or not _has_japanese():
        packages.append(_JAPANESE)
    return " ".join(packages).split()


def _has_japanese() -> bool:
    listed = subprocess.run(["fc-list", ":lang=ja"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def _install(packages: list[str]) -> None:
    root = [] if os.geteuid() == 0 else ["sudo"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = [*root, "apt-get", "-q", *step]
        subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)


def main() -> None:
    """Installs what is missing, or says what to install by hand."""
    missing = _missing()
    if missing and not shutil.which("apt-get"):
        sys.exit(
            f"The tests need {', '.join(sorted(_PACKAGES))} and a Japanese font: install them."
        )
    if missing:
        print("Installing for the tests:", *missing)  # noqa: T201
        _install(missing)


if __name__ == "__main__":
    main()
