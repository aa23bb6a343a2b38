"""The whole folder is read in one run, and every fault of form is told with file, line, entry, message and remedy."""

from __future__ import annotations

import pytest

from build_tools.checks import check
from build_tools.load import load, load_texts
from build_tools.records import KINDS
from tests.helpers import entry, faults, first_model, told

SOURCES = '- {id: paper, kind: paper, title: A paper, url: "https://example.org/paper", read: all of it}\n'
MAKERS = "- {id: maker, name: Maker, monogram: Mk, country: US, kind: company, source: paper}\n"


def whole(**texts):
    """Everything that a check of these files tells, form and rules alike."""
    found, problems = load_texts({"models": entry(), "organizations": MAKERS, "licenses": "[]", "sources": SOURCES, **texts})
    return [*problems, *check(found)]


# --- the folder -----------------------------------------------------------------------------------

def test_a_whole_folder_is_read(tmp_path):
    for kind, text in {"models": entry(), "organizations": MAKERS, "licenses": "", "datasets": "", "sources": SOURCES}.items():
        (tmp_path / f"{kind}.yaml").write_text(text, encoding="utf-8")
    found, problems = load(tmp_path)
    assert problems == ()
    assert [model.id for model in found.models] == ["alpha"]
    assert str(found.at("models", "alpha", "checked")) == f"{tmp_path.name}/models.yaml:9"


def test_each_missing_file_is_told(tmp_path):
    problems = load(tmp_path)[1]
    assert [problem.at.file for problem in problems] == [f"{tmp_path.name}/{kind}.yaml" for kind in KINDS]
    assert all("cannot be read" in problem.message and problem.remedy for problem in problems)


def test_a_file_that_is_not_utf_8_is_told_and_the_others_are_still_read(tmp_path):
    (tmp_path / "models.yaml").write_bytes(b"\xff\xfe\x00binary")
    (tmp_path / "organizations.yaml").write_text(MAKERS + "- {id: second}\n", encoding="utf-8")
    for kind in ("licenses", "datasets", "sources"):
        (tmp_path / f"{kind}.yaml").write_text("[]", encoding="utf-8")
    problems = load(tmp_path)[1]
    assert "cannot be read" in problems[0].message and problems[0].at.file.endswith("models.yaml")
    assert {problem.about for problem in problems[1:]} == {"second"}


@pytest.mark.parametrize("text", ["alpha", "id: alpha", "true"])
def test_a_file_that_is_no_list_is_told(text):
    [problem] = faults(text)
    assert problem.at.line == 1 and "should be a list of models" in problem.message


def test_an_item_that_is_no_mapping_is_told_with_its_place():
    assert told(entry() + "- beta\n") == [(10, "entry 2", "entry: 'beta' has the wrong type")]


def test_an_entry_without_an_id_is_told_by_its_place():
    assert told(entry() + entry(id=None)) == [(10, "entry 2", "id is missing")]


# --- all faults at once -----------------------------------------------------------------------------

def test_every_fault_of_every_entry_and_file_is_told_in_one_run():
    models = (entry(id="Alpha!", nam="x", checked="2024-02-30")
              + entry(id="beta", access="[{openness: free, source: paper, license: [mit]}]", summary=None)
              + entry(id="gamma", links='[{kind: blog, url: "http://example.org", source: paper}]'))
    found = load_texts({"models": models, "organizations": "- {id: maker}\n- id: &a x\n", "licenses": "{}", "sources": ""})[1]
    by_entry = {about: [problem.message for problem in found if problem.about == about] for about in {one.about for one in found}}
    assert set(by_entry) == {"Alpha!", "beta", "gamma", "maker", "file"}
    assert {name: len(messages) for name, messages in by_entry.items()} == {
        "Alpha!": 3, "beta": 3, "gamma": 2, "maker": 5, "file": 2}
    assert all(problem.remedy and problem.at.line >= 1 for problem in found)


def test_a_wrong_item_does_not_make_its_list_too_short():
    assert told(entry(dates="[{kind: paper, date: 2024-02-30, source: paper}]")) == [
        (5, "alpha", "dates.0.date: '2024-02-30' is not a day of the calendar (day is out of range for month)")]
    assert told(entry(access="[api]")) == [(7, "alpha", "access.0: 'api' has the wrong type")]


@pytest.mark.parametrize("key, line", [("dates", 5), ("access", 7)])
def test_an_empty_list_where_one_item_is_needed_is_told(key, line):
    [problem] = told(entry(**{key: "[]"}))
    assert problem[:2] == (line, "alpha")
    assert problem[2].startswith(f"{key}: ") and "at least 1 item" in problem[2]


# --- one malformed entry is told once, not again by everything that speaks of it -------------------------

def test_a_malformed_parent_is_not_also_told_as_missing():
    problems = whole(models=entry(checked="soon") + entry(
        id="beta", name="Beta", root=None, parents="[{id: alpha, relation: method, grade: stated, primary: true, source: paper}]"))
    assert [problem.about for problem in problems] == ["alpha"]


def test_a_malformed_source_or_organization_is_not_also_told_as_missing():
    assert [problem.about for problem in whole(sources=SOURCES.replace("https", "http"))] == ["paper"]
    assert [problem.about for problem in whole(organizations=MAKERS.replace("US", "USA"))] == ["maker"]


@pytest.mark.parametrize("end", ["- {id: [\n", "- {id: &a b}\n", "- id: beta\n  name: [[Beta\n"])
@pytest.mark.parametrize("kind, good", [("sources", SOURCES), ("organizations", MAKERS), ("models", entry())])
def test_a_file_that_breaks_off_is_told_once_and_not_by_all_that_it_would_have_held(kind, good, end):
    assert [problem.rule for problem in whole(**{kind: good + end})] == ["yaml"]
    assert [problem.rule for problem in whole(**{kind: end})] == ["yaml"]


