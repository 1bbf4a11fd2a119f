"""Localisation: every set of figures of least weight that can be wrong so that the rest is true.

Source: Fellegi and Holt (1976); with edit operations Scholtus, "A Generalised Fellegi-Holt
Paradigm for Automatic Error Localization" (2016).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from nktrade.core.interval import ZERO
from nktrade.diagnosis.case import Case, cases
from nktrade.diagnosis.master import Cover
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


def locate(system: System, posed: Sequence[Case]) -> Location:
    """All sets of least total weight, sorted; ties in full."""
    found: list[_Found] = [(*cover, None) for cover in _lightest(system, posed)]
    if not any(weight == ZERO for weight, _, _ in found):
        for operation in operations(system):
            changed = operation.applied(system)
            found += [
                (weight + operation.weight, chosen | set(operation.names), operation)
                for weight, chosen in _lightest(changed, cases(changed))
            ]
    return _least(found)


def violated(system: System) -> tuple[str, ...]:
    """The constraints that the prints break each by itself, in their order."""
    return tuple(one.id for one in system.constraints if not _holds_alone(system, one))


_Found = tuple[Fraction, frozenset[str], Operation | None]


def _lightest(system: System, posed: Sequence[Case]) -> list[Cover]:
    every = [cover for case in posed for cover in case.lightest(system.suspects)]
    least = min((weight for weight, _ in every), default=None)
    return [cover for cover in every if cover[0] == least]


def _least(found: list[_Found]) -> Location:
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
    return any(not case.lacking for case in cases(alone))
