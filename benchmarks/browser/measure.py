"""One visit to one page in a fresh context of a browser that Playwright drives: what it weighs, how it answers to a mouse."""

from __future__ import annotations

import json
import math
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, TimeoutError as Late

from benchmarks.browser.serve import Host

__all__ = ["Visit", "busiest", "unscripted", "visit"]

PAGES = Path(__file__).resolve().parent / "pages"
WINDOW = {"width": 1280, "height": 800}
PATIENCE = 120                                              # seconds until a page counts as one that does not finish
SETTLED = 0.5                                               # seconds after which nothing of the load is under way any more
OPEN = ["open-source", "open-weights", "restricted-weights"]
LEISURE = 4                                                 # seconds in which a page without script is surely painted
CHANGES = (OPEN, None) * 3                                  # closed models go and come back, three times
TASK = ("ThreadControllerImpl::RunTask", "RunTask")         # a task of a thread, in a trace
GESTURE = 2.0                                               # seconds


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit gave; times are milliseconds."""

    painted: float              # from navigation until the complete picture was on screen
    ready: float                # … and until it answers
    bytes: int                  # of everything the page loaded, compressed
    long: tuple[float, ...]     # main-thread tasks over 50 ms during the load
    filters: tuple[float, ...]  # main thread from a change of the filter to the end of the next frame
    work: tuple[float, ...]     # processor time of all main-thread tasks that such a change causes, those after that frame included
    pan: tuple[float, ...]      # from one frame to the next while dragging
    zoom: tuple[float, ...]     # … and while turning the wheel


def visit(browser: Browser, host: Host, path: str, adapter: str | None = None) -> Visit | None:
    """Open a page and measure it; None where it does not get ready within the patience.

    ``adapter``: a script of pages/ that speaks for a page which does not know of the benchmark.
    """
    context = browser.new_context(viewport=WINDOW)
    try:
        page = context.new_page()
        for script in filter(None, (adapter, "measure.js")):
            page.add_init_script(path=PAGES / script)
        page.on("pageerror", lambda error: print(f"  {path}: {error}", file=sys.stderr))
        host.served.clear()
        try:
            with page.expect_console_message(lambda said: said.text.startswith("bench "), timeout=PATIENCE * 1000) as said:
                page.goto(host.address + path, wait_until="commit")
        except Late:
            return None
        if not said.value.text.startswith("bench ready "):
            raise RuntimeError(f"{path}: {said.value.text}")
        times = json.loads(said.value.text.removeprefix("bench ready "))
        time.sleep(SETTLED)
        long, weight = tuple(page.evaluate("measure.long")), host.bytes()
        filters, work = _filters(page)
        page.evaluate("bench.zoomIn(); bench.zoomIn()")     # so that there is somewhere to go
        time.sleep(SETTLED)
        return Visit(times["painted"], times["ready"], weight, long, filters, work, _frames(page, _drag), _frames(page, _wheel))
    finally:
        context.close()


def _filters(page: Page) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Milliseconds until each change is on screen, and of processor time that it causes beyond that of a page left alone."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})   # time of the processor: others on the machine do not count

    def tasks() -> float:
        found = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
        return found["TaskDuration"] * 1000

    def measured(script: str) -> tuple[float, float]:
        before = tasks()
        until = page.evaluate(f"measure.change(() => {{ {script} }})")
        time.sleep(SETTLED)
        return until, tasks() - before

    idle = median(measured("")[1] for _ in range(3))
    changes = [measured(f"bench.filter({json.dumps(change)})") for change in CHANGES]
    return tuple(until for until, _ in changes), tuple(max(0.0, spent - idle) for _, spent in changes)


def _frames(page: Page, gesture) -> tuple[float, ...]:
    """Milliseconds between frames while ``gesture(page, step, x, y)`` is called up to 60 times a second by a real mouse."""
    x, y = page.evaluate("measure.middle()")
    page.mouse.move(x, y)
    page.evaluate("measure.start()")
    begun = time.monotonic()
    step = 0
    while time.monotonic() < begun + GESTURE:
        gesture(page, step, x, y)
        step += 1
        time.sleep(max(0.0, begun + step / 60 - time.monotonic()))
    frames = tuple(page.evaluate("measure.stop()"))
    page.mouse.up()
    return frames


def _drag(page: Page, step: int, x: float, y: float) -> None:
    if step == 0:
        page.mouse.down()
    page.mouse.move(x + 200 * math.sin(step / 20), y + 120 * math.sin(step / 13))


def _wheel(page: Page, step: int, x: float, y: float) -> None:
    page.mouse.wheel(0, -40 if step % 60 < 30 else 40)      # half a second in, half a second out


def unscripted(browser: Browser, host: Host, path: str) -> float:
    """Milliseconds from navigation to the last paint, in a browser that runs no script: after it nothing changes any more."""
    events = _traced(browser, host, path, java_script_enabled=False)
    start = next(event for event in events if event["name"] == "navigationStart" and event["args"]["data"]["documentLoaderURL"].endswith(path))
    own = [event for event in events if event["pid"] == start["pid"] and event["ts"] >= start["ts"]]
    painted = max(event["ts"] + event.get("dur", 0) for event in own if event["name"] == "Paint")
    return (painted - start["ts"]) / 1000


def busiest(browser: Browser, host: Host, path: str) -> float:
    """Processor time of the longest main-thread task of a load, in milliseconds: what others do on the machine does not count."""
    events = _traced(browser, host, path)
    page = max((event for event in events if event["name"] == "ParseHTML"), key=lambda event: event.get("dur", 0))
    began = next(event["ts"] for event in events if event["name"] == "navigationStart" and event["args"]["data"]["documentLoaderURL"].endswith(path))
    return max(event.get("tdur", 0) for event in events if event["name"] in TASK and event["ts"] >= began
               and (event["pid"], event["tid"]) == (page["pid"], page["tid"])) / 1000


def _traced(browser: Browser, host: Host, path: str, **options: object) -> list[dict]:
    """What a browser notes while a page loads in a fresh context."""
    context = browser.new_context(viewport=WINDOW, **options)
    try:
        page = context.new_page()
        with tempfile.TemporaryDirectory() as folder:
            trace = Path(folder) / "trace.json"
            browser.start_tracing(page=page, path=trace, categories=["devtools.timeline", "loading", "blink.user_timing", "toplevel"])
            page.goto(host.address + path)
            time.sleep(LEISURE)
            browser.stop_tracing()
            return json.loads(trace.read_text(encoding="utf-8"))["traceEvents"]
    finally:
        context.close()
