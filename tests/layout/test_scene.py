"""What holds of every drawing, of random lineages and of the real one: said as properties, never as positions."""

from __future__ import annotations

import math
import random
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.figures import twigs as twigs_of
from build_tools.figures import whole_scene
from build_tools.layout.labels import DOT
from build_tools.layout.place import Page, place
from build_tools.layout.scene import Twig
from build_tools.layout.time_axis import effective_times
from build_tools.load import load
from tests.helpers import random_twigs

ROOT = Path(__file__).resolve().parents[2]


REAL = 0  # as a size: not random, but the models of this repository


@lru_cache(maxsize=64)
def drawn(size, seed, recent, width):
    """Twigs and their scene, on a page as tall as the site gives to so many models."""
    if size == REAL:
        lineage, _ = load(ROOT / "lineage")
        return twigs_of(lineage, lineage.model), whole_scene(lineage)
    twigs = random_twigs(size, seed, recent)
    height = 560 + 4.4 * size if width > 1000 else min(240 + 15 * size, 900)
    return twigs, place(twigs, Page(width, round(height)))


def on_random_lineages(test):
    """Small lineages by hypothesis, which shrinks them; three large ones and the real one always."""
    for case in ((400, 1, 0.2, 1240), (400, 2, 0.95, 1240), (250, 3, 0.95, 860), (REAL, 0, 0.0, 0)):
        test = example(*case)(test)
    return settings(max_examples=10, derandomize=True, deadline=None, database=None)(given(
        st.integers(10, 90), st.integers(0, 10_000), st.sampled_from([0.2, 0.6, 0.95]), st.sampled_from([360, 860, 1240]))(test))


@on_random_lineages
def test_every_model_is_drawn_once_and_every_primary_link_is_a_limb(size, seed, recent, width):
    twigs, scene = drawn(size, seed, recent, width)
    assert [node.id for node in scene.nodes] == sorted(twig.id for twig in twigs)
    assert sorted((limb.parent, limb.child) for limb in scene.limbs) == sorted((twig.parent, twig.id) for twig in twigs if twig.parent)


@on_random_lineages
def test_no_two_cards_meet(size, seed, recent, width):
    cards = sorted((node.card for node in drawn(size, seed, recent, width)[1].nodes if node.card), key=lambda card: card.y)
    for place_, card in enumerate(cards):
        for other in cards[place_ + 1:]:
            if other.y - card.y >= card.height:
                break
            assert not card.meets(other), (card, other)


@on_random_lineages
def test_no_card_covers_the_dot_of_another_model(size, seed, recent, width):
    nodes = drawn(size, seed, recent, width)[1].nodes
    for node in nodes:
        if node.card:
            card = node.card
            for other in nodes:
                apart = (other.x + DOT <= card.x or card.x + card.width <= other.x - DOT
                         or abs(other.y - card.y) >= card.height / 2 + DOT)
                assert other is node or apart, (node, other)


@on_random_lineages
def test_no_dot_covers_another_dot(size, seed, recent, width):
    nodes = sorted(drawn(size, seed, recent, width)[1].nodes, key=lambda node: node.y)
    for place_, node in enumerate(nodes):
        for other in nodes[place_ + 1:]:
            if other.y - node.y >= 2 * DOT:
                break
            assert abs(other.x - node.x) >= 8, (node, other)


@on_random_lineages
def test_a_card_is_as_wide_as_its_name_needs_and_touches_or_neighbors_its_own_dot(size, seed, recent, width):
    twigs, scene = drawn(size, seed, recent, width)
    needs = {twig.id: twig.width for twig in twigs}
    for node in scene.nodes:
        if node.card:
            card = node.card
            assert card.width == needs[node.id]
            assert card.x - 3 * DOT <= node.x <= card.x + card.width + 3 * DOT
            assert abs(card.y - node.y) <= card.height / 2 + 3 * DOT


@on_random_lineages
def test_a_later_date_is_never_lower_on_the_page_and_an_equal_one_is_level(size, seed, recent, width):
    twigs, scene = drawn(size, seed, recent, width)
    times, heights = effective_times(twigs), {node.id: node.y for node in scene.nodes}
    ordered = sorted(times, key=times.get)
    for earlier, later in zip(ordered, ordered[1:]):
        assert heights[later] == heights[earlier] if times[later] == times[earlier] else heights[later] <= heights[earlier]


@on_random_lineages
def test_every_child_stands_above_its_parent(size, seed, recent, width):
    _, scene = drawn(size, seed, recent, width)
    heights = {node.id: node.y for node in scene.nodes}
    for limb in scene.limbs:
        assert heights[limb.child] < heights[limb.parent], limb.child


@on_random_lineages
def test_everything_lies_inside_the_scene(size, seed, recent, width):
    scene = drawn(size, seed, recent, width)[1]
    points = [(node.x, node.y) for node in scene.nodes] + [point for limb in scene.limbs for point in (*limb.spine, *limb.outline)]
    for node in scene.nodes:
        if node.card:
            low, high = node.card.y - node.card.height / 2, node.card.y + node.card.height / 2
            points += [(node.card.x, low), (node.card.x + node.card.width, high)]
    assert all(0 <= x <= scene.width and 0 <= y <= scene.height for x, y in points)
    assert scene.width >= width


