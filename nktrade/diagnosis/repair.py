"""Repairs: what the wrong figures most likely were, with the slip, the residual and the evidence."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from nktrade.core.findings import Repair
from nktrade.core.interval import ZERO
from nktrade.diagnosis.answer import Hypothesis
from nktrade.diagnosis.echo import echoed
from nktrade.diagnosis.joint import Candidate
from nktrade.diagnosis.localise import Location
from nktrade.diagnosis.priors import prior
from nktrade.diagnosis.rank import Weighed
from nktrade.diagnosis.system import System

_SAYS = {
    "substitution": "one digit changed",
    "omission": "one digit dropped",
    "transposition": "two neighbouring digits exchanged",
    "insertion": "one digit too many",
    "shift": "decimal point moved one place",
    "omission_shift": "one digit dropped, the point kept in place",
    "edit_shift": "one slip, with the point moved",
    "scale": "wrong by a power of ten",
    "sign": "sign lost or added",
    "swap": "exchanged with the other figure",
    "running total": "the sum so far printed in its place",
    "implied": "follows from the other figures",
    "cumulative": "follows from the other figures; printed is the total",
    "copied": "follows from the other figures; printed is the number of",
}


def repairs(system: System, ranking: Sequence[Weighed], location: Location) -> tuple[Repair, ...]:
    """Repairs with any chance to speak of, and the best of each located set, the likeliest first."""
    smallest = prior("finest_probability")
    found = [
        (one, candidate)
        for one in ranking
        for place, candidate in enumerate(_ordered(one))
        if candidate.mass >= smallest or (place == 0 and tuple(sorted(one.names)) in location.sets)
    ]
    found.sort(key=lambda both: (-both[1].mass, both[0].names))
    return tuple(_repair(system, one, candidate) for one, candidate in found)


def hypotheses(system: System, ranking: Sequence[Weighed]) -> tuple[Hypothesis, ...]:
    """Every set with a chance to speak of."""
    return tuple(
        Hypothesis(
            names=tuple(sorted(one.names)),
            probability=printable(one.mass.total),
            evidence=_witnessed(system, one),
        )
        for one in ranking
        if one.mass.total >= prior("finest_probability")
    )


def printable(probability: float) -> float:
    """The probability in steps that the calibration sample supports, never certain.

    >>> printable(0.99997)
    0.99
    """
    step = prior("finest_probability")
    return min(round(round(probability / step) * step, 10), 1 - step)


def _ordered(one: Weighed) -> list[Candidate]:
    return sorted(one.mass.candidates, key=lambda candidate: -candidate.mass)


def _repair(system: System, one: Weighed, candidate: Candidate) -> Repair:
    values = dict(zip(one.names, candidate.values, strict=False))
    kinds = dict(zip(one.names, candidate.kinds, strict=False))
    told = {name: _SAYS.get(kind, kind) for name, kind in kinds.items()}
    for name in [name for name, kind in kinds.items() if kind == "implied"]:
        if echo := echoed(system, name):
            kinds[name], other = echo
            told[name] = f"{_SAYS[kinds[name]]} {other}"
    return Repair(
        values=tuple(sorted(values.items())),
        kind=" + ".join(sorted(set(kinds.values()))),
        probability=printable(candidate.mass),
        residual=residual(system, values),
        evidence=(
            *(f"{name}: {says}" for name, says in sorted(told.items())),
            *_witnessed(system, one),
        ),
    )


def residual(system: System, values: Mapping[str, Fraction]) -> Fraction:
    """By how much the printed and repaired numbers miss the repaired ones' identities at most."""
    known = {one.name: one.value for one in system.variables if one.value is not None}
    known |= dict(values)
    misses = [
        abs(sum((number * known[name] for name, number in one.terms), ZERO) - one.rhs)
        for one in system.constraints
        if one.op == "==" and one.terms and not values.keys().isdisjoint(one.names)
        if all(name in known for name in one.names)
    ]
    return max(misses, default=ZERO)


def _witnessed(system: System, one: Weighed) -> tuple[str, ...]:
    """How many baselines speak of these figures."""
    count = sum(len(system.by_name[name].witnesses) for name in one.names if name in system.by_name)
    return (f"{count} baseline print{'s' if count > 1 else ''} weighed",) if count else ()
