"""The limbs: tapering shapes that leave a parent, bend at once and climb in the child's lane, or in a bough and leave it late."""

from __future__ import annotations

import math
from collections.abc import Sequence

from build_tools.layout.scene import Point

__all__ = ["bend_height", "late_spine", "leave_height", "limb_width", "outline", "spine"]

THIN = 1.6
THICK = 30.0
LEAVE_MOST = 64.0


def limb_width(load: int, whole: int) -> float:
    """Width of a limb that carries ``load`` of ``whole`` models: area grows with what it carries."""
    return THIN + (THICK - THIN) * math.sqrt(max(load - 1, 0) / max(whole - 1, 1))


def bend_height(across: float) -> float:
    """Height over which a limb wants to bend: the wider it reaches, the taller."""
    return 34.0 + 0.4 * min(abs(across), 260.0)


def spine(parent: Point, child: Point, bend: float, steps: int = 14) -> tuple[Point, ...]:
    """Points along the middle of a limb, parent first: an S-bend, then straight up."""
    (px, py), (cx, cy) = parent, child
    if abs(cx - px) < 0.5:
        return ((px, py), (cx, cy))
    points = []
    for step in range(steps + 1):
        t = step / steps
        across = _bezier(t, 0.0, 0.06, 1.0, 1.0)
        up = _bezier(t, 0.0, 0.52, 0.42, 1.0)
        points.append((px + (cx - px) * across, py - bend * up))
    if py - bend - cy > 0.5:
        points.append((cx, cy))
    return tuple(points)


def late_spine(parent: Point, bough: float, child: Point, bend: float, leave: float) -> tuple[Point, ...]:
    """Points along the middle of a limb that climbs in a bough at x ``bough``.

    It bends into the bough over ``bend``, and out of it, to the child, over the last ``leave``; a child that stands lower than
    the bough's own bend is reached in one.
    """
    rise = parent[1] - child[1]
    if rise <= bend + 0.5:
        return spine(parent, child, rise)
    leave = min(leave, rise - bend)
    foot = (bough, child[1] + leave)
    return (*spine(parent, foot, bend), *spine(foot, child, leave)[1:])


def leave_height(load: int) -> float:
    """Height over which a limb that carries ``load`` models wants to leave its bough: a great one in a wide curve."""
    return min(12.0 + 6.0 * math.sqrt(load - 1), LEAVE_MOST)


def _bezier(t: float, a: float, b: float, c: float, d: float) -> float:
    s = 1 - t
    return a * s**3 + 3 * b * s * s * t + 3 * c * s * t * t + d * t**3


def outline(points: Sequence[Point], start: float, end: float) -> tuple[Point, ...]:
    """The closed outline around a spine whose width goes from ``start`` to ``end``."""
    lengths = [0.0]
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        lengths.append(lengths[-1] + math.hypot(bx - ax, by - ay))
    total = lengths[-1] or 1.0
    left, right = [], []
    for place, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(place - 1, 0)], points[min(place + 1, len(points) - 1)]
        dx, dy = bx - ax, by - ay
        size = math.hypot(dx, dy) or 1.0
        half = (start + (end - start) * (lengths[place] / total) ** 0.7) / 2
        nx, ny = -dy / size * half, dx / size * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return (*left, *reversed(right))
