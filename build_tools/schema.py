"""JSON Schema of each data file, made from the records, so that editors complete and explain keys and words."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from build_tools.records import KINDS

__all__ = ["DIALECT", "FOLDER", "schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schema"  # beside the data files; each of them names its schema there in its first line


def schema(kind: str) -> dict[str, Any]:
    """The schema of ``<kind>.yaml``: a list of entries.

    A value that is left out is never written as null, so null is not offered.
    """
    made = TypeAdapter(list[KINDS[kind]]).json_schema(mode="validation")
    return {"$schema": DIALECT, "title": f"LLM Lineage: {kind}.yaml", **_plain(made)}


def _plain(node: Any) -> Any:
    """Without null, without defaults, without the titles that only repeat a key."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        choices = [choice for choice in node["anyOf"] if choice != {"type": "null"}]
        if len(choices) == 1:
            return _plain({**choices[0], **{key: value for key, value in node.items() if key != "anyOf"}})
    return {key: ({name: _plain(value) for name, value in held.items()} if key in ("properties", "$defs") else _plain(held))
            for key, held in node.items() if key not in ("default", "title")}
