"""The printed report: every problem once, in the order of the files, with a closing count."""

from __future__ import annotations

from build_tools.problems import At, Problem, report


def problem(line=1, file="lineage/models.yaml", message="is wrong", rule="form"):
    """A problem."""
    return Problem(At(file, line), "bert", message, "mend it", rule)


def test_nothing_wrong_prints_nothing():
    assert report([]) == ""


def test_a_problem_is_printed_with_place_entry_message_rule_and_remedy():
    assert report([problem(412)]) == (
        "lineage/models.yaml:412: bert: is wrong  [form]\n    mend: mend it\n1 problem found; nothing was built.")


def test_problems_stand_in_the_order_of_file_and_line_whatever_order_they_come_in():
    found = [problem(10, rule="a-rule"), problem(9), problem(2, "lineage/sources.yaml"), problem(9, message="also wrong")]
    lines = [line.split(": ")[0] for line in report(found).splitlines() if line.startswith("lineage/")]
    assert lines == ["lineage/models.yaml:9", "lineage/models.yaml:9", "lineage/models.yaml:10", "lineage/sources.yaml:2"]
    assert report(found) == report(reversed(found))


def test_the_same_problem_is_printed_once():
    assert report([problem(), problem()]).endswith("\n1 problem found; nothing was built.")
    assert report([problem(1), problem(2)]).endswith("\n2 problems found; nothing was built.")
