"""Closed intervals with exact ends: what a printed number says about the true one."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from nktrade.errors import UnitError

ZERO = Fraction(0)
End = Fraction | None


@dataclass(frozen=True, slots=True)
class Interval:
    """Every value from low to high, both ends included; None is an open end.

    Arithmetic encloses: for x in X and y in Y, x op y lies in X op Y.

    >>> Interval.of("2.175", "2.185") + Interval.of(1, 1)
    Interval(3.175 .. 3.185)
    """

    low: End
    high: End

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise UnitError(
                f"interval ends in the wrong order: found low {self.low} above high {self.high}, "
                "expected low <= high; exchange the ends"
            )

    @classmethod
    def of(cls, low: int | str | Fraction | None, high: int | str | Fraction | None) -> "Interval":
        """The interval between two exact numbers, given as integers, decimal strings or None."""
        return cls(_end(low), _end(high))

    @classmethod
    def point(cls, value: int | str | Fraction) -> "Interval":
        """The interval that holds one value alone."""
        return cls.of(value, value)

    @classmethod
    def hull(cls, parts: "Iterable[Interval]") -> "Interval":
        """The smallest interval around all parts."""
        every = list(parts)
        lows = [part.low for part in every]
        highs = [part.high for part in every]
        return cls(
            None if None in lows else min(low for low in lows if low is not None),
            None if None in highs else max(high for high in highs if high is not None),
        )

    def __contains__(self, value: Fraction | int) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both."""
        return (self.low is None or other.high is None or self.low <= other.high) and (
            other.low is None or self.high is None or other.low <= self.high
        )

    def within(self, other: "Interval") -> bool:
        """Whether every value of this lies in the other."""
        below = other.low is None or (self.low is not None and other.low <= self.low)
        above = other.high is None or (self.high is not None and self.high <= other.high)
        return below and above

    def meet(self, other: "Interval") -> "Interval | None":
        """The values that lie in both, or None where there are none."""
        if not self.meets(other):
            return None
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> "Interval":
        return Interval(
            None if self.high is None else -self.high, None if self.low is None else -self.low
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        if _NOTHING in {self, other}:
            return _NOTHING
        corners = [_times(a, b) for a in _signed(self) for b in _signed(other)]
        low, high = min(corners), max(corners)
        return Interval(*(None if isinstance(end, float) else end for end in (low, high)))

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient; unbounded where the divisor may be zero."""
        if ZERO in other:
            return Interval(None, None)
        return self * Interval(
            ZERO if other.high is None else 1 / other.high,
            ZERO if other.low is None else 1 / other.low,
        )

    def scaled(self, factor: Fraction | int) -> "Interval":
        """The interval with both ends multiplied by one exact number."""
        ends = [None if end is None else end * factor for end in (self.low, self.high)]
        return Interval(*ends) if factor >= 0 else Interval(*reversed(ends))

    @property
    def width(self) -> End:
        """High less low; None where an end is open."""
        return None if self.low is None or self.high is None else self.high - self.low

    def __repr__(self) -> str:
        return f"Interval({_show(self.low, '-inf')} .. {_show(self.high, 'inf')})"


def _end(value: int | str | Fraction | None) -> End:
    return None if value is None else Fraction(value)


def _sum(a: End, b: End) -> End:
    return None if a is None or b is None else a + b


def _signed(interval: Interval) -> tuple[Fraction | float, Fraction | float]:
    """Ends with open ones as infinities: comparing a Fraction with an infinity is exact."""
    return (
        float("-inf") if interval.low is None else interval.low,
        float("inf") if interval.high is None else interval.high,
    )


def _times(a: Fraction | float, b: Fraction | float) -> Fraction | float:
    if a == 0 or b == 0:
        return ZERO  # an end of nothing times an open end is nothing
    if isinstance(a, float) or isinstance(b, float):
        return float("inf") if (a > 0) == (b > 0) else float("-inf")
    return a * b


def _show(end: End, open_end: str) -> str:
    if end is None:
        return open_end
    return str(end.numerator) if end.denominator == 1 else f"{float(end):.12g}"


_NOTHING = Interval(ZERO, ZERO)
