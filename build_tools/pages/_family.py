"""Draw the near family of one model: ancestors to the left, descendants to the right."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass, field

import graphviz
from markupsafe import Markup

from build_tools.dot import render_dot
from build_tools.graph import Edge, Lineage
from build_tools.pages import _words as words
from build_tools.pages._here import Here
from build_tools.pages._render import fragment
from build_tools.records import Model

__all__ = ["family"]

LEVELS_UP = 4
CHILDREN = 9  # more than this are told as "+ n more"
GRANDCHILDREN = 4  # of each child
LETTER, PADDING, HEIGHT = 8.0, 26.0, 42.0  # of a node, in points
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class _Node:
    id: str
    text: str
    below: str
    href: str
    name: str
    looks: str

    @property
    def width(self) -> float:
        return max(len(self.text), 0.8 * len(self.below), 5) * LETTER + PADDING


@dataclass(frozen=True, slots=True)
class _Line:
    tail: str
    head: str
    looks: str


@dataclass
class _Graph:
    """What to draw; the same node or line asked for twice is drawn once."""

    nodes: dict[str, _Node] = field(default_factory=dict)
    lines: dict[tuple[str, str], _Line] = field(default_factory=dict)


def family(lineage: Lineage, model: Model, here: Here) -> Markup | None:
    """An inline SVG of the family of a model, or nothing where it has none."""
    graph = _collect(lineage, model, here)
    if len(graph.nodes) < 2:
        return None
    width, height, shift, boxes, paths = _layout(_dot(graph))
    nodes = [(graph.nodes[key], box) for key, box in boxes.items()]
    lines = [(graph.lines[key], path) for key, path in paths.items()]
    return fragment("family.svg.j2", nodes=nodes, lines=lines, width=width, height=height, shift=shift, model=model)


# --- what belongs to the family --------------------------------------------------------------

def _collect(lineage: Lineage, model: Model, here: Here) -> _Graph:
    graph = _Graph()
    edges = {(edge.parent, edge.child): edge for edge in reversed(lineage.edges)}

    def show(model_id: str) -> None:
        graph.nodes[model_id] = _node(lineage, lineage.model[model_id], model, here)

    def draw(parent: str, child: str) -> None:
        graph.lines[parent, child] = _line(edges[parent, child])

    show(model.id)
    path = lineage.path_to_root(model.id)[:LEVELS_UP + 1]
    for child, parent in zip(path, path[1:]):
        show(parent)
        draw(parent, child)
    for link in model.parents:
        if link.id in lineage.model:
            show(link.id)
            draw(link.id, model.id)
    _descend(lineage, model, here, graph, show, draw)
    return graph


def _descend(lineage: Lineage, model: Model, here: Here, graph: _Graph, show, draw) -> None:
    children = (*lineage.children(model.id), *lineage.further_children(model.id))
    for child in _weightiest(lineage, children, CHILDREN):
        show(child)
        draw(model.id, child)
        grandchildren = [found for found in lineage.children(child) if found not in graph.nodes]
        for grandchild in _weightiest(lineage, grandchildren, GRANDCHILDREN):
            show(grandchild)
            draw(child, grandchild)
        _more(graph, child, len(grandchildren) - GRANDCHILDREN, here.model(child) + "#grew-from-it")
    _more(graph, model.id, len(children) - CHILDREN, "#grew-from-it")


def _weightiest(lineage: Lineage, ids: Sequence[str], most: int) -> list[str]:
    """The ids from which most grew, in the order given."""
    kept = sorted(ids, key=lambda one: -len(lineage.tree_descendants(one)))[:most]
    return [one for one in ids if one in kept]


def _more(graph: _Graph, parent: str, left: int, href: str) -> None:
    if left > 0:
        key = f"+{parent}"
        graph.nodes[key] = _Node(key, f"+ {left} more", "", href, f"+ {left} more models that grew from {parent}", "node--more")
        graph.lines[parent, key] = _Line(parent, key, "")


def _node(lineage: Lineage, found: Model, about: Model, here: Here) -> _Node:
    year = str(lineage.released(found.id).year)
    openness = lineage.openness(found.id)
    looks = [f"node--{found.architecture.value}", "node--open" if openness.is_open else "node--closed"]
    looks += ["node--self"] if found.id == about.id else []
    name = f"{found.name} {year}, {words.BRANCH[found.architecture.value].lower()}, {words.OPENNESS[openness].lower()}"
    return _Node(found.id, _short(found.name), year, here.model(found.id), name, " ".join(looks))


def _short(name: str) -> str:
    return name if len(name) <= 24 else name[:23].rstrip() + "…"


def _line(edge: Edge) -> _Line:
    kind = "" if edge.link.primary else " line--further"
    return _Line(edge.parent, edge.child, f"line--{edge.link.grade}{kind}")


# --- where Graphviz puts it --------------------------------------------------------------------

def _dot(graph: _Graph) -> str:
    """DOT source with ids for names: no text of the data goes through Graphviz."""
    dot = graphviz.Digraph(graph_attr={"rankdir": "LR", "nodesep": "0.16", "ranksep": "0.45"},
                           node_attr={"shape": "box", "fixedsize": "true", "label": ""}, edge_attr={"arrowhead": "none"})
    for key, node in graph.nodes.items():
        dot.node(key, width=f"{node.width / 72:.4f}", height=f"{HEIGHT / 72:.4f}")
    for tail, head in graph.lines:
        dot.edge(tail, head)
    return dot.source


def _layout(source: str):
    """Width, height, shift, boxes by node and paths by line, read back from the rendered SVG."""
    drawing = ET.fromstring(render_dot(source))
    _, _, width, height = (float(part) for part in drawing.get("viewBox", "").split())
    boxes: dict[str, tuple[str, ...]] = {}
    paths: dict[tuple[str, str], str] = {}
    for group in drawing.iter(f"{SVG}g"):
        name = group.findtext(f"{SVG}title", "")
        if group.get("class") == "node":
            boxes[name] = _box(group.find(f"{SVG}polygon").get("points"))
        elif group.get("class") == "edge":
            tail, _, head = name.partition("->")
            paths[tail, head] = group.find(f"{SVG}path").get("d")
    return f"{width:g}", f"{height:g}", f"{4:g},{height - 4:g}", boxes, paths


def _box(points: str) -> tuple[str, ...]:
    """Left, top, width, height, middle of a polygon."""
    corners = [tuple(map(float, point.split(","))) for point in points.split()]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    return tuple(f"{value:.2f}".rstrip("0").rstrip(".")
                 for value in (left, top, right - left, bottom - top, (left + right) / 2, (top + bottom) / 2))
