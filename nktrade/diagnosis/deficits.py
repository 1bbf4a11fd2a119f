"""What is lacking: circuits that the prints cannot meet, and what freeing each suspect would give.

Freeing a figure only widens, so a circuit that holds once holds for good. A set of figures can be
wrong together exactly when it covers every deficit.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import inf, lcm

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.circuits import Circuit, circuits
from nktrade.diagnosis.model import Column, Model

_KEPT_TEMPLATES = 64
Gain = Fraction | float
"""Exact, or infinite."""


@dataclass(frozen=True, slots=True)
class Deficit:
    """A circuit's shortfall on one side, with what each suspect adds when freed."""

    excess: Fraction
    gains: tuple[tuple[str, Gain], ...]

    def is_met(self, freed: Collection[str]) -> bool:
        """Whether freeing these makes up for the shortfall."""
        return sum((gain for name, gain in self.gains if name in freed), ZERO) >= self.excess


@lru_cache(maxsize=_KEPT_TEMPLATES)
def _circuits(
    matrix: tuple[tuple[Fraction, ...], ...], rhs: tuple[Fraction, ...]
) -> tuple[Circuit, ...] | None:
    return circuits(matrix, rhs)


def circuits_of(model: Model) -> tuple[Circuit, ...] | None:
    """Every circuit of the model, kept for the next record of the same template; None where too many."""
    return _circuits(model.matrix, model.rhs)


def deficits(model: Model, known: Iterable[Circuit]) -> tuple[Deficit, ...]:
    """The shortfalls of those circuits, exact, the hardest to cover first."""
    held = ends_of(model.intervals(frozenset()))
    found = {one for circuit in known for one in _shortfalls(circuit, held, model.columns)}
    return tuple(sorted(found, key=lambda one: (len(one.gains), one.gains, one.excess)))


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of intervals as whole multiples of one unit fraction; None where one is open."""

    lows: tuple[int | None, ...]
    highs: tuple[int | None, ...]
    unit: int
    """So many make one."""


def ends_of(intervals: Sequence[Interval]) -> Ends:
    """The intervals' ends over their common denominator: sums of whole numbers are fast and exact."""
    lows, highs = [one.low for one in intervals], [one.high for one in intervals]
    unit = lcm(*(end.denominator for end in (*lows, *highs) if end is not None))
    return Ends(_whole(lows, unit), _whole(highs, unit), unit)


def _whole(ends: Iterable[Fraction | None], unit: int) -> tuple[int | None, ...]:
    return tuple(None if end is None else end.numerator * (unit // end.denominator) for end in ends)


def reach(circuit: Circuit, ends: Ends) -> tuple[Gain, Gain]:
    """The least and the greatest that the circuit's sum can be inside the intervals."""
    least, most = (_sum(products) for products in _products(circuit, ends))
    return (
        -inf if least is None else Fraction(least, ends.unit),
        inf if most is None else Fraction(most, ends.unit),
    )


def rests(circuit: Circuit, ends: Ends) -> Iterator[tuple[int | None, int | None]]:
    """For each term, least and greatest sum of the others in the unit of the ends; None where endless."""
    least, most = _products(circuit, ends)
    return zip(_others(least), _others(most), strict=True)


def _products(circuit: Circuit, ends: Ends) -> tuple[list[int | None], list[int | None]]:
    """The least and the greatest of each term, in the unit of the ends; None where it has none."""
    least: list[int | None] = []
    most: list[int | None] = []
    for at, number in circuit.terms:
        low, high = ends.lows[at], ends.highs[at]
        if number < 0:
            low, high = high, low
        least.append(None if low is None else number * low)
        most.append(None if high is None else number * high)
    return least, most


def _sum(products: list[int | None]) -> int | None:
    closed = [one for one in products if one is not None]
    return sum(closed) if len(closed) == len(products) else None


def _others(products: list[int | None]) -> Iterator[int | None]:
    """For each product the sum of all others; None where one of them is endless."""
    closed = [one for one in products if one is not None]
    total, endless = sum(closed), len(products) - len(closed)
    for one in products:
        yield total - (one or 0) if endless == (one is None) else None


def _shortfalls(circuit: Circuit, held: Ends, columns: tuple[Column, ...]) -> list[Deficit]:
    low, high = reach(circuit, held)
    found = []
    if low > circuit.rhs:
        found.append(Deficit(Fraction(low) - circuit.rhs, _gains(circuit, columns, upward=False)))
    if high < circuit.rhs:
        found.append(Deficit(circuit.rhs - Fraction(high), _gains(circuit, columns, upward=True)))
    return found


def _gains(
    circuit: Circuit, columns: tuple[Column, ...], *, upward: bool
) -> tuple[tuple[str, Gain], ...]:
    gains: dict[str, Gain] = {}
    for place, number in circuit.terms:
        column = columns[place]
        gain = _gain(column, is_high=(number > 0) == upward)
        for suspect in column.suspects if gain else ():
            gains[suspect] = gains.get(suspect, ZERO) + abs(number) * gain
    return tuple(sorted(gains.items()))


def _gain(column: Column, *, is_high: bool) -> Gain:
    """How far one end of the column moves when it is freed."""
    held = column.held.high if is_high else column.held.low
    freed = column.freed.high if is_high else column.freed.low
    if held is None:
        return ZERO
    return inf if freed is None else abs(freed - held)
