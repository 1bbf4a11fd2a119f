"""Localisation: every set of figures of least weight that can be wrong so that the rest is true.

Source: Fellegi and Holt (1976); with edit operations Scholtus, "A Generalised Fellegi-Holt
Paradigm for Automatic Error Localization" (2016).
"""

from dataclasses import dataclass
from fractions import Fraction

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.certify import certified, is_acquitted
from nktrade.diagnosis.cover import Cover, lightest
from nktrade.diagnosis.deficits import circuits_of, deficits, is_enumerable, reach
from nktrade.diagnosis.model import Model, models
from nktrade.diagnosis.operations import Operation, operations
from nktrade.diagnosis.system import Constraint, System

Sets = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Location:
    """What localisation finds: the least weight, all sets of that weight, and how they arise."""

    weight: Fraction | None
    """None where even freeing everything does not help."""
    sets: Sets
    operations: tuple[Operation | None, ...]
    """For each set, the operation that it stands for; None means: replace the figures."""


def locate(system: System) -> Location:
    """All sets of least total weight, sorted; ties in full."""
    plain = [(weight, chosen, None) for weight, chosen in _lightest(system)]
    best = plain[0][0] if plain else None
    found: list[tuple[Fraction, frozenset[str], Operation | None]] = list(plain)
    if best != ZERO:
        for operation in operations(system):
            changed = operation.applied(system)
            found += [
                (weight + operation.weight, chosen | set(operation.names), operation)
                for weight, chosen in _lightest(changed)
            ]
    return _least(found)


def is_feasible(system: System, freed: frozenset[str] = frozenset()) -> bool:
    """Whether some numbers satisfy every relation once these suspects are freed."""
    return any(_is_covered(model, freed) for model in models(system))


def violated(system: System) -> tuple[str, ...]:
    """The constraints that the prints break each by itself, in their order."""
    return tuple(one.id for one in system.constraints if not _holds_alone(system, one))


def _lightest(system: System) -> list[Cover]:
    every = [cover for model in models(system) for cover in _of_model(model, system.suspects)]
    least = min((weight for weight, _ in every), default=None)
    return [cover for cover in every if cover[0] == least]


def _of_model(model: Model, weights: dict[str, Fraction]) -> list[Cover]:
    if is_enumerable(model):
        return lightest(deficits(model, circuits_of(model)), weights)
    return certified(model, weights)


def _is_covered(model: Model, freed: frozenset[str]) -> bool:
    if is_enumerable(model):
        return all(one.is_met(freed) for one in deficits(model, circuits_of(model)))
    return is_acquitted(model, freed)


def _least(found: list[tuple[Fraction, frozenset[str], Operation | None]]) -> Location:
    least = min((weight for weight, _, _ in found), default=None)
    kept: dict[tuple[str, ...], Operation | None] = {}
    for weight, chosen, operation in found:
        if weight == least:
            kept.setdefault(tuple(sorted(chosen)), operation)
    # An operation's set that holds another set of the same weight explains nothing more.
    sets = sorted(names for names in kept if not any(set(other) < set(names) for other in kept))
    return Location(least, tuple(sets), tuple(kept[names] for names in sets))


def _holds_alone(system: System, constraint: Constraint) -> bool:
    names = set(constraint.names)
    alone = System(
        variables=tuple(one for one in system.variables if one.name in names),
        constraints=(constraint,),
        options=system.options,
    )
    return any(_reaches(model) for model in models(alone))


def _reaches(model: Model) -> bool:
    held: list[Interval] = model.intervals(frozenset())
    every = ((*reach(circuit, held), circuit.rhs) for circuit in circuits_of(model))
    return all(low <= rhs <= high for low, high, rhs in every)
