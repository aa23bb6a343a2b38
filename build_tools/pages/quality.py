"""How well the data are filled and sourced, and where sources differ: data/quality/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools import quality
from build_tools.artifacts import Artifact
from build_tools.facts import Cited
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.pages._render import WIDE, page
from build_tools.quality import Known
from build_tools.records import Model
from build_tools.vocabulary import Architecture, Openness, Relation

KNOWN = {Known.READ: "read in a primary source", Known.NAMED: "a primary source named by a secondary one that was read",
         Known.SECONDARY: "only in a secondary source"}
STEPS = 5   # shades of a cell, from nothing known to all


@dataclass(frozen=True, slots=True)
class Cell:
    """A share: its text, what a pointer resting on it shows, and a shade from 0 to `STEPS`; empty where nothing was asked."""

    text: str
    hint: str
    shade: int


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """One page."""
    uri = "data/quality.md"
    here = Here(uri)
    facts = quality.known(lineage)
    years = tuple(lineage.by_year)
    further = sum(1 for model in lineage.models if len(model.parents) > 1)
    yield page(
        uri, "quality.md.j2", hide=WIDE, title="Data quality", boost=0.5,
        description="How well the data of LLM Lineage are filled and sourced: by field and year, by kind of source, and where sources differ.",
        total=words.plural(len(lineage.models), "model"), datasets=words.plural(len(lineage.datasets), "data set"),
        facts=f"{facts.total():,}", known=_shares(facts, KNOWN), primary=_percent(quality.primary_share(lineage)),
        kinds=_shares(quality.source_kinds(lineage), words.SOURCE_KIND), years=years,
        fields=[(line.key.replace("_", " "), _cell(*line.all), [_cell(*line.years[year]) for year in years])
                for line in quality.filled(lineage)],
        conflicts=[(found.entry.name, here.to(f"{_folder(found.entry)}/{found.entry.id}/"), found.key.replace("_", " "), _shown(found.fact),
                    found.other, lineage.source[found.other.source].title, here.source(found.other.source))
                   for found in quality.conflicts(lineage) if found.other.source in lineage.source],
        stale=[(entry.name, here.to(f"{_folder(entry)}/{entry.id}/"), words.day(entry.checked)) for entry in quality.stale(lineage)],
        edition=words.day(found) if (found := quality.edition(lineage)) else "",
        branches=_by_year(lineage, years), further=f"{further:,}", further_share=_percent(further / max(1, len(lineage.models))),
        openness=_shares(Counter(lineage.openness(model.id) for model in lineage.models), {key: words.OPENNESS[key] for key in Openness}),
        relations=_shares(Counter(edge.link.relation for edge in lineage.edges), {key: words.RELATION[key] for key in Relation}),
        grades=_shares(Counter(edge.link.grade for edge in lineage.edges), words.GRADE), edges=f"{len(lineage.edges):,}",
        without_ground=[(model.name, here.model(model.id)) for model in lineage.by_date if not quality.grounds(lineage, model)])


def _by_year(lineage: Lineage, years: tuple[int, ...]) -> list[tuple[str, int, list[int]]]:
    """Rows of the table of branches: name, how many in all, how many in each year."""
    rows = []
    for branch in Architecture:
        counts = [sum(1 for model in lineage.by_year[year] if model.architecture.value is branch) for year in years]
        rows.append((words.BRANCH[branch], sum(counts), counts))
    return [*rows, ("All", len(lineage.models), [len(lineage.by_year[year]) for year in years])]


def _shares(counts: Counter, names: dict) -> list[tuple[str, str, str]]:
    """Name, how many, and their share, in the order of the names; nothing is left out that was counted."""
    total = max(1, counts.total())
    return [(names[key], f"{counts[key]:,}", _percent(counts[key] / total)) for key in names if counts[key]]


def _cell(known: int, asked: int) -> Cell:
    if not asked:
        return Cell("", "not asked of any model of the year", 0)
    return Cell(_percent(known / asked), f"{known} of {asked}", round(STEPS * known / asked))


def _shown(fact: Cited) -> str:
    """The value of a fact, whatever its kind."""
    for key in ("value", "date", "parameters", "openness", "relation", "url", "input"):
        held = getattr(fact, key, None)
        if held is not None:
            return words.join([str(item) for item in held]) if isinstance(held, tuple) else words.count(held) if isinstance(held, int) else str(held)
    return ""


def _percent(share: float) -> str:
    """Whole percents; never 100 or 0 unless it is all or nothing."""
    whole = min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)
    return f"{whole}%"


def _folder(entry: object) -> str:
    return "models" if isinstance(entry, Model) else "datasets"
