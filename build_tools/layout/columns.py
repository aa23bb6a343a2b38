"""The horizontal positions: one linear programme over the planar order.

Every row of the drawing lists, in planar order, what claims room in it; neighbours must keep
their distance. Minimise the weighted horizontal length of all limbs under these constraints.
Solved by HiGHS (dual simplex, one thread), so the same input gives the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

__all__ = ["Claim", "columns", "separations"]

ROW = 6.0


@dataclass(frozen=True, slots=True)
class Claim:
    """Room that a model takes: `left` and `right` of its x, from `top` to `bottom`."""

    owner: int
    left: float
    right: float
    top: float
    bottom: float


def separations(claims: Sequence[Claim], gap: float) -> dict[tuple[int, int], float]:
    """Least distance between the x of neighbours, by pairs of places in the planar order."""
    rows: dict[int, dict[int, tuple[float, float]]] = {}
    for claim in claims:
        for row in range(int(claim.top // ROW), int(claim.bottom // ROW) + 1):
            left, right = rows.setdefault(row, {}).get(claim.owner, (0.0, 0.0))
            rows[row][claim.owner] = (max(left, claim.left), max(right, claim.right))
    found: dict[tuple[int, int], float] = {}
    for row in rows.values():
        owners = sorted(row)
        for a, b in zip(owners, owners[1:]):
            need = row[a][1] + row[b][0] + gap
            if need > found.get((a, b), 0.0):
                found[a, b] = need
    return found


def columns(count: int, pulls: Sequence[tuple[int, int, float]],
            apart: Mapping[tuple[int, int], float]) -> list[float]:
    """x of each place, the leftmost at 0.

    ``pulls`` are (child, parent, weight); ``apart`` as `separations` gives it.

    Raises:
        RuntimeError: the solver found no optimum (the constraints are always feasible).
    """
    pulls = [pull for pull in pulls if pull[2] > 0]
    edges = len(pulls)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count + edges, 2 * edges + len(apart)
    infinity = highspy.kHighsInf
    lp.col_cost_ = np.array([0.0] * count + [weight for _, _, weight in pulls])
    lp.col_lower_, lp.col_upper_ = np.zeros(count + edges), np.full(count + edges, infinity)
    starts, index, value, lower = [0], [], [], []
    for place, (child, parent, _) in enumerate(pulls):
        for sign in (1.0, -1.0):       # stretch - sign * (x_child - x_parent) >= 0
            index += [count + place, child, parent]
            value += [1.0, -sign, sign]
            starts.append(len(index))
            lower.append(0.0)
    for (a, b), need in sorted(apart.items()):
        index += [b, a]
        value += [1.0, -1.0]
        starts.append(len(index))
        lower.append(need)
    lp.row_lower_, lp.row_upper_ = np.array(lower), np.full(len(lower), infinity)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_ = np.array(starts), np.array(index)
    lp.a_matrix_.value_ = np.array(value)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("solver", "simplex")
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"no columns found: {solver.modelStatusToString(solver.getModelStatus())}")
    found = list(solver.getSolution().col_value)[:count]
    least = min(found)
    return [x - least for x in found]
