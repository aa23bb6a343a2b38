"""Where former ids of models lead: models/<former id>/."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import HOME, Artifact
from build_tools.graph import Lineage
from build_tools.pages._here import Here
from build_tools.pages._render import fragment


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """One small page for each former id; it works without script."""
    for model in lineage.models:
        for former in model.former_ids:
            uri = f"models/{former}/index.html"
            yield Artifact(uri, fragment("redirect.html.j2", name=model.name, target=Here(f"models/{former}.md").model(model.id),
                                         full=f"{HOME}models/{model.id}/") + "\n")
