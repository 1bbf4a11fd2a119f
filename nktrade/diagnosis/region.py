"""Where one or two freed figures may lie, given all the others: bounds and slanted strips."""

from dataclasses import dataclass

import numpy as np

from nktrade.diagnosis.case import Case
from nktrade.diagnosis.channel import bounds
from nktrade.diagnosis.edits import Floats

_NOISE = 1e-12
"""Floats may acquit: bounds give by this share of their size."""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Strips low <= slope . y <= high that hold exactly when the rest can be completed."""

    slopes: Floats
    """One row per strip, one column per freed figure."""
    lows: Floats
    highs: Floats

    @staticmethod
    def of(case: Case, freed: frozenset[str], names: tuple[str, ...]) -> "Region":
        """The strips that the circuits leave for the named columns once the set is freed."""
        ends = np.array([bounds(one) for one in case.model.intervals(freed)])
        wanted = [case.places[name] for name in names]
        table = case.coefficients[case.coefficients[:, wanted].any(axis=1)]
        sides = case.sides[case.coefficients[:, wanted].any(axis=1)]
        rest = table.copy()
        rest[:, wanted] = 0.0
        least, most = _sums(rest, ends)
        slopes = np.vstack([np.eye(len(names)), table[:, wanted]])
        lows = np.concatenate([ends[wanted, 0], sides - most])
        highs = np.concatenate([ends[wanted, 1], sides - least])
        speaks = np.isfinite(lows) | np.isfinite(highs)
        slopes, lows, highs = slopes[speaks], lows[speaks], highs[speaks]
        return Region(slopes, lows - _slack(lows), highs + _slack(highs))

    def bounds_of(self, axis: int) -> tuple[float, float]:
        """Bounds of one figure by the strips that name it alone."""
        alone = (self.slopes[:, axis] != 0) & ((self.slopes != 0).sum(axis=1) == 1)
        own = self.slopes[alone, axis]
        sides = np.sort(np.stack([self.lows[alone], self.highs[alone]]) / own, axis=0)
        return float(sides[0].max(initial=-np.inf)), float(sides[1].min(initial=np.inf))

    def across(self, axis: int, low: Floats, high: Floats) -> tuple[Floats, Floats]:
        """Bounds of one figure for each interval in which the other lies."""
        own, other = self.slopes[:, axis], self.slopes[:, 1 - axis]
        one, two = other[:, None] * low, other[:, None] * high
        least = self.lows[:, None] - np.maximum(one, two)
        most = self.highs[:, None] - np.minimum(one, two)
        with np.errstate(divide="ignore", invalid="ignore"):
            near, far = least / own[:, None], most / own[:, None]
        flat = (own == 0)[:, None]
        impossible = (flat & ((least > 0) | (most < 0))).any(axis=0)
        lower = np.where(flat, -np.inf, np.minimum(near, far)).max(axis=0, initial=-np.inf)
        upper = np.where(flat, np.inf, np.maximum(near, far)).min(axis=0, initial=np.inf)
        return np.where(impossible, np.inf, lower), np.where(impossible, -np.inf, upper)


def may_hold(case: Case, one: str, other: str) -> bool:
    """Whether floats see nothing against two figures having changed places."""
    if one not in case.places or other not in case.places:
        return True
    ends = np.array([bounds(each) for each in case.model.intervals(frozenset())])
    pair = [case.places[one], case.places[other]]
    ends[pair] = ends[pair[::-1]]
    least, most = _sums(case.coefficients, ends)
    return bool(((least - _slack(least) <= case.sides) & (most + _slack(most) >= case.sides)).all())


def _sums(table: Floats, ends: Floats) -> tuple[Floats, Floats]:
    """Least and greatest weighted sums inside the bounds."""
    with np.errstate(invalid="ignore"):
        parts = np.sort(np.stack([table * ends[:, 0], table * ends[:, 1]]), axis=0)
    parts = np.where(table == 0, 0.0, parts)
    return parts[0].sum(axis=1), parts[1].sum(axis=1)


def _slack(ends: Floats) -> Floats:
    return _NOISE * np.where(np.isfinite(ends), np.abs(ends), 0.0)
