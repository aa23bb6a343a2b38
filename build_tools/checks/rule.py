"""What a rule is, and how a file registers its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from build_tools.facts import Citation, Cited, facts_of
from build_tools.graph import Lineage
from build_tools.problems import Problem
from build_tools.records import Dataset, Model

__all__ = ["FIXERS", "RULES", "Entry", "Finding", "Rule", "citations", "cited_facts", "fixer", "rule"]

Place = tuple[str | int, ...]
# What a rule yields: the place in the data, what the fault is about, the message, the remedy.
Finding = tuple[Place, str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule; `statement` says what should be true."""

    name: str
    statement: str
    function: Callable[..., Iterable[Finding]]
    needs_today: bool

    def find(self, lineage: Lineage, today: date | None) -> Iterator[Problem]:
        """Every breach of this rule."""
        if self.needs_today and today is None:
            return
        found = self.function(lineage, today) if self.needs_today else self.function(lineage)
        for place, about, message, remedy in found:
            yield Problem(lineage.at(*place), about, message, remedy, self.name)


# An entry as it stands in the file: texts, lists and mappings, keys as written.
Entry = dict[str, Any]

RULES: dict[str, Rule] = {}
FIXERS: dict[str, Callable[[str, Entry], Entry]] = {}


def rule(name: str, *, needs_today: bool = False) -> Callable:
    """Register a function ``(lineage[, today]) -> iterable of findings``; its docstring is the statement."""
    def register(function: Callable[..., Iterable[Finding]]) -> Callable[..., Iterable[Finding]]:
        RULES[name] = Rule(name, (function.__doc__ or "").strip(), function, needs_today)
        return function
    return register


def fixer(name: str) -> Callable:
    """Register a function ``(kind of file, entry) -> entry`` that mends what the rule of this name would report.

    It only does what is mechanical: nothing a person would have to decide, nothing that loses what somebody wrote.
    """
    def register(function: Callable[[str, Entry], Entry]) -> Callable[[str, Entry], Entry]:
        FIXERS[name] = function
        return function
    return register


def cited_facts(entry: Model | Dataset) -> Iterator[tuple[Place, Cited]]:
    """Every fact of a model or data set that carries a citation, with its place in the data."""
    kind = "models" if isinstance(entry, Model) else "datasets"
    for place, fact in facts_of(entry):
        yield (kind, entry.id, *place), fact


def citations(entry: Model | Dataset) -> Iterator[tuple[Place, Citation]]:
    """Every citation of an entry, with the place of the fact it supports."""
    for place, fact in cited_facts(entry):
        for citation in fact.citations:
            yield place, citation
