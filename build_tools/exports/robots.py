"""What search engines are told: robots.txt."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import HOME, Artifact
from build_tools.graph import Lineage


def exports(lineage: Lineage) -> Iterator[Artifact]:
    """Everything may be read; the sitemap is MkDocs' own."""
    yield Artifact("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n")
