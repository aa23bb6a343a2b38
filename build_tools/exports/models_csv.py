"""All models as a table for spreadsheets: api/v1/models.csv (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from build_tools.artifacts import Artifact
from build_tools.exports.models_json import record
from build_tools.graph import Lineage

COLUMNS = ("id", "name", "organizations", "released", "precision", "architecture", "openness", "license",
           "commercial_use", "parameters_min", "parameters_max", "parameters_active", "arxiv", "primary_parent", "url")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def exports(lineage: Lineage) -> Iterator[Artifact]:
    """One CSV file; lists are joined by a space, unknown cells are empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for model in lineage.by_date:
        writer.writerow(_row(record(lineage, model)))
    yield Artifact("api/v1/models.csv", text.getvalue())


def _row(fields: dict) -> dict[str, str]:
    sizes = fields.get("parameters", {})
    row = {name: fields.get(name, "") for name in COLUMNS if not isinstance(fields.get(name), (list, dict))}
    row |= {"organizations": " ".join(fields["organizations"]), "released": fields["released"]["date"],
            "precision": fields["released"]["precision"],
            "primary_parent": next((parent["id"] for parent in fields["parents"] if parent["primary"]), "")}
    row |= {f"parameters_{name}": sizes.get(name, "") for name in ("min", "max", "active")}
    return {name: _safe(value) for name, value in row.items()}


def _safe(value: object) -> str:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe."""
    text = str(value)
    return "'" + text if text.startswith(FORMULA) else text
