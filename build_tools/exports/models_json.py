"""All models for other programs: api/v1/models.json. Documented for readers in content/api.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from build_tools.artifacts import HOME, Artifact
from build_tools.facts import Parent
from build_tools.graph import Lineage
from build_tools.records import Model
from build_tools.reference import arxiv_id

LICENSE = "CC-BY-4.0"


def exports(lineage: Lineage) -> Iterator[Artifact]:
    """One JSON file; a field that is not known is absent."""
    yield Artifact("api/v1/models.json",
                   json.dumps(document(lineage), ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def document(lineage: Lineage) -> dict[str, Any]:
    """The file as nested values."""
    return {"version": edition(lineage), "license": LICENSE, "models": [record(lineage, model) for model in lineage.by_date]}


def edition(lineage: Lineage) -> str:
    """The data's own date: when the latest entry was checked."""
    return str(max((model.checked for model in lineage.models), default=""))


def record(lineage: Lineage, model: Model) -> dict[str, Any]:
    """One model; counts are plain numbers, not billions."""
    released, state = lineage.released(model.id), lineage.access(model.id)
    fields = {
        "id": model.id, "name": model.name, "aliases": list(model.aliases),
        "organizations": list(model.organizations.value),
        "released": {"date": str(released), "precision": released.precision.value},
        "architecture": model.architecture.value.value, "openness": state.openness.value, "license": state.license,
        "commercial_use": state.commercial_use.value if state.commercial_use else None, "parameters": _parameters(model),
        "arxiv": arxiv_id(model), "parents": [_parent(lineage, link) for link in model.parents if link.id in lineage.model],
        "url": f"{HOME}models/{model.id}/",
    }
    return {name: value for name, value in fields.items() if value is not None}


def _parameters(model: Model) -> dict[str, int] | None:
    if not model.sizes:
        return None
    largest = max(model.sizes, key=lambda size: size.parameters)
    found = {"min": min(size.parameters for size in model.sizes), "max": largest.parameters}
    return found | ({"active": largest.active} if largest.active else {})


def _parent(lineage: Lineage, link: Parent) -> dict[str, Any]:
    evidence = []
    for citation in link.citations[:1 + len(link.also)]:
        if citation.source in lineage.source:
            place = {"place": citation.at} if citation.at else {}
            evidence.append({"url": lineage.source[citation.source].url, **place})
    return {"id": link.id, "relation": link.relation.value, "primary": link.primary, "evidence": evidence}
