"""The figures of the site: the whole tree, and the part of it that a page is about."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection, Iterable
from datetime import date
from itertools import takewhile
from math import log2

from markupsafe import Markup

from build_tools.fonts import measurer
from build_tools.graph import Lineage
from build_tools.layout.labels import labels
from build_tools.layout.place import Page, place
from build_tools.layout.scene import Card, Scene, Twig
from build_tools.values import PartialDate
from build_tools.render.tree import card_width, render_tree
from build_tools.vocabulary import Architecture, NotableFor

__all__ = ["POSTER", "cards", "great", "label_width", "part_of_tree", "prominence", "ranked", "twigs", "whole_scene", "whole_tree"]

POSTER = Page(4000, 2740)   # with a foot of 90 as high to its width as a sheet of the A series; nearly every name has room
LANDMARKS = 60    # so many models are named even over minor dots …
MAJOR = 60        # … which are those beyond this rank; the live page has the same numbers (lineage-figure.js)
GREAT = 20        # so many of the most prominent models are named in larger letters
# What a ground of notability adds to a model's prominence; twice as many descendants add 1.
GROUNDS = {NotableFor.INTRODUCED_METHOD: 1.0, NotableFor.LED_BENCHMARK: 1.0, NotableFor.FOUNDED_FAMILY: 1.5, NotableFor.WIDELY_USED: 2.5,
           NotableFor.BUILT_UPON: 1.0, NotableFor.HISTORICAL_SIGNIFICANCE: 2.5}
# Where each branch grows, seen from the Transformer and wherever a line changes its branch.
SIDES = {Architecture.ENCODER_ONLY: -2, Architecture.ENCODER_DECODER: -1, Architecture.DECODER_ONLY: 1,
         Architecture.OTHER: 2, Architecture.PRE_TRANSFORMER: -1}


def year_fraction(when: PartialDate) -> float:
    """A date as a year with a fraction; the middle of the month or year where it is no more exact."""
    if not when.month:
        return when.year + 0.5
    day = when.day or 15
    days = 366 if calendar.isleap(when.year) else 365
    return when.year + (date(when.year, when.month, day).timetuple().tm_yday - 1) / days


def twigs(lineage: Lineage, ids: Collection[str], context: Collection[str] = ()) -> tuple[Twig, ...]:
    """What the layout needs of these models; parents outside ``ids`` are left out."""
    largest = great(lineage, ids)
    found = []
    for model in lineage.by_date:
        if model.id not in ids:
            continue
        parent = lineage.primary_parent(model.id)
        parent = parent if parent in ids else None
        found.append(Twig(model.id, parent, year_fraction(lineage.released(model.id)),
                          label_width(lineage, model.id, model.id in largest), _side(lineage, model.id, parent),
                          rank=1 if model.id in context else 0, great=model.id in largest))
    return tuple(found)


def _side(lineage: Lineage, model_id: str, parent: str | None) -> int:
    own = lineage.model[model_id].architecture.value
    if parent is None or own is Architecture.PRE_TRANSFORMER:
        return 0
    parents = lineage.model[parent]
    # The great branches part at the Transformer; further up only a change of branch picks a side.
    trunk = lineage.primary_parent(parent)
    parting = trunk is None or lineage.model[trunk].architecture.value is Architecture.PRE_TRANSFORMER
    changes = parents.architecture.value is not own
    return SIDES[own] if parting or changes else 0


def whole_scene(lineage: Lineage, sheet: Page = Page()) -> Scene:
    """The layout of all models on a sheet."""
    return place(twigs(lineage, lineage.model), sheet)


def prominence(lineage: Lineage, model_id: str) -> float:
    """How well a model deserves to be named where not all can be.

    It adds up the powers of two among its descendants in the tree and its children by any edge (both by their number a
    year, so that the old do not hide the young), the models of a line that has its name from it, and our notability rule.
    """
    model = lineage.model[model_id]
    age = year_fraction(lineage.released(lineage.by_date[-1].id)) - year_fraction(lineage.released(model_id))
    young = 5 / (1 + max(age, 0.0))
    descendants = lineage.tree_descendants(model_id)
    parent, stem = lineage.primary_parent(model_id), _stem(model.name)
    founds = parent is None or _stem(lineage.model[parent].name) != stem
    namesakes = sum(_stem(lineage.model[one].name) == stem for one in descendants) if founds else 0
    children = len(lineage.children(model_id)) + len(lineage.further_children(model_id))
    return (log2(1 + min(len(descendants), 100) * young) + 1.5 * log2(1 + children * young) + log2(1 + namesakes)
            + sum(GROUNDS.get(ground, 0.0) for ground in {fact.value for fact in model.notable})
            + (1.5 if model.figure1 else 0.0) + (1.0 if model.introduced else 0.0))


def _stem(name: str) -> str:
    """What names of one line share: the letters before the first sign that is none."""
    return "".join(takewhile(str.isalpha, name)).lower()


def ranked(lineage: Lineage, ids: Collection[str]) -> tuple[str, ...]:
    """Models in the order in which they are named: the most prominent first, equal ones by date and id."""
    return tuple(sorted(ids, key=lambda one: (-prominence(lineage, one), year_fraction(lineage.released(one)), one)))


def great(lineage: Lineage, ids: Collection[str]) -> frozenset[str]:
    """Those of many models whose names are drawn larger; of few models, none."""
    return frozenset(ranked(lineage, ids)[:GREAT]) if len(ids) > 5 * GREAT else frozenset()


def label_width(lineage: Lineage, model_id: str, larger: bool = False) -> float:
    """Width of its name's card, in pixels on the screen."""
    return card_width(lineage.model[model_id].name, measurer(), larger)


