"""Real git repositories for tests, and planversion run in them as a process of its own."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from processes import Ran, ran

CASE = Path(__file__).parent / "cases/compare/split"
FIRST = (CASE / "old.yaml").read_text(encoding="utf-8")
SECOND = (CASE / "new.yaml").read_text(encoding="utf-8")
RENAMED = FIRST.replace("健康相談の実施", "健康相談の充実")

IDENTITY = (
    "-c",
    "user.name=A",
    "-c",
    "user.email=a@example.org",
    "-c",
    "protocol.file.allow=always",
)
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "LC_ALL": "C.UTF-8",
    # Nobody's own cache: what another version of the program kept there must not matter.
    "XDG_CACHE_HOME": os.devnull,
}


class Folder:
    """A folder that git and planversion are run in."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def git(self, *arguments: str, **env: str) -> str:
        command = ("git", *IDENTITY, *arguments)
        done = subprocess.run(
            command, cwd=self.path, env=CLEAN | env, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().removesuffix("\n")

    def write(self, name: str, text: str) -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def commit(self, **files: str) -> str:
        """Everything as it is, with editions/<name>.yaml written before; returns the id."""
        for name, text in files.items():
            self.write(f"editions/{name}.yaml", text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "step")
        return self.git("rev-parse", "HEAD")

    def below(self, name: str) -> Folder:
        return Folder(self.path / name)

    def run(self, *arguments: str, **env: str) -> Ran:
        said = [] if {"--version", "--lang"} & set(arguments) else ["--lang", "en"]
        done = ran([*arguments, *said], self.path, CLEAN, env)
        assert "Traceback" not in done.err, done.err
        return done

    def paste(self, line: str) -> None:
        """A command from a message, given to a shell as a person would."""
        assert line.startswith("git fetch ")
        done = subprocess.run(
            ["sh", "-c", f"git {shlex.join(IDENTITY)} {line.removeprefix('git ')}"],
            cwd=self.path,
            env=CLEAN,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()


def made(path: Path, *options: str) -> Folder:
    """A new repository, its branch called main."""
    path.mkdir(parents=True, exist_ok=True)
    folder = Folder(path)
    folder.git("init", "-q", "-b", "main", *options)
    return folder


def cloned(source: Folder, to: Path, *options: str) -> Folder:
    """A clone over git's own protocol, so that it may be shallow or partial."""
    source.git("config", "uploadpack.allowFilter", "true")
    source.git("clone", "-q", *options, f"file://{source.path}", str(to))
    return Folder(to)
