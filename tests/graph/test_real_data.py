"""What the dataset promises its readers: breadth, depth and evidence."""

from __future__ import annotations

from pathlib import Path

from build_tools import quality
from build_tools.load import load

LINEAGE, PROBLEMS = load(Path(__file__).resolve().parents[2] / "lineage")


def test_there_are_at_least_four_hundred_models_and_fifteen_for_each_year_since_2018():
    assert not PROBLEMS and len(LINEAGE.models) >= 400
    last = LINEAGE.released(LINEAGE.by_date[-1].id).year
    assert {year: len(models) for year, models in LINEAGE.by_year.items() if 2018 <= year <= last and len(models) < 15} == {}
    assert set(range(2018, last + 1)) <= set(LINEAGE.by_year)


def test_every_model_but_the_roots_has_one_primary_parent_and_many_have_a_further_one():
    for model in LINEAGE.models:
        assert sum(link.primary for link in model.parents) == (0 if model.root else 1), model.id
    assert sum(len(model.parents) > 1 for model in LINEAGE.models) >= 0.25 * len(LINEAGE.models)


def test_a_primary_source_is_read_or_named_for_nine_facts_of_ten():
    assert quality.primary_share(LINEAGE) >= 0.9


def test_nearly_every_model_stands_here_for_a_recorded_reason():
    without = [model.id for model in LINEAGE.models if not quality.grounds(LINEAGE, model)]
    assert len(without) <= 0.01 * len(LINEAGE.models), without


def test_all_regions_and_kinds_of_model_are_there():
    countries = {LINEAGE.organization[found].country for found in LINEAGE.by_organization}
    assert {"CN", "KR", "JP", "AE", "FR", "DE", "FI", "IN", "international"} <= countries
    used = {fact.value.value for model in LINEAGE.models for fact in model.techniques}
    assert {"mixture-of-experts", "state-space-layers", "diffusion", "reasoning-training", "retrieval", "model-merging"} <= used


def test_data_sets_are_inherited_by_models_and_by_data_sets():
    assert sum(bool(LINEAGE.trained_on(dataset.id)) for dataset in LINEAGE.datasets) >= 50
    assert sum(bool(dataset.parents) for dataset in LINEAGE.datasets) >= 30
