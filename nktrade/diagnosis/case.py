"""A model with its circuits and what they lack: worked out once, asked many times."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import inf

import numpy as np

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.certify import certified, is_acquitted
from nktrade.diagnosis.circuits import Circuit
from nktrade.diagnosis.cover import lightest
from nktrade.diagnosis.deficits import (
    Deficit,
    Gain,
    circuits_of,
    deficits,
    ends_of,
    is_enumerable,
    reach,
)
from nktrade.diagnosis.edits import Floats
from nktrade.diagnosis.master import Cover
from nktrade.diagnosis.model import Model, models
from nktrade.diagnosis.system import System


@dataclass(frozen=True)
class Case:
    """One choice among alternatives, ready to be asked which figures can be wrong."""

    model: Model
    known: tuple[Circuit, ...] | None
    """None where the circuits are too many to write down."""
    lacking: tuple[Deficit, ...]

    def is_met(self, freed: frozenset[str]) -> bool:
        """Whether some numbers satisfy every relation once these suspects are freed."""
        if self.known is None:
            return is_acquitted(self.model, freed)
        return all(one.is_met(freed) for one in self.lacking)

    def lightest(self, weights: Mapping[str, Fraction]) -> list[Cover]:
        """All sets of least weight that can be wrong together."""
        if self.known is None:
            return certified(self.model, weights)
        return lightest(self.lacking, weights)

    @property
    def accused(self) -> tuple[str, ...]:
        """Suspects that some violated circuit names; nobody else can be blamed."""
        return tuple(sorted({name for one in self.lacking for name, _ in one.gains}))

    @property
    def checked(self) -> tuple[str, ...]:
        """Suspects of circuits that some prints would break; of all columns where none is listed."""
        columns = self.model.columns
        if self.known is None:
            return tuple(name for column in columns for name in column.suspects)
        return tuple(
            name
            for circuit in self.known
            if self._is_refutable(circuit)
            for place, _ in circuit.terms
            for name in columns[place].suspects
        )

    def _is_refutable(self, circuit: Circuit) -> bool:
        """Whether prints somewhere in their domains would contradict, whatever the other cells are."""
        prints: list[tuple[Gain, Gain]] = [(ZERO, ZERO)]
        others: list[tuple[Gain, Gain]] = [(ZERO, ZERO)]
        for place, number in circuit.terms:
            column = self.model.columns[place]
            is_printed = column.name in column.suspects
            ends = _ends(column.freed if is_printed else column.held, number)
            (prints if is_printed else others).append(ends)
        # Prints may be as bad as their domains admit; of the others whatever helps is taken.
        least = sum(low for low, _ in others)
        most = sum(high for _, high in others)
        above = least > -inf and sum(high for _, high in prints) + least > circuit.rhs
        below = most < inf and sum(low for low, _ in prints) + most < circuit.rhs
        return above or below

    @cached_property
    def places(self) -> dict[str, int]:
        """Column numbers by name."""
        return {column.name: place for place, column in enumerate(self.model.columns)}

    @cached_property
    def coefficients(self) -> Floats:
        """The circuits as floats, one row each, for what ranks and never accuses."""
        table = np.zeros((len(self.known or ()), len(self.model.columns)))
        for row, circuit in enumerate(self.known or ()):
            for place, number in circuit.terms:
                table[row, place] = number
        return table

    @cached_property
    def sides(self) -> Floats:
        """The right sides of the circuits as floats."""
        return np.array([float(circuit.rhs) for circuit in self.known or ()])

    def stands(self, name: str) -> bool:
        """Whether some circuit speaks of this column."""
        return bool(self.coefficients[:, self.places[name]].any())

    def tightened(self, name: str, freed: frozenset[str]) -> Interval | None:
        """What the circuits leave of one column, exact; None where they leave nothing."""
        return tightened(self.places[name], self.known or (), self.model.intervals(freed))


def cases(system: System) -> tuple[Case, ...]:
    """One case for each choice among alternatives; the system holds if one of them does."""
    return tuple(_case(model) for model in models(system))


def _case(model: Model) -> Case:
    if not is_enumerable(model):
        return Case(model, None, ())
    known = circuits_of(model)
    return Case(model, known, deficits(model, known))


def tightened(place: int, known: tuple[Circuit, ...], intervals: list[Interval]) -> Interval | None:
    """What the circuits leave of one column; None where they leave nothing."""
    (low, high), held = _open(intervals[place]), ends_of(intervals)
    for circuit in known:
        number = next((one for column, one in circuit.terms if column == place), None)
        if number is None:
            continue
        others = Circuit(tuple(term for term in circuit.terms if term[0] != place), circuit.rhs)
        least, most = reach(others, held)
        ends = sorted(((circuit.rhs - most) / number, (circuit.rhs - least) / number))
        low, high = max(low, ends[0]), min(high, ends[1])
    if low > high:
        return None
    return Interval(*(None if isinstance(end, float) else end for end in (low, high)))


def _ends(interval: Interval, number: int) -> tuple[Gain, Gain]:
    """Least and greatest product of the number and what lies in the interval."""
    low, high = (one * number for one in _open(interval))
    return (low, high) if number > 0 else (high, low)


def _open(interval: Interval) -> tuple[Gain, Gain]:
    return (
        -inf if interval.low is None else interval.low,
        inf if interval.high is None else interval.high,
    )
