"""What one or two freed figures may have been: candidates with their mass, and all the rest."""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, log10

import numpy as np

from nktrade.core.interval import Interval
from nktrade.diagnosis.channel import Channel, bounds
from nktrade.diagnosis.edits import DIGITS, Floats
from nktrade.diagnosis.priors import prior
from nktrade.diagnosis.region import Region

_KEPT = 4
"""Candidates shown for one set."""
WIDTH_SLACK = 1e-9
"""Of a logarithm: a width of one hundredth is one hundredth, whatever floats say."""
_GRID = 65
"""Points at which the mass of two arbitrary numbers is sampled."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Numbers that may have been meant, with the slips that lead to the print, and their mass."""

    values: tuple[Fraction, ...]
    kinds: tuple[str, ...]
    mass: float


@dataclass(frozen=True, slots=True)
class Mass:
    """The best candidates, and the mass of all others together."""

    candidates: tuple[Candidate, ...]
    rest: float

    @property
    def total(self) -> float:
        """The mass of everything the figures may have been."""
        return self.rest + sum(one.mass for one in self.candidates)

    def weighing(self, total: float) -> "Mass":
        """The same candidates with another mass in all."""
        factor = total / self.total if self.total else 0.0
        kept = tuple(replace(one, mass=one.mass * factor) for one in self.candidates)
        return Mass(kept, self.rest * factor)


def single(channel: Channel, interval: Interval) -> Mass:
    """One figure inside an interval: its slips, and what follows from the others."""
    low, high = bounds(interval)
    slips = channel.slips(low, high)
    generic = float(channel.generic(np.array([low]), np.array([high]))[0])
    found = [
        Candidate((channel.exact(place),), (channel.kind(place),), float(slips[place]))
        for place in _best(slips)
    ]
    rest = float(slips.sum()) - sum(one.mass for one in found)
    found += _confused(channel, interval)
    middle = plain_middle(interval)
    if middle is None or _is_said(middle, high - low, channel, found):
        return Mass(tuple(found), rest + generic)
    return Mass((*found, Candidate((middle,), ("implied",), generic)), rest)


def pair(one: Channel, other: Channel, region: Region) -> Mass:
    """Two figures: slip with slip, slip with whatever follows, and arbitrary numbers that fit."""
    first = _slips_inside(one, *region.bounds_of(0))
    low, high = region.across(1, *_cells(one, first))
    inside = (other.values + other.halves >= low[:, None]) & (
        other.values - other.halves <= high[:, None]
    )
    both = np.where(inside, one.weights[first][:, None] * other.weights, 0.0)
    found = []
    for place in _best(both.ravel()):
        row, column = divmod(place, both.shape[1])
        left = int(first[row])
        values = (one.exact(left), other.exact(column))
        kinds = (one.kind(left), other.kind(column))
        found.append(Candidate(values, kinds, float(both[row, column])))
    rest = float(both.sum()) - sum(each.mass for each in found)
    rest += float((one.weights[first] * other.generic(low, high)).sum())
    second = _slips_inside(other, *region.bounds_of(1))
    near, far = region.across(0, *_cells(other, second))
    rest += float((other.weights[second] * one.generic(near, far)).sum())
    return Mass(tuple(found), rest + _arbitrary(one, other, region))


def apart(channels: list[Channel], intervals: list[Interval]) -> Mass:
    """Figures each by itself: an upper bound of their joint mass, with the best number of each."""
    mass = 1.0
    best: list[Candidate] = []
    for channel, interval in zip(channels, intervals, strict=True):
        alone = single(channel, interval)
        mass *= alone.total
        fitting = [one for one in alone.candidates if one.values[0] in interval]
        best += sorted(fitting, key=lambda one: -one.mass)[:1]
    if len(best) < len(intervals):
        return Mass((), mass)
    values = tuple(one.values[0] for one in best)
    return Mass((Candidate(values, tuple(one.kinds[0] for one in best), mass),), 0.0)


def plain_middle(interval: Interval) -> Fraction | None:
    """About half way between the ends, in no more digits than their distance supports; None where open.

    >>> float(plain_middle(Interval.of("25.6", "25.97")))
    25.8
    """
    if interval.low is None or interval.high is None:
        return None
    middle, width = (interval.low + interval.high) / 2, interval.high - interval.low
    if not width:
        return middle
    power = floor(log10(width.numerator) - log10(width.denominator) + WIDTH_SLACK)
    step = Fraction(DIGITS) ** power
    plain = round(middle / step) * step
    return plain if plain in interval else middle


def _confused(channel: Channel, interval: Interval) -> list[Candidate]:
    """Numbers of another kind that fit: in another ton, of another period."""
    named = channel.variable.confusions
    mass = prior("mix_confusion") / max(1, len(named))
    return [Candidate((value,), (kind,), mass) for kind, value in named if value in interval]


def _is_said(middle: Fraction, width: float, channel: Channel, found: list[Candidate]) -> bool:
    """Whether some slip already leads to the one printable number of the interval."""
    if any(one.values[0] == middle for one in found):
        return True
    if width > channel.step:
        return False
    return any(abs(float(one.values[0] - middle)) <= channel.step / 2 for one in found)


def _slips_inside(
    channel: Channel, low: float, high: float
) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return np.flatnonzero(channel.slips(low, high))


def _cells(
    channel: Channel, places: np.ndarray[tuple[int], np.dtype[np.intp]]
) -> tuple[Floats, Floats]:
    values, halves = channel.values[places], channel.halves[places]
    return values - halves, values + halves


def _arbitrary(one: Channel, other: Channel, region: Region) -> float:
    """Mass of two arbitrary wrong numbers that fit together."""
    low, high = region.bounds_of(0)
    room = DIGITS * one.size
    low, high = max(low, -room), min(high, room)
    if high < low:
        return 0.0
    grid = np.linspace(low, high, _GRID)
    share = float(other.generic(*region.across(1, grid, grid)).mean())
    return share * float(one.generic(np.array([low]), np.array([high]))[0])


def _best(masses: Floats) -> list[int]:
    """Places of the greatest masses."""
    some = np.flatnonzero(masses)
    if len(some) > _KEPT:
        some = some[np.argpartition(-masses[some], _KEPT)[:_KEPT]]
    return [int(place) for place in some[np.lexsort((some, -masses[some]))]]
