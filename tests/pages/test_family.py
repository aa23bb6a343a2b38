"""The family figure shows the nearest kin, says what it leaves out, and holds no colors of its own."""

from __future__ import annotations

import re

import lxml.etree

from build_tools.pages._family import family
from build_tools.pages._here import Here
from tests.helpers import lineage, model, parent

XLINK = "{http://www.w3.org/1999/xlink}href"


def drawn(data, model_id: str):
    return lxml.etree.fromstring(family(data, data.model[model_id], Here(f"models/{model_id}.md")))


def links(figure) -> list[str]:
    return sorted(link.get(XLINK) for link in figure.iter("{*}a"))


def chain(length: int):
    return [model("m0", date="2000")] + [model(f"m{place}", f"m{place - 1}", date=str(2000 + place)) for place in range(1, length)]


def test_four_ancestors_and_two_generations_of_descendants_are_shown():
    figure = drawn(lineage(*chain(12)), "m6")
    assert links(figure) == sorted(["./", *(f"../m{place}/" for place in (2, 3, 4, 5, 7, 8))])


def test_further_parents_and_children_are_thin_lines():
    data = lineage(model("root", date="2010"), model("other", date="2011"), model("leaf", "root", parent("other", grade="disputed"), date="2012"))
    figure = drawn(data, "leaf")
    assert sorted(line.get("class") for line in figure.iter("{*}path")) == ["line line--disputed line--further", "line line--stated"]
    assert links(drawn(data, "other")) == ["../leaf/", "./"]


def test_more_children_than_fit_are_counted_and_linked():
    data = lineage(model("root", date="2010"), *(model(f"c{place:02}", "root", date=str(2011 + place % 9)) for place in range(14)))
    assert "#grew-from-it" in links(drawn(data, "root"))
    assert "+ 5 more" in "".join(drawn(data, "root").itertext())


def test_a_model_without_kin_has_no_figure():
    data = lineage(model("alone"))
    assert family(data, data.model["alone"], Here("models/alone.md")) is None


def test_every_node_is_a_named_link_and_nothing_is_painted_in_the_markup():
    figure = drawn(lineage(*chain(5)), "m2")
    for link in figure.iter("{*}a"):
        assert link.get("role") == "link"
        assert link.get("aria-label").startswith(" ".join(text.text for text in link.iter("{*}text")))
    assert figure.get("role") == "group"
    assert not any(name in node.attrib for node in figure.iter() for name in ("fill", "stroke", "style", "font-family"))


def test_boxes_do_not_overlap():
    data = lineage(model("root", date="2010"), *(model(f"c{place:02}", "root", date="2011", name="A rather long name " * 2) for place in range(9)))
    boxes = [tuple(float(box.get(name)) for name in ("x", "y", "width", "height")) for box in drawn(data, "root").iter("{*}rect")]
    for index, (x, y, width, height) in enumerate(boxes):
        for a, b, c, d in boxes[index + 1:]:
            assert x + width <= a or a + c <= x or y + height <= b or b + d <= y


def test_names_never_pass_through_graphviz():
    data = lineage(model("root", date="2010", name='</svg><script>"&\\N'), model("leaf", "root", date="2011", name="x" * 300))
    text = family(data, data.model["root"], Here("models/root.md"))
    assert "<script" not in text and "&lt;/svg&gt;" in text
    assert re.search("x{20,}…", text)


def test_the_same_family_gives_the_same_bytes():
    data = lineage(*chain(6))
    assert family(data, data.model["m3"], Here("models/m3.md")) == family(data, data.model["m3"], Here("models/m3.md"))
