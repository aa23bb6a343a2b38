"""The canonical form: one form, nothing lost, comments kept, and a new entry at its place."""

from __future__ import annotations

import json
import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.canonical import blocks, entry_text, format_text, inserted
from build_tools.checks import mend
from build_tools.records import KINDS
from build_tools.yaml_tree import read_yaml
from tests.site.conftest import ROOT

MODELS = """\
# About this file.

# Beta came second.
- id: beta
  dates: [{date: 2021-03, kind: paper, source: b}]   # checked by hand
  name: Beta
  # why it has two names
  aliases: ["The second"]

- {id: alpha, name: "Alpha", dates: [{kind: paper, source: a, at: "§3", date: 2020}], sizes: [{parameters: 7B, source: a}, {source: a, parameters: 1B}]}
"""


def values(text):
    return {entry["id"]: entry for entry in read_yaml(text, "x").value}


@pytest.mark.parametrize("kind", KINDS)
def test_the_data_are_in_canonical_form_and_the_schema_is_of_today(kind):
    from build_tools.schema import schema
    text = (ROOT / "lineage" / f"{kind}.yaml").read_text(encoding="utf-8")
    assert format_text(kind, text, mend) == text, "run `tools/lineage fmt`"
    kept = json.loads((ROOT / "lineage" / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
    assert kept == schema(kind), "run `tools/lineage fmt`"
    assert text.startswith(f"# yaml-language-server: $schema=schema/{kind}.json\n")


def test_entries_are_sorted_by_age_and_keys_by_the_record_and_comments_stay_with_them():
    assert format_text("models", MODELS) == """\
# About this file.

- id: alpha
  name: Alpha
  dates:
    - {kind: paper, date: 2020, source: a, at: "§3"}
  sizes:
    - {parameters: 7B, source: a}
    - {parameters: 1B, source: a}

# Beta came second.
- id: beta
  name: Beta
  # why it has two names
  aliases: [The second]
  dates: [{date: 2021-03, kind: paper, source: b}]   # checked by hand
"""


def test_fixers_mend_what_is_mechanical():
    new = format_text("models", MODELS.replace('aliases: ["The second"]', "aliases: [BETA, beta, Two]"), mend)
    assert values(new)["beta"]["aliases"] == ["Two"]
    assert [size["parameters"] for size in values(new)["alpha"]["sizes"]] == ["1B", "7B"]


def test_formatting_twice_is_formatting_once():
    once = format_text("models", MODELS, mend)
    assert format_text("models", once, mend) == once


@pytest.mark.parametrize("kind", KINDS)
def test_entries_in_any_order_give_the_same_file(kind):
    text = (ROOT / "lineage" / f"{kind}.yaml").read_text(encoding="utf-8")
    head, found = blocks(text, kind)
    random.Random(3).shuffle(found)
    gap = "" if kind in ("organizations", "sources") else "\n"
    assert format_text(kind, f"{head}\n\n" + gap.join(block.text for block in found)) == text


@pytest.mark.parametrize("text", ["- id: a\n  name: [", "- name: no id\n", "id: a\n", "- id: a\n  id: b\n", "- - nested\n"])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError):
        format_text("sources", text)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\u2028\u2029\x85"), min_size=1))
@settings(max_examples=300, deadline=None)
def test_any_text_is_written_so_that_every_reader_gets_it_back(text):
    written = entry_text("sources", {"id": "a", "title": text})
    assert read_yaml(written, "x").value == [{"id": "a", "title": text}]
    assert yaml.safe_load(written.replace("id: a", 'id: "a"'))[0]["title"] in (text, _as_yaml(text))


def _as_yaml(text):
    """What other readers make of a bare number or date, which the records take as text."""
    return yaml.safe_load(text) if text and text[0].isdigit() else text


def test_a_new_entry_goes_to_its_place_and_every_other_byte_stays():
    text = (ROOT / "lineage" / "models.yaml").read_text(encoding="utf-8")
    entry = {"id": "zz-new", "name": "ZZ", "dates": [{"kind": "paper", "date": "2019-07-01", "source": "x"}]}
    new = inserted("models", text, entry)
    start = new.index("- id: zz-new")
    block = entry_text("models", entry) + "\n"
    assert new[start:start + len(block)] == block and new[:start] + new[start + len(block):] == text
    ids = [found.value["id"] for found in blocks(new, "models")[1]]
    before, after = ids[ids.index("zz-new") - 1], ids[ids.index("zz-new") + 1]
    dates = {found.value["id"]: min(fact["date"] for fact in found.value["dates"]) for found in blocks(new, "models")[1]}
    assert dates[before] <= "2019-07-01" <= dates[after]
    assert format_text("models", new) == new


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_entry_of_an_empty_file_and_the_last_of_a_full_one_find_their_place(kind):
    entry = {"id": "zzzz", "dates": [{"date": "2099"}]}
    assert values(inserted(kind, "# Head.\n[]\n", entry)) == {"zzzz": entry}
    text = (ROOT / "lineage" / f"{kind}.yaml").read_text(encoding="utf-8")
    if blocks(text, kind)[1]:
        assert inserted(kind, text, entry).startswith(text) and list(values(inserted(kind, text, entry)))[-1] == "zzzz"


def test_an_id_that_is_taken_is_refused():
    with pytest.raises(ValueError, match="already"):
        inserted("models", MODELS, {"id": "beta", "dates": [{"date": "2020"}]})
