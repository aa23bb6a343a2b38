"""The words of a drawing: what goes into the layout and what comes out; lengths in pixels, y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Card", "Limb", "Node", "Scene", "Twig", "Year"]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Twig:
    """One model to place.

    `time` is its date as a year with a fraction (2018.75). `side` says on which side of its
    parent's line it likes to grow: -1 left, 1 right, 0 wherever there is less. `width` is that
    of its card, in pixels; `rank` orders who gets a card first, 0 before 1.
    """

    id: str
    parent: str | None
    time: float
    width: float
    side: int = 0
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A box that carries a name: its left edge, its middle height and its size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Card, gap: float = 0.0) -> bool:
        """Whether the boxes come closer than ``gap``."""
        return (self.x < other.x + other.width + gap and other.x < self.x + self.width + gap
                and abs(self.y - other.y) < (self.height + other.height) / 2 + gap)


@dataclass(frozen=True, slots=True)
class Node:
    """A placed model: its point on the tree, its card, if it got one, and the large one of a landmark."""

    id: str
    x: float
    y: float
    card: Card | None
    far: Card | None = None


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb from a parent to its primary child: the outline of a tapering shape, closed."""

    parent: str
    child: str
    outline: tuple[Point, ...]
    spine: tuple[Point, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Year:
    """A year's band: `top` is where the next year begins."""

    year: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole drawing."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    limbs: tuple[Limb, ...]
    years: tuple[Year, ...]
