"""models.json is what the page about it says."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from build_tools.exports import models_csv, models_json, pictures, robots
from build_tools.load import load
from tests.helpers import lineage, model

ROOT = Path(__file__).resolve().parents[2]
SMALL = load(ROOT / "tests" / "data" / "small")[0]
KEYS = ["id", "name", "aliases", "organizations", "released", "architecture", "openness", "license", "commercial_use", "parameters",
        "arxiv", "parents", "url"]


@pytest.fixture(scope="module")
def document():
    [artifact] = models_json.exports(SMALL)
    assert artifact.uri == "api/v1/models.json"
    return json.loads(artifact.content)


def test_the_file_has_its_edition_its_license_and_all_models_oldest_first(document):
    assert list(document) == ["version", "license", "models"]
    assert (document["version"], document["license"]) == ("2024-05-02", "CC-BY-4.0")
    assert [found["id"] for found in document["models"]] == [found.id for found in SMALL.by_date]


def test_a_model_has_the_documented_fields_and_no_others(document):
    for found in document["models"]:
        assert [key for key in KEYS if key in found] == list(found)
        assert all(parent.keys() == {"id", "relation", "primary", "evidence"} for parent in found["parents"])


def test_unknown_fields_are_absent_and_never_null(document):
    eta = next(found for found in document["models"] if found["id"] == "eta")
    assert not {"license", "commercial_use", "parameters", "arxiv"} & eta.keys()
    assert "null" not in json.dumps(document)


def test_sizes_are_counts(document):
    sizes = {found["id"]: found.get("parameters") for found in document["models"]}
    assert sizes["beta"] == {"min": 65_000_000, "max": 213_000_000}
    assert sizes["delta"] == {"min": 1_600_000_000_000, "max": 1_600_000_000_000, "active": 40_000_000_000}


def test_openness_and_license_are_the_latest(document):
    epsilon = next(found for found in document["models"] if found["id"] == "epsilon")
    assert (epsilon["openness"], epsilon["license"], epsilon["commercial_use"]) == ("open-weights", "open-1.0", "allowed")


def test_dates_say_how_exact_they_are(document):
    released = {found["id"]: found["released"] for found in document["models"]}
    assert released["gamma"] == {"date": "2018-10-11", "precision": "day"}
    assert released["epsilon"] == {"date": "2022", "precision": "year"}


def test_each_parent_carries_its_evidence(document):
    epsilon = next(found for found in document["models"] if found["id"] == "epsilon")
    assert epsilon["parents"] == [{"id": "delta", "relation": "architecture", "primary": True, "evidence": [
        {"url": "https://example.org/epsilon/card", "place": "Model details"}, {"url": "https://example.org/listing", "place": "row Epsilon"}]}]


def test_the_documentation_names_every_field():
    text = (ROOT / "content" / "api.md").read_text(encoding="utf-8")
    example = json.loads(re.search(r"```json\n(.*?)```", text, flags=re.S)[1])
    assert list(example) == ["version", "license", "models"]
    assert set(example["models"][0]) == set(KEYS)
    for column in models_csv.COLUMNS:
        assert f"`{column}`" in text


def test_the_table_says_the_same(document):
    [artifact] = models_csv.exports(SMALL)
    rows = list(csv.DictReader(io.StringIO(artifact.content, newline="")))
    assert [row["id"] for row in rows] == [found["id"] for found in document["models"]]
    epsilon = next(row for row in rows if row["id"] == "epsilon")
    assert (epsilon["organizations"], epsilon["released"], epsilon["primary_parent"]) == ("sample-university", "2022", "delta")
    assert epsilon["parameters_min"] == ""


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x"])
def test_no_cell_of_the_table_is_a_formula(name):
    [artifact] = models_csv.exports(lineage(model("alpha", name=name)))
    [row] = csv.DictReader(io.StringIO(artifact.content, newline=""))
    assert row["name"] == "'" + name


def test_an_empty_collection_is_still_a_whole_file():
    [artifact] = models_json.exports(lineage())
    assert json.loads(artifact.content) == {"version": "", "license": "CC-BY-4.0", "models": []}


def test_pictures_are_png_of_the_promised_size_and_the_same_each_time():
    from PIL import Image
    first, second = list(pictures.exports(SMALL)), list(pictures.exports(SMALL))
    assert [found.content for found in first] == [found.content for found in second]
    sizes = {found.uri: Image.open(io.BytesIO(found.content)).size for found in first}
    assert sizes == {"assets/og.png": (1200, 630), "assets/favicon.png": (96, 96)}


def test_search_engines_are_told_where_the_site_map_is():
    [artifact] = robots.exports(SMALL)
    assert "Sitemap: https://site.invalid/sitemap.xml" in artifact.content
