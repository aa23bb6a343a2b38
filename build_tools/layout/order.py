"""The planar order: every model's place from left to right, so that no two limbs cross.

A depth-first walk. The child with the most descendants goes on in its parent's line; the
others stand left and right of it, on the side they ask for or else where there is less, and
on either side the older stand further out: an outer limb then leaves below every inner one.
Several children on one side share a bough: a lane of its own between them and their parent,
which each leaves at its own time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.layout.scene import Twig

__all__ = ["Order", "bough", "planar_order"]


@dataclass(frozen=True, slots=True)
class Order:
    """`sequence`: ids from left to right. `main`: the child that goes on in each parent's line.

    `load`: number of models in each one's subtree, itself included. `seats`: the sequence with the
    boughs in it, as `bough` names them; `boughs`: the children of each, outermost first.
    """

    sequence: tuple[str, ...]
    seats: tuple[str, ...]
    boughs: Mapping[str, tuple[str, ...]]
    main: Mapping[str, str]
    load: Mapping[str, int]
    children: Mapping[str, tuple[str, ...]]


LEFT, RIGHT = "<", ">"   # no id has these signs


def bough(parent: str, side: str) -> str:
    """Name of the bough that leaves a parent on one side."""
    return parent + side


def planar_order(twigs: Sequence[Twig], times: Mapping[str, float]) -> Order:
    """Order all twigs; independent of the order in which they come."""
    by_id = {twig.id: twig for twig in sorted(twigs, key=lambda twig: (times[twig.id], twig.id))}
    children: dict[str | None, list[str]] = {}
    for twig in by_id.values():
        children.setdefault(twig.parent, []).append(twig.id)
    load = _loads(by_id, times)
    main: dict[str, str] = {}
    seats: list[str] = []
    boughs: dict[str, tuple[str, ...]] = {}
    stack: list[tuple[str, bool]] = []

    def arrange(parent: str | None) -> tuple[list[str], str | None, list[str]]:
        """Children left of the line (outermost first), in it, and right of it (innermost first)."""
        found = children.get(parent, [])
        if not found:
            return [], None, []
        heir = max(found, key=lambda one: (load[one], by_id[one].side == 0, -times[one], one))
        left, right = [], []
        weight = {-1: 0, 1: 0}
        for one in (one for one in found if one != heir):
            side = by_id[one].side or (-1 if weight[-1] <= weight[1] else 1)
            weight[side] += load[one]
            (left if side < 0 else right).append(one)
        return left, heir, right[::-1]

    def push(parent: str | None) -> None:
        left, heir, right = arrange(parent)
        if parent is not None and heir is not None:
            main[parent] = heir
        for one in reversed(right):
            stack.append((one, False))
        if parent is not None and len(right) > 1:
            boughs[bough(parent, RIGHT)] = tuple(reversed(right))
            stack.append((bough(parent, RIGHT), True))
        if heir is not None:
            stack.append((heir, False))
        if parent is not None:
            stack.append((parent, True))
        if parent is not None and len(left) > 1:
            boughs[bough(parent, LEFT)] = tuple(left)
            stack.append((bough(parent, LEFT), True))
        for one in reversed(left):
            stack.append((one, False))

    push(None)
    while stack:
        one, done = stack.pop()
        if done or one not in children:
            seats.append(one)
        else:
            push(one)
    sequence = tuple(one for one in seats if one not in boughs)
    return Order(sequence, tuple(seats), boughs, main, load, {key: tuple(found) for key, found in children.items() if key is not None})


def _loads(by_id: Mapping[str, Twig], times: Mapping[str, float]) -> dict[str, int]:
    load = dict.fromkeys(by_id, 1)
    for one in sorted(by_id, key=lambda one: (times[one], one), reverse=True):
        parent = by_id[one].parent
        if parent is not None:
            load[parent] += load[one]
    return load
