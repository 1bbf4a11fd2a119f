"""What is lacking: circuits that the prints cannot meet, and what freeing each suspect would give.

Freeing a figure only widens, so a circuit that holds once holds for good. A set of figures can be
wrong together exactly when it covers every deficit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import inf, lcm

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.circuits import Circuit, circuit_count_bound, circuits
from nktrade.diagnosis.model import Column, Model

LARGEST_ENUMERATION = 20_000
"""Circuits of more than this many supports are found as they are needed, not all at once."""
_KEPT_TEMPLATES = 64
Gain = Fraction | float
"""Exact, or infinite."""


@dataclass(frozen=True, slots=True)
class Deficit:
    """A circuit's shortfall on one side, with what each suspect adds when freed."""

    excess: Fraction
    gains: tuple[tuple[str, Gain], ...]

    def is_met(self, freed: Iterable[str]) -> bool:
        """Whether freeing these makes up for the shortfall."""
        gains = dict(self.gains)
        return sum((gains.get(name, ZERO) for name in freed), ZERO) >= self.excess


def is_enumerable(model: Model) -> bool:
    """Whether all circuits of the model can be written down."""
    return circuit_count_bound(model.matrix) <= LARGEST_ENUMERATION


def circuits_of(model: Model) -> tuple[Circuit, ...]:
    """Every circuit of the model, kept for the next record of the same template."""
    return _circuits(model.matrix, model.rhs)


@lru_cache(maxsize=_KEPT_TEMPLATES)
def _circuits(
    matrix: tuple[tuple[Fraction, ...], ...], rhs: tuple[Fraction, ...]
) -> tuple[Circuit, ...]:
    return circuits(matrix, rhs)


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
    least = _sum(
        (number, ends.lows if number > 0 else ends.highs, at) for at, number in circuit.terms
    )
    most = _sum(
        (number, ends.highs if number > 0 else ends.lows, at) for at, number in circuit.terms
    )
    return (
        -inf if least is None else Fraction(least, ends.unit),
        inf if most is None else Fraction(most, ends.unit),
    )


def _sum(terms: Iterable[tuple[int, Sequence[int | None], int]]) -> int | None:
    """The sum of the products; None where an end is open."""
    total = 0
    for number, side, at in terms:
        end = side[at]
        if end is None:
            return None
        total += number * end
    return total


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
