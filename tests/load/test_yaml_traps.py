"""What YAML silently changes or expands is kept as written, or refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.yaml_tree import read_yaml
from tests.helpers import entry, first_model, told


def only_problem(text):
    """Line and message of the one problem in a text."""
    tree = read_yaml(text, "models.yaml")
    [problem] = tree.problems
    assert problem.at.file == "models.yaml" and problem.remedy
    return problem.at.line, problem.message


@pytest.mark.parametrize("text", ["1.10", "012", "12:30", "1_000", "1e3", ".nan", ".inf", "0x10", "2024-02-30", "175e9", "=", "<<", "Null"])
def test_a_plain_scalar_stays_the_text_that_was_written(text):
    assert read_yaml(f"- {text}", "f").value == [text]
    assert first_model(entry(name=text)).name == text


@pytest.mark.parametrize("text", ["no", "No", "NO", "yes", "on", "off", "y", "N"])
def test_a_word_that_other_readers_take_for_a_boolean_is_refused_with_its_line(text):
    [(line, about, message)] = told(entry("aliases:", f"  - {text}"))
    assert (line, about) == (11, "alpha")
    assert repr(text) in message and "true or false" in message


def test_a_key_that_other_readers_take_for_a_boolean_is_refused():
    line, message = only_problem("a: 1\non: 2\n")
    assert line == 2 and "'on'" in message


def test_the_same_words_in_quotes_are_plain_text():
    assert first_model(entry(name='"no"', aliases='["on", \'y\']')).aliases == ("on", "y")


def test_only_true_and_false_are_booleans_and_not_in_quotes():
    assert read_yaml('[true, false, "true", True]', "f").value == [True, False, "true", "True"]


def test_an_empty_value_is_none():
    assert read_yaml('a:\nb: ~\nc: null\nd: ""\n', "f").value == {"a": None, "b": None, "c": None, "d": ""}


def test_a_key_given_twice_is_told_with_both_lines_and_the_first_value_stands():
    tree = read_yaml("- id: alpha\n  name: One\n  url: x\n  name: Two\n", "f")
    [problem] = tree.problems
    assert (problem.at.line, problem.about) == (4, "alpha")
    assert "'name' is given twice (first on line 2)" in problem.message
    assert tree.value[0]["name"] == "One"


@pytest.mark.parametrize("text, line", [("{a: 1, b: {c: 1, c: 2}}", 1), ("a:\n  - b: 1\n    b: 2\n", 3), ('a: 1\n"a": 2\n', 2)])
def test_a_key_given_twice_is_found_at_any_depth_and_in_any_spelling(text, line):
    assert only_problem(text)[0] == line


def test_a_fault_inside_a_list_given_twice_has_the_line_of_the_first_list():
    problems = told(entry("aliases:", '  - ""', "aliases:", '  - ""'))
    assert (11, "alpha") in [problem[:2] for problem in problems if "aliases.0" in problem[2]]


@pytest.mark.parametrize("text, line", [
    ("a: &x 1\nb: *x\n", 1), ("- a\n- &x [1]\n", 2), ("- &x {a: 1}\n", 1), ("a: 1\nb: *x\n", 2), ("&x a: 1\n", 1)])
def test_anchors_and_aliases_are_refused(text, line):
    found, message = only_problem(text)
    assert found == line and "anchors and aliases are not allowed" in message


def test_an_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi"))
    assert only_problem(bomb)[0] == 1


@pytest.mark.parametrize("text", [
    "a: !!python/object/apply:os.system [ls]", "a: !!binary aGVsbG8=", "a: !!set {b, c}", "a: !!str 1", "a: !own b",
    "!!map {a: b}", 'a: !!int "1"', "!!binary a: b"])
def test_tags_are_refused(text):
    line, message = only_problem(text)
    assert line == 1 and "tag" in message


@pytest.mark.parametrize("text", ["[" * 1500, "[" * 1500 + "]" * 1500, "- " * 1500, "{a: " * 1500, "[{a: " * 1500])
def test_deep_nesting_is_refused_and_does_no_harm(text):
    assert "deep" in only_problem(text)[1]


def test_a_list_or_mapping_as_a_key_is_refused():
    assert "cannot be a key" in only_problem("a: 1\n? [b]\n: 1\n")[1]
    assert "cannot be a key" in only_problem("{{a: b}: c}")[1]


def test_a_second_document_is_refused_with_its_line():
    line, message = only_problem("- a\n---\n- b\n")
    assert line == 2 and "second document" in message


@pytest.mark.parametrize("text", ["\x00", "a: \x07\n", "\x7fELF\x02\x01\x01\x00", "a: b\x1b[31m"])
def test_binary_is_invalid_yaml_and_not_a_crash(text):
    assert "not valid YAML" in only_problem(text)[1]


@pytest.mark.parametrize("text, line", [
    ("- a\n- b: [c\n", 3), ("- a\n- 'b\n", 3), ("- a: b: c\n", 1), ("a:\n\t- b\n", 2), ("- a\nb: c\n", 2), ('- "\\ud800"\n', 1),
    ("- @a\n", 1), ("a: 1\n}\n", 2)])
def test_invalid_yaml_is_told_with_its_line(text, line):
    found, message = only_problem(text)
    assert "not valid YAML" in message
    assert found == line


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert read_yaml("\ufeff- a\n", "f").value == ["a"]


def test_every_place_has_the_line_on_which_it_was_written():
    tree = read_yaml("- id: a\n  list:\n    - one\n    - {k: v}\n- id: b\n", "f")
    assert tree.lines[(0, "id")] == 1 and tree.lines[(0, "list")] == 2
    assert tree.lines[(0, "list", 1, "k")] == 4 and tree.lines[(1,)] == 5


@given(st.text(alphabet=st.sampled_from("ab01: -[]{},&*!|>'\"%@#?\n\t\\~\x00\x85\u2028é")))
@settings(max_examples=300, derandomize=True, deadline=None, database=None)
def test_whatever_the_text_reading_never_raises_and_lines_lie_inside_it(text):
    tree = read_yaml(text, "f")
    last = len(text.splitlines()) + 1
    assert all(1 <= problem.at.line <= last for problem in tree.problems)
    assert all(1 <= line <= last for line in tree.lines.values())
