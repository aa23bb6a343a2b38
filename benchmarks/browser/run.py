"""Our tree page beside other libraries that draw the same graph, in one run of one browser; prints a Markdown table.

Once: `cd benchmarks/browser && npm ci --ignore-scripts`. Then, from the root of the project:
.venv/bin/python -m benchmarks.browser.run [number of models] … [--rounds N]
Without numbers: 400 and 3000 models. Nothing here is asserted: seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.browser.alone import Alone, alone, prelude
from benchmarks.browser.graph import drawn, resize
from benchmarks.browser.measure import PATIENCE, Visit, busiest, unscripted, visit
from benchmarks.browser.pages import ours
from benchmarks.browser.serve import hosted

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


@dataclass(frozen=True, slots=True)
class Contender:
    """A page that draws the graph, and the packages that it is made of."""

    name: str
    page: str
    packages: tuple[str, ...] = ()
    adapter: str | None = None


CONTENDERS = (
    Contender("This project", "ours/tree/", adapter="ours.js"),
    Contender("Cytoscape.js, dagre", "pages/cytoscape.html", ("cytoscape", "cytoscape-dagre")),
    Contender("d3-hierarchy, SVG", "pages/d3.html", ("d3-hierarchy", "d3-selection", "d3-zoom")),
    Contender("Mermaid", "pages/mermaid.html", ("mermaid",)),
    Contender("vis-network", "pages/vis-network.html", ("vis-network",)),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each number of models and print its table as soon as it is done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser.run", description=__doc__.splitlines()[0])
    parser.add_argument("models", type=int, nargs="*", default=[400, 3000], help="numbers of models (default: 400 3000)")
    parser.add_argument("--rounds", type=int, default=5, help="visits to each page (default: 5)")
    options = parser.parse_args(arguments)
    if not (HERE / "node_modules").is_dir():
        sys.exit("The other libraries are not there yet: cd benchmarks/browser && npm ci --ignore-scripts")
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not chromium:
        sys.exit("Chromium was not found; name it by the environment's CHROMIUM")
    flags = QUIET + (["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        print(f"Chromium {browser.version}, headless, {os.cpu_count()} processor cores; {options.rounds} visits to each page; "
              f"{', '.join(_versions())}")
        for models in options.models:
            place = Path(folder) / str(models)
            _prepare(models, place)
            print(f"\n{_told(models, _rounds(browser, (chromium, flags), models, place, options.rounds), options.rounds)}", flush=True)
        browser.close()


def _prepare(models: int, place: Path) -> None:
    """Make our page and the graph for the peers from the same data."""
    print(f"{models} models: making the pages …", file=sys.stderr)
    lineage = resize(ROOT / "lineage", place / "data", models)
    ours.build(lineage, place / "ours")
    graph = json.dumps(drawn(lineage), ensure_ascii=False, separators=(",", ":"))
    (place / "graph.js").write_text(f"const graph = {graph};\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Found:
    """All that the rounds gave: by page what it told of itself and what was seen from outside; of ours, see `unscripted` and `busiest`."""

    alone: dict[str, list[Alone]]
    visits: dict[str, list[Visit]]
    bare: list[float]
    busy: list[float]


def _rounds(browser: Browser, own: tuple[str, list[str]], models: int, place: Path, rounds: int) -> Found:
    """Visit each page alone and driven. The pages take turns, so that a busy minute hits all. ``own``: the browser that nobody drives, and its flags."""
    found = Found({contender.name: [] for contender in CONTENDERS}, {contender.name: [] for contender in CONTENDERS}, [], [])
    late: set[str] = set()
    start = f"/{models}/"
    with hosted({start: place, f"{start}pages/": HERE / "pages", f"{start}libraries/": HERE / "node_modules"},
                {f"alone={contender.adapter or ''}": prelude(contender.adapter) for contender in CONTENDERS}) as host:
        for number in range(rounds):
            found.bare.append(unscripted(browser, host, f"{start}ours/tree/"))
            found.busy.append(busiest(browser, host, f"{start}ours/tree/"))
            for contender in CONTENDERS:
                if contender.name in late:
                    continue
                told = alone(*own, host, f"{start}pages/start.html", f"{start}{contender.page}?alone={contender.adapter or ''}")
                done = told and visit(browser, host, start + contender.page, contender.adapter)
                if done:
                    found.alone[contender.name].append(told)
                    found.visits[contender.name].append(done)
                else:
                    late.add(contender.name)
                said = f"ready after {told.ready / 1000:.2f} s" if told else f"not ready after {PATIENCE} s"
                print(f"  round {number + 1}: {contender.name} {said}", file=sys.stderr)
    return found


def _versions() -> list[str]:
    """The packages measured, as they are installed."""
    return [f"{name} {json.loads((HERE / 'node_modules' / name / 'package.json').read_text(encoding='utf-8'))['version']}"
            for contender in CONTENDERS for name in contender.packages]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: numbers of a page left alone or of a visit, of which the median and the 95th percentile are told."""

    title: str
    numbers: Callable[[Alone, Visit], Sequence[float]]
    unit: str = "{:.0f}"
    ratio: bool = False     # tell how many times ours it is


