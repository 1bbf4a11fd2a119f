"""What follows for every cell, printed or not, once some figures are no longer believed."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from nktrade.core.interval import Interval
from nktrade.diagnosis.case import Case
from nktrade.diagnosis.certify import Programme
from nktrade.diagnosis.products import folded
from nktrade.diagnosis.system import Constraint, System

_FACTORS = 2
"""Whole and part."""


def implied(system: System, posed: Sequence[Case], freed: frozenset[str]) -> dict[str, Interval]:
    """The interval of every cell that the relations leave, with these suspects freed.

    Missing: empty where nothing satisfies the relations.
    """
    every = [found for case in posed if (found := _of_case(case, system, freed))]
    if not every:
        return {}
    known = {
        one.name: Interval.hull(found[one.name] for found in every) for one in system.variables
    }
    for constraint in system.constraints:
        if constraint.product:
            known |= _factors(constraint, system, known)
    for name, quotient in _quotients(system, known):
        known[name] = quotient.meet(known[name]) or known[name]
    return known


def carried(system: System) -> dict[str, tuple[Constraint, ...]]:
    """By printed figure, the rows whose coefficient is an end of it: whole is figure times part."""
    found: dict[str, tuple[Constraint, ...]] = {}
    for one in system.constraints:
        variable = system.by_name.get(one.figure or "")
        if variable is None or variable.box is None or one.product or len(one.terms) != _FACTORS:
            continue
        (_, number), (_, end) = one.terms
        if number == 1 and -end in {variable.box.low, variable.box.high}:
            found[variable.name] = (*found.get(variable.name, ()), one)
    return found


def _quotients(system: System, known: Mapping[str, Interval]) -> Iterator[tuple[str, Interval]]:
    """What the rows that a figure carries say of it: the whole over the part, and what makes a sum close."""
    for name, rows in carried(system).items():
        parts = {row.terms[0][0]: row.terms[1][0] for row in rows}
        for whole, part in parts.items():
            yield name, known[whole] / known[part]
        for one in system.constraints:
            if one.op == "==" and any(whole in parts for whole, _ in one.terms):
                yield name, _closing(one, parts, known)


def _closing(
    constraint: Constraint, parts: Mapping[str, str], known: Mapping[str, Interval]
) -> Interval:
    """The figure that closes a sum in which it multiplies some parts: what the others lack over those."""
    lack, times = Interval.point(constraint.rhs), Interval.point(0)
    for name, number in constraint.terms:
        if name in parts:
            times += known[parts[name]].scaled(number)
        else:
            lack -= known[name].scaled(number)
    return lack / times


def _of_case(case: Case, system: System, freed: frozenset[str]) -> dict[str, Interval]:
    if case.known is None:
        return _by_programme(case, system, freed)
    if not case.is_met(freed):
        return {}
    left = case.left(freed)
    return {one.name: own for one in system.variables if (own := left[one.name]) is not None}


def _by_programme(case: Case, system: System, freed: frozenset[str]) -> dict[str, Interval]:
    programme = Programme(case.model)
    if programme.refuted(freed):
        return {}
    intervals = case.model.intervals(freed)
    found = {}
    for variable in system.variables:
        place = case.places[variable.name]
        known = intervals[place]
        if known.low is None or known.low != known.high:  # a number alone leaves nothing to ask
            low, high = programme.implied(freed, place)
            known = _between(_decimal(low), _decimal(high))
        found[variable.name] = known
    return found


def _decimal(end: float | None) -> Fraction | None:
    """A bound found in floats, without the digits that floats cannot vouch for."""
    return None if end is None else Fraction(format(end, ".12g"))


def _between(low: Fraction | None, high: Fraction | None) -> Interval:
    """What lies between two bounds found in floats: of a figure as good as fixed they may have changed places."""
    if low is not None and high is not None and low > high:
        return Interval(high, low)
    return Interval(low, high)


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
