"""Where former ids lead: models/<former id>/ and datasets/<former id>/."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import HOME, Artifact
from build_tools.graph import Lineage
from build_tools.pages._here import Here
from build_tools.pages._render import fragment


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """One small page for each former id; it works without script."""
    for kind in ("models", "datasets"):
        for entry in getattr(lineage, kind):
            for former in entry.former_ids:
                target = f"{kind}/{entry.id}/"
                yield Artifact(f"{kind}/{former}/index.html", fragment(
                    "redirect.html.j2", name=entry.name, target=Here(f"{kind}/{former}.md").to(target), full=HOME + target) + "\n")
