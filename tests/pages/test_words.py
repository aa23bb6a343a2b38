"""Numbers, dates and words of the data read as people write them."""

from __future__ import annotations

import pytest

from build_tools.pages import _words as words
from build_tools.values import PartialDate, Precision
from build_tools.vocabulary import (
    Architecture, Availability, CommercialUse, DatasetKind, DatasetRelation, DateKind, Grade, Host, LicenseClass, LinkKind, NotableFor, Openness,
    OrganizationKind, PositionEncoding, Relation, ReleasedPart, ReleaseState, SourceKind, Stage, Technique,
)


@pytest.mark.parametrize(("value", "long", "short"), [
    (1_600_000_000_000, "1.6 trillion", "1.6T"), (175_000_000_000, "175 billion", "175B"), (1_500_000_000, "1.5 billion", "1.5B"),
    (117_000_000, "117 million", "117M"), (20_914_757_184, "20.91 billion", "20.9B"), (12_345, "12,345", "12.3K"), (7, "7", "7"),
    (100_000_000, "100 million", "100M"),
])
def test_counts_are_words_in_prose_and_letters_in_tables(value, long, short):
    assert words.count(value) == long
    assert words.short_count(value) == short


@pytest.mark.parametrize(("date", "text"), [("2018-10-11", "October 11, 2018"), ("2018-10", "October 2018"), ("2018", "2018")])
def test_a_date_is_told_as_exactly_as_it_is_known(date, text):
    assert words.day(PartialDate(date)) == text


def test_lists_are_joined_with_and():
    assert [words.join(list("abc"[:size])) for size in range(4)] == ["", "a", "a and b", "a, b, and c"]


def test_one_model_is_not_models():
    assert words.plural(1, "model") == "1 model" and words.plural(1200, "model") == "1,200 models"
    assert words.plural(2, "child", "children") == "2 children"


def test_an_unknown_country_keeps_its_code():
    assert words.country("US") == "United States" and words.country("QX") == "QX"


@pytest.mark.parametrize(("table", "kind"), [
    (words.BRANCH, Architecture), (words.OPENNESS, Openness), (words.OPENNESS_MEANING, Openness), (words.DATE_KIND, DateKind),
    (words.PRECISION, Precision), (words.COMMERCIAL, CommercialUse), (words.COMMERCIAL_SHORT, CommercialUse), (words.GRADE, Grade),
    (words.RELATION, Relation), (words.RELATION_DOWN, Relation), (words.LICENSE_CLASS, LicenseClass), (words.LINK, LinkKind),
    (words.ORGANIZATION_KIND, OrganizationKind), (words.SOURCE_KIND, SourceKind),
])
def test_every_word_of_the_data_has_words_for_people(table, kind):
    assert set(table) == set(kind)
    assert len(set(table.values())) == len(table)


@pytest.mark.parametrize("kind", [Availability, DatasetKind, DatasetRelation, Host, NotableFor, PositionEncoding, ReleasedPart, ReleaseState, Stage, Technique])
def test_other_words_of_the_data_are_spelled_without_hyphens_of_the_data(kind):
    told = [words.spell(word) for word in kind]
    assert len(set(told)) == len(told) and all(text.strip() == text and text for text in told)


def test_equal_words_of_two_kinds_are_told_apart():
    assert (words.spell(ReleaseState.OPEN), words.spell(Availability.OPEN)) == ("open", "open to everyone")
    assert (words.spell(Stage.PRE_TRAINING), words.spell(DatasetKind.PRE_TRAINING)) == ("pre-training", "pre-training text")
    assert (words.spell(Host.OTHER), words.spell(PositionEncoding.OTHER)) == ("elsewhere", "another scheme")


def test_a_large_number_is_a_power_of_ten():
    assert words.scientific(3.14e23) == "3.14 × 10²³" and words.scientific(5e9) == "5 × 10⁹"


def test_languages_have_names():
    assert [words.language(code) for code in ("en", "zh", "sw", "zh-Hant")] == ["English", "Chinese", "Swahili", "Chinese"]
