"""A server for this computer alone: the files of one folder, and which version they are."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
_VERSION = "/.planversion/version"


class Server(ThreadingHTTPServer):
    """Sends the files of a folder to browsers on this computer."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        self.version = 0
        super().__init__((HOST, port), partial(_Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: a browser that goes away while it is answered is no news."""


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".yaml": "text/plain; charset=utf-8",
    }

    def do_GET(self) -> None:
        # A page of somebody else that gave itself our address would come under another name.
        if not self._is_ours():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == _VERSION:
            self._answer(str(self.server.version).encode())
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        if self._is_ours():
            super().do_HEAD()
        else:
            self.send_error(HTTPStatus.FORBIDDEN)

    def _is_ours(self) -> bool:
        port = self.server.server_port
        return self.headers.get("Host") in (f"{HOST}:{port}", f"localhost:{port}")

    def translate_path(self, path: str) -> str:
        """The file of an address; /id/p-… is that of /id/p-….html, as on GitHub Pages."""
        found = super().translate_path(path).replace("\0", "\N{REPLACEMENT CHARACTER}")
        page = f"{found}.html"
        return page if not Path(found).exists() and Path(page).is_file() else found

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the name it has there
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and missing.is_file():
            self._answer(missing.read_bytes(), HTTPStatus.NOT_FOUND, "text/html; charset=utf-8")
        else:
            super().send_error(code, message, explain)

    def _answer(
        self, content: bytes, status: HTTPStatus = HTTPStatus.OK, kind: str = "text/plain"
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has there
        pass
