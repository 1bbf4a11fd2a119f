"""Amounts: a number as it was printed, and the intervals that the print admits."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from nktrade.core.codes import Approx
from nktrade.core.interval import ZERO, Interval

_OPEN_ABOVE = frozenset({Approx.AT_LEAST, Approx.MORE_THAN})
_OPEN_BELOW = frozenset({Approx.AT_MOST, Approx.LESS_THAN, Approx.NEARLY})
_HALF = Fraction(1, 2)
_KEPT = 4096
"""Numbers of a text that are worth remembering: each is asked for many times while it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One printed number: its digits, what they are worth, and how the text hedges them.

    The string is the evidence: intervals and repairs come from the digits, never from a float.

    >>> Amount(digits="2.18", scale=Fraction(10**9)).printed
    Interval(2175000000 .. 2185000000)
    >>> Amount(digits="12955000").printed
    Interval(12954500 .. 12955500)
    """

    digits: str
    """The mantissa with thousands marks dropped and a full stop as decimal mark: "241.93"."""
    scale: Fraction = Fraction(1)
    """What one unit of the mantissa is worth: 10**6 for millions."""
    approx: Approx = Approx.EXACT
    slack: Fraction = ZERO
    """How far, as a share of the value, the hedge admits in the widest reading: 1/20 for about."""
    zeros_known: bool = False
    """Whether trailing zeros of a whole number were meant: true of percentages and ratios."""
    ceiling: "Amount | None" = None
    """The upper end where the print is a range."""

    @property
    def value(self) -> Fraction:
        """The printed number in base units, unsigned; a range gives its midpoint."""
        own = worth(self.digits, *self.scale.as_integer_ratio())
        return own if self.ceiling is None else (own + self.ceiling.value) / 2

    @property
    def place(self) -> Fraction:
        """What one step of the last printed digit is worth, unknown trailing zeros left out."""
        whole, _, decimals = self.digits.partition(".")
        if decimals:
            return self.scale / _power(len(decimals))
        zeros = 0 if self.zeros_known else len(whole) - len(whole.rstrip("0"))
        return self.scale * _power(zeros if zeros < len(whole) else 0)

    @property
    def telling(self) -> "Amount":
        """The same number without the zeros that nobody counted: 15,360,000 is 1536 ten thousands.

        >>> Amount(digits="15360000").telling.digits
        '1536'
        """
        zeros = 0 if "." in self.digits else int(self.place / self.scale)
        if zeros <= 1 or self.ceiling is not None:
            return self
        return replace(self, digits=str(int(self.digits) // zeros), scale=self.place)

    @property
    def as_set(self) -> "Amount":
        """The same number with every zero meant, as a law sets it: 4 million is 4,000,000.

        >>> Amount(digits="4", scale=Fraction(10**6)).as_set.printed
        Interval(3999999.5 .. 4000000.5)
        """
        if self.ceiling is not None or self.value.denominator > 1:
            return self
        return replace(self, digits=str(self.value), scale=Fraction(1), zeros_known=True)

    @property
    def is_decimal(self) -> bool:
        """Whether its digits count by tens, so that one of them can be misprinted: not so of a third."""
        ends = {self.scale.numerator, self.scale.denominator}
        return 1 in ends and str(max(ends)).strip("0") == "1"

    @property
    def printed(self) -> Interval:
        """Half a step of the last printed digit either side; a one-sided hedge opens its side."""
        return self._around(self.place * _HALF, self.place * _HALF, ZERO)

    @property
    def widest(self) -> Interval:
        """The widest reading: rounded or cut off, the hedge's slack admitted. Errors need this."""
        room = max(self.slack * self.value, self.place if self.slack else ZERO)
        return self._around(
            max(self.place * _HALF, room), max(self.place, room), self.place * _HALF
        )

    def __repr__(self) -> str:
        if self.ceiling is None:
            upper, hedge = "", "" if self.approx is Approx.EXACT else f"{self.approx} "
        else:
            upper, hedge = f" to {self.ceiling.digits}", ""
        worth = "" if self.scale == 1 else f" x {self.scale}"
        return f"Amount({hedge.replace('_', ' ')}{self.digits}{upper}{worth})"

    def _around(self, below: Fraction, above: Fraction, edge: Fraction) -> Interval:
        if self.ceiling is not None:
            low = worth(self.digits, *self.scale.as_integer_ratio())
            return Interval(low - min(below, self.place), self.ceiling.value + above)
        value = self.value
        if self.approx in _OPEN_ABOVE:
            return Interval(value - edge, None)
        if self.approx is Approx.NEARLY and self.slack:  # not far from: nearly 400 is not 28
            return Interval(value - max(self.slack * value, self.place), value + edge)
        if self.approx in _OPEN_BELOW:
            return Interval(None, value + edge)
        return Interval(value - below, value + above)


@lru_cache(maxsize=_KEPT)
def worth(digits: str, numerator: int, denominator: int) -> Fraction:
    """Digits of that scale; a fraction as a key would cost more than the sum."""
    return Fraction(digits) * numerator / denominator


def _power(count: int) -> int:
    return int(10**count)
