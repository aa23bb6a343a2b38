"""Cards for the models that stand as dots: each takes the first free place beside its dot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.layout.scene import Card, Point

__all__ = ["CARD_HEIGHT", "DOT", "centered", "place_cards"]

CARD_HEIGHT = 18.0
DOT = 5.0           # radius of a dot with its ring
CARD_GAP = 2.0
DOT_GAP = 1.0
CELL = 64.0         # side of a cell of the grid in which neighbors are looked up


def centered(point: Point, width: float) -> Card:
    """A card with its model's point in the middle."""
    return Card(point[0] - width / 2, point[1], width, CARD_HEIGHT)


def place_cards(points: Mapping[str, Point], widths: Mapping[str, float], ranked: Sequence[str],
                fixed: Iterable[str], leftward: Iterable[str], bounds: tuple[float, float]) -> dict[str, Card]:
    """Cards by id. ``fixed`` get theirs on the dot; the others, best rank first, where there is room.

    No card meets another card or another model's dot; none leaves ``bounds`` (left, right).
    ``leftward`` models try their left side first.
    """
    cards = _Grid(CARD_GAP)
    dots = _Grid(DOT_GAP)
    for one, (x, y) in points.items():
        dots.add(one, Card(x - DOT, y, 2 * DOT, 2 * DOT))
    found: dict[str, Card] = {}
    for one in fixed:
        found[one] = centered(points[one], widths[one])
        cards.add(one, found[one])
    leftward = frozenset(leftward)
    for one in ranked:
        if one in found:
            continue
        for card in _candidates(points[one], widths[one], one in leftward):
            inside = bounds[0] <= card.x and card.x + card.width <= bounds[1]
            if inside and not cards.hits(card, one) and not dots.hits(card, one):
                found[one] = card
                cards.add(one, card)
                break
    return found


def _candidates(point: Point, width: float, leftward: bool) -> Iterator[Card]:
    """Places for a card, best first: on the dot, beside it, then above and below it."""
    x, y = point
    yield centered(point, width)
    right, left = x + DOT + 2, x - DOT - 2 - width
    sides = (left, right) if leftward else (right, left)
    for dy in (0.0, -9.0, 9.0):
        for side in sides:
            yield Card(side, y + dy, width, CARD_HEIGHT)
    rise = DOT + 2 + CARD_HEIGHT / 2
    for dy in (-rise, rise):
        for share in (0.5, 0.2, 0.8, 0.02, 0.98):
            yield Card(x - width * share, y + dy, width, CARD_HEIGHT)


class _Grid:
    """Boxes in square cells, so that a look-up meets only what is near."""

    def __init__(self, gap: float):
        self.gap = gap
        self.cells: dict[tuple[int, int], list[tuple[str, Card]]] = {}

    def _cells(self, card: Card) -> Iterator[tuple[int, int]]:
        half = card.height / 2 + self.gap
        for column in range(int((card.x - self.gap) // CELL), int((card.x + card.width + self.gap) // CELL) + 1):
            for row in range(int((card.y - half) // CELL), int((card.y + half) // CELL) + 1):
                yield column, row

    def add(self, owner: str, card: Card) -> None:
        for cell in self._cells(card):
            self.cells.setdefault(cell, []).append((owner, card))

    def hits(self, card: Card, owner: str) -> bool:
        """Whether the box meets one of another owner."""
        return any(other != owner and card.meets(box, self.gap)
                   for cell in self._cells(card) for other, box in self.cells.get(cell, ()))
