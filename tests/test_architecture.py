"""The house keeps its order: rooms import one way, every file says its one job first, none grows without end."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "build_tools").rglob("*.py"))
MOST_LINES = 350
# Files over the limit: each with the reason and what will mend it. One that is short enough again must leave this list.
TOO_LONG: dict[str, str] = {}


def name(path):
    """A module's path below build_tools/."""
    return path.relative_to(ROOT / "build_tools").as_posix()


def calls(path):
    """Names of the functions and methods that a module calls."""
    functions = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    return {function.id if isinstance(function, ast.Name) else function.attr for function in functions
            if isinstance(function, (ast.Name, ast.Attribute))}


def imports(path):
    """Names of the modules that a module imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names} | {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_rooms_import_each_other_one_way_as_importlinter_says():
    found = subprocess.run([sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()",
                            "--config", ".importlinter", "--no-cache"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
                           env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"})
    assert found.returncode == 0, found.stdout + found.stderr
    assert "4 kept, 0 broken" in found.stdout


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_opens_with_a_sentence_on_its_job(path):
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said and said.split("\n\n")[0].rstrip().endswith((".", ":"))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_stays_short_enough_to_read_at_one_sitting(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert (lines > MOST_LINES) == (name(path) in TOO_LONG), f"{lines} lines; the limit is {MOST_LINES}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_line_and_adapters_print_or_write(path):
    if not name(path).startswith(("cli.py", "edit.py", "adapters/")):
        assert not calls(path) & {"print", "write_text", "write_bytes", "mkdir", "unlink", "rename"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_that_makes_the_site_asks_the_clock_or_chance(path):
    if not name(path).startswith(("cli.py", "edit.py", "adapters/")):
        assert not calls(path) & {"now", "utcnow", "today", "getmtime"}
        assert not imports(path) & {"time", "random", "secrets", "uuid"}


def test_the_names_that_a_module_offers_exist():
    missing = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        offered = next((ast.literal_eval(node.value) for node in tree.body
                        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"), [])
        defined = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
        defined |= {target.id for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign))
                    for target in (node.targets if isinstance(node, ast.Assign) else [node.target]) if isinstance(target, ast.Name)}
        defined |= {alias.asname or alias.name for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
        missing += [f"{name(path)}: {one}" for one in offered if one not in defined]
    assert missing == []