@on_random_lineages
def test_years_follow_each_other_without_a_gap_and_hold_the_models_of_their_time(size, seed, recent, width):
    twigs, scene = drawn(size, seed, recent, width)
    for below, above in zip(scene.years, scene.years[1:]):
        assert above.year == below.year + 1 and above.bottom == pytest.approx(below.top)
    assert all(year.top <= year.bottom for year in scene.years)
    bands, times = {year.year: year for year in scene.years}, effective_times(twigs)
    for node in scene.nodes:
        band = bands[math.floor(times[node.id])]
        assert band.top - 0.5 <= node.y <= band.bottom + 0.5


@on_random_lineages
def test_a_limb_begins_at_its_parent_ends_at_its_child_and_always_rises(size, seed, recent, width):
    _, scene = drawn(size, seed, recent, width)
    points = {node.id: (node.x, node.y) for node in scene.nodes}
    for limb in scene.limbs:
        assert limb.spine[0] == points[limb.parent]
        assert limb.spine[-1] == pytest.approx(points[limb.child], abs=0.51)
        assert all(after[1] <= before[1] for before, after in zip(limb.spine, limb.spine[1:]))


@on_random_lineages
def test_no_model_stands_in_the_lane_in_which_another_ones_limb_climbs(size, seed, recent, width):
    _, scene = drawn(size, seed, recent, width)
    for limb in scene.limbs:
        for (x, foot), (end, top) in zip(limb.spine, limb.spine[1:]):
            if x != end or foot - top < 1:
                continue                                   # a lane goes straight up, in a bough or to the child
            for node in scene.nodes:
                if node.id not in (limb.parent, limb.child) and top < node.y < foot:
                    assert abs(node.x - x) >= DOT + limb.width / 2, (node.id, limb.child)


@on_random_lineages
def test_a_limb_tapers_and_the_widest_are_drawn_first(size, seed, recent, width):
    _, scene = drawn(size, seed, recent, width)
    for limb in scene.limbs:
        half = len(limb.outline) // 2
        foot, tip = math.dist(limb.outline[0], limb.outline[-1]), math.dist(limb.outline[half - 1], limb.outline[half])
        assert foot >= tip - 1e-6
        assert tip == pytest.approx(limb.width)
    widths = [limb.width for limb in scene.limbs]
    assert widths == sorted(widths, reverse=True)


@settings(max_examples=10, derandomize=True, deadline=None, database=None)
@given(st.integers(1, 90), st.integers(0, 10_000))
@example(150, 7)
def test_the_same_twigs_in_any_order_give_the_same_scene(size, seed):
    twigs = list(random_twigs(size, seed))
    page = Page(1240, 900)
    scene = place(twigs, page)
    random.Random(seed).shuffle(twigs)
    assert place(twigs, page) == scene


def test_no_two_limbs_of_the_real_tree_cross():
    _, scene = drawn(REAL, 0, 0.0, 0)

    def turn(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    def cross(a, b, c, d):
        return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0

    pieces = [(limb, *ends) for limb in scene.limbs for ends in zip(limb.spine, limb.spine[1:])]
    crossing = {(one.child, other.child) for place, (one, a, b) in enumerate(pieces) for other, c, d in pieces[place + 1:]
                if one is not other and min(a[0], b[0]) <= max(c[0], d[0]) and min(c[0], d[0]) <= max(a[0], b[0])
                and b[1] <= c[1] and d[1] <= a[1] and cross(a, b, c, d)}
    assert crossing == set()


def test_no_twigs_give_an_empty_scene():
    scene = place([], Page(800, 600))
    assert (scene.width, scene.height, scene.nodes, scene.limbs, scene.years) == (800, 600, (), (), ())


def test_one_twig_is_drawn_with_its_card_on_its_dot():
    [node] = place([Twig("only", None, 2020.5, 60.0)], Page(400, 300)).nodes
    assert node.card.x + node.card.width / 2 == node.x and node.card.y == node.y


def test_a_few_models_all_get_their_cards():
    twigs = [Twig("root", None, 2018.0, 80.0), *(Twig(f"m{year}", "root", float(year), 100.0) for year in range(2019, 2025))]
    assert all(node.card for node in place(twigs, Page(860, 500)).nodes)


def test_what_belongs_to_the_page_gets_its_card_before_what_only_leads_to_it():
    crowd = [Twig(f"m{place_:02d}", "root", 2020.0, 120.0, rank=int(place_ < 20)) for place_ in range(40)]
    nodes = {node.id: node for node in place([Twig("root", None, 2019.0, 60.0, rank=1), *crowd], Page(360, 300)).nodes}
    named = [sum(nodes[twig.id].card is not None for twig in crowd if twig.rank == rank) for rank in (0, 1)]
    assert named[0] > named[1] and named[1] < 20
