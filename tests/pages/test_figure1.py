"""What the survey's figure says of a model, held against our data."""

from __future__ import annotations

from build_tools.pages._figure1 import at_survey, figure1, restricted_but_filled
from build_tools.pages._here import Here
from tests.helpers import lineage, model

HERE = Here("models/alpha.md")


def shown(fill: str = "open", branch: str = "decoder-only") -> dict:
    return {"name": "ALPHA", "branch": branch, "fill": fill, "band": "2022", "versions": ["V1", "V3"]}


def told(**changes):
    found = model("alpha", **changes)
    return figure1(lineage(found), found, HERE)


def test_a_model_that_the_figure_leaves_out_says_nothing():
    assert told() is None


def test_where_data_and_figure_agree_there_is_no_difference():
    assert told(figure1=shown()).differences == ()
    assert told(figure1=shown()).versions == "V1 (April 27, 2023) and V3 (August 6, 2023)"


def test_a_filled_box_with_restricted_weights_is_a_difference():
    found = told(figure1=shown(), openness="restricted-weights").differences
    assert len(found) == 1 and "restricted terms" in found[0]


def test_a_filled_box_without_weights_and_an_outlined_one_with_weights_are_differences():
    assert "draws it as open" in told(figure1=shown(), openness="unreleased").differences[0]
    assert "draws it as closed" in told(figure1=shown("closed")).differences[0]


def test_another_branch_is_a_difference():
    assert "encoder-only branch" in told(figure1=shown(branch="encoder-only")).differences[0]


def test_openness_counts_as_it_was_when_the_figure_was_drawn():
    later = model("alpha", figure1=shown(), access=[{"openness": "restricted-weights", "source": "paper"},
                                                    {"openness": "open-weights", "since": "2024-03", "source": "paper"}])
    assert at_survey(later).openness == "restricted-weights"
    assert [found.id for found in restricted_but_filled(lineage(later))] == ["alpha"]
