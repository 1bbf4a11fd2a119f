"""Balancing: the numbers nearest to the prints that satisfy every relation, and how well they fit.

Stone's generalised least squares with bounds, after the located figures were freed: adjusting
before locating would smear one misprint over all figures.

Source: Stone, Champernowne and Meade (1942); Narasimhan and Jordache, "Data Reconciliation and
Gross Error Detection" (2000), chapters 3 and 7 for the chi-square and measurement tests.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np

from nktrade.diagnosis.answer import Balance
from nktrade.diagnosis.channel import bounds
from nktrade.diagnosis.equations import Equations
from nktrade.diagnosis.rounding import rounded
from nktrade.diagnosis.system import System, Variable
from nktrade.errors import FigureSystemError

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
_NOISE = 1e-9
_MOST_STEPS = 200
_ROUNDING = 12
"""A number spread evenly over a step has the variance step^2 / 12."""


def balance(system: System, freed: frozenset[str] = frozenset()) -> Balance:
    """Adjusted numbers of every cell that prints and relations determine.

    Missing: empty where the relations cannot be met in floats, a case for localisation.
    """
    problem = _Problem.of(system, freed)
    plain = problem.solved([])
    adjusted = problem.bounded(plain)
    if adjusted is None and system.options.tolerance:
        problem = replace(problem, equations=problem.equations.loosened(system.options.tolerance))
        plain = problem.solved([])
        adjusted = problem.bounded(plain)
    if adjusted is None:
        return Balance()
    spread = problem.spread()
    determined = problem.determined
    names = [one.name for one in system.variables]
    values = rounded(adjusted * problem.sizes, problem.equations, system)
    chi2, tests = problem.tests(plain, spread)
    return Balance(
        adjusted=tuple(
            (name, value)
            for name, value, is_known in zip(names, values, determined, strict=True)
            if is_known
        ),
        posterior_sd=tuple(
            (name, float(np.sqrt(max(spread[place, place], 0.0)) * problem.sizes[place]))
            for place, name in enumerate(names)
            if determined[place] and problem.has_spread
        ),
        chi2=chi2 if problem.has_spread else None,
        df=problem.df if problem.has_spread else None,
        measurement_test=tuple(
            (name, float(tests[place]))
            for place, name in enumerate(names)
            if problem.is_measured[place]
        ),
    )


@dataclass(frozen=True, eq=False)
class _Problem:
    """Prints with their covariance, equations and bounds, divided by the sizes of their cells."""

    start: Floats
    covariance: Floats
    is_measured: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    is_exact: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    equations: Equations
    lows: Floats
    highs: Floats

    @staticmethod
    def of(system: System, freed: frozenset[str]) -> "_Problem":
        cells = system.variables
        prints = [0.0 if one.value is None else float(one.value) for one in cells]
        equations = Equations.of(system, freed)
        sizes = equations.sizes
        variances = [_variance(one, freed) for one in cells]
        ends = (
            np.array([_ends(one, freed) for one in cells]).reshape(len(cells), 2) / sizes[:, None]
        )
        covariance = np.diag([one or 0.0 for one in variances])
        places = {one.name: place for place, one in enumerate(cells)}
        for left, right, number in system.covariances:
            if not freed & {left, right}:
                covariance[places[left], places[right]] = float(number)
                covariance[places[right], places[left]] = float(number)
        return _Problem(
            np.array(prints) / sizes,
            covariance / np.outer(sizes, sizes),
            np.array([one is not None and one > 0 for one in variances], dtype=bool),
            np.array([one == 0 for one in variances], dtype=bool),
            equations,
            ends[:, 0],
            ends[:, 1],
        )

    @property
    def sizes(self) -> Floats:
        """What the values of each cell are counted in."""
        return self.equations.sizes

    @property
    def has_spread(self) -> bool:
        """Whether any print can move."""
        return bool(self.is_measured.any())

    @cached_property
    def errors(self) -> Floats:
        """A root of the covariance of the measured cells; the others move as they must."""
        table = np.eye(len(self.start))
        own = np.ix_(self.is_measured, self.is_measured)
        try:
            table[own] = np.linalg.cholesky(self.covariance[own])
        except np.linalg.LinAlgError as error:
            raise FigureSystemError(
                "covariances: found numbers that no figures can have together, expected a positive "
                "definite table; make the covariances smaller, or leave some out"
            ) from error
        return table

    def _rows(self, values: Floats, held: list[tuple[int, float]]) -> tuple[Floats, Floats]:
        """Equations at these values, exact prints, and cells held at a bound."""
        table, sides = self.equations.at(values)
        unit = np.eye(len(values))
        exact = np.flatnonzero(self.is_exact)
        places = [place for place, _ in held]
        return (
            np.vstack([table, unit[exact], unit[places]]),
            np.concatenate([sides, self.start[exact], [end for _, end in held]]),
        )

    def solved(self, held: list[tuple[int, float]], active: Floats | None = None) -> Floats:
        """The nearest point on the equations; products are linearised until they settle."""
        values = self.start
        for _ in range(_MOST_STEPS if self.equations.has_products else 1):
            table, sides = self._rows(values, held)
            if active is not None and len(active):
                table = np.vstack([table, active[:, :-1]])
                sides = np.concatenate([sides, active[:, -1]])
            moved = self._nearest(table, sides)
            settled = bool(np.abs(moved - values).max(initial=0.0) < _NOISE * _NOISE)
            values = moved
            if settled:
                break
        return values

    def _nearest(self, table: Floats, sides: Floats) -> Floats:
        """The point on these rows nearest to the prints, moves counted in standard errors.

        So a figure exact to the dollar may stand beside one of two digits.
        """
        start = np.where(self.is_measured, self.start, 0.0)
        rows, left = table @ self.errors, sides - table @ start
        worth = np.abs(rows).max(axis=1, initial=0.0)
        worth = np.where(worth > 0, worth, 1.0)
        rows, left = rows / worth[:, None], left / worth
        zeros = np.zeros((len(rows), len(rows)))
        whole = np.block([[np.diag(self.is_measured.astype(float)), rows.T], [rows, zeros]])
        right = np.concatenate([np.zeros(len(start)), left])
        moves = np.linalg.lstsq(whole, right, rcond=None)[0][: len(start)]
        return np.asarray(start + self.errors @ moves)

    def bounded(self, plain: Floats) -> Floats | None:
        """The nearest point inside all bounds: the most violated one is held until all are met."""
        values, held = plain, list[tuple[int, float]]()
        active: list[Floats] = []
        inequalities = self.equations.uppers
        for _ in range(_MOST_STEPS):
            over = np.maximum(self.lows - values, values - self.highs)
            beyond = (
                inequalities[:, :-1] @ values - inequalities[:, -1]
                if len(inequalities)
                else np.zeros(0)
            )
            if max(over.max(initial=-1.0), beyond.max(initial=-1.0)) <= _NOISE:
                return np.clip(values, self.lows, self.highs) if self._meets(values) else None
            if over.max(initial=-1.0) >= beyond.max(initial=-1.0):
                place = int(over.argmax())
                end = self.lows if self.lows[place] > values[place] else self.highs
                held = [*(one for one in held if one[0] != place), (place, float(end[place]))]
            else:
                active.append(inequalities[int(beyond.argmax())])
            values = self.solved(held, np.array(active))
        return None

    def _meets(self, values: Floats) -> bool:
        table, sides = self._rows(values, [])
        return bool(np.abs(table @ values - sides).max(initial=0.0) <= _NOISE * 10)

    @cached_property
    def _free_directions(self) -> Floats:
        """A basis of the moves that keep every equation."""
        table, _ = self._rows(self.solved([]), [])
        if not len(table):
            return np.eye(len(self.start))
        _, sizes, right = np.linalg.svd(table)
        rank = int((sizes > _NOISE * max(sizes.max(initial=0.0), 1.0)).sum())
        return np.asarray(right[rank:].T)

    @property
    def df(self) -> int:
        """Independent equations among the measured cells."""
        moves = self._free_directions[self.is_measured]
        rank = int(np.linalg.matrix_rank(moves)) if moves.size else 0
        return int(self.is_measured.sum()) - rank

    @property
    def determined(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Cells that prints and equations leave no freedom."""
        moves = self._free_directions
        _, sizes, right = np.linalg.svd(moves[self.is_measured])
        rank = int((sizes > _NOISE).sum())
        loose = moves @ right[rank:].T
        return np.asarray((np.abs(loose) < _NOISE).all(axis=1))

    def spread(self) -> Floats:
        """Covariance of the adjusted numbers."""
        moves = np.linalg.qr(np.linalg.solve(self.errors, self._free_directions))[0]
        known = moves[self.is_measured]
        root = self.errors @ moves @ np.linalg.pinv(known)
        return np.asarray(root @ root.T)

    def tests(self, plain: Floats, spread: Floats) -> tuple[float, Floats]:
        """The chi-square of all adjustments, and each adjustment over its own spread."""
        moved = np.where(self.is_measured, plain - self.start, 0.0)
        chi2 = float(np.square(np.linalg.solve(self.errors, moved)).sum())
        own = np.diag(self.covariance)
        room = own - np.diag(spread)
        known = self.is_measured & (room > _NOISE * own)
        divisor = np.sqrt(np.where(known, room, 1.0))
        return chi2, np.where(known, np.abs(moved) / divisor, 0.0)


def _variance(variable: Variable, freed: frozenset[str]) -> float | None:
    """Declared, or that of rounding; None for a cell that nothing measures, 0 for an exact one."""
    if variable.value is None or variable.name in freed:
        return None
    if variable.variance is not None and not (variable.is_fixed and variable.box is not None):
        return float(variable.variance)
    low, high = (None, None) if variable.box is None else (variable.box.low, variable.box.high)
    if low is None or high is None:
        return float(Fraction(1) / variable.weight)
    return float((high - low) ** 2 / _ROUNDING / variable.weight)


def _ends(variable: Variable, freed: frozenset[str]) -> tuple[float, float]:
    if variable.box is None or variable.name in freed:
        return bounds(variable.domain)
    return bounds(variable.box.meet(variable.domain) or variable.box)
