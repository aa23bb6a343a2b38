"""Count open and closed models, as the survey's stacked bars do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.records import Model

__all__ = ["Tally", "tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of open and closed models, in digits and in words."""

    open: int
    closed: int
    total: int
    text: str
    models: str


def tally(lineage: Lineage, models: Collection[Model]) -> Tally:
    """Count by the latest state of each model."""
    is_open = sum(lineage.openness(model.id).is_open for model in models)
    closed = len(models) - is_open
    return Tally(is_open, closed, len(models), f"{is_open} open, {closed} closed", words.plural(len(models), "model"))
