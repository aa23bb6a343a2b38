"""The page of the whole tree, tree/, and the same figure for the home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.artifacts import Artifact
from build_tools.figures import whole_scene, whole_tree
from build_tools.fonts import measurer
from build_tools.graph import Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.pages._render import fragment, page
from build_tools.render.bars import render_bars

URI = "tree.md"
HEART = "transformer"   # what a small screen shows first, with what grew from it


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
        URI, "tree.md.j2", title="Evolutionary tree", hide=("navigation", "toc", "path"), wide=True,
        description=f"{len(lineage.models)} language models from {first} to {last} as one tree: filter, search, and follow "
                    "every line back to where it comes from.",
        figure=whole_tree(lineage, link=here.model, late=True), heart=_heart(lineage),
        items=_items(lineage, here, lineage.roots),
        bars=render_bars(lineage, link=here.organization, measure=measurer()), total=len(lineage.models))


def home_figure(lineage: Lineage) -> str:
    """The figure of the home page: the tree without controls, a link to the page that has them."""
    here = Here("index.md")
    return fragment("tree-home.j2", here=here, figure=whole_tree(lineage, link=here.model, late=True), tree=here.to("tree/"), heart=_heart(lineage),
                    total=len(lineage.models))


def _heart(lineage: Lineage) -> str:
    """The point that a window smaller than the picture begins with, without the script that fits it."""
    scene = whole_scene(lineage)
    return next((f"{node.x:.0f},{node.y:.0f}" for node in scene.nodes if node.id == HEART), f"{scene.width / 2:.0f},{scene.height:.0f}")


def _items(lineage: Lineage, here: Here, ids: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(one, lineage.model[one].name, here.model(one), words.day(lineage.released(one)),
                      _items(lineage, here, lineage.children(one))) for one in ids)
