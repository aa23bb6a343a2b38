"""Dates, counts, addresses and texts: what is taken, as what, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.values import PartialDate, Precision
from tests.helpers import entry, faults, first_model, quoted


def address(url):
    """YAML of an entry with this link."""
    return entry(links=f"[{{kind: official, url: {quoted(url)}, source: paper}}]")


# --- addresses --------------------------------------------------------------------------------------

@pytest.mark.parametrize("url", [
    "http://example.org/", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "data:text/html,x", "//example.org/x",
    "https:example.org", "https:/example.org", "https://", "https://localhost/", "https://example.org/\n", "https://example.org/a b",
    " https://example.org/", "https://user:word@example.org/", "https://example.org/\"onclick=x", "https://example.org/<b>",
    "https://example.org/\u202egpj", "https://example.org/\u200b", "https://example.org/\x07", "https://example.org\\@evil.example/",
    "https://exa mple.org/", "ftp://example.org/", "example.org", "", "https://example.org:٨٠/"])
def test_an_address_that_is_not_plain_https_is_refused(url):
    [problem] = faults(address(url))
    assert problem.message.startswith("links.0.url: ") and problem.at.line == 10


@pytest.mark.parametrize("url", [
    "https://example.org", "https://arxiv.org/abs/1810.04805v2", "https://example.org:8443/a?b=c&d=%20#e", "https://xn--bcher-kva.example/é"])
def test_an_https_address_is_taken_as_it_stands(url):
    assert first_model(address(url)).links[0].url == url


# --- texts --------------------------------------------------------------------------------------------

@given(st.characters(categories=["Cc", "Cf", "Zl", "Zp"], exclude_characters="\t\n\r"))
@settings(max_examples=150, derandomize=True, deadline=None, database=None)
def test_a_text_with_an_invisible_character_is_refused_by_its_code(char):
    [problem] = faults(entry(name=quoted(f"Al{char}pha")))
    assert f"invisible character \\u{ord(char):04x}" in problem.message and problem.at.line == 2


@pytest.mark.parametrize("char", ["\u202e", "\u200b", "\u2066", "\u00ad", "\u061c", "\x00", "\x0b", "\x85", "\u2028", "\ufeff", "\ufffe", "\ufdd0"])
def test_the_known_hiding_characters_are_refused(char):
    assert "invisible character" in faults(entry(summary=f'{{value: {quoted("A." + char)}, source: paper}}'))[0].message


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1))
@settings(max_examples=150, derandomize=True, deadline=None, database=None)
def test_every_visible_text_comes_back_with_its_spaces_joined(text):
    yaml = entry(name=quoted(text))
    if text.split():
        assert first_model(yaml).name == " ".join(text.split())
    else:
        assert "is empty" in faults(yaml)[0].message


def test_line_breaks_in_a_text_become_spaces():
    assert first_model(entry(name='"One\\n two\\tthree "')).name == "One two three"


# --- dates -----------------------------------------------------------------------------------------------

@pytest.mark.parametrize("text, precision", [("2018-10-11", Precision.DAY), ("2018-10", Precision.MONTH), ("2018", Precision.YEAR),
                                             ("2024-02-29", Precision.DAY)])
def test_a_date_is_as_exact_as_it_was_written(text, precision):
    date = first_model(entry(checked=text)).checked
    assert (str(date), date.precision) == (text, precision)


@pytest.mark.parametrize("text", ["2024-02-30", "2023-02-29", "2018-13", "2018-00", "2018-10-00", "0000", "18-10-11", "2018-1-1",
                                  "2018/10/11", "11.10.2018", "2018-10-11T12:00", "2018Q3", "soon", "[2018]", "true", '"2018\\n"', "٢٠١٨"])
def test_an_impossible_date_is_refused_with_its_line(text):
    [problem] = faults(entry(checked=text))
    assert problem.at.line == 9 and problem.message.startswith("checked: ")
    assert "date" in problem.message or "day of the calendar" in problem.message


dates = st.builds(lambda day, length: PartialDate(day.isoformat()[:length]), st.dates(), st.sampled_from([4, 7, 10]))


@given(dates, dates)
@settings(max_examples=200, derandomize=True, deadline=None, database=None)
def test_dates_are_in_one_order_and_one_of_two_can_precede_the_other(a, b):
    assert (a < b) + (b < a) + (a == b) == 1
    assert a.can_precede(b) or b.can_precede(a)
    if a <= b:
        assert a.can_precede(b)
    assert PartialDate(str(a)) == a and hash(PartialDate(str(a))) == hash(a)


def test_a_date_can_precede_what_may_be_the_same_day():
    assert PartialDate("2018-10-31").can_precede(PartialDate("2018-10"))
    assert PartialDate("2018-10").can_precede(PartialDate("2018-10-01"))
    assert PartialDate("2018").can_precede(PartialDate("2018-01-01"))
    assert not PartialDate("2018-11").can_precede(PartialDate("2018-10-31"))
    assert not PartialDate("2019").can_precede(PartialDate("2018-12-31"))


# --- counts ------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("text, count", [("110M", 110_000_000), ("1.5B", 1_500_000_000), ("1.76T", 1_760_000_000_000), ("66K", 66_000),
                                         ("117", 117), ('"7B"', 7_000_000_000), ("0.1B", 100_000_000)])
def test_a_count_is_a_whole_number_of_parameters(text, count):
    assert first_model(entry(sizes=f"[{{parameters: {text}, source: paper}}]")).sizes[0].parameters == count


@pytest.mark.parametrize("text", ["110m", "'1,5B'", "1_000", "1e9", ".nan", ".inf", "0", "0B", "-1", "about 7B", "7 B", "true", "[7B]", "٧B", '""'])
def test_what_is_no_count_is_refused(text):
    [problem] = faults(entry(sizes=f"[{{parameters: {text}, source: paper}}]"))
    assert problem.message.startswith("sizes.0.parameters: ") and problem.at.line == 10
