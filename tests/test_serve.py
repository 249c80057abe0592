"""`planversion serve`: the site in a browser, a new one when a file changes, the old one if not."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from repositories import CLEAN, FIRST, SECOND, Folder, made


class Served:
    """A server under test."""

    def __init__(self, folder: Folder, *arguments: str) -> None:
        command = [sys.executable, "-m", "planversion", "serve", "--no-open", "--lang", "en"]
        self.process = subprocess.Popen(
            [*command, "--port", "0", *arguments],
            cwd=folder.path,
            env=CLEAN,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().split(" ")[0]

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        request = urllib.request.Request(f"{self.address}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def told(self) -> str:
        """The next line of what it says."""
        assert self.process.stderr
        return self.process.stderr.readline()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    folder = made(tmp_path / "city")
    folder.commit(**{"1": FIRST, "2": SECOND})
    return folder


@pytest.fixture
def served(city: Folder) -> Iterator[Served]:
    found = Served(city)
    yield found
    found.end()


def test_a_change_is_seen_and_a_broken_file_leaves_what_was(city: Folder, served: Served) -> None:
    assert "見本計画" in served.get("index.html")[1]
    assert served.get(".planversion/version")[1] == "0"
    city.write("editions/2.yaml", SECOND.replace("健康相談の実施", "健康相談の充実"))
    assert "files written" in served.told()
    assert served.get(".planversion/version")[1] == "1"
    assert "健康相談の充実" in served.get("id/p-nq16wz4e4h.html")[1]
    city.write("editions/2.yaml", "schema: [")
    assert "editions/2.yaml" in served.told()
    assert "stays as it was" in served.told()
    assert served.get(".planversion/version")[1] == "1"
    assert "健康相談の充実" in served.get("id/p-nq16wz4e4h.html")[1]
    city.write("editions/2.yaml", SECOND)
    assert "files written" in served.told()
    assert served.get(".planversion/version")[1] == "2"


def test_a_permanent_address_needs_no_ending(served: Served) -> None:
    assert served.get("id/p-nq16wz4e4h") == served.get("id/p-nq16wz4e4h.html")


def test_nothing_else_is_sent_and_to_nobody_else(served: Served) -> None:
    assert served.get("id/")[0] == 404
    assert served.get("id/p-0000000000")[0] == 404
    assert "There is no such page" in served.get("nothing")[1]
    assert served.get("../../../../etc/passwd")[0] == 404
    assert served.get("%2e%2e/%2e%2e/%2e%2e/etc/passwd")[0] == 404
    assert served.get("index.html", Host="evil.example")[0] == 403


def test_an_interruption_ends_it_and_leaves_nothing(city: Folder, tmp_path: Path) -> None:
    own = tmp_path / "temporary"
    own.mkdir()
    CLEAN["TMPDIR"] = str(own)
    try:
        served = Served(city)
    finally:
        del CLEAN["TMPDIR"]
    assert list(own.iterdir())
    assert served.interrupt() == 130
    assert served.process.communicate() == ("", "")
    assert not list(own.iterdir())


def test_a_port_that_is_taken_is_said(city: Folder) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = city.run("serve", "--no-open", "--port", port)
    assert ran.code == 2
    assert f"port {port} can't be had" in ran.err
    assert "--port" in ran.err
