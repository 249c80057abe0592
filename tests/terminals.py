"""A pseudo-terminal, for commands that ask."""

from __future__ import annotations

import os
import pty
import select
import sys
import time

from repositories import Folder


class Terminal:
    """A pseudo-terminal in which a command asks its questions."""

    def __init__(self, folder: Folder, *arguments: str) -> None:
        command = [sys.executable, "-m", "planversion", *arguments, "--lang", "en"]
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.chdir(folder.path)
            os.environ |= {"XDG_STATE_HOME": str(folder.path / "state"), "TERM": "xterm"}
            os.execv(sys.executable, command)
        self.seen = ""

    def until(self, *endings: str) -> None:
        """Reads until one of these is there, or nothing more comes."""
        start = len(self.seen)
        stop = time.monotonic() + 60
        while time.monotonic() < stop:
            ready, _, _ = select.select([self._file], [], [], 0.2)
            if ready:
                try:
                    self.seen += os.read(self._file, 65536).decode(errors="replace")
                except OSError:
                    return
            if any(ending in self.seen[start:] for ending in endings):
                return
        raise AssertionError(self.seen)

    def press(self, keys: str, *endings: str) -> None:
        """Presses keys once the program waits for them."""
        time.sleep(0.5)
        os.write(self._file, keys.encode())
        self.until(*endings)

    def code(self) -> int:
        """The exit code."""
        while True:
            try:
                read = os.read(self._file, 65536)
            except OSError:
                break
            if not read:
                break
            self.seen += read.decode(errors="replace")
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
