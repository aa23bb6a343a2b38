"""Cards for the models that stand as dots: each takes the first free place beside its dot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.layout.scene import Card, Point

__all__ = ["CARD_HEIGHT", "DOT", "FAR", "centered", "far_cards", "place_cards"]

CARD_HEIGHT = 18.0
DOT = 5.0           # radius of a dot with its ring
CARD_GAP = 2.0
DOT_GAP = 1.0
CELL = 64.0         # side of a cell of the grid in which neighbors are looked up


def centered(point: Point, width: float) -> Card:
    """A card with its model's point in the middle."""
    return Card(point[0] - width / 2, point[1], width, CARD_HEIGHT)


def place_cards(points: Mapping[str, Point], widths: Mapping[str, float], ranked: Sequence[str],
                fixed: Iterable[str], leftward: Iterable[str], bounds: tuple[float, float],
                lanes: Iterable[tuple[str, str, Card]] = ()) -> dict[str, Card]:
    """Cards by id. ``fixed`` get theirs on the dot; the others, best rank first, where there is room.

    No card meets another card or another model's dot; none leaves ``bounds`` (left, right).
    ``leftward`` models try their left side first. Where there is no room, one card that stands
    in the way gives way, if it finds another place. ``lanes`` are the boxes of stout limbs, as
    (parent, child, box): a card over a limb that is not its own would look as if it grew there,
    so such places come last.
    """
    return _Placing(points, widths, frozenset(fixed), frozenset(leftward), bounds, lanes).run(ranked)


FAR = 2.0           # how much larger than its card a name is drawn that should be read from afar


def far_cards(points: Mapping[str, Point], widths: Mapping[str, float], ranked: Sequence[str], most: int,
              bounds: tuple[float, float]) -> dict[str, Card]:
    """Large cards of the landmarks, for a view in which the others are too small to be read.

    At most ``most``, best rank first; each on its point, else right or left of it, where it meets no other; none leaves ``bounds``.
    """
    placed, grid = {}, _Grid(FAR * CARD_GAP)
    for one in ranked:
        (x, y), width, height = points[one], widths[one] * FAR, CARD_HEIGHT * FAR
        for left in (x - width / 2, x + FAR * DOT, x - FAR * DOT - width):
            card = Card(left, y, width, height)
            if bounds[0] <= left and left + width <= bounds[1] and not grid.hits(card, one):
                grid.put(one, card)
                placed[one] = card
                break
        if len(placed) == most:
            break
    return placed


class _Placing:
    """The cards placed so far, and what is in their way."""

    def __init__(self, points: Mapping[str, Point], widths: Mapping[str, float], fixed: frozenset[str],
                 leftward: frozenset[str], bounds: tuple[float, float], lanes: Iterable[tuple[str, str, Card]]):
        self.points, self.widths, self.fixed, self.leftward, self.bounds = points, widths, fixed, leftward, bounds
        self.cards, self.dots = _Grid(CARD_GAP), _Grid(DOT_GAP)
        for one, (x, y) in points.items():
            self.dots.put(one, Card(x - DOT, y, 2 * DOT, 2 * DOT))
        self.lanes, self.foot = _Grid(0.0), {}
        for parent, child, box in lanes:
            self.lanes.put(child, box)
            self.foot[child] = parent

    def run(self, ranked: Sequence[str]) -> dict[str, Card]:
        for one in sorted(self.fixed):
            self.cards.put(one, centered(self.points[one], self.widths[one]))
        waiting = [one for one in ranked if one not in self.fixed and not self._settle(one)]
        for one in waiting:
            self._make_room(one)
        return dict(self.cards.boxes)

    def _free(self, one: str) -> list[Card]:
        """Places where a card stays inside and off every other dot; those off foreign limbs first."""
        found = [card for card in _candidates(self.points[one], self.widths[one], one in self.leftward)
                 if self.bounds[0] <= card.x and card.x + card.width <= self.bounds[1]
                 and not self.dots.hits(card, one)]
        return sorted(found, key=lambda card: any(self.foot[child] != one for child in self.lanes.hits(card, one)))

    def _settle(self, one: str) -> bool:
        """Put a card where no other card is."""
        for card in self._free(one):
            if not self.cards.hits(card, one):
                self.cards.put(one, card)
                return True
        return False

    def _make_room(self, one: str) -> bool:
        """Put a card where a single movable one stands, and that one elsewhere."""
        for card in self._free(one):
            hits = self.cards.hits(card, one)
            if len(hits) != 1 or hits[0] in self.fixed:
                continue
            blocker = hits[0]
            before = self.cards.take(blocker)
            self.cards.put(one, card)
            if self._settle(blocker):
                return True
            self.cards.take(one)
            self.cards.put(blocker, before)
        return False


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
    for dy in (-rise, rise):
        for side in sides:
            yield Card(side, y + dy, width, CARD_HEIGHT)


class _Grid:
    """Boxes in square cells, so that a look-up meets only what is near."""

    def __init__(self, gap: float):
        self.gap = gap
        self.boxes: dict[str, Card] = {}
        self.cells: dict[tuple[int, int], list[str]] = {}

    def _cells(self, card: Card) -> Iterator[tuple[int, int]]:
        half = card.height / 2 + self.gap
        for column in range(int((card.x - self.gap) // CELL), int((card.x + card.width + self.gap) // CELL) + 1):
            for row in range(int((card.y - half) // CELL), int((card.y + half) // CELL) + 1):
                yield column, row

    def put(self, owner: str, card: Card) -> None:
        self.boxes[owner] = card
        for cell in self._cells(card):
            self.cells.setdefault(cell, []).append(owner)

    def take(self, owner: str) -> Card:
        card = self.boxes.pop(owner)
        for cell in self._cells(card):
            self.cells[cell].remove(owner)
        return card

    def hits(self, card: Card, owner: str) -> list[str]:
        """Owners of the boxes that it meets, by name."""
        near = {other for cell in self._cells(card) for other in self.cells.get(cell, ()) if other != owner}
        return sorted(other for other in near if card.meets(self.boxes[other], self.gap))
