"""Each rule has a folder of broken data with the whole printed report beside it, and one of good data.

``tests/data/broken/<rule>/`` holds what breaks the rule and `expected.txt`; ``good/`` in it holds what
keeps it. Files that a case does not bring are taken from ``_shared``. After a change of wording:
``pytest tests/checks --renew-expected``, then read the difference.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from build_tools.checks import check, rules
from build_tools.load import load_texts
from build_tools.records import KINDS
from build_tools.problems import report

BROKEN = Path(__file__).resolve().parent.parent / "data" / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir() if not folder.name.startswith("_"))
FORM = {"form", "unique-id", "yaml"}  # told by load, not by a rule
TODAY = date(2026, 1, 1)


def problems(folder):
    """All that loading and checking tells about a case."""
    files = {kind: next(path for path in (folder / f"{kind}.yaml", BROKEN / "_shared" / f"{kind}.yaml") if path.exists())
             for kind in KINDS}
    lineage, faults = load_texts({kind: path.read_text(encoding="utf-8") for kind, path in files.items()})
    return (*faults, *check(lineage, TODAY))


@pytest.mark.parametrize("case", CASES)
def test_broken_data_give_exactly_the_expected_report(case, expect):
    expect(BROKEN / case / "expected.txt", report(problems(BROKEN / case)) + "\n")


@pytest.mark.parametrize("case", CASES)
def test_broken_data_break_this_rule_and_no_other(case):
    assert {problem.rule for problem in problems(BROKEN / case)} == {case}


@pytest.mark.parametrize("case", CASES)
def test_good_data_break_no_rule(case):
    assert report(problems(BROKEN / case / "good")) == ""


@pytest.mark.parametrize("case", CASES)
def test_every_problem_points_to_a_line_of_its_file_that_holds_something(case):
    for problem in problems(BROKEN / case):
        kind = problem.at.file.removeprefix("lineage/")
        lines = (BROKEN / case / kind).read_text(encoding="utf-8").splitlines()
        assert lines[problem.at.line - 1].strip()


def test_each_rule_has_its_broken_data_and_all_broken_data_have_a_rule():
    assert set(CASES) == {rule.name for rule in rules()} | FORM
