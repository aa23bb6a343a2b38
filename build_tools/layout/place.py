"""The whole way from twigs to a scene: axis, order, columns, cards, limbs.

The vertical position is the date. A planar order and one linear programme over dots and lanes
give the columns; the models of best rank get a card there, the others where room is left. How
many cards the programme reserves is the number that leaves the fewest models without a name.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.layout.columns import Claim, columns, separations
from build_tools.layout.labels import CARD_HEIGHT, DOT, far_cards, place_cards
from build_tools.layout.limbs import bend_height, late_spine, leave_height, limb_width, outline, spine
from build_tools.layout.order import Order, planar_order
from build_tools.layout.scene import Card, Limb, Node, Point, Scene, Twig, Year
from build_tools.layout.time_axis import Axis, effective_times, time_axis

__all__ = ["Page", "place"]

LANE_GAP = 2.0
FOOT = 16.0         # a lane begins so far above its parent: one may stand right above the other
HEIR_PULL = 4.0     # how much harder the line's heir is pulled above its parent than the others
LIMB_LOAD = 8       # a child that carries so many models is a great limb …
LIMB_RISE = 64.0    # … and gets so many pixels to rise in
STOUT = 2           # a limb that carries so many models is kept clear of other models' cards
LEAVE_SPARE = 10.0   # room kept below the curve in which a limb leaves its bough
TRIALS = 12


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet: its size and the margins kept free for the years' names and at the edges."""

    width: float
    height: float
    left: float = 46.0
    right: float = 8.0
    top: float = 24.0
    bottom: float = 24.0
    landmarks: int = 0   # how many models get a large card too, for the view from afar


def place(twigs: Sequence[Twig], page: Page) -> Scene:
    """Lay out all ``twigs`` on ``page``; the same twigs in any order give the same scene.

    The scene is as wide as the page, or wider where the models cannot stand any closer.
    """
    if not twigs:
        return Scene(page.width, page.height, (), (), ())
    times = effective_times(twigs)
    order = planar_order(twigs, times)
    axis = _axis(times, order, page)
    rows = {one: axis.y(time) + page.top for one, time in times.items()}
    best: tuple[dict[str, Point], dict[str, float], dict[str, Card]] | None = None
    trial = _Trial(twigs, order, rows, page)
    for reserved in sorted({round(len(twigs) * step / TRIALS) for step in range(TRIALS + 1)}):
        tried = trial.run(reserved)
        if tried is None:
            break
        if best is None or len(tried[2]) >= len(best[2]):
            best = tried
    points, boughs, cards = best if best else trial.run(0, squeeze=False)
    width = max(page.width, *(x + page.right + 40 for x, _ in points.values()))
    far = far_cards(points, trial.width, trial.ranked, page.landmarks, (page.left - 8, width - page.right)) if page.landmarks else {}
    nodes = tuple(Node(one, points[one][0], points[one][1], cards.get(one), far.get(one)) for one in sorted(points))
    years = tuple(Year(year.year, year.top + page.top, year.bottom + page.top) for year in axis.years())
    return Scene(math.ceil(width), page.height, nodes, _limbs(twigs, order, points, boughs), years)


def _axis(times: Mapping[str, float], order: Order, page: Page) -> Axis:
    """The axis, stretched where a line's heir would stand too close above its parent."""
    height = page.height - page.top - page.bottom
    pairs = []
    for parent, found in sorted(order.children.items()):
        for child in found:
            low, high, load = times[parent], times[child], order.load[child]
            if load >= LIMB_LOAD:
                pairs.append((low, high, LIMB_RISE))
            elif load >= 3 and order.main[parent] == child and high - low > 0.04:
                pairs.append((low, high, CARD_HEIGHT + 12))
    return time_axis(times.values(), height=height, apart=pairs)


