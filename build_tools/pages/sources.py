"""The bibliography: every source, what was read of it, and which models cite it: sources/."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._citations import citations_of, described
from build_tools.pages._here import Here
from build_tools.pages._render import page
from build_tools.pages._rows import chips
from build_tools.records import Model
from build_tools.vocabulary import SourceKind

HEADINGS = {
    SourceKind.PAPER: "Papers", SourceKind.OFFICIAL: "Official pages", SourceKind.REPOSITORY: "Repositories",
    SourceKind.MODEL_CARD: "Model cards", SourceKind.LICENSE: "License texts", SourceKind.DATASET: "Data sets",
    SourceKind.SECONDARY: "Secondary sources",
}


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """One page, grouped by what sort of document a source is."""
    uri = "sources.md"
    here = Here(uri)
    users = _users(lineage)
    groups = []
    for kind, heading in HEADINGS.items():
        found = sorted((source for source in lineage.sources if source.kind is kind),
                       key=lambda source: (source.title.casefold(), source.id))
        entries = [(described(source), chips(lineage, users.get(source.id, ()), here)) for source in found]
        if entries:
            groups.append((heading, kind.value, entries))
    read = sum(1 for source in lineage.sources if source.read)
    yield page(uri, "sources.md.j2", title="Sources", groups=groups, hide=(), boost=0.2,
               total=words.plural(len(lineage.sources), "source"), read=read, unread=len(lineage.sources) - read,
               description=f"Bibliography of LLM Lineage: {words.plural(len(lineage.sources), 'source')}, what was read of each, "
                           "and which models cite it.")


def _users(lineage: Lineage) -> dict[str, list[Model]]:
    users: dict[str, dict[str, Model]] = {}
    for model in lineage.by_date:
        for citation in citations_of(model):
            for source_id in (citation.source, citation.names):
                if source_id:
                    users.setdefault(source_id, {})[model.id] = model
    return {source_id: list(models.values()) for source_id, models in users.items()}
