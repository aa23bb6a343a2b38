"""The tree's SVG keeps the contract that scripts, styles and other tools rely on, and nothing in the data can break it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from build_tools.figures import whole_scene, whole_tree
from build_tools.layout.scene import Card, Limb, Node, Scene, Year
from build_tools.render.tree import render_tree
from tests.helpers import MAKER, lineage, model, parent, random_lineage

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
GOLDEN = Path(__file__).parent / "small-tree.svg"
HOSTILE = ['<b>"&|', "</script><script>alert(1)</script>", "' onclick='alert(1)", '" onload="alert(1)', "]]>", "<!-- x", "&lt;b&gt;",
           "{{ 7*7 }}", "{% raw %}", "模型", "a\\b`$", "é" * 60]

SMALL = lineage(
    model("transformer", date="2017-06-12", architecture="encoder-decoder"),
    model("bert", "transformer", date="2018-10-11", architecture="encoder-only", openness="open-source", makers=("other", "maker")),
    model("gpt-1", "transformer", date="2018-06", openness="restricted-weights"),
    model("gpt-2", "gpt-1", date="2019-02-14", openness="api"),
    model("roberta", "bert", parent("gpt-2", grade="inferred", note="why"), date="2019", architecture="encoder-only", openness="unreleased"),
    model("electra", parent("bert", primary=True, grade="disputed", relation="objective", note="why"), parent("gpt-1", relation="objective"),
          date="2020-03", architecture="encoder-only"),
    organizations=(MAKER, MAKER.model_copy(update={"id": "other", "name": "Other", "monogram": "Ot"})))


def link(model_id):
    """A relative address with all that must be escaped."""
    return f"../models/{model_id}/?a=1&b='2'"


def drawn(data=SMALL):
    """The tree of a lineage, read back by an XML parser."""
    return etree.fromstring(str(whole_tree(data, link=link)))


def nodes(tree):
    """The link of each model, by id."""
    return {found.get("id").removeprefix("model-"): found for found in tree.iter(f"{SVG}a")}


def edges(tree):
    """Elements of class edge, by parent and child."""
    return {(found.get("data-parent"), found.get("data-child")): found for found in tree.iter() if "edge" in found.get("class", "").split()}


def classes(element):
    """Its classes."""
    return set(element.get("class").split())


# --- models ----------------------------------------------------------------------------------------

def test_every_model_is_a_link_with_its_id_class_and_data():
    tree = drawn()
    assert set(nodes(tree)) == set(SMALL.model)
    for model_id, found in nodes(tree).items():
        assert found.get("role") == "link" and "model" in classes(found)
        assert found.get("data-openness") == SMALL.openness(model_id)
        assert found.get("data-architecture") == SMALL.model[model_id].architecture.value
        assert found.get("data-released") == str(SMALL.released(model_id))
        assert found.get("data-organization") == " ".join(SMALL.model[model_id].organizations.value)


def test_links_are_xlink_href_and_never_href():
    tree = drawn()
    assert {found.get(f"{XLINK}href") for found in nodes(tree).values()} == {link(model_id) for model_id in SMALL.model}
    assert not tree.xpath("//*[@href]")


def test_the_spoken_name_starts_with_the_visible_one_and_says_openness_date_and_parent():
    found = nodes(drawn())
    for model_id, element in found.items():
        name = SMALL.model[model_id].name
        assert element.get("aria-label").startswith(name + ", ")
    assert [text.text for text in found["bert"].iter(f"{SVG}text")] == [SMALL.model["bert"].name]
    label = found["bert"].get("aria-label")
    assert "encoder-only" in label and "open source" in label and "October 11, 2018" in label and label.endswith("from Transformer")
    assert "from" not in found["transformer"].get("aria-label")


def test_models_stand_in_the_order_of_time():
    assert list(nodes(drawn())) == ["transformer", "gpt-1", "bert", "roberta", "gpt-2", "electra"]


def test_a_model_without_room_for_its_name_is_a_dot_with_a_spoken_name():
    tree = drawn(random_lineage(400, 1))
    dots = [found for found in nodes(tree).values() if "is-dot" in classes(found)]
    assert dots, "this lineage is meant to be too crowded for all names"
    assert all(found.get("aria-label") and found.xpath("./*[@class='dot']") and not found.xpath(".//*[local-name()='text']") for found in dots)


def test_the_shape_of_a_dot_tells_the_branch():
    found = nodes(drawn())
    shapes = {model_id: etree.tostring(element.find("*[@class='dot']")) for model_id, element in found.items()}
    assert shapes["bert"] == shapes["roberta"] == shapes["electra"] and shapes["gpt-1"] == shapes["gpt-2"]
    assert len({shapes["transformer"], shapes["bert"], shapes["gpt-1"]}) == 3


def test_what_keeps_its_size_stands_at_a_point_of_its_own():
    found = nodes(drawn())
    points = {node.id: (node.x, node.y) for node in whole_scene(SMALL).nodes}
    for model_id, element in found.items():
        assert element.getparent().get("transform") == "translate({} {})".format(*(f"{round(value, 1):g}" for value in points[model_id]))
    assert not drawn().xpath("//*[@class='wood']//*[local-name()='a']")


def test_many_models_come_in_parts_each_within_the_one_before_the_oldest_first():
    data = random_lineage(450, 3)
    whole, plain = (etree.fromstring(str(whole_tree(data, link=link, late=late))) for late in (True, False))
    parts = whole.xpath("//*[@class='part']")
    assert [len(part.xpath("./*[@role='listitem']")) for part in parts] == [150, 150, 150]
    assert all(later.getparent() is part for part, later in zip(parts, parts[1:]))
    assert list(nodes(whole)) == list(nodes(plain)) and not plain.xpath("//*[@class='part']")


# --- edges -----------------------------------------------------------------------------------------

def test_every_primary_link_is_a_limb_with_both_ends_its_relation_and_its_grade():
    found = edges(drawn())
    assert set(found) == {(edge.parent, edge.child) for edge in SMALL.edges if edge.link.primary}
    for edge in SMALL.edges:
        if edge.link.primary:
            limb = found[edge.parent, edge.child]
            assert "limb" in classes(limb)
            assert (limb.get("data-relation"), limb.get("data-grade")) == (edge.link.relation, edge.link.grade)


def test_every_further_parent_is_named_on_its_child():
    further = {}
    for edge in SMALL.edges:
        if not edge.link.primary:
            further.setdefault(edge.child, set()).add(edge.parent + ("" if edge.link.grade == "stated" else "?"))
    assert further and {one: set(node.get("data-further").split()) for one, node in nodes(drawn()).items() if node.get("data-further")} == further


@pytest.mark.parametrize("grade, unsure", [("stated", False), ("inferred", True), ("disputed", True)])
@pytest.mark.parametrize("primary", [True, False])
def test_an_inferred_or_disputed_link_is_marked(grade, unsure, primary):
    links = [parent("a", primary=primary, grade=grade, note="why")] + ([] if primary else [parent("b", primary=True)])
    tree = drawn(lineage(model("a", date="2018"), model("b", "a", date="2019"), model("c", *links, date="2020")))
    if primary:
        assert ("limb--unsure" in classes(edges(tree)["a", "c"])) == unsure
    else:
        assert nodes(tree)["c"].get("data-further") == ("a?" if unsure else "a")


def test_limbs_are_drawn_before_cards_so_that_they_pass_behind():
    order = [element for element in drawn().iter() if element.get("class")]
    last_edge = max(place for place, element in enumerate(order) if "edge" in classes(element))
    assert last_edge < min(place for place, element in enumerate(order) if "model" in classes(element))


def test_a_limb_ends_where_its_model_is():
    data = random_lineage(60, 2)
    scene = {node.id: node for node in whole_scene(data).nodes}

    def walk(path):
        head, *pieces = re.findall(r"[Mcl][^Mclz]*", path)
        x, y = map(float, head[1:].split())
        points = [(x, y)]
        for piece in pieces:
            numbers = list(map(float, piece[1:].split()))
            x, y = x + numbers[-2], y + numbers[-1]
            points.append((x, y))
        return points
    for (_, child), element in edges(drawn(data)).items():
        if "limb" in classes(element):
            near = min(abs(x - scene[child].x) + abs(y - scene[child].y) for x, y in walk(element.get("d")))
            assert near <= 18, child       # half of the widest limb, and a bit


# --- for everyone, and under a strict policy ------------------------------------------------------------

def test_no_link_is_hidden_from_readers():
    tree = drawn()
    assert not tree.xpath("//*[@aria-hidden='true']//*[local-name()='a']")
    assert not tree.xpath("//*[@role='img' or @role='presentation' or @role='none']//*[local-name()='a']")
    assert tree.get("role") not in ("img", "presentation", "none") and not tree.get("aria-hidden")


def test_the_tree_has_a_title_that_names_it():
    tree = drawn()
    [title] = tree.xpath(f"//*[@id='{tree.get('aria-labelledby')}']")
    assert title.text == "Evolutionary tree of 6 language models"


def test_nothing_needs_inline_styles_handlers_or_scripts():
    for element in drawn(random_lineage(40, 3)).iter():
        assert etree.QName(element).localname not in ("style", "script", "foreignObject", "image", "use")
        assert not [name for name in element.attrib if name == "style" or name.lower().startswith("on")]


def test_colors_are_left_to_the_style_sheet():
    for element in drawn(random_lineage(40, 3)).iter():
        assert not {"fill", "stroke", "color", "font-family", "font-size"} & set(element.attrib)


def test_every_id_is_given_once_and_cannot_be_one_of_the_theme():
    ids = drawn(random_lineage(40, 3)).xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(name.startswith(("model-", "tree-")) for name in ids)


def test_every_length_has_at_most_one_decimal():
    text = str(whole_tree(random_lineage(60, 4), link=str))
    assert not re.search(r"\d\.\d\d", re.sub(r'(aria-label|data-[a-z]+)="[^"]*"', "", text))
    assert not re.search(r"nan|inf\b|e-\d", text.replace("inferred", ""))


# --- hostile data -----------------------------------------------------------------------------------------

def named(name):
    """A tree whose models and organization carry this name."""
    return lineage(model("a", name=name, date="2018"), model("b", "a", name=f"{name} 2", date="2020"))


def comes_back(name):
    """Whether the drawn tree says the name unchanged, as text and nothing but text."""
    tree, plain = drawn(named(name)), drawn(named("Plain"))
    found = nodes(tree)["a"]
    assert name in [text.text for text in found.iter(f"{SVG}text")]
    assert found.get("aria-label").startswith(name + ", ")
    assert nodes(tree)["b"].get("aria-label").endswith(f"from {name}")
    shape = [sorted({element.tag for element in one.iter()} | {key for element in one.iter() for key in element.attrib}) for one in (tree, plain)]
    assert shape[0] == shape[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_back_as_text(name):
    comes_back(name)


@settings(max_examples=25, derandomize=True, deadline=None, database=None)
@given(st.text(alphabet=st.sampled_from("<>&\"'|`{}%#;/\\-!=ab]é"), min_size=1, max_size=20))
def test_any_name_comes_back_as_text(name):
    comes_back(name)


def test_a_hostile_title_and_address_come_back_as_text():
    text = render_tree(whole_scene(SMALL), SMALL, link=lambda one: f'"><script>{one}', title="</title><b>", key="tree", cards={})
    tree = etree.fromstring(str(text))
    assert tree.find(f"{SVG}title").text == "</title><b>"
    assert nodes(tree)["bert"].get(f"{XLINK}href") == '"><script>bert'


# --- as a whole ---------------------------------------------------------------------------------------------

def leaning(parent_id, child, start, end, width):
    """A straight limb; a thin one is a line."""
    (px, py), (cx, cy), half = start, end, width / 2
    outline = ((px - width, py), (((cx - half, cy),), ((cx + half, cy),), ((px + width, py),)))
    bend = ((px, py - 20.0), (cx, cy + 20.0), end)
    return Limb(parent_id, child, width, (start, (bend,)), outline if width > 2 else None)


# Placed by hand, so that only a change of the drawing itself changes the picture.
HAND = Scene(420, 300, (
    Node("transformer", 200, 270), Node("gpt-1", 300, 220), Node("bert", 110, 200), Node("gpt-2", 300.5, 120),
    Node("roberta", 60, 140), Node("electra", 150, 60)), (
    leaning("transformer", "bert", (200, 270), (110, 200), 9.0), leaning("transformer", "gpt-1", (200, 270), (300, 220), 6.25),
    leaning("bert", "electra", (110, 200), (150, 60), 5.0), leaning("gpt-1", "gpt-2", (300, 220), (300.5, 120), 1.6),
    leaning("bert", "roberta", (110, 200), (60, 140), 1.6)), (
    Year(2017, 240, 300), Year(2018, 180, 240), Year(2019, 90, 180), Year(2020, 0, 90)))
NAMES = {"transformer": Card(140, 270, 120, 22), "gpt-1": Card(310, 220, 80, 18), "bert": Card(70, 200, 80, 18),
         "gpt-2": Card(260, 104, 80, 18), "electra": Card(100, 60, 100, 18)}


def test_a_small_tree_is_drawn_as_expected(expect):
    """Renew by ``pytest tests/render --renew-expected`` and look at the picture."""
    text = str(render_tree(HAND, SMALL, link=lambda one: f"../models/{one}/", title="A small tree", key="small", cards=NAMES,
                           context={"gpt-1"}, great={"transformer"})) + "\n"
    assert len(text.encode()) <= 8_000
    expect(GOLDEN, text)
