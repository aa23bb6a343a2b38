"""What the home page takes from the data: the figure, the counts, the newest models."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import Artifact, Insert
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.pages._render import fragment
from build_tools.pages._rows import chips
from build_tools.pages.tree import home_figure


def pages(lineage: Lineage) -> tuple[Artifact, ...]:
    """None: the page itself is hand-written."""
    return ()


def inserts(lineage: Lineage) -> Iterator[Insert]:
    """Pieces of content/index.md."""
    here = Here("index.md")
    yield Insert("index.md", "tree", home_figure(lineage))
    years = tuple(lineage.by_year)
    yield Insert("index.md", "counts", fragment(
        "home-counts.j2", models=len(lineage.models), edges=len(lineage.edges), sources=len(lineage.sources),
        organizations=len(lineage.by_organization), first=years[0] if years else None, last=years[-1] if years else None))
    yield Insert("index.md", "newest", fragment("home-newest.j2", newest=chips(lineage, reversed(lineage.by_date[-8:]), here)))
