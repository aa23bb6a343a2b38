"""The form of the data files, for editors and other programs: api/v1/schema/<kind>.json."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.graph import Lineage
from build_tools.records import KINDS
from build_tools.schema import schema


def exports(lineage: Lineage) -> Iterator[Artifact]:
    """One JSON Schema for each kind of file."""
    for kind in KINDS:
        yield Artifact(f"api/v1/schema/{kind}.json", json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n")
