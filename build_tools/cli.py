"""The command line: check, build, serve, show, and what `edit` adds. Exit 0: fine; 1: problems found; 2: wrong use."""

from __future__ import annotations

import argparse
import difflib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from build_tools.checks import check
from build_tools.edit import add_parsers
from build_tools.graph import Lineage
from build_tools.load import load
from build_tools.problems import Problem, report

__all__ = ["MARK", "main"]

ROOT = Path(__file__).resolve().parent.parent
MARK = ".built-by-llm-lineage"  # stands in every site we built: only a folder with it, or an empty one, is ever replaced


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    return options.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m build_tools", description="The family tree of language models, from data to site.")
    parser.add_argument("--data", type=Path, default=ROOT / "lineage", help="folder with the data (default: lineage/)")
    commands = parser.add_subparsers(required=True, metavar="command")
    found = commands.add_parser("check", help="check the data and print every problem with its line")
    found.set_defaults(run=check_command)
    found = commands.add_parser("build", help="check the data and build the site")
    found.add_argument("--out", type=Path, default=ROOT / "site", help="folder to build into (default: site/)")
    found.set_defaults(run=build_command)
    found = commands.add_parser("serve", help="preview the site; every save rebuilds and reloads")
    found.add_argument("--address", default="127.0.0.1:8000", help="address to serve at (default: 127.0.0.1:8000)")
    found.set_defaults(run=serve_command)
    found = commands.add_parser("show", help="print one entry in short, with its ancestors and descendants")
    found.add_argument("id", help="id of a model, such as bert")
    found.set_defaults(run=show_command)
    add_parsers(commands)
    return parser


def check_command(options: argparse.Namespace) -> int:
    """Print every problem in the data."""
    lineage, problems = _read(options.data)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"No problems: {len(lineage.models)} models, {len(lineage.edges)} parent links, {len(lineage.sources)} sources.")
    return 0


def build_command(options: argparse.Namespace) -> int:
    """Build into a new folder beside the target; only a whole site takes its place, and only that of another site."""
    target: Path = options.out.resolve()
    if not _replaceable(target):
        print(f"{target} holds something else than a site built here; it is left as it is.\n"
              "    mend: name a new or empty folder after --out, or remove this one yourself", file=sys.stderr)
        return 2
    status = check_command(options)
    if status:
        return status
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as aside:
        new = Path(aside) / "new"
        command, environment = _mkdocs(options, "build", "--strict", "--site-dir", str(new))
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
        if done.returncode:
            print(f"{done.stderr}The build failed; {target} is as it was.", file=sys.stderr)
            return 1
        (new / MARK).touch()
        new.chmod(0o755)
        _swap(new, target, Path(aside) / "old")
    print(f"The site is in {_short(target)}. Look at it: python3 -m http.server --directory {_short(target)} 8000, "
          "then open http://localhost:8000/")
    return 0


def _replaceable(target: Path) -> bool:
    """Whether nothing of anyone's is lost when the folder goes: it is absent, empty, or a site that we built."""
    if not target.exists():
        return True
    return target.is_dir() and ((target / MARK).is_file() or not any(target.iterdir()))


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the new folder in the target's place; whatever goes wrong, the target is there afterwards."""
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def serve_command(options: argparse.Namespace) -> int:
    """Preview with live reload until interrupted; MkDocs takes the place of this process, so that one signal ends it."""
    command, environment = _mkdocs(options, "serve", "--dev-addr", options.address)
    os.chdir(ROOT)
    os.execve(command[0], command, environment)


def show_command(options: argparse.Namespace) -> int:
    """Print one model in short."""
    lineage, _ = _read(options.data)
    if options.id not in lineage.model:
        near = difflib.get_close_matches(options.id, lineage.model, n=3)
        print(f"no model has the id {options.id!r}" + (f"; near: {', '.join(near)}" if near else ""), file=sys.stderr)
        return 2
    print("\n".join(_about(lineage, options.id)))
    return 0


def _about(lineage: Lineage, model_id: str) -> list[str]:
    model = lineage.model[model_id]
    children = (*lineage.children(model_id), *lineage.further_children(model_id))
    path = lineage.path_to_root(model_id)[1:]
    ancestors, descendants = lineage.ancestors(model_id), lineage.descendants(model_id)
    return [
        f"{model.name} ({lineage.at('models', model_id)})",
        f"  released      {lineage.released(model_id)}",
        f"  made by       {', '.join(model.organizations.value)}",
        f"  branch        {model.architecture.value}",
        f"  openness      {lineage.openness(model_id)} ({lineage.access(model_id).license or 'no license'})",
        *(f"  {'parent' if link.primary else 'also from':<13} {link.id}: {link.relation}, {link.grade}" for link in model.parents),
        f"  line          {' ← '.join((model_id, *path))}",
        f"  ancestors     {_counted(ancestors)}",
        f"  children      {', '.join(children) or 'none'}",
        f"  descendants   {_counted(descendants)}",
    ]


def _counted(ids: Sequence[str]) -> str:
    return f"{len(ids)}: {', '.join(ids)}" if ids else "none"


def _read(folder: Path) -> tuple[Lineage, tuple[Problem, ...]]:
    lineage, problems = load(folder)
    return lineage, (*problems, *check(lineage, date.today()))


def _mkdocs(options: argparse.Namespace, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command line and environment of MkDocs, which runs in a process of its own."""
    environment = {**os.environ, "LINEAGE_DATA": str(options.data.resolve()), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(ROOT / "mkdocs.yml")]
    return command, environment


def _short(path: Path) -> str:
    """A path as seen from here, where that is shorter."""
    try:
        return str(path.relative_to(Path.cwd())) + "/"
    except ValueError:
        return str(path) + "/"
