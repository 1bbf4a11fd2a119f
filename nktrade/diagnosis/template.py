"""Relations that many records share: circuits worked out once, evaluated for whole batches."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import inf

import numpy as np

from nktrade.core.interval import ZERO
from nktrade.diagnosis.case import Case, cases
from nktrade.diagnosis.channel import bounds
from nktrade.diagnosis.system import System
from nktrade.errors import FigureSystemError

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Bools = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
_LARGEST_SET = 3
_NOISE = 1e-13
"""Rounding of a weighted sum, as a share of its largest term: only more than this accuses."""


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Sums of columns that must lie between two sides, and what frees them."""

    names: tuple[str, ...]
    """The figures, one column each."""
    suspects: tuple[str, ...]
    """Figures that can be wrong, and carriers."""
    weights: tuple[Fraction, ...]
    table: Floats
    """One row per circuit, one column per figure."""
    lows: Floats
    highs: Floats
    domains: Floats
    carried: Bools
    """One row per suspect: whether a circuit falls with it whatever the figures are."""

    @staticmethod
    def of(system: System) -> "Template":
        """The circuits of the relations, products excepted."""
        if any(one.product for one in system.constraints):
            raise FigureSystemError(
                "relations: found a product, expected sums for a frame; add the product as its own "
                "column of logarithms, or diagnose these records one by one"
            )
        printed = _printed(system)
        case = _case(printed)
        width = len(system.variables)
        held = case.model.intervals(frozenset())
        slack = np.array([(0.0, 0.0)] * width + [bounds(one) for one in held[width:]])
        least, most = _reach(case.coefficients, slack[:, 0], slack[:, 1])
        suspects = tuple(printed.suspects)
        carried = np.zeros((len(suspects), len(case.coefficients)), dtype=bool)
        for place, column in enumerate(case.model.columns[width:], width):
            for name in column.suspects:
                carried[suspects.index(name)] |= case.coefficients[:, place] != 0
        return Template(
            tuple(one.name for one in system.variables),
            suspects,
            tuple(printed.suspects.values()),
            case.coefficients[:, :width],
            case.sides - most,
            case.sides - least,
            np.array([bounds(one.domain) for one in system.variables]),
            carried,
        )

    def levels(self) -> list[list[tuple[int, ...]]]:
        """Sets of suspects by weight, lightest first, as far as no larger set could be lighter."""
        every = sorted(self.weights)
        count = len(self.suspects)
        limit = sum(every[: _LARGEST_SET + 1], ZERO) if count > _LARGEST_SET else None
        found: dict[Fraction, list[tuple[int, ...]]] = {}
        for size in range(1, min(_LARGEST_SET, count) + 1):
            for chosen in combinations(range(count), size):
                weight = sum((self.weights[place] for place in chosen), ZERO)
                if limit is None or weight < limit:
                    found.setdefault(weight, []).append(chosen)
        return [found[weight] for weight in sorted(found)]

    def excesses(self, lows: Floats, highs: Floats) -> tuple[Floats, Floats]:
        """By how much each sum stays above its high side, and below its low side, beyond noise."""
        least, most = _reach(self.table, lows, highs)
        finite = np.where(np.isfinite(lows), np.abs(lows), 0.0)
        size = np.maximum(
            finite.max(axis=1), np.where(np.isfinite(highs), np.abs(highs), 0.0).max(axis=1)
        )
        noise = _NOISE * size[:, None] * np.abs(self.table).sum(axis=1)
        return least - self.highs - noise, self.lows - most - noise

    def shares(self, lows: Floats, highs: Floats) -> Floats:
        """For each record, suspect and side of a circuit, the share of the shortfall it makes up."""
        above, below = self.excesses(lows, highs)
        excess = np.concatenate([above, below], axis=1)
        is_short = excess > 0
        result = np.ones((len(lows), len(self.suspects), excess.shape[1]))
        for row, name in enumerate(self.suspects):
            gain = np.zeros_like(excess)
            gain[:, np.tile(self.carried[row], 2)] = inf
            if name in self.names:
                gain += self._gains(self.names.index(name), lows, highs)
            with np.errstate(divide="ignore", invalid="ignore"):
                result[:, row] = np.where(is_short, np.minimum(gain / excess, 1.0), 1.0)
        return result

    def _gains(self, place: int, lows: Floats, highs: Floats) -> Floats:
        """How much each side of each circuit gains when one figure is freed to its domain."""
        numbers = self.table[:, place]
        least, most = self.domains[place]
        is_printed = ~((lows[:, place] == least) & (highs[:, place] == most))
        down = np.where(is_printed, lows[:, place] - np.where(is_printed, least, 0.0), 0.0)[:, None]
        upward = np.where(is_printed, np.where(is_printed, most, 0.0) - highs[:, place], 0.0)[
            :, None
        ]
        with np.errstate(invalid="ignore"):  # zero coefficients are masked below
            above = np.where(numbers > 0, numbers * down, -numbers * upward)
            below = np.where(numbers > 0, numbers * upward, -numbers * down)
        is_in = np.tile(numbers != 0, 2)
        return np.where(is_in, np.concatenate([above, below], axis=1), 0.0)

    def implied(self, place: int, lows: Floats, highs: Floats) -> tuple[Floats, Floats]:
        """Bounds of one freed figure by the circuits that hold it."""
        numbers = self.table[:, place]
        own = self.table[numbers != 0].copy()
        own[:, place] = 0.0
        least, most = _reach(own, lows, highs)
        lead = numbers[numbers != 0]
        ends = (self.lows[numbers != 0] - most) / lead, (self.highs[numbers != 0] - least) / lead
        low = np.minimum(*ends).max(axis=1, initial=float(self.domains[place, 0]))
        high = np.maximum(*ends).min(axis=1, initial=float(self.domains[place, 1]))
        return low, high


def _printed(system: System) -> System:
    """The relations alone, every print taken to be anything in its domain."""
    return replace(
        system,
        variables=tuple(
            replace(one, box=one.domain, widest=None, choices=()) for one in system.variables
        ),
    )


def _case(system: System) -> Case:
    case = cases(system)[0]
    if case.known is None:
        raise FigureSystemError(
            f"relations: found {len(system.variables)} figures with too many circuits, expected fewer "
            "for a frame; split the relations into groups that share few figures"
        )
    return case


def _reach(table: Floats, lows: Floats, highs: Floats) -> tuple[Floats, Floats]:
    """Least and greatest weighted sums; open ends make a sum open."""
    up, down = np.maximum(table, 0.0), np.minimum(table, 0.0)
    is_open_low, is_open_high = ~np.isfinite(lows), ~np.isfinite(highs)
    low, high = np.where(is_open_low, 0.0, lows), np.where(is_open_high, 0.0, highs)
    least = low @ up.T + high @ down.T
    most = high @ up.T + low @ down.T
    if is_open_low.any() or is_open_high.any():
        gone_up, gone_down = (up > 0).astype(float).T, (down < 0).astype(float).T
        least = np.where(is_open_low @ gone_up + is_open_high @ gone_down > 0, -inf, least)
        most = np.where(is_open_high @ gone_up + is_open_low @ gone_down > 0, inf, most)
    return least, most
