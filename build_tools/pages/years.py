"""The models of each year: years/ and years/<yyyy>/."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._figures import part
from build_tools.pages._here import Here
from build_tools.pages._render import WIDE, page
from build_tools.pages._rows import Chip, chips, table
from build_tools.pages._tally import tally

INDEX = "years/index.md"


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """The list, then one page for each year that has a model."""
    yield _index(lineage)
    years = tuple(lineage.by_year)
    for index, year in enumerate(years):
        before = years[index - 1] if index else None
        after = years[index + 1] if index + 1 < len(years) else None
        yield _page(lineage, year, before, after)


def _index(lineage: Lineage) -> Artifact:
    here = Here(INDEX)
    entries = [(str(year), here.year(year), tally(lineage, models), chips(lineage, models, here))
               for year, models in reversed(lineage.by_year.items())]
    return page(INDEX, "years.md.j2", hide=WIDE, title="Years", entries=entries,
                description="Language models year by year, by the earliest date that a source gives for each.")


def _page(lineage: Lineage, year: int, before: int | None, after: int | None) -> Artifact:
    uri = f"years/{year:04d}.md"
    here = Here(uri)
    models = lineage.by_year[year]
    names = words.join([model.name for model in models[:4]])
    return page(
        uri, "year.md.j2", hide=WIDE, title=f"Language models of {year}", section=INDEX,
        description=f"{words.plural(len(models), 'language model')} of {year}"
                    + (f", among them {names}." if len(models) > 4 else f": {names}."),
        tally=tally(lineage, models), tree=here.to(f"tree/?from={year}&to={year}"),
        figure=part(lineage, [model.id for model in models], here, f"Models of {year} in the family tree"),
        table=table(lineage, models, here),
        before=[Chip(str(before), here.year(before))] if before else [],
        after=[Chip(str(after), here.year(after))] if after else [])
