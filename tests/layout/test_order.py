"""The order from left to right in which no two limbs need to cross."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.layout.order import bough, planar_order
from build_tools.layout.scene import Twig
from build_tools.layout.time_axis import effective_times
from tests.helpers import random_twigs

lineages = given(st.integers(1, 400), st.integers(0, 10_000))
often = settings(max_examples=60, derandomize=True, deadline=None, database=None)


def ordered(twigs):
    """The planar order of twigs."""
    return planar_order(twigs, effective_times(twigs))


def subtree(order, one):
    """Ids of a twig and all above it."""
    found = [one]
    for current in found:
        found += order.children.get(current, ())
    return found


@often
@lineages
def test_every_twig_has_one_seat_and_every_subtree_sits_together(size, seed):
    twigs = random_twigs(size, seed)
    order = ordered(twigs)
    assert sorted(order.sequence) == sorted(twig.id for twig in twigs)
    seat = {one: place for place, one in enumerate(order.sequence)}
    for twig in twigs:
        seats = [seat[one] for one in subtree(order, twig.id)]
        assert max(seats) - min(seats) + 1 == len(seats) == order.load[twig.id]


@often
@lineages
def test_the_line_goes_on_in_a_child_with_the_most_descendants(size, seed):
    order = ordered(random_twigs(size, seed))
    for parent, children in order.children.items():
        assert order.load[order.main[parent]] == max(order.load[child] for child in children)


@often
@lineages
def test_of_the_other_children_on_one_side_the_older_stand_further_out(size, seed):
    twigs = random_twigs(size, seed)
    order, times = ordered(twigs), effective_times(twigs)
    seat = {one: place for place, one in enumerate(order.sequence)}
    for parent, children in order.children.items():
        others = [child for child in children if child != order.main[parent]]
        left = sorted((child for child in others if seat[child] < seat[parent]), key=seat.get)
        right = sorted((child for child in others if seat[child] > seat[parent]), key=seat.get, reverse=True)
        for outside_in in (left, right):
            assert [times[child] for child in outside_in] == sorted(times[child] for child in outside_in)


@often
@lineages
def test_a_child_that_asks_for_a_side_stands_on_it_unless_it_goes_on_in_the_line(size, seed):
    twigs = random_twigs(size, seed)
    order = ordered(twigs)
    seat = {one: place for place, one in enumerate(order.sequence)}
    for twig in twigs:
        if twig.parent and twig.side and order.main[twig.parent] != twig.id:
            assert (seat[twig.id] - seat[twig.parent]) * twig.side > 0


@often
@lineages
def test_children_on_one_side_share_a_bough_that_stands_between_them_and_their_parent(size, seed):
    order = ordered(random_twigs(size, seed))
    seat = {one: place for place, one in enumerate(order.seats)}
    assert tuple(one for one in order.seats if one not in order.boughs) == order.sequence
    for parent, children in order.children.items():
        others = [child for child in children if child != order.main[parent]]
        for side, sign in (("<", -1), (">", 1)):
            found = sorted((child for child in others if sign * (seat[child] - seat[parent]) > 0), key=lambda child: sign * seat[child], reverse=True)
            name = bough(parent, side)
            assert (name in order.boughs) == (len(found) > 1)
            if name in order.boughs:
                assert order.boughs[name] == tuple(found)
                assert all(sign * seat[child] > sign * seat[name] > sign * seat[parent] for child in found)


@often
@lineages
def test_the_order_does_not_depend_on_the_order_of_the_twigs(size, seed):
    twigs = list(random_twigs(size, seed))
    order = ordered(twigs)
    random.Random(seed).shuffle(twigs)
    assert ordered(twigs).sequence == order.sequence


def test_a_chain_of_a_thousand_is_no_problem():
    twigs = [Twig(f"m{place:04d}", f"m{place - 1:04d}" if place else None, 2000 + place / 50, 40.0) for place in range(1000)]
    assert len(ordered(twigs).sequence) == 1000
