"""The noisy channel of one cell: what its print may have been in truth, and how likely each is.

Source: Kernighan, Church and Gale, "A spelling correction program based on a noisy channel model"
(1990), with digits for letters and a generic error always in the mixture.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor, inf, log10

import numpy as np

from nktrade.core.interval import Interval
from nktrade.diagnosis.edits import DIGITS, LONGEST, Edits, Floats, edits
from nktrade.diagnosis.priors import EDITS, error_rate, prior
from nktrade.diagnosis.system import Variable

_NONE = np.zeros(0)
_KEPT_PRINTS = 256
_NOISE = 1e-12
_STYLED = ("substitution", "omission", "transposition", "insertion", "omission_shift", "edit_shift")
"""Slips whose truth had the decimals of its neighbours; the others moved the point."""
Style = Mapping[int, float]
"""How usual each number of decimals is; under -1, how usual one that no neighbour has."""


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """Slips that lead to the print, the generic error beside them, and what witnesses say."""

    variable: Variable
    found: Edits | None
    values: Floats
    halves: Floats
    """Half a step of the last digit of each candidate."""
    weights: Floats
    """Chance of each slip times what the witnesses say of the number."""
    step: float
    density: float
    """Chance that an arbitrary wrong number is exactly this print."""

    @staticmethod
    def of(variable: Variable, style: Style) -> "Channel":
        """The channel of a printed cell; one without usable digits knows the generic error alone.

        Nor does a slip of the pen make a zero: it stands for nothing, or for what was not filled in.
        """
        digits = (variable.digits or "").replace(".", "")
        if not digits or len(digits) > LONGEST:
            width = _width(variable)
            return Channel(variable, None, _NONE, _NONE, _NONE, width, prior("generic_carrier"))
        _, _, fraction = (variable.digits or "").partition(".")
        found = _edits(int(digits), len(digits), len(fraction))
        scale, offset = float(variable.scale), float(variable.offset)
        values = found.values[0] * scale + offset
        halves = found.steps * abs(scale) / 2 * variable.is_print
        heard = _heard(values - halves, values + halves, variable.witnesses)
        print_size = abs(float(scale)) * int(digits) / float(DIGITS) ** len(fraction)
        ratios = (values - offset) / (print_size or 1.0) * (1 if scale > 0 else -1)
        # The print itself is no repair, though wide cells may reach into what is possible.
        is_repair = (np.abs(ratios - 1) >= _NOISE) & (int(digits) > 0)
        weights = np.where(is_repair, found.chances * heard * _usual(found, style, ratios), 0.0)
        count = len(digits.lstrip("0") or digits)
        return Channel(
            variable,
            found,
            values,
            halves,
            weights,
            abs(scale) / float(DIGITS) ** len(fraction),
            1 / ((DIGITS - 1) * float(DIGITS) ** (count - 1)),
        )

    @property
    def size(self) -> float:
        """Magnitude of the print; one step for a printed zero."""
        return abs(float(self.variable.value or 0)) or self.step

    @property
    def rate(self) -> float:
        """How often such a print is wrong."""
        return error_rate(self.variable.kind)

    def exact(self, place: int) -> Fraction:
        """The number of one candidate, exact."""
        assert self.found is not None, "only digits have candidates"  # noqa: S101 - for the type checker
        power = Fraction(DIGITS) ** int(-self.found.decimals[place])
        mantissa = int(self.found.mantissas[0, place])
        return self.variable.offset + self.variable.scale * mantissa * power

    def kind(self, place: int) -> str:
        """The slip of one candidate."""
        assert self.found is not None, "only digits have candidates"  # noqa: S101 - for the type checker
        return EDITS[int(self.found.kinds[place])]

    def slips(self, low: float, high: float) -> Floats:
        """Mass of each candidate, zero for those outside the bounds."""
        inside = (self.values + self.halves >= low) & (self.values - self.halves <= high)
        told = self.found.told(inside, self._least(low, high)) if self.found else inside
        return np.where(told, self.weights, 0.0)

    def _least(self, low: float, high: float) -> float:
        """The lower end as it would be printed."""
        scale, offset = float(self.variable.scale), float(self.variable.offset)
        return min((low - offset) / scale, (high - offset) / scale)

    def generic(self, low: Floats, high: Floats) -> Floats:
        """Mass of all other numbers between the bounds, as many as could be printed there."""
        width = np.maximum(high - low, 0.0)
        room = 1 / self.density
        # Larger numbers are printed with as many digits, so with larger steps.
        near = np.minimum(np.abs(low), np.abs(high))
        steps = self.step * np.maximum(1.0, np.where(np.isfinite(near), near, 0.0) / self.size)
        count = np.where(np.isfinite(width), np.floor(width / steps) + 1, room)
        heard = _heard_on_average(low, high, self.variable.witnesses)
        mass = np.minimum(count * self.density, 1.0) * heard * prior("mix_generic")
        return np.asarray(np.where(high >= low, mass, 0.0))

    def agreement(self) -> float:
        """What the witnesses say of the print as it stands."""
        box = self.variable.box
        if box is None or not self.variable.witnesses:
            return 1.0
        low, high = bounds(box)
        return float(_heard(np.array([low]), np.array([high]), self.variable.witnesses)[0])


@lru_cache(maxsize=_KEPT_PRINTS)
def _edits(mantissa: int, length: int, decimals: int) -> Edits:
    return edits(np.array([mantissa]), length, decimals)


def bounds(interval: Interval) -> tuple[float, float]:
    """The ends as floats, open ones infinite."""
    return (
        -inf if interval.low is None else float(interval.low),
        inf if interval.high is None else float(interval.high),
    )


def _usual(found: Edits, style: Style, ratios: Floats) -> Floats:
    """How usual each candidate is: decimals as its neighbours have, leading digits as Benford says.

    Of numbers with one digit more there are ten times as many, each a tenth as likely.
    """
    styled = np.array([EDITS[int(kind)] in _STYLED for kind in found.kinds])
    decimals = np.array([style.get(int(places), style[-1]) for places in found.decimals])
    rarer = 1 / np.maximum(1.0, np.abs(ratios))
    return np.where(styled, decimals * rarer, 1.0)


def _heard(low: Floats, high: Floats, witnesses: tuple[Interval, ...]) -> Floats:
    """Chance of what the witnesses print if the truth lies between the bounds."""
    heard = np.ones_like(low)
    for witness in witnesses:
        least, most = bounds(witness)
        meets = (high >= least) & (low <= most)
        heard = heard * np.where(meets, 1 - prior("rate_witness"), _stray(witness))
    return heard


def _heard_on_average(low: Floats, high: Floats, witnesses: tuple[Interval, ...]) -> Floats:
    """The same for a number that lies anywhere between the bounds."""
    heard = np.ones_like(low)
    for witness in witnesses:
        least, most = bounds(witness)
        shared = np.minimum(high, most) - np.maximum(low, least)
        width = np.where(high > low, high - low, 1.0)
        share = np.where(shared < 0, 0.0, np.where(high > low, np.clip(shared / width, 0, 1), 1.0))
        share = np.where(np.isfinite(share), share, 0.0)
        heard = heard * (share * (1 - prior("rate_witness")) + (1 - share) * _stray(witness))
    return heard


def _stray(witness: Interval) -> float:
    """Chance that a witness prints this although the truth lies elsewhere."""
    low, high = bounds(witness)
    if not high - low < inf or high <= low:
        return prior("rate_witness") * prior("generic_carrier")
    places = max(1, floor(log10(max(abs(low + high) / 2 / (high - low), 1.0))) + 1)
    return prior("rate_witness") / ((DIGITS - 1) * float(DIGITS) ** (places - 1))


def _width(variable: Variable) -> float:
    """A step for prints without usable digits: the width of their interval."""
    low, high = bounds(variable.box) if variable.box is not None else (-inf, inf)
    return high - low if 0 < high - low < inf else max(abs(low), 1.0) * prior("generic_carrier")
