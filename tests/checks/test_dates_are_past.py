"""Without a date for today, nothing is held against the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.checks import check
from tests.helpers import lineage, model

FUTURE = lineage(model("alpha", date="2030-05-17"))


def test_the_future_is_told_only_where_today_is_given():
    assert [problem.rule for problem in check(FUTURE, date(2030, 5, 16))] == ["dates-are-past"]
    assert check(FUTURE) == ()


@pytest.mark.parametrize("written", ["2030-05-17", "2030-05", "2030"])
def test_what_may_be_today_is_not_the_future(written):
    assert check(lineage(model("alpha", date=written)), date(2030, 5, 17)) == ()