def test_what_is_really_missing_is_still_told_beside_a_malformed_entry():
    problems = whole(models=entry(id="beta", checked="soon") + entry(organizations="{value: [makr], source: paper}"))
    assert [problem.message for problem in problems if problem.about == "alpha"] == ["organization 'makr' is not in organizations.yaml"]


# --- ids --------------------------------------------------------------------------------------------------

def test_an_id_given_twice_is_told_with_both_lines_and_the_first_entry_stands():
    found, [problem] = load_texts({"models": entry() + entry(name="Other")})
    assert (problem.at.line, problem.about, problem.rule) == (10, "alpha", "unique-id")
    assert "line 1" in problem.message
    assert [model.name for model in found.models] == ["Alpha"]


def test_the_faults_of_an_entry_whose_id_is_taken_are_told_too():
    assert len(told(entry() + entry(name="Other", checked="soon"))) == 2


@pytest.mark.parametrize("text", ["BERT", "a b", "-a", "a-", "a--b", "a_b", "../a", "a/b", "é", '"bert\\n"', '""', "__config", "a\u202eb"])
def test_an_id_that_is_not_kebab_case_is_told(text):
    [problem] = faults(entry(id=text))
    assert "not a well-formed id" in problem.message and problem.at.line == 1


@pytest.mark.parametrize("text", ["bert", "gpt-3.5", "t5", "a", "1", "llama-3.1-8b"])
def test_a_kebab_case_id_is_good(text):
    assert first_model(entry(id=text)).id == text


def test_a_printed_problem_carries_no_character_that_steers_a_terminal():
    [problem] = faults(entry(id='"\\e[2Ja\\u202eb"'))
    assert str(problem).replace("\n", "").isprintable()
    assert "\\x1b[2Ja\\u202eb" in str(problem)


# --- keys and types -----------------------------------------------------------------------------------------

@pytest.mark.parametrize("changes, key, near", [
    ({"nmae": "x"}, "nmae", "name"),
    ({"organisations": "[x]"}, "organisations", "organizations"),
    ({"architecture": "{value: other, kid: x, source: paper}"}, "architecture.kid", "kind"),
    ({"dates": "[{kind: paper, date: 2020, source: paper, naems: x}]"}, "dates.0.naems", "names"),
    ({"dates": "[{kind: paper, date: 2020, source: paper, also: [{sorce: x, source: paper}]}]"}, "dates.0.also.0.sorce", "source"),
    ({"training_data": "{value: x, source: paper, notes: x}"}, "training_data.notes", "note"),
    ({"parents": "[{id: b, relation: method, grade: stated, source: paper, primry: true}]"}, "parents.0.primry", "primary"),
])
def test_an_unknown_key_is_told_with_the_nearest_allowed_one(changes, key, near):
    [problem] = faults(entry(**changes))
    assert problem.message == f"unknown key {key!r}"
    assert problem.remedy == f"did you mean {near!r}?"


def test_an_unknown_key_like_no_other_is_told_with_all_allowed_ones():
    [problem] = faults(entry(organizations="{value: [maker], source: paper, zzzzz: x}"))
    assert problem.remedy == "use one of: also, at, conflicts, names, note, source, value"


@pytest.mark.parametrize("key", ["id", "name", "organizations", "dates", "architecture", "access", "summary", "checked"])
def test_a_missing_key_is_told(key):
    assert f"{key} is missing" in [message for *_, message in told(entry(**{key: None}))]


def test_a_fact_without_a_source_is_told_why():
    [problem] = faults(entry(summary="{value: It is.}"))
    assert problem.message == "summary.source is missing"
    assert "every fact names the source" in problem.remedy


@pytest.mark.parametrize("changes, message", [
    ({"name": "[Alpha]"}, "name: ['Alpha'] has the wrong type"),
    ({"name": "{a: b}"}, "name: {'a': 'b'} has the wrong type"),
    ({"name": "true"}, "name: True has the wrong type"),
    ({"name": ""}, "name: None has the wrong type"),
    ({"aliases": "Al"}, "aliases: 'Al' has the wrong type"),
    ({"aliases": "{a: b}"}, "aliases: {'a': 'b'} has the wrong type"),
    ({"organizations": "maker"}, "organizations: 'maker' has the wrong type"),
    ({"organizations": "[maker]"}, "organizations: ['maker'] has the wrong type"),
    ({"dates": "2020-05"}, "dates: '2020-05' has the wrong type"),
])
def test_a_value_of_the_wrong_type_is_told_with_what_to_write(changes, message):
    [problem] = faults(entry(**changes))
    assert problem.message == message
    assert problem.remedy.startswith("write ")


def test_a_word_that_is_not_allowed_is_told_with_the_allowed_ones():
    [problem] = faults(entry(access="[{openness: free, source: paper}]"))
    assert problem.message == "access.0.openness: 'free' is not allowed"
    for word in ("open-source", "open-weights", "restricted-weights", "api", "unreleased"):
        assert word in problem.remedy


def test_a_fault_deep_in_an_entry_has_the_line_on_which_it_stands():
    text = entry(links="", **{"checked": "2025-06-01"}).replace(
        "links: ", "links:\n    - kind: paper\n      source: paper\n      url: https://example.org/a b")
    [(line, about, message)] = told(text)
    assert text.splitlines()[line - 1].strip().startswith("url:")
    assert message.startswith("links.0.url: ")
