"""The part of the tree that a page shows, with links that start from that page."""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from build_tools.figures import part_of_tree
from build_tools.graph import Lineage
from build_tools.pages._here import Here

__all__ = ["part"]

MANY = 12  # from so many models on, the figure has the whole width of the page


def part(lineage: Lineage, model_ids: Collection[str], here: Here, title: str) -> Markup:
    """An inline SVG of these models and of what connects them."""
    return part_of_tree(lineage, model_ids, link=here.model, title=title,
                        width=1140 if len(model_ids) > MANY else 860)
