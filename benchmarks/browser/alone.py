"""A visit by a browser that nobody drives: no tool listens to it, as none listens to a reader's. The page itself tells how it went."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.browser.measure import CHANGES, PAGES, PATIENCE, SETTLED
from benchmarks.browser.serve import Host

__all__ = ["Alone", "alone", "prelude"]


@dataclass(frozen=True, slots=True)
class Alone:
    """What a page told of itself; times are milliseconds, as in `Visit`."""

    painted: float
    ready: float
    long: tuple[float, ...]
    filters: tuple[float, ...]


def prelude(adapter: str | None) -> str:
    """The script that makes a page measure itself; ``adapter`` as in `visit`."""
    told = json.dumps({"settled": SETTLED * 1000, "changes": CHANGES})
    return f"const ALONE = {told};\n" + "".join((PAGES / name).read_text(encoding="utf-8") for name in filter(None, (adapter, "measure.js", "alone.js")))


def alone(chromium: str, flags: Sequence[str], host: Host, start: str, path: str) -> Alone | None:
    """Open a page, whose query names a prelude, in a browser of its own; None where it tells nothing within the patience.

    ``start``: the path of start.html, which goes to the page once the browser has settled.
    """
    host.said.queue.clear()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        first = f"{host.address.replace('127.0.0.1', 'localhost')}{start}#{quote(host.address + path, safe='')}"
        browser = subprocess.Popen(
            [chromium, "--headless=new", *flags, f"--user-data-dir={Path(profile)}", "--kiosk", "--screen-info={1280x800}", first],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            said = host.said.get(timeout=PATIENCE)
        except queue.Empty:
            return None
        finally:
            os.killpg(browser.pid, signal.SIGKILL)
            browser.wait()
    if "error" in said or said["window"] != [1280, 800]:
        raise RuntimeError(f"{path}: {said}")
    return Alone(said["painted"], said["ready"], tuple(said["long"]), tuple(said["filters"]))
