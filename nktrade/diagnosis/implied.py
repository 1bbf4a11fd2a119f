"""What follows for every cell, printed or not, once some figures are no longer believed."""

from collections.abc import Iterable
from fractions import Fraction
from math import inf

from nktrade.core.interval import Interval
from nktrade.diagnosis.certify import Programme
from nktrade.diagnosis.circuits import Circuit
from nktrade.diagnosis.deficits import Gain, circuits_of, deficits, is_enumerable, reach
from nktrade.diagnosis.model import Model, models
from nktrade.diagnosis.products import folded
from nktrade.diagnosis.system import Constraint, System


def implied(system: System, freed: frozenset[str]) -> dict[str, Interval]:
    """The interval of every cell that the relations leave, with these suspects freed.

    Missing: empty where nothing satisfies the relations.
    """
    every = [found for model in models(system) if (found := _of_model(model, system, freed))]
    if not every:
        return {}
    known = {
        one.name: Interval.hull(found[one.name] for found in every) for one in system.variables
    }
    for constraint in system.constraints:
        if constraint.product:
            known |= _factors(constraint, system, known)
    return known


def tightened(place: int, known: Iterable[Circuit], intervals: list[Interval]) -> Interval | None:
    """What the circuits leave of one column; None where they leave nothing."""
    low, high = _open(intervals[place])
    for circuit in known:
        number = dict(circuit.terms).get(place)
        if number is None:
            continue
        others = Circuit(tuple(term for term in circuit.terms if term[0] != place), circuit.rhs)
        least, most = reach(others, intervals)
        ends = sorted(((circuit.rhs - most) / number, (circuit.rhs - least) / number))
        low, high = max(low, ends[0]), min(high, ends[1])
    if low > high:
        return None
    return Interval(*(None if isinstance(end, float) else end for end in (low, high)))


def _of_model(model: Model, system: System, freed: frozenset[str]) -> dict[str, Interval]:
    intervals = model.intervals(freed)
    if not is_enumerable(model):
        return _by_programme(model, system, freed)
    known = circuits_of(model)
    if not all(one.is_met(freed) for one in deficits(model, known)):
        return {}
    found = {
        one.name: tightened(place, known, intervals) for place, one in enumerate(system.variables)
    }
    return {name: left for name, left in found.items() if left is not None}


def _by_programme(model: Model, system: System, freed: frozenset[str]) -> dict[str, Interval]:
    programme = Programme(model)
    if programme.refuted(freed):
        return {}
    found = {}
    for place, variable in enumerate(system.variables):
        low, high = programme.implied(freed, place)
        found[variable.name] = Interval(_decimal(low), _decimal(high))
    return found


def _factors(
    constraint: Constraint, system: System, known: dict[str, Interval]
) -> dict[str, Interval]:
    """Factors that no column stands for: the quotient of what is known of the others."""
    boxes = {one.name: one.box for one in system.variables if one.box is not None}
    powers = dict(constraint.product)
    found = {}
    for name in folded(constraint, system, boxes):
        quotient = Interval.point(1)
        for other, power in constraint.product:
            if other != name:
                same = power == powers[name]
                quotient = quotient / known[other] if same else quotient * known[other]
        found[name] = quotient.meet(known[name]) or known[name]
    return found


def _decimal(end: float | None) -> Fraction | None:
    """A bound found in floats, without the digits that floats cannot vouch for."""
    return None if end is None else Fraction(format(end, ".12g"))


def _open(interval: Interval) -> tuple[Gain, Gain]:
    return (
        -inf if interval.low is None else interval.low,
        inf if interval.high is None else interval.high,
    )
