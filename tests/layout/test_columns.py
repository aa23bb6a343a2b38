"""The horizontal programme: neighbors keep their distance, families stay together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.layout.columns import Claim, columns, separations


def test_only_neighbors_in_a_row_must_keep_apart():
    claims = [Claim(0, 5, 5, 0, 10), Claim(1, 7, 3, 4, 20), Claim(2, 4, 4, 100, 110)]
    assert separations(claims, 2.0) == {(0, 1): 5 + 7 + 2.0}


def test_of_several_claims_in_a_row_the_widest_counts():
    claims = [Claim(0, 5, 5, 0, 5), Claim(0, 20, 9, 0, 5), Claim(1, 6, 6, 0, 5)]
    assert separations(claims, 0.0) == {(0, 1): 15.0}


@pytest.mark.parametrize("rows", [(0, 100), (100, 0)])
def test_of_several_rows_in_which_two_are_neighbors_the_one_with_least_room_counts(rows):
    claims = [claim for row, need in zip(rows, (30, 4)) for claim in (Claim(0, need, need, row, row + 5), Claim(1, need, need, row, row + 5))]
    assert separations(claims, 1.0) == {(0, 1): 61.0}


@settings(max_examples=40, derandomize=True, deadline=None, database=None)
@given(st.data(), st.integers(2, 30))
def test_all_distances_are_kept_and_the_leftmost_is_at_zero(data, count):
    apart = data.draw(st.dictionaries(
        st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(1, 200), max_size=40))
    pulls = [(child, data.draw(st.integers(0, child - 1)), data.draw(st.floats(0.1, 20))) for child in range(1, count)]
    found = columns(count, pulls, apart)
    assert min(found) == 0
    assert all(found[b] - found[a] >= need - 1e-5 for (a, b), need in apart.items())


def test_a_child_stands_over_its_parent_where_nothing_is_in_the_way():
    assert columns(3, [(0, 1, 1.0), (2, 1, 1.0)], {}) == pytest.approx([0, 0, 0])


def test_the_stronger_pull_wins_the_place_over_the_parent():
    left, mother, right = columns(3, [(0, 1, 5.0), (2, 1, 1.0)], {(0, 2): 50.0})
    assert (left - mother, right - mother) == pytest.approx((0, 50))
