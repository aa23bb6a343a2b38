"""The figures of the site: the whole tree, and the part of it that a page is about."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection, Iterable
from datetime import date

from markupsafe import Markup

from build_tools.fonts import measurer
from build_tools.graph import Lineage
from build_tools.layout.place import Page, place
from build_tools.layout.scene import Scene, Twig
from build_tools.values import PartialDate
from build_tools.render.tree import card_width, render_tree
from build_tools.vocabulary import Architecture

__all__ = ["part_of_tree", "twigs", "whole_scene", "whole_tree"]

WIDTH = 1240
MANY = 150
LANDMARKS = 110   # named in the view from afar, where the tree is too large for all names
# Where each branch grows, seen from the Transformer and wherever a line changes its branch.
SIDES = {Architecture.ENCODER_ONLY: -1, Architecture.ENCODER_DECODER: -1, Architecture.DECODER_ONLY: 1,
         Architecture.OTHER: 1, Architecture.PRE_TRANSFORMER: -1}


def year_fraction(when: PartialDate) -> float:
    """A date as a year with a fraction; the middle of the month or year where it is no more exact."""
    if not when.month:
        return when.year + 0.5
    day = when.day or 15
    days = 366 if calendar.isleap(when.year) else 365
    return when.year + (date(when.year, when.month, day).timetuple().tm_yday - 1) / days


def twigs(lineage: Lineage, ids: Collection[str], context: Collection[str] = ()) -> tuple[Twig, ...]:
    """What the layout needs of these models; parents outside ``ids`` are left out."""
    measure = measurer()
    found = []
    for model in lineage.by_date:
        if model.id not in ids:
            continue
        parent = lineage.primary_parent(model.id)
        parent = parent if parent in ids else None
        found.append(Twig(model.id, parent, year_fraction(lineage.released(model.id)),
                          card_width(model.name, measure), _side(lineage, model.id, parent),
                          rank=1 if model.id in context else 0))
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


def whole_scene(lineage: Lineage) -> Scene:
    """The layout of all models; its height grows with their number, more slowly once they are many."""
    everything = {model.id for model in lineage.models}
    height = 560 + 4.4 * min(len(everything), MANY) + 3.2 * max(0, len(everything) - MANY)
    return place(twigs(lineage, everything), Page(WIDTH, round(height), landmarks=LANDMARKS if len(everything) > MANY else 0))


def whole_tree(lineage: Lineage, *, link: Callable[[str], str]) -> Markup:
    """The evolutionary tree of every model."""
    return render_tree(whole_scene(lineage), lineage, link=link, key="tree",
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
    scene = place(twigs(lineage, inside, context), Page(width, height))
    return render_tree(scene, lineage, link=link, key="part", title=title, context=context)
