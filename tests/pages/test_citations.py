"""Footnotes are numbered in the order of use, and tell what was read from what was only named."""

from __future__ import annotations

from build_tools.facts import Citation, TextFact
from build_tools.pages._citations import Notes, citations_of
from build_tools.pages._here import Here
from build_tools.records import Source
from tests.helpers import SOURCE, lineage, model

LISTING = Source(id="listing", kind="dataset", title="A list", url="https://example.org/list", read="its rows")
NAMED = Source(id="named", kind="paper", title="A paper nobody opened", url="https://example.org/named")
DATA = lineage(model("alpha"), sources=(SOURCE, LISTING, NAMED))


def notes() -> Notes:
    return Notes(DATA, Here("models/alpha.md"))


def test_a_source_keeps_its_number_and_each_mention_has_its_own_mark():
    page = notes()
    first = page.refs(Citation(source="paper", at="§1"))
    second = page.refs(Citation(source="listing"), Citation(source="paper", at="§2"))
    assert [ref.number for ref in (*first, *second)] == [1, 2, 1]
    assert [ref.id for ref in (*first, *second)] == ["cite-1-1", "cite-2-1", "cite-1-2"]
    assert [(entry.number, entry.places, entry.back) for entry in page.entries()] == [
        (1, "§1; §2", ("cite-1-1", "cite-1-2")), (2, "", ("cite-2-1",))]


def test_the_same_source_twice_in_one_fact_is_marked_once():
    assert len(notes().refs(Citation(source="paper", at="§1"), Citation(source="paper", at="§2"))) == 1


def test_a_named_primary_source_gets_a_number_of_its_own_and_says_who_names_it():
    page = notes()
    assert [ref.number for ref in page.refs(Citation(source="listing", names="named"))] == [1, 2]
    listing, named = page.entries()
    assert (listing.named_by, named.named_by) == ("", "1")
    assert listing.source.read and not named.source.read


def test_a_source_that_does_not_exist_leaves_no_mark():
    assert notes().refs(Citation(source="nowhere")) == ()


def test_supporting_sources_are_cited_and_contradicting_ones_are_not():
    fact = TextFact(value="so", source="paper", also=({"source": "listing"},), conflicts=({"source": "named", "value": "not so", "why": "older"},))
    assert [ref.number for ref in notes().cite(fact)] == [1, 2]


def test_every_fact_of_a_model_is_among_its_citations():
    found = model("alpha", "beta", introduced=[{"value": "x", "source": "listing"}], training_data={"value": "y", "source": "named"},
                  sizes=[{"parameters": "1B", "source": "listing"}])
    assert [citation.source for citation in citations_of(found)].count("listing") == 2
    assert "named" in {citation.source for citation in citations_of(found)}
