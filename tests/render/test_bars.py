"""The bars: how many open and closed models each organization has."""

from __future__ import annotations

from lxml import etree

from build_tools.render.bars import render_bars
from tests.helpers import MAKER, lineage, model

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"


def organization(number, name=None):
    """Another organization."""
    return MAKER.model_copy(update={"id": f"org-{number}", "name": name or f"Organization {number}"})


def bars(data, **changes):
    """The links of the bars, top first."""
    text = render_bars(data, link=lambda one: f"../{one}/?a&b", measure=lambda text, size: 0.5 * size * len(text), **changes)
    return list(etree.fromstring(str(text)).iter(f"{SVG}a"))


def width(bar, part):
    """Width of the open or closed part; 0 where there is none."""
    return sum(float(found.get("width")) for found in bar if found.get("class") == f"org-bar__{part}")


DATA = lineage(
    *(model(f"a{place}", openness="open-weights", makers=["org-1"]) for place in range(4)),
    *(model(f"b{place}", openness="api", makers=["org-2"]) for place in range(2)),
    model("both", openness="unreleased", makers=["org-1", "org-3"]), model("restricted", openness="restricted-weights", makers=["org-2"]),
    organizations=(organization(1), organization(2), organization(3, 'A <b>"&| long name of an organization')))


def test_organizations_with_the_most_models_come_first_and_each_says_its_counts():
    assert [found.get("aria-label") for found in bars(DATA)] == [
        "Organization 1: 4 open, 1 closed", "Organization 2: 1 open, 2 closed",
        'A <b>"&| long name of an organization: 0 open, 1 closed']
    assert [found.get(f"{XLINK}href") for found in bars(DATA)] == [f"../org-{number}/?a&b" for number in (1, 2, 3)]
    assert all(found.get("role") == "link" for found in bars(DATA))


def test_the_bars_are_as_long_as_their_counts():
    first, second, third = bars(DATA)
    assert width(first, "open") == 4 * width(second, "open") > 0
    assert width(third, "open") == 0
    assert 0 < width(first, "closed") == width(third, "closed") < width(second, "closed")


def test_no_more_than_asked_for_are_shown():
    assert len(bars(DATA, most=2)) == 2


def test_without_models_there_are_no_bars():
    assert bars(lineage()) == []
