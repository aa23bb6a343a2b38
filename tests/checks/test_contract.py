"""What every rule keeps to, so that a new one is a new file and nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from build_tools import checks
from build_tools.checks import check, rules
from tests.helpers import lineage, model

FILES = sorted(path for path in Path(checks.__file__).parent.glob("*.py") if path.stem not in ("__init__", "rule"))


def test_each_file_registers_exactly_one_rule_of_its_own_name():
    modules = [rule.function.__module__.rpartition(".")[2] for rule in rules()]
    assert sorted(modules) == [path.stem for path in FILES]
    assert [rule.name for rule in rules()] == [rule.function.__name__.replace("_", "-") for rule in rules()]
    assert {rule.name.replace("-", "_") for rule in rules()} == {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_states_what_should_be_true_in_a_short_file_without_files_network_or_clock(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert ast.get_docstring(tree)
    assert imported <= {"build_tools.checks.rule", "build_tools.records", "build_tools.values", "build_tools.vocabulary", "difflib", "re"}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_has_a_statement_and_finds_nothing_in_an_empty_or_a_good_lineage(rule):
    from datetime import date
    assert rule.statement.endswith(".")
    assert list(rule.find(lineage(organizations=(), licenses=(), sources=()), date(2026, 1, 1))) == []
    assert list(rule.find(lineage(model("alpha"), model("beta", "alpha", date="2021")), date(2026, 1, 1))) == []


def test_rules_are_asked_in_the_order_of_their_names():
    names = [rule.name for rule in rules()]
    assert names == sorted(names) and len(names) == len(set(names))
    broken = lineage(model("alpha", "nobody", architecture="other"), model("beta", "alpha", date="2019"))
    assert [problem.rule for problem in check(broken)] == ["other-has-a-word", "parent-exists", "parent-is-older"]
