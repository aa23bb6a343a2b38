"""Rules that the data keeps; each stands in a file of its own, with its fixer where it has one, and is found by its place."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date

from build_tools.checks.rule import FIXERS, RULES, Entry, Rule
from build_tools.graph import Lineage
from build_tools.problems import Problem

__all__ = ["check", "mend", "rules"]


def rules() -> tuple[Rule, ...]:
    """Every rule of this folder, by name."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(RULES[name] for name in sorted(RULES))


def check(lineage: Lineage, today: date | None = None) -> tuple[Problem, ...]:
    """Hold the lineage against every rule. Without ``today``, nothing is held against the calendar."""
    return tuple(problem for rule in rules() for problem in rule.find(lineage, today))


def mend(kind: str, entry: Entry) -> Entry:
    """An entry of ``<kind>.yaml`` after every fixer, in the order of their names."""
    rules()
    for name in sorted(FIXERS):
        entry = FIXERS[name](kind, entry)
    return entry