def cards(lineage: Lineage, scene: Scene, shoots: Collection[Twig], zoom: float = 1.0) -> dict[str, Card]:
    """The labels of a scene, the more prominent models first; of all its ``shoots``, those of low rank last."""
    rank = {twig.id: twig.rank for twig in shoots}
    order = sorted(ranked(lineage, rank), key=rank.__getitem__)
    return labels(scene.nodes, {twig.id: twig.width for twig in shoots}, order, zoom, (scene.width, scene.height),
                  great={twig.id for twig in shoots if twig.great}, landmarks=order[:LANDMARKS],
                  minor=set(order[MAJOR:]))


def whole_tree(lineage: Lineage, *, link: Callable[[str], str], sheet: Page = Page(), late: bool = False) -> Markup:
    """The evolutionary tree of every model; ``late``: its models may come onto the screen part by part."""
    shoots = twigs(lineage, lineage.model)
    scene = place(shoots, sheet)
    return render_tree(scene, lineage, link=link, key="tree", cards=cards(lineage, scene, shoots), great=great(lineage, lineage.model), late=late,
                       title=f"Evolutionary tree of {len(lineage.models)} language models")


def part_of_tree(lineage: Lineage, model_ids: Iterable[str], *, link: Callable[[str], str], title: str,
                 width: int = 860) -> Markup:
    """The part of the tree with these models; the ancestors that connect them are drawn faintly."""
    focus = set(model_ids)
    inside = set(focus)
    for model_id in focus:
        for ancestor in lineage.path_to_root(model_id):
            inside.add(ancestor)
            if lineage.model[ancestor].architecture.value is not Architecture.PRE_TRANSFORMER and (
                    parent := lineage.primary_parent(ancestor)) and (
                    lineage.model[parent].architecture.value is Architecture.PRE_TRANSFORMER):
                break   # what led to the Transformer is another story
    context = inside - focus
    height = min(240 + 15 * len(inside), 900)
    shoots = twigs(lineage, inside, context)
    scene = place(shoots, Page(width, height))
    return render_tree(scene, lineage, link=link, key="part", title=title, cards=cards(lineage, scene, shoots), context=context)
