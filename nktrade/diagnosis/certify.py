"""Localisation of large systems: HiGHS proposes, exact arithmetic certifies.

The mixed-integer master chooses the lightest figures that cover the deficits known so far; a linear
programme tries to do without more. Where it fails, its dual names the rows to combine, and the
combination, worked out in whole numbers, is a new deficit. What cannot be proved so is acquitted.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import inf

import numpy as np

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.circuits import eliminated
from nktrade.diagnosis.cover import Cover
from nktrade.diagnosis.deficits import Deficit, deficits
from nktrade.diagnosis.model import Model
from nktrade.errors import FigureSystemError

_LARGEST_MODEL = 2_000
_NOISE = 1e-9
"""Share of the largest number below which a float says nothing."""
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def certified(model: Model, weights: Mapping[str, Fraction]) -> list[Cover]:
    """All sets of least weight, sorted by name."""
    _check_size(model)
    programme = Programme(model)
    known: list[Deficit] = []
    found: list[Cover] = []
    while True:
        chosen = _master(known, weights, [names for _, names in found])
        weight = None if chosen is None else sum((weights[name] for name in chosen), ZERO)
        if chosen is None or weight is None or (found and weight > found[0][0]):
            return sorted(found, key=lambda one: sorted(one[1]))
        proof = programme.refuted(chosen)
        if proof:
            known += [one for one in proof if one not in known]
        else:
            found.append((weight, chosen))


def is_acquitted(model: Model, freed: frozenset[str]) -> bool:
    """Whether no exact proof was found that the relations cannot hold with these freed."""
    _check_size(model)
    return not Programme(model).refuted(freed)


class Programme:
    """A model scaled for floats: the same verdict in any unit of money."""

    def __init__(self, model: Model) -> None:
        self.model = model
        held = model.intervals(frozenset())
        ends = [abs(end) for one in held for end in (one.low, one.high) if end is not None]
        self.size = float(max(ends, default=Fraction(1)) or 1)
        self.matrix = np.array(
            [[float(number) for number in row] for row in model.matrix], dtype=np.float64
        ).reshape(len(model.matrix), len(model.columns))
        self.rows, self.width = self.matrix.shape
        self.rhs = np.array([float(number) for number in model.rhs]) / self.size

    def refuted(self, freed: frozenset[str]) -> list[Deficit]:
        """Deficits that these do not cover, proved exactly; none where there may be a solution."""
        duals = self._duals(self.model.intervals(freed))
        if duals is None:
            return []
        support = [row for row in range(self.rows) if abs(duals[row]) > _NOISE]
        sums = self.matrix.T @ duals
        vanished = [column for column in range(self.width) if abs(sums[column]) <= _NOISE]
        combined = eliminated(
            [self.model.matrix[row] for row in support],
            [self.model.rhs[row] for row in support],
            vanished,
        )
        return [one for one in deficits(self.model, combined) if not one.is_met(freed)]

    def implied(self, freed: frozenset[str], column: int) -> tuple[float | None, float | None]:
        """Least and greatest value of one column."""
        from scipy.optimize import linprog  # noqa: PLC0415 - slow to load, and only large systems need it

        bounds = self._bounds(self.model.intervals(freed))
        ends = []
        for way in (1.0, -1.0):
            cost = np.zeros(self.width)
            cost[column] = way
            result = linprog(cost, A_eq=self.matrix, b_eq=self.rhs, bounds=bounds, method="highs")
            ends.append(None if result.x is None else float(result.x[column]) * self.size)
        return ends[0], ends[1]

    def _duals(self, intervals: list[Interval]) -> Floats | None:
        """Multipliers of the rows that prove the shortfall; None where there is none."""
        from scipy.optimize import linprog  # noqa: PLC0415 - as above

        give = np.eye(self.rows)
        result = linprog(
            np.concatenate([np.zeros(self.width), np.ones(2 * self.rows)]),
            A_eq=np.hstack([self.matrix, give, -give]),
            b_eq=self.rhs,
            bounds=[*self._bounds(intervals), *[(0.0, inf)] * (2 * self.rows)],
            method="highs",
        )
        if result.fun is None or result.fun <= _NOISE:
            return None
        return np.asarray(result.eqlin.marginals)

    def _bounds(self, intervals: list[Interval]) -> list[tuple[float, float]]:
        return [
            (
                -inf if one.low is None else float(one.low) / self.size,
                inf if one.high is None else float(one.high) / self.size,
            )
            for one in intervals
        ]


def _master(
    known: Sequence[Deficit], weights: Mapping[str, Fraction], cut: Sequence[frozenset[str]]
) -> frozenset[str] | None:
    """The lightest set that covers what is known and holds none of those already found."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - as above

    if frozenset() in cut:
        return None
    names = sorted(weights)
    if not known:
        return frozenset()
    if not names:
        return None
    place = {name: number for number, name in enumerate(names)}
    rows, lows, highs = [], [], []
    for deficit in known:
        row = np.zeros(len(names))
        for name, gain in deficit.gains:
            row[place[name]] = min(1.0, float(gain / deficit.excess))
        rows.append(row)
        lows.append(1.0 - _NOISE)
        highs.append(inf)
    for other in cut:
        row = np.zeros(len(names))
        row[[place[name] for name in other]] = 1.0
        rows.append(row)
        lows.append(-inf)
        highs.append(len(other) - 1.0)
    result = milp(
        np.array([float(weights[name]) for name in names]),
        constraints=LinearConstraint(np.array(rows), lows, highs),
        integrality=np.ones(len(names), dtype=np.int64),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    if result.x is None:
        return None
    return frozenset(name for name in names if result.x[place[name]] > 1 / 2)


def _check_size(model: Model) -> None:
    if len(model.columns) > _LARGEST_MODEL:
        raise FigureSystemError(
            f"localisation: found {len(model.columns):,} unknowns in one system, expected at most "
            f"{_LARGEST_MODEL:,}; split it into systems that share no figure, or use a frame with one record a row"
        )
