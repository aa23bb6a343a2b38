"""How well the data are filled and sourced: counts over the lineage, nothing shown yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_tools.facts import Cited, Conflict, facts_of
from build_tools.graph import Lineage
from build_tools.records import Dataset, Model
from build_tools.values import PartialDate
from build_tools.vocabulary import NotableFor, SourceKind

__all__ = ["FIELDS", "Filled", "Known", "Shown", "conflicts", "edition", "filled", "grounds", "known", "primary_share",
           "source_kinds", "stale"]


class Known(StrEnum):
    """How a fact is known, best first."""

    READ = "read"
    NAMED = "named"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model that can be unknown; ``asked`` says for which models it is a question at all."""

    key: str
    asked: Callable[[Lineage, Model], bool] = lambda lineage, model: True
    has: Callable[[Lineage, Model], bool] | None = None

    def is_filled(self, lineage: Lineage, model: Model) -> bool:
        """Whether some source has told us."""
        return self.has(lineage, model) if self.has else bool(getattr(model, self.key))


def _downloadable(lineage: Lineage, model: Model) -> bool:
    return lineage.openness(model.id).is_open


def _offered(lineage: Lineage, model: Model) -> bool:
    return lineage.openness(model.id).value != "unreleased"


def _day(lineage: Lineage, model: Model) -> bool:
    return lineage.released(model.id).day is not None


def _license(lineage: Lineage, model: Model) -> bool:
    return lineage.access(model.id).license is not None


def _commercial(lineage: Lineage, model: Model) -> bool:
    return lineage.access(model.id).commercial_use is not None


# Release date, makers, branch, openness, summary and parent are required: every entry has them.
FIELDS: tuple[Field, ...] = (
    Field("release day", has=_day), Field("objective"), Field("sizes"), Field("context_length"), Field("tokenizer"),
    Field("position_encoding"), Field("techniques"), Field("languages"), Field("modalities"), Field("training_data"),
    Field("training_tokens"), Field("training_compute"), Field("trained_on"),
    Field("license", asked=_downloadable, has=_license), Field("commercial_use", asked=_downloadable, has=_commercial),
    Field("releases"), Field("hosts", asked=_offered), Field("links"), Field("identifiers"), Field("introduced"),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """Of how many models a field is known, in all and by year: (known, asked)."""

    key: str
    all: tuple[int, int]
    years: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A recorded conflict: where it stands, the fact we show, and what another source says."""

    entry: Model | Dataset
    key: str
    fact: Cited
    other: Conflict


def filled(lineage: Lineage) -> tuple[Filled, ...]:
    """One line a field."""
    def share(field: Field, models: tuple[Model, ...]) -> tuple[int, int]:
        asked = [model for model in models if field.asked(lineage, model)]
        return sum(1 for model in asked if field.is_filled(lineage, model)), len(asked)
    return tuple(Filled(field.key, share(field, lineage.models), {year: share(field, models) for year, models in lineage.by_year.items()})
                 for field in FIELDS)


def known(lineage: Lineage) -> Counter[Known]:
    """All facts of models and data sets by how they are known."""
    return Counter(_known(lineage, fact) for _, fact in _facts(lineage))


def primary_share(lineage: Lineage) -> float:
    """Share of facts for which a primary source was read or is named, from 0 to 1."""
    found = known(lineage)
    return 1 - found[Known.SECONDARY] / max(1, found.total())


def source_kinds(lineage: Lineage) -> Counter[SourceKind]:
    """All facts of models and data sets by the kind of the source they are cited to first."""
    return Counter(lineage.source[fact.source].kind for _, fact in _facts(lineage) if fact.source in lineage.source)


def conflicts(lineage: Lineage) -> Iterator[Shown]:
    """Every conflict between sources, oldest entry first."""
    for entry in (*lineage.by_date, *lineage.datasets_by_date):
        for place, fact in facts_of(entry):
            for other in fact.conflicts:
                yield Shown(entry, str(place[0]), fact, other)


def edition(lineage: Lineage) -> PartialDate | None:
    """The day the newest entry was checked: the data's own today."""
    return max((entry.checked for entry in (*lineage.models, *lineage.datasets)), default=None)


def stale(lineage: Lineage) -> tuple[Model | Dataset, ...]:
    """Entries whose last check is more than a year before the newest check of all."""
    today = edition(lineage)
    if today is None:
        return ()
    limit = (today.year - 1, today.month or 12, today.day or 31)
    return tuple(entry for entry in (*lineage.by_date, *lineage.datasets_by_date) if entry.checked.latest < limit)


def grounds(lineage: Lineage, model: Model) -> frozenset[NotableFor]:
    """Why a model stands in the collection: what was recorded, and what its other facts show."""
    found = {fact.value for fact in model.notable}
    if model.introduced or any(fact.introduced for fact in model.techniques):
        found.add(NotableFor.INTRODUCED_METHOD)
    if lineage.children(model.id) or lineage.further_children(model.id):
        found.add(NotableFor.BUILT_UPON)
    if model.figure1:
        found.add(NotableFor.COMPANION_LIST)
    return frozenset(found)


def _facts(lineage: Lineage) -> Iterator[tuple[Model | Dataset, Cited]]:
    for entry in (*lineage.models, *lineage.datasets):
        for _, fact in facts_of(entry):
            yield entry, fact


def _known(lineage: Lineage, fact: Cited) -> Known:
    cited = (fact, *fact.also)
    if any(citation.source in lineage.source and lineage.source[citation.source].kind.is_primary for citation in cited):
        return Known.READ
    return Known.NAMED if any(citation.names for citation in cited) else Known.SECONDARY