COLUMNS = (
    Column("Complete picture, ms", lambda alone, _: (alone.painted,), ratio=True),
    Column("Answers, ms", lambda alone, _: (alone.ready,)),
    Column("Long tasks, ms in all", lambda alone, _: (sum(alone.long),)),
    Column("Longest, ms", lambda alone, _: (max(alone.long, default=0.0),)),
    Column("Filter to frame, ms", lambda alone, _: alone.filters, "{:.1f}", ratio=True),
    Column("All its work, ms of processor", lambda _, driven: driven.work, "{:.1f}"),
    Column("Frames of a pan, ms", lambda _, driven: driven.pan, "{:.1f}"),
    Column("Frames of a zoom, ms", lambda _, driven: driven.zoom, "{:.1f}"),
)
DRIVEN = (
    ("complete picture", "{:.0f}", lambda visit: (visit.painted,)),
    ("longest task", "{:.0f}", lambda visit: (max(visit.long, default=0.0),)),
    ("filter to frame", "{:.1f}", lambda visit: visit.filters),
)


def _told(models: int, found: Found, rounds: int) -> str:
    """The table, and what else was seen of our page."""
    own = found.visits[CONTENDERS[0].name]
    driven = "; ".join(f"{word} {_spread([number for visit in own for number in numbers(visit)], unit)}" for word, unit, numbers in DRIVEN)
    return (f"{_table(models, found, rounds)}\n\nOur page in the browser that is driven, ms: {driven}. "
            f"The longest task of its load takes {_spread(found.busy, '{:.0f}')} ms of processor.")


def _table(models: int, found: Found, rounds: int) -> str:
    first = CONTENDERS[0].name
    rows = [["", "kB, gzip", *(column.title for column in COLUMNS)], ["---", *["---:"] * (1 + len(COLUMNS))]]
    for name, visits in found.visits.items():
        if visits:
            weight = f"{median(one.bytes for one in visits) / 1000:.0f}"
            seldom = f" (ready in {len(visits)} visits, then late)" if len(visits) < rounds else ""
            rows.append([name + seldom, weight, *(_cell(column, found, name, first) for column in COLUMNS)])
        else:
            rows.append([name, *["–"] * (1 + len(COLUMNS))])
        if name == first:
            rows.append(["… without script", "", _spread(found.bare, "{:.0f}"), *[""] * (len(COLUMNS) - 1)])
    return f"**{models} models** – median (95th percentile) [× ours]\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(column: Column, found: Found, name: str, first: str) -> str:
    numbers, ours_ = ([number for both in zip(found.alone[one], found.visits[one], strict=True) for number in column.numbers(*both)]
                      for one in (name, first))
    times = f" [{median(numbers) / median(ours_):.2g}×]" if column.ratio and name != first and ours_ and median(ours_) else ""
    return _spread(numbers, column.unit) + times


def _spread(numbers: Sequence[float], unit: str) -> str:
    """Median, and the nearest-rank 95th percentile."""
    ordered = sorted(numbers)
    return f"{unit.format(median(ordered))} ({unit.format(ordered[-(-95 * len(ordered) // 100) - 1])})" if ordered else "–"


if __name__ == "__main__":
    main()