class _Trial:
    """Tries numbers of reserved cards; holds what all trials share."""

    def __init__(self, twigs: Sequence[Twig], order: Order, rows: Mapping[str, float], page: Page):
        self.twigs = sorted(twigs, key=lambda twig: twig.id)
        self.order, self.rows, self.page = order, rows, page
        self.seat = {one: seat for seat, one in enumerate(order.seats)}
        bough_of = {child: name for name, children in order.boughs.items() for child in children}
        self.width = {twig.id: twig.width for twig in twigs}
        self.parent = {twig.id: twig.parent for twig in twigs}
        self.ranked = [twig.id for twig in sorted(
            twigs, key=lambda twig: (twig.rank, -order.load[twig.id], twig.time, twig.id))]
        lanes, self.pulls, self.stout = [], [], []
        leaves = _leaves(order)
        for twig in self.twigs:
            seat, y, half = self.seat[twig.id], rows[twig.id], limb_width(order.load[twig.id], len(twigs)) / 2
            lanes.append(Claim(seat, DOT + 1, DOT + 1, y - DOT - 1, y + DOT + 1))
            if twig.parent is None:
                continue
            late = bough_of.get(twig.id)
            foot = rows[twig.parent] - FOOT
            if late:
                foot = min(foot, y + leaves[twig.id] + LEAVE_SPARE)
            if foot > y:
                lanes.append(Claim(seat, half + 1, half + 1, y, foot))
                if order.load[twig.id] >= STOUT and not late:
                    self.stout.append((twig.parent, twig.id, lanes[-1]))
            heir = order.main.get(twig.parent) == twig.id
            self.pulls.append((seat, self.seat[late or twig.parent],
                               math.sqrt(order.load[twig.id]) * (HEIR_PULL if heir else 1.0)))
        for name, children in sorted(order.boughs.items()):
            parent, seat = self.parent[children[0]], self.seat[name]
            half = max(limb_width(order.load[child], len(twigs)) for child in children) / 2
            lane = Claim(seat, half + 2, half + 2, min(rows[child] for child in children), rows[parent] - FOOT)
            lanes.append(lane)
            self.stout.append((parent, name, lane))
            self.pulls.append((seat, self.seat[parent], math.sqrt(sum(order.load[child] for child in children))))
        self.lanes = separations(lanes, LANE_GAP)

    def run(self, reserved: int, squeeze: bool = True) -> tuple[dict[str, Point], dict[str, float], dict[str, Card]] | None:
        """Points, the x of boughs, and cards with room kept for the first ``reserved`` models; None if the page is too narrow."""
        kept = set(self.ranked[:reserved])
        claims = []
        for twig in self.twigs:
            y, seat = self.rows[twig.id], self.seat[twig.id]
            half, rise = (twig.width / 2, CARD_HEIGHT / 2) if twig.id in kept else (DOT, DOT)
            claims.append(Claim(seat, half, half, y - rise - 1, y + rise + 1))
        claims += [lane for _, _, lane in self.stout]
        apart = dict(self.lanes)
        for pair, need in separations(claims, 3.0).items():
            apart[pair] = max(need, apart.get(pair, 0.0))
        found = columns(len(self.order.seats), self.pulls, apart)
        room, points = self._fit(found, kept, squeeze)
        if room is None:
            return None
        boughs = {one: points.pop(one)[0] for one in self.order.boughs}
        leftward = [one for one, parent in self.parent.items()
                    if parent is not None and points[one][0] < points[parent][0] - 2]
        cards = place_cards(points, self.width, self.ranked, self.ranked[:reserved], leftward, room,
                            self._stout_boxes({**{one: x for one, (x, _) in points.items()}, **boughs}))
        return points, boughs, cards

    def _stout_boxes(self, across: Mapping[str, float]) -> list[tuple[str, str, Card]]:
        """The straight parts of stout limbs and of boughs, as (parent, child or bough, box)."""
        return [(parent, one, Card(across[one] - lane.left, (lane.top + lane.bottom) / 2, lane.left + lane.right, lane.bottom - lane.top))
                for parent, one, lane in self.stout]

    def _fit(self, found: Sequence[float], kept: set[str], squeeze: bool):
        """Spread the columns over the page and round them to half pixels."""
        page, order = self.page, self.order
        half = {one: self.width[one] / 2 if one in kept else 40.0 if one in self.width else 0.0 for one in order.seats}
        low = min(x - half[one] for x, one in zip(found, order.seats))
        high = max(x + half[one] for x, one in zip(found, order.seats))
        left, right = min(found) - low, high - max(found)
        span, free = max(found), page.width - page.left - page.right - left - right
        if squeeze and span > free:
            return None, {}
        scale = free / span if 0 < span < free else 1.0
        points = {one: (round((page.left + left + x * scale) * 2) / 2, round(self.rows.get(one, 0.0) * 2) / 2)
                  for x, one in zip(found, order.seats)}
        edge = max(page.width - page.right, max(x for x, _ in points.values()) + right)
        return (page.left - 8, edge), points


def _limbs(twigs: Sequence[Twig], order: Order, points: Mapping[str, Point], boughs: Mapping[str, float]) -> tuple[Limb, ...]:
    """Every limb, the widest first, so that thin ones are drawn over thick ones."""
    whole, limbs, bends = len(twigs), [], _bends(twigs, order, points, boughs)
    bough_of = {child: name for name, children in order.boughs.items() for child in children}
    leaves = _leaves(order)
    for twig in twigs:
        if twig.parent is None:
            continue
        start, end, name = points[twig.parent], points[twig.id], bough_of.get(twig.id)
        toward = boughs[name] if name else end[0]
        bend = min(start[1] - end[1], bends[twig.parent, toward > start[0]])
        slim = max(2.0, 0.55 * bend) if abs(toward - start[0]) > 4 else math.inf
        width = min(limb_width(order.load[twig.id], whole), slim)
        heir = order.main.get(twig.parent) == twig.id
        foot = min(limb_width(order.load[twig.parent], whole), width * (1.6 if heir else 1.3) + 1.2, slim)
        middle = late_spine(start, toward, end, bend, leaves[twig.id]) if name else spine(start, end, bend)
        limbs.append(Limb(twig.parent, twig.id, outline(middle, foot, width), middle, width))
    return tuple(sorted(limbs, key=lambda limb: (-limb.width, limb.child)))


def _leaves(order: Order) -> dict[str, float]:
    """How high each limb's curve out of its bough is; never lower than that of one further in, so that they do not cross."""
    found: dict[str, float] = {}
    for children in order.boughs.values():
        least = 0.0
        for child in reversed(children):
            found[child] = least = max(least, leave_height(order.load[child]))
    return found


def _bends(twigs: Sequence[Twig], order: Order, points: Mapping[str, Point],
           boughs: Mapping[str, float]) -> dict[tuple[str, bool], float]:
    """One height of bend for everything on one side of a parent: curves of one shape do not cross."""
    bough_of = {child: name for name, children in order.boughs.items() for child in children}
    bends: dict[tuple[str, bool], float] = {}
    for twig in twigs:
        if twig.parent is not None:
            toward = boughs[bough_of[twig.id]] if twig.id in bough_of else points[twig.id][0]
            across = toward - points[twig.parent][0]
            key = (twig.parent, across > 0)
            bends[key] = max(bends.get(key, 0.0), bend_height(across))
    for parent, heir in order.main.items():     # the heir stands further in than its elders and may be reached sooner
        (px, py), (x, y) = points[parent], points[heir]
        if abs(x - px) >= 0.5:
            bends[parent, x > px] = min(bends[parent, x > px], py - y)
    return bends
