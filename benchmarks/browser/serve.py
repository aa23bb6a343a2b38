"""A local server for the pages, which remembers what was asked for, so that its bytes can be counted, and hears what a page tells."""

from __future__ import annotations

import gzip
import http.server
import json
import queue
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

__all__ = ["Host", "hosted"]

TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
         ".woff2": "font/woff2", ".json": "application/json", ".png": "image/png"}


@dataclass(slots=True)
class Host:
    """Where the server is, the files that it gave out since ``served`` was last cleared, and what pages ``said``."""

    address: str
    served: dict[Path, None] = field(default_factory=dict)
    said: queue.Queue = field(default_factory=queue.Queue)

    def bytes(self) -> int:
        """How many bytes the files are, each compressed as a web server would; fonts and pictures are so already."""
        return sum(_compressed(path) for path in self.served)


@cache
def _compressed(path: Path) -> int:
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 9)))


@contextmanager
def hosted(roots: Mapping[str, Path], preludes: Mapping[str, str] = {}) -> Iterator[Host]:
    """Serve each folder of ``roots`` below its path, such as ``{"/400/libraries/": …}``; the longest path that fits counts.

    A page that is asked for with a query among ``preludes`` has that script before its own. What a page posts is JSON, for ``said``.
    """
    host = Host("")

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            asked = urlsplit(self.path)
            path = _file(roots, unquote(asked.path))
            content = path.read_bytes() if path else b""
            if asked.query in preludes:
                content = content.replace(b"<head>", f"<head><script>{preludes[asked.query]}</script>".encode(), 1)
            if path:
                host.served[path] = None
            self.send_response(200 if path else 404)
            self.send_header("Content-Type", TYPES.get(path.suffix if path else ".html", "application/octet-stream"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self):
            host.said.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_):
            pass    # a browser that is stopped leaves its connections open

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield host
    finally:
        server.shutdown()


def _file(roots: dict[str, Path], asked: str) -> Path | None:
    for start in sorted((start for start in roots if asked.startswith(start)), key=len, reverse=True):
        root = roots[start].resolve()
        path = (root / asked.removeprefix(start)).resolve()
        path = path / "index.html" if path.is_dir() else path
        if path.is_relative_to(root) and path.is_file():
            return path
    return None
