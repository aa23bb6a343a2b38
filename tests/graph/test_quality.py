"""The counts of the data-quality page are those of the data."""

from __future__ import annotations

from build_tools import quality
from build_tools.facts import Conflict, NotableFact, TechniqueFact, TextFact
from build_tools.quality import Known
from build_tools.records import Source
from build_tools.values import PartialDate
from build_tools.vocabulary import NotableFor, SourceKind
from tests.helpers import SOURCE, lineage, model

LIST = Source(id="list", kind="dataset", title="A list", url="https://example.org/list", read="rows", accessed="2025-06-01")


def told(source, **more):
    return TextFact(value="next word", source=source, **more)


def of(*models):
    return lineage(*models, sources=(SOURCE, LIST))


def test_a_fact_is_known_as_well_as_its_best_citation():
    plain = quality.known(of(model("a")))
    for source, more, known in (("paper", {}, Known.READ), ("list", {}, Known.SECONDARY), ("list", {"names": "paper"}, Known.NAMED),
                                ("list", {"also": [{"source": "paper"}]}, Known.READ),
                                ("list", {"also": [{"source": "list", "names": "paper"}]}, Known.NAMED)):
        found = quality.known(of(model("a", objective=told(source, **more))))
        assert found - plain == {known: 1}, (source, more)


def test_the_share_with_a_primary_source_counts_read_and_named():
    data = of(model("a", objective=told("list"), training_data=told("list", names="paper")))
    total = quality.known(data).total()
    assert quality.primary_share(data) == 1 - 1 / total
    assert quality.primary_share(lineage()) == 1.0


def test_kinds_are_those_of_the_source_cited_first():
    found = quality.source_kinds(of(model("a", objective=told("list", names="paper"))))
    assert found[SourceKind.DATASET] == 1 and found.total() == quality.known(of(model("a", objective=told("list")))).total()


def test_a_field_is_asked_only_of_those_it_concerns():
    data = of(model("a", openness="api", date="2020"), model("b", "a", date="2021-05-06", objective=told("paper")))
    lines = {line.key: line for line in quality.filled(data)}
    assert lines["license"].all == (0, 1) and lines["license"].years[2020] == (0, 0)
    assert lines["objective"].all == (1, 2) and lines["objective"].years == {2020: (0, 1), 2021: (1, 1)}
    assert lines["release day"].all == (1, 2)


def test_conflicts_stand_with_the_fact_they_contradict():
    fact = told("paper", conflicts=[Conflict(value="masked word", source="list", why="An error.")])
    found, = quality.conflicts(of(model("a", objective=fact)))
    assert (found.entry.id, found.key, found.fact.value, found.other.value) == ("a", "objective", "next word", "masked word")


def test_old_checks_are_counted_back_from_the_newest():
    data = of(model("a", checked="2024-06-01"), model("b", checked="2025-06-30"), model("c", checked="2024-07-01"), model("d", checked="2024"))
    assert quality.edition(data) == PartialDate("2025-06-30")
    assert [entry.id for entry in quality.stale(data)] == ["a"]
    assert quality.stale(lineage()) == () and quality.edition(lineage()) is None


def test_grounds_are_what_was_recorded_and_what_other_facts_show():
    fact = NotableFact(value="widely-used", source="paper")
    new = TechniqueFact(value="rlhf", introduced=True, source="paper")
    data = of(model("a", notable=[fact]), model("b", "a", techniques=[new]), model("c", "b"))
    assert quality.grounds(data, data.model["a"]) == {NotableFor.WIDELY_USED, NotableFor.BUILT_UPON}
    assert quality.grounds(data, data.model["b"]) == {NotableFor.INTRODUCED_METHOD, NotableFor.BUILT_UPON}
    assert quality.grounds(data, data.model["c"]) == frozenset()
