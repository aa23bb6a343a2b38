"""The axis: a later date is higher, a busy month is taller, no stretch vanishes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.layout.scene import Twig
from build_tools.layout.time_axis import effective_times, time_axis

moments = st.floats(2013, 2026, allow_nan=False)
often = settings(max_examples=80, derandomize=True, deadline=None, database=None)


@often
@given(st.lists(moments, min_size=1, max_size=60), st.lists(moments, min_size=2, max_size=20), st.integers(200, 3000))
def test_a_later_date_is_higher_and_every_date_of_the_data_is_inside(times, asked, height):
    axis = time_axis(times, height=height)
    asked = sorted(min(max(moment, min(times)), max(times)) for moment in asked)
    heights = [axis.y(moment) for moment in asked]
    assert heights == sorted(heights, reverse=True)
    assert all(-1e-6 <= axis.y(moment) <= height + 1e-6 for moment in times)
    assert axis.height == pytest.approx(height)


@often
@given(st.lists(moments, min_size=1, max_size=60), st.integers(300, 3000))
def test_whole_years_fill_the_axis_from_foot_to_top(times, height):
    years = time_axis(times, height=height).years()
    assert years[0].bottom == pytest.approx(height) and years[-1].top == pytest.approx(0, abs=1e-6)
    assert all(above.bottom == pytest.approx(below.top) for below, above in zip(years, years[1:]))
    assert all(year.bottom > year.top for year in years)


def test_a_year_with_more_models_is_taller():
    axis = time_axis([2018.1, *(2020 + month / 12 for month in range(12)), 2021.9], height=900)
    tall = {year.year: year.bottom - year.top for year in axis.years()}
    assert tall[2020] > tall[2018] > 0 and tall[2020] > tall[2021] > 0 and tall[2019] > 0


def test_dates_that_must_stand_apart_do_where_there_is_room():
    times = [2018.0, 2020.0, 2020.1, 2023.0]
    near, far = (time_axis(times, height=900, apart=apart) for apart in ((), [(2020.0, 2020.1, 64.0)]))
    assert near.y(2020.0) - near.y(2020.1) < 60 < far.y(2020.0) - far.y(2020.1)


def test_the_order_in_which_dates_come_does_not_matter():
    times = [2018.3, 2023.9, 2020.0, 2020.0, 2021.7]
    assert time_axis(times, height=500) == time_axis(reversed(times), height=500)


# --- effective times ---------------------------------------------------------------------------------

def test_a_child_no_younger_than_its_parent_is_lifted_just_above_it_and_its_children_with_it():
    times = effective_times([Twig("late", None, 2020.0, 1.0), Twig("child", "late", 2019.5, 1.0), Twig("grandchild", "child", 2019.6, 1.0)])
    assert times["late"] == 2020.0
    assert 2020.0 < times["child"] < times["grandchild"] < 2020.2


def test_all_other_models_keep_their_own_date():
    assert effective_times([Twig("a", None, 2018.5, 1.0), Twig("b", "a", 2019.25, 1.0)]) == {"a": 2018.5, "b": 2019.25}
