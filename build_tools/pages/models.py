"""The table of all models: models/."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.pages._render import WIDE, page
from build_tools.pages._rows import table


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """One page, all models, newest first."""
    uri = "models/index.md"
    organizations = words.plural(len(lineage.by_organization), "organization")
    yield page(uri, "models.md.j2", title="Models", hide=WIDE,
               description=f"All {words.plural(len(lineage.models), 'model')} of LLM Lineage by {organizations}: "
                           "date, branch, openness, license, size and parent. Sort and filter.",
               table=table(lineage, reversed(lineage.by_date), Here(uri)), organizations=organizations)
