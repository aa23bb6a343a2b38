"""full.json holds every fact with its citation, in the form of the published schemas."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from build_tools.exports import full_json, schemas
from build_tools.load import load
from build_tools.records import KINDS

ROOT = Path(__file__).resolve().parents[2]
REAL = load(ROOT / "lineage")[0]


def document(lineage):
    [artifact] = full_json.exports(lineage)
    assert artifact.uri == "api/v1/full.json"
    return json.loads(artifact.content)


def test_every_entry_of_every_file_is_there_and_gives_the_record_back():
    found = document(REAL)
    assert list(found) == ["version", "license", *KINDS]
    for kind, record in KINDS.items():
        entries = {entry["id"]: entry for entry in found[kind]}
        assert list(entries) == sorted(entries) and len(entries) == len(getattr(REAL, kind))
        for entry in getattr(REAL, kind):
            assert record.model_validate(entries[entry.id]) == entry


def test_every_entry_keeps_the_published_schema():
    published = {artifact.uri: json.loads(artifact.content) for artifact in schemas.exports(REAL)}
    found = document(REAL)
    for kind in KINDS:
        form = published[f"api/v1/schema/{kind}.json"]
        Draft202012Validator.check_schema(form)
        assert not list(Draft202012Validator(form).iter_errors(found[kind]))[:3]


def test_the_schema_catches_what_an_editor_should_mark():
    [form] = [json.loads(artifact.content) for artifact in schemas.exports(REAL) if artifact.uri.endswith("/models.json")]
    good = document(REAL)["models"][0]
    for bad in ({**good, "nmae": "x"}, {**good, "dates": [{**good["dates"][0], "kind": "rumor"}]}, {key: good[key] for key in good if key != "summary"},
                {**good, "id": "Not An Id"}):
        assert list(Draft202012Validator(form).iter_errors([bad]))
