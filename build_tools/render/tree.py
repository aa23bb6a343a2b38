"""Turn a scene of the lineage into the SVG of the tree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.graph import Edge, Lineage
from build_tools.layout.scene import Card, Limb, Node, Point, Scene
from build_tools.render.templating import environment, number
from build_tools.vocabulary import Architecture, Grade
from build_tools.words import ARCHITECTURES, OPENNESS, long_date

__all__ = ["BADGE_WIDTH", "CARD_PADDING", "NAME_SIZE", "card_width", "render_tree"]

NAME_SIZE = 11.0
BADGE_SIZE = 8.0
BADGE_WIDTH = 20.0
CARD_PADDING = 5.0
SLIM = 2.2          # a limb thinner than this is drawn with fewer points
STOUT = 4.0         # an unsure limb thinner than this is a dashed line, else a shape with a dashed rim


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node with everything its template writes."""

    node: Node
    name: str
    label: str
    href: str
    classes: str
    organizations: str
    openness: str
    architecture: str
    released: str
    badge: str
    looks: str
    on_card: bool
    card: Card | None
    text_x: float


def card_width(name: str, measure: Callable[[str, float], float]) -> float:
    """Width of a card: badge, name and padding, in whole pixels."""
    return float(round(CARD_PADDING * 2 + BADGE_WIDTH + 3 + measure(name, NAME_SIZE)))


def render_tree(scene: Scene, lineage: Lineage, *, link: Callable[[str], str], title: str, key: str,
                context: Collection[str] = ()) -> Markup:
    """An inline SVG. ``link`` gives a model's address; ``context`` models are drawn faintly; ``key`` makes ids unique."""
    inside = {node.id for node in scene.nodes}
    points = {node.id: (node.x, node.y) for node in scene.nodes}
    further = [edge for edge in lineage.edges
               if edge.parent in inside and edge.child in inside and not edge.link.primary]
    primary = {(edge.parent, edge.child): edge for edge in lineage.edges if edge.link.primary}
    # Reading order is by date, as the eye goes up the tree.
    ordered = sorted(scene.nodes, key=lambda node: (lineage.released(node.id).key, node.id))
    text = environment().get_template("tree.svg.j2").render(
        scene=scene, title=title, key=key,
        bands=[year for year in scene.years if year.year % 2 == 0],
        years=scene.years,
        limbs=[_limb(limb, primary.get((limb.parent, limb.child)), lineage) for limb in scene.limbs],
        further=[_further(edge, points) for edge in further],
        nodes=[_drawn(node, lineage, link, node.id in context) for node in ordered])
    return Markup(text)


def _drawn(node: Node, lineage: Lineage, link: Callable[[str], str], faint: bool) -> Drawn:
    model = lineage.model[node.id]
    openness, architecture = lineage.openness(model.id), model.architecture.value
    parent = lineage.primary_parent(model.id)
    says = [model.name, ARCHITECTURES[architecture], OPENNESS[openness], long_date(lineage.released(model.id))]
    if parent:
        says.append(f"from {lineage.model[parent].name}")
    first = lineage.organization.get(model.organizations.value[0])
    card = node.card
    on_card = card is not None and abs(card.y - node.y) < 1 and card.x < node.x < card.x + card.width
    classes = ["model", f"model--{architecture}", f"model--{openness}",
               "model--open" if openness.is_open else "model--closed"]
    classes += ["model--context"] if faint else []
    classes += [] if card else ["model--dot"]
    return Drawn(node=node, name=model.name, label=", ".join(says), href=link(model.id), classes=" ".join(classes),
                 organizations=" ".join(model.organizations.value), openness=openness, architecture=architecture,
                 released=str(lineage.released(model.id)), badge=first.monogram if first else "?",
                 looks=" ".join(classes[1:4]),
                 on_card=on_card, card=card,
                 text_x=card.x + CARD_PADDING + BADGE_WIDTH + 3 if card else node.x)


def _limb(limb: Limb, edge: Edge | None, lineage: Lineage) -> Mapping[str, object]:
    architecture = lineage.model[limb.child].architecture.value
    if lineage.model[limb.parent].architecture.value is Architecture.PRE_TRANSFORMER:
        architecture = Architecture.PRE_TRANSFORMER   # the trunk below the Transformer stays grey
    unsure = edge is not None and edge.link.grade is not Grade.STATED
    thin = unsure and limb.width < STOUT
    return {"parent": limb.parent, "child": limb.child, "path": _path(limb.spine) if thin else _outline(limb),
            "look": " limb--unsure limb--thin" if thin else " limb--unsure" if unsure else "",
            "stroke": limb.width if thin else None, "architecture": architecture,
            "relation": edge.link.relation if edge else "", "grade": edge.link.grade if edge else ""}


def _outline(limb: Limb) -> str:
    points = limb.outline
    if limb.width < SLIM and len(limb.spine) > 8:
        half = len(points) // 2
        keep = [place for place in range(half) if place % 2 == 0 or place >= half - 2]
        points = tuple(points[place] for place in keep) + tuple(points[2 * half - 1 - place] for place in reversed(keep))
    return _path(points) + "z"


def _path(points: tuple[Point, ...]) -> str:
    """Relative line segments between points rounded to a tenth, so that errors do not add up."""
    rounded = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), steps = rounded[0], []
    for nx, ny in rounded[1:]:
        if (nx, ny) != (x, y):
            steps.append(f"{number((nx - x) / 10)} {number((ny - y) / 10)}")
            x, y = nx, ny
    return f"M{number(rounded[0][0] / 10)} {number(rounded[0][1] / 10)}l" + " ".join(steps)


def _further(edge: Edge, points: Mapping[str, Point]) -> Mapping[str, object]:
    (px, py), (cx, cy) = points[edge.parent], points[edge.child]
    rise = max(abs(py - cy) * 0.5, 24.0)
    path = (f"M{number(px)} {number(py)}C{number(px)} {number(py - rise)} "
            f"{number(cx)} {number(cy + rise)} {number(cx)} {number(cy)}")
    return {"parent": edge.parent, "child": edge.child, "path": path, "relation": edge.link.relation,
            "grade": edge.link.grade, "unsure": edge.link.grade is not Grade.STATED}
