"""Turn a scene of the lineage into the SVG of the tree."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.graph import Edge, Lineage
from build_tools.layout.labels import beneath
from build_tools.layout.scene import Card, Limb, Node, Path, Scene
from build_tools.render.templating import environment, number
from build_tools.vocabulary import Architecture, Grade
from build_tools.words import ARCHITECTURES, OPENNESS, long_date

__all__ = ["card_width", "render_tree"]

NAME_SIZE = 11.0
GREAT_SIZE = 13.0
CARD_PADDING = 5.0
UNSURE = "?"        # after the id of a further parent whose link is not stated; no id has this sign
ARC = ((0, 4), (1, 1), (4, 0))   # a card's round corner in two steps, pixels from the corner
PART = 200          # models that a browser draws in one frame at the beginning: in one of hundreds it keeps the reader waiting
PARTS = 6           # … in as many frames at most
SLIM = 2.0          # a limb thinner than this carries one model: in a narrow window it is drawn faintly


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node with everything its template writes; `card` and `text_x` from the node's own point."""

    id: str
    x: float
    y: float
    name: str
    label: str
    href: str
    organizations: str
    openness: str
    architecture: str
    released: str
    looks: str
    great: bool
    further: str
    card: Card | None
    outline: str


def card_width(name: str, measure: Callable[[str, float], float], great: bool = False) -> float:
    """Width of a card: name and padding, in whole pixels."""
    return float(math.ceil(CARD_PADDING * 2 + measure(name, GREAT_SIZE if great else NAME_SIZE)))


def render_tree(scene: Scene, lineage: Lineage, *, link: Callable[[str], str], title: str, key: str,
                cards: Mapping[str, Card], context: Collection[str] = (), great: Collection[str] = (), late: bool = False) -> Markup:
    """An inline SVG. ``link`` gives a model's address; ``cards`` are the boxes of the names that have room.

    ``context`` models are drawn faintly, ``great`` ones with larger names. ``late``: a style sheet may bring the models onto the screen part by
    part, the oldest first. Each part is an ``svg``: what is in a ``g`` that is not displayed is styled and laid out all the same.

    ``key`` makes ids unique. A further parent is only named on its child: the line is drawn when it is asked for. What scales with the drawing is in ``g.wood``; what keeps its size stands at a point of its own.
    """
    inside = {node.id for node in scene.nodes}
    further: dict[str, list[str]] = {}
    for edge in lineage.edges:
        if edge.parent in inside and edge.child in inside and not edge.link.primary:
            further.setdefault(edge.child, []).append(edge.parent + ("" if edge.link.grade is Grade.STATED else UNSURE))
    primary = {(edge.parent, edge.child): edge for edge in lineage.edges if edge.link.primary}
    under = beneath(scene.nodes, cards)
    looks = {node.id: "".join(look for look, has in ((" is-context", node.id in context), (" is-dot", node.id not in cards),
                                                     (" is-under", node.id in under)) if has) for node in scene.nodes}
    # Reading order is by date, as the eye goes up the tree.
    ordered = sorted(scene.nodes, key=lambda node: (lineage.released(node.id).key, node.id))
    text = environment().get_template("tree.svg.j2").render(
        scene=scene, title=title, key=key,
        bands=[year for year in scene.years if year.year % 2 == 0],
        years=scene.years,
        limbs=[_limb(limb, primary.get((limb.parent, limb.child)), lineage) for limb in scene.limbs],
        parts=_parts([_drawn(node, cards.get(node.id), lineage, link, looks[node.id], node.id in great, " ".join(further.get(node.id, ())))
                      for node in ordered], late), late=late)
    return Markup(text)


def _parts(nodes: Sequence[Drawn], late: bool) -> list[Sequence[Drawn]]:
    """The models in parts of about equal size; all in one if they are to appear together."""
    count = min(math.ceil(len(nodes) / PART), PARTS) if late else 1
    size = math.ceil(len(nodes) / max(count, 1))
    return [nodes[start:start + size] for start in range(0, len(nodes), size or 1)]


def _drawn(node: Node, card: Card | None, lineage: Lineage, link: Callable[[str], str], looks: str, great: bool,
           further: str) -> Drawn:
    model = lineage.model[node.id]
    openness, architecture = lineage.openness(model.id), model.architecture.value
    parent = lineage.primary_parent(model.id)
    box = Card(card.x - node.x, card.y - card.height / 2 - node.y, card.width, card.height) if card else None
    says = [model.name, ARCHITECTURES[architecture], OPENNESS[openness], long_date(lineage.released(model.id))]
    if parent:
        says.append(f"from {lineage.model[parent].name}")
    return Drawn(id=node.id, x=node.x, y=node.y, name=model.name, label=", ".join(says), href=link(model.id),
                 organizations=" ".join(model.organizations.value), openness=openness, architecture=architecture,
                 released=str(lineage.released(model.id)), looks=looks, great=great, further=further,
                 card=box, outline=_rounded(box) if box else "")


def _rounded(box: Card) -> str:
    """Corners of a box whose own corners are round, three for each; `box.y` is its top.

    The points of a polygon and no rectangle: a browser styles every rectangle of another size anew, which took it a third of its time.
    """
    right, bottom = box.x + box.width, box.y + box.height
    corners = ((box.x, box.y, 1, 1), (right, box.y, -1, 1), (right, bottom, -1, -1), (box.x, bottom, 1, -1))
    points = [(x + dx * across, y + dy * down) for place, (x, y, dx, dy) in enumerate(corners)
              for across, down in (ARC if place % 2 == 0 else ARC[::-1])]
    return " ".join(f"{number(x)} {number(y)}" for x, y in points)


def _limb(limb: Limb, edge: Edge | None, lineage: Lineage) -> Mapping[str, object]:
    architecture = lineage.model[limb.child].architecture.value
    if lineage.model[limb.parent].architecture.value is Architecture.PRE_TRANSFORMER:
        architecture = Architecture.PRE_TRANSFORMER   # the trunk below the Transformer stays grey
    unsure = edge is not None and edge.link.grade is not Grade.STATED
    line = limb.outline is None
    return {"parent": limb.parent, "child": limb.child, "path": _path(limb.spine) if line else _path(limb.outline) + "z",
            "look": (" limb--unsure" if unsure else "") + (" limb--thin" if line else ""), "leaf": limb.width < SLIM,
            "stroke": limb.width if line else None, "architecture": architecture,
            "relation": edge.link.relation if edge else "", "grade": edge.link.grade if edge else ""}


def _path(path: Path) -> str:
    """Relative curves and lines between points rounded to a tenth, so that errors do not add up."""
    (x, y), pieces = path
    x, y = round(x * 10), round(y * 10)
    text = [f"M{number(x / 10)} {number(y / 10)}"]
    for piece in pieces:
        points = [(round(px * 10), round(py * 10)) for px, py in piece]
        text.append(("c" if len(points) == 3 else "l")
                    + " ".join(f"{number((px - x) / 10)} {number((py - y) / 10)}" for px, py in points))
        x, y = points[-1]
    return "".join(text)
