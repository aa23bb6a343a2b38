"""The page of the whole tree, tree/, and the same figure for the home page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.artifacts import Artifact
from build_tools.figures import whole_scene, whole_tree
from build_tools.fonts import measurer
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.pages._render import fragment, page
from build_tools.records import Model
from build_tools.render.bars import render_bars
from build_tools.vocabulary import Architecture, Openness

URI = "tree.md"
HEART = "transformer"   # what a small screen shows first, with what grew from it


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick in a filter."""

    facet: str
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Item:
    """One model of the nested list, with those below it."""

    id: str
    name: str
    href: str
    note: str
    below: tuple[Item, ...]


def pages(lineage: Lineage) -> Iterator[Artifact]:
    """The tree with its controls, its list and its bars."""
    here = Here(URI)
    first, last = min(lineage.by_year, default=0), max(lineage.by_year, default=0)
    yield page(
        URI, "tree.md.j2", title="Evolutionary tree", hide=("navigation", "toc", "path"),
        description=f"{len(lineage.models)} language models from {first} to {last} as one tree: filter, search, and follow "
                    "every line back to where it comes from.",
        figure=whole_tree(lineage, link=here.model), heart=_heart(lineage),
        openness=_openness(lineage), organizations=_organizations(lineage), branches=_branches(lineage),
        years=range(first, last + 1), data=_data(lineage, here), items=_items(lineage, here, lineage.roots),
        bars=render_bars(lineage, link=here.organization, measure=measurer()), total=len(lineage.models))


def home_figure(lineage: Lineage) -> str:
    """The figure of the home page: the tree without controls, a link to the page that has them."""
    here = Here("index.md")
    return fragment("tree-home.j2", here=here, figure=whole_tree(lineage, link=here.model), tree=here.to("tree/"), heart=_heart(lineage),
                    total=len(lineage.models))


def _heart(lineage: Lineage) -> str:
    """The point that a small screen begins with: a third of the way from the Transformer to the top."""
    scene = whole_scene(lineage)
    for node in scene.nodes:
        if node.id == HEART:
            return f"{node.x:.0f},{node.y * 0.72:.0f}"
    return f"{scene.width / 2:.0f},{scene.height / 2:.0f}"


def _openness(lineage: Lineage) -> list[Choice]:
    return [Choice("openness", each, words.OPENNESS[each],
                   sum(lineage.openness(model.id) is each for model in lineage.models)) for each in Openness]


def _branches(lineage: Lineage) -> list[Choice]:
    return [Choice("architecture", each, words.BRANCH[each],
                   sum(model.architecture.value is each for model in lineage.models)) for each in Architecture]


def _organizations(lineage: Lineage) -> list[Choice]:
    """Organizations with the most models first."""
    ranked = sorted(lineage.by_organization.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return [Choice("organization", key, lineage.organization[key].name if key in lineage.organization else key, len(models))
            for key, models in ranked]


def _items(lineage: Lineage, here: Here, ids: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(one, lineage.model[one].name, here.model(one), words.day(lineage.released(one)),
                      _items(lineage, here, lineage.children(one))) for one in ids)


def _data(lineage: Lineage, here: Here) -> Markup:
    """What the panel and the search say of each model, as JSON that HTML cannot misread."""
    text = json.dumps([_entry(lineage, here, model) for model in lineage.by_date], ensure_ascii=False,
                      separators=(",", ":"), allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def _entry(lineage: Lineage, here: Here, model: Model) -> dict[str, object]:
    access = lineage.access(model.id)
    terms = lineage.license.get(access.license or "")
    return {
        "id": model.id, "name": model.name, "aliases": _other_names(model), "url": here.model(model.id),
        "summary": model.summary.value, "date": words.day(lineage.released(model.id)),
        "organizations": words.join([lineage.organization[key].name if key in lineage.organization else key
                                     for key in model.organizations.value]),
        "branch": words.BRANCH[model.architecture.value], "openness": words.OPENNESS[access.openness],
        "license": terms.name if terms else "", "sizes": _sizes(model),
        "parents": [{"id": link.id, "relation": words.RELATION[link.relation],
                     "down": words.RELATION_DOWN[link.relation], "grade": link.grade}
                    for link in model.parents if link.id in lineage.model],
    }


def _other_names(model: Model) -> list[str]:
    """What people may type: other names, and the names of the sizes."""
    sizes = (size.name for size in model.sizes if size.name)
    return [name for name in dict.fromkeys((*model.aliases, *sizes)) if name != model.name]


def _sizes(model: Model) -> str:
    counts = sorted({size.parameters for size in model.sizes})
    if not counts:
        return ""
    low, high = words.short_count(counts[0]), words.short_count(counts[-1])
    return f"{low} parameters" if low == high else f"{low} to {high} parameters"
