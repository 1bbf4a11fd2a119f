"""Localisation of large systems: HiGHS proposes, exact arithmetic certifies.

The mixed-integer master chooses the lightest figures that cover the deficits known so far; a linear
programme tries to do without more. Where it fails, its dual names the rows to combine, and the
combination, worked out in whole numbers, is a new deficit. What cannot be proved so is acquitted.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import inf
from typing import Any

import numpy as np

from nktrade.core.interval import Interval
from nktrade.diagnosis.circuits import (
    Circuit,
    Row,
    circuits_of_rows,
    eliminated,
    linked,
    whole_rows,
)
from nktrade.diagnosis.cover import MOST_TIES, apart, first_covers, lightest
from nktrade.diagnosis.deficits import Deficit, deficits
from nktrade.diagnosis.master import MOST_WORK, Cover, too_tangled, work_of
from nktrade.diagnosis.model import Model
from nktrade.errors import FigureSystemError

_LARGEST_MODEL = 2_000
_STEPS_AROUND = 1_000
_ROWS_AROUND = 8
"""Of more rows than these the circuits are too many anyway."""
_WORK_A_ROW = 5
"""What a linear programme costs for each of its rows."""
_ASKED = 8
"""Covers that one round tries to refute, each in a way of its own."""
_NOISE = 1e-9
"""Share of the largest number below which a float says nothing."""
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def certified(model: Model, weights: Mapping[str, Fraction]) -> list[Cover]:
    """All sets of least weight, sorted by name."""
    _check_size(model)
    programme = Programme(model)
    known: dict[Deficit, None] = {}
    most, work = _ASKED, 0
    while True:
        found = first_covers(list(known), weights, most)
        proofs, cost = _missed(programme, found, MOST_WORK - work)
        known |= dict.fromkeys(proofs)
        work += cost + work_of(_tangled(known))
        if work > MOST_WORK:
            raise too_tangled(len(known))
        if proofs:
            most = _ASKED
        elif len(found) == _ASKED == most:
            most = MOST_TIES  # all ties are listed once the first of them stand
        else:
            return sorted(lightest(list(known), weights), key=lambda one: sorted(one[1]))


def _missed(programme: "Programme", found: Sequence[Cover], room: int) -> tuple[list[Deficit], int]:
    """Deficits that the first covers miss, of those after them the first that misses any; and the work."""
    proofs: list[Deficit] = []
    work = 0
    for place, (_, names) in enumerate(found):
        if work > room or (place >= _ASKED and proofs):
            break
        proof = programme.refutations(names)
        proofs += proof
        work += _WORK_A_ROW * programme.rows * (1 + len(proof))
    return proofs, work


def _tangled(known: Iterable[Deficit]) -> int:
    """The most deficits that hang together: what is apart is covered apart, and costs little."""
    return max((len(group) for group in apart(known)), default=0)


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
        self.whole = whole_rows(model.matrix, model.rhs)
        self.standing: dict[int, list[int]] = {}
        """The rows that each column stands in."""
        for place, row in enumerate(self.whole):
            for column in row:
                self.standing.setdefault(column, []).append(place)

    def refutations(self, freed: frozenset[str]) -> list[Deficit]:
        """Deficits that these do not cover, one after another until freeing all their suspects would do."""
        found: list[Deficit] = []
        while proof := self.refuted(freed):
            found += proof
            wider = freed.union(name for one in proof for name, _ in one.gains)
            if wider == freed:
                return found
            freed = wider
        return found

    def refuted(self, freed: frozenset[str]) -> list[Deficit]:
        """Deficits that these do not cover, proved exactly; none where there may be a solution."""
        duals = self._duals(self.model.intervals(freed))
        if duals is None:
            return []
        proving = [row for row in range(self.rows) if abs(duals[row]) > _NOISE]
        sums = self.matrix.T @ duals
        touched = {column for row in proving for column in self.whole[row] if column >= 0}
        vanished = sorted(column for column in touched if abs(sums[column]) <= _NOISE)
        # Rows that no vanishing column ties together prove their shortfalls apart: sharper deficits.
        combined = [
            circuit
            for rows in linked([self.whole[row] for row in proving], vanished)
            for circuit in self._around(rows) or eliminated(rows, vanished)
        ]
        return [one for one in deficits(self.model, combined) if not one.is_met(freed)]

    def _around(self, rows: list[Row]) -> tuple[Circuit, ...] | None:
        """Every circuit of some rows and of those beside them; None where these are too many.

        What stands beside a proof is asked next anyway: whoever is freed hands the shortfall on.
        """
        near = {place for row in rows for column in row for place in self.standing[column]}
        if len(near) > _ROWS_AROUND:
            return None
        return circuits_of_rows([self.whole[place] for place in sorted(near)], _STEPS_AROUND)

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
        """Multipliers of few rows that prove the shortfall; None where there is none.

        The largest miss is made least, not the sum of all, so that the multipliers share out one unit:
        few rows that miss by much prove more than many together, and name fewer suspects.
        """
        from scipy.optimize import linprog  # noqa: PLC0415 - as above
        from scipy.sparse import csr_array, hstack, vstack  # noqa: PLC0415 - as above

        table, miss = csr_array(self.matrix), csr_array(np.ones((self.rows, 1)))
        # Any: the stubs of linprog know no sparse rows.
        sides: Any = hstack([vstack([table, -table]), vstack([-miss, -miss])], format="csc")
        result = linprog(
            np.concatenate([np.zeros(self.width), [1.0]]),
            A_ub=sides,
            b_ub=np.concatenate([self.rhs, -self.rhs]),
            bounds=[*self._bounds(intervals), (0.0, inf)],
            method="highs",
        )
        if result.fun is None or result.fun <= _NOISE:
            return None
        above, below = np.split(np.asarray(result.ineqlin.marginals), 2)
        duals: Floats = above - below
        return duals

    def _bounds(self, intervals: list[Interval]) -> list[tuple[float, float]]:
        return [
            (
                -inf if one.low is None else float(one.low) / self.size,
                inf if one.high is None else float(one.high) / self.size,
            )
            for one in intervals
        ]


def _check_size(model: Model) -> None:
    if len(model.columns) > _LARGEST_MODEL:
        raise FigureSystemError(
            f"localisation: found {len(model.columns):,} unknowns in one system, expected at most "
            f"{_LARGEST_MODEL:,}; split it into systems that share no figure, or use a frame with one record a row"
        )
