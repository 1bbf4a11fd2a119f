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
    rests,
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

    def left(self, freed: frozenset[str]) -> Mapping[str, Interval | None]:
        """What the circuits leave of each column, exact; None where they leave nothing."""
        if freed not in self._left:
            left = tightened(self.known or (), self.model.intervals(freed))
            names = (column.name for column in self.model.columns)
            self._left[freed] = dict(zip(names, left, strict=True))
        return self._left[freed]

    @cached_property
    def _left(self) -> dict[frozenset[str], dict[str, Interval | None]]:
        """What was asked before."""
        return {}


def cases(system: System) -> tuple[Case, ...]:
    """One case for each choice among alternatives; the system holds if one of them does."""
    return tuple(_case(model) for model in models(system))


def _case(model: Model) -> Case:
    known = circuits_of(model)
    return Case(model, known, deficits(model, known or ()))


def tightened(known: tuple[Circuit, ...], intervals: list[Interval]) -> list[Interval | None]:
    """What the circuits leave of every column, each circuit asked once; None where nothing is left."""
    lows, highs = [one.low for one in intervals], [one.high for one in intervals]
    held = ends_of(intervals)
    for circuit in known:
        for (place, number), (least, most) in zip(circuit.terms, rests(circuit, held), strict=True):
            below, above = (most, least) if number > 0 else (least, most)
            if below is not None:
                end = (circuit.rhs - Fraction(below, held.unit)) / number
                lows[place] = end if (known_low := lows[place]) is None else max(known_low, end)
            if above is not None:
                end = (circuit.rhs - Fraction(above, held.unit)) / number
                highs[place] = end if (known_high := highs[place]) is None else min(known_high, end)
    return [_between(low, high) for low, high in zip(lows, highs, strict=True)]


def _between(low: Fraction | None, high: Fraction | None) -> Interval | None:
    is_empty = low is not None and high is not None and low > high
    return None if is_empty else Interval(low, high)


def _ends(interval: Interval, number: int) -> tuple[Gain, Gain]:
    """Least and greatest product of the number and what lies in the interval."""
    low, high = (one * number for one in _open(interval))
    return (low, high) if number > 0 else (high, low)


def _open(interval: Interval) -> tuple[Gain, Gain]:
    return (
        -inf if interval.low is None else interval.low,
        inf if interval.high is None else interval.high,
    )
