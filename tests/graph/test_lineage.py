"""Who descends from whom: answers in a stated order, whatever order the entries stand in."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.problems import At
from tests.helpers import lineage, model, parent

FAMILY = (
    model("root", date="2017-06"),
    model("left", "root", date="2018-10", architecture="encoder-only"),
    model("right", "root", date="2018-06", makers=("maker", "other")),
    model("leaf", "right", "left", date="2019-02-14"),
    model("twig", "leaf", "root", date="2019-02"),
    model("bud", "leaf", date="2020"),
    model("loner", date="2018-10"),
)
TREE = lineage(*FAMILY)


# --- the tree of primary parents ---------------------------------------------------------------

def test_roots_are_the_models_without_a_primary_parent_oldest_first():
    assert TREE.roots == ("root", "loner")


def test_children_are_those_whose_primary_parent_it_is_oldest_first():
    assert TREE.children("root") == ("right", "left")
    assert TREE.children("leaf") == ("twig", "bud")
    assert TREE.children("bud") == ()


def test_children_of_one_date_stand_in_the_order_of_their_ids():
    assert lineage(model("a"), model("c", "a"), model("b", "a")).children("a") == ("b", "c")


def test_further_children_are_those_that_name_it_as_another_parent():
    assert TREE.further_children("root") == ("twig",)
    assert TREE.further_children("left") == ("leaf",)
    assert TREE.further_children("right") == ()


def test_a_child_that_names_one_parent_twice_is_its_child_once():
    twice = lineage(model("a"), model("b", "a", parent("a", relation="distilled-from"), date="2021"))
    assert (twice.children("a"), twice.further_children("a"), twice.ancestors("b")) == (("b",), (), ("a",))


def test_the_path_to_the_root_follows_primary_parents():
    assert TREE.path_to_root("twig") == ("twig", "leaf", "right", "root")
    assert TREE.path_to_root("loner") == ("loner",)
    assert TREE.primary_parent("leaf") == "right" and TREE.primary_parent("root") is None


def test_tree_descendants_leave_out_what_hangs_on_a_further_link():
    assert TREE.tree_descendants("left") == ()
    assert TREE.tree_descendants("right") == ("leaf", "twig", "bud")


# --- by any edge ---------------------------------------------------------------------------------

def test_ancestors_are_found_by_any_edge_nearest_first():
    assert TREE.ancestors("twig") == ("leaf", "root", "right", "left")
    assert TREE.ancestors("root") == ()


def test_descendants_are_found_by_any_edge_nearest_first():
    assert TREE.descendants("left") == ("leaf", "twig", "bud")
    assert TREE.descendants("root") == ("right", "left", "twig", "leaf", "bud")
    assert TREE.descendants("loner") == ()


def test_edges_are_all_links_with_both_ends_known():
    found = lineage(model("a"), model("b", "a", "nobody", date="2021"))
    assert [(edge.parent, edge.child, edge.link.primary) for edge in found.edges] == [("a", "b", True)]
    assert found.ancestors("b") == ("a",)


def test_a_model_whose_primary_parent_is_unknown_counts_as_a_root():
    assert lineage(model("b", "nobody")).roots == ("b",)


def test_questions_about_a_cycle_end():
    cycle = lineage(model("a", "c"), model("b", "a"), model("c", "b"))
    assert cycle.path_to_root("a") == ("a", "c", "b")
    assert cycle.ancestors("a") == ("c", "b") and cycle.descendants("a") == ("b", "c")
    assert cycle.roots == ()


# --- groups and facts that follow ---------------------------------------------------------------------

def ids(groups):
    """The groups with ids for models."""
    return {key: tuple(found.id for found in models) for key, models in groups.items()}


def test_models_are_grouped_by_each_of_their_organizations_oldest_first():
    assert ids(TREE.by_organization) == {
        "maker": ("root", "right", "left", "loner", "twig", "leaf", "bud"), "other": ("right",)}


def test_models_are_grouped_by_the_year_of_their_earliest_date_and_years_ascend():
    assert ids(TREE.by_year) == {
        2017: ("root",), 2018: ("right", "left", "loner"), 2019: ("twig", "leaf"), 2020: ("bud",)}
    assert list(TREE.by_year) == [2017, 2018, 2019, 2020]


def test_models_are_grouped_by_every_license_they_ever_had_and_once():
    def access(*licenses):
        return [{"openness": "open-weights", "license": name, "source": "paper"} for name in licenses]
    found = lineage(model("a", access=access("mit", "apache-2.0", "mit")), model("b", access=access("mit")),
                    model("c", access=[{"openness": "api", "source": "paper"}]))
    assert ids(found.by_license) == {"mit": ("a", "b"), "apache-2.0": ("a",)}


def test_the_earliest_date_of_any_kind_is_the_release():
    dates = [{"kind": kind, "date": date, "source": "paper"}
             for kind, date in (("weights", "2023-03-01"), ("announced", "2022-10"), ("api", "2022-11-30"))]
    assert str(lineage(model("a", dates=dates)).released("a")) == "2022-10"


def test_a_day_counts_before_the_bare_month_or_year_around_it():
    for loose in ("2022-11", "2022"):
        dates = [{"kind": "announced", "date": loose, "source": "paper"}, {"kind": "api", "date": "2022-11-03", "source": "paper"}]
        assert str(lineage(model("a", dates=dates)).released("a")) == "2022-11-03"


def test_the_last_state_of_access_is_the_openness():
    states = [{"openness": "api", "source": "paper"}, {"openness": "open-weights", "since": "2024-03", "source": "paper"}]
    assert lineage(model("a", access=states)).openness("a") == "open-weights"


def test_a_place_without_a_line_of_its_own_has_that_of_the_nearest_around_it():
    places = {("models", "a"): At("models.yaml", 3), ("models", "a", "dates"): At("models.yaml", 5)}
    found = type(TREE)(models=(model("a"),), places=places)
    assert found.at("models", "a", "dates", 0, "date") == At("models.yaml", 5)
    assert found.at("models", "a", "name") == At("models.yaml", 3)
    assert found.at("models", "b") == At("lineage", 1)


# --- any lineage -----------------------------------------------------------------------------------------

@st.composite
def families(draw):
    """Up to 25 models; primary and further parents are earlier entries."""
    models = []
    for place in range(draw(st.integers(1, 25))):
        earlier = [found.id for found in models]
        parents = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=3)) if earlier else []
        models.append(model(f"m{place}", *parents, date=draw(st.sampled_from(["2018", "2019-05", "2019-05-07", "2020-11"]))))
    return models


@given(families(), st.integers(0, 1000))
@settings(max_examples=40, derandomize=True, deadline=None, database=None)
def test_answers_do_not_depend_on_the_order_of_the_entries(models, seed):
    shuffled = list(models)
    random.Random(seed).shuffle(shuffled)
    one, other = lineage(*models), lineage(*shuffled)
    assert one.roots == other.roots and one.by_date == other.by_date
    assert ids(one.by_year) == ids(other.by_year) and ids(one.by_organization) == ids(other.by_organization)
    for found in models:
        for question in ("children", "further_children", "ancestors", "descendants", "tree_descendants", "path_to_root"):
            assert getattr(one, question)(found.id) == getattr(other, question)(found.id), question


@given(families())
@settings(max_examples=40, derandomize=True, deadline=None, database=None)
def test_ancestors_and_descendants_mirror_each_other_and_every_path_ends_at_a_root(models):
    found = lineage(*models)
    for one in models:
        assert all(one.id in found.descendants(ancestor) for ancestor in found.ancestors(one.id))
        assert all(one.id in found.ancestors(descendant) for descendant in found.descendants(one.id))
        assert one.id not in found.ancestors(one.id)
        path = found.path_to_root(one.id)
        assert path[-1] in found.roots and set(path[1:]) <= set(found.ancestors(one.id))
        assert all(found.primary_parent(child) == mother for child, mother in zip(path, path[1:]))
        assert set(found.tree_descendants(one.id)) <= set(found.descendants(one.id))
    in_tree = [child for root in found.roots for child in (root, *found.tree_descendants(root))]
    assert sorted(in_tree) == sorted(model.id for model in models)
