"""The whole data with every citation, for other programs: api/v1/full.json. Its form is that of the published schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.exports.models_json import LICENSE, edition
from build_tools.graph import Lineage
from build_tools.records import KINDS


def exports(lineage: Lineage) -> Iterator[Artifact]:
    """One JSON file: each kind of entry under its name, sorted by id; what is unknown is absent."""
    document = {"version": edition(lineage), "license": LICENSE} | {
        kind: [entry.model_dump(mode="json", exclude_defaults=True) for entry in sorted(getattr(lineage, kind), key=lambda entry: entry.id)]
        for kind in KINDS}
    yield Artifact("api/v1/full.json", json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n")
