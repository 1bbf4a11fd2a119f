"""From a system of figures to its diagnosis: consistent, located, repaired, ranked, balanced."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nktrade.core.codes import Verdict
from nktrade.core.interval import Interval
from nktrade.diagnosis.answer import Diagnosis
from nktrade.diagnosis.implied import implied
from nktrade.diagnosis.localise import Location, is_feasible, locate, violated
from nktrade.diagnosis.system import System


def diagnose_system(system: System | Mapping[str, Any]) -> Diagnosis:  # Any: JSON
    """What is wrong in one system, in the order of the work: never adjusted before located."""
    posed = system if isinstance(system, System) else System.from_json(system)
    location = locate(posed)
    broken = violated(posed)
    if location.weight is None:
        return Diagnosis(
            verdict="infeasible",
            diagnosis=Verdict.CANNOT_LOCALISE,
            violated=broken,
            min_cost=None,
            explanation="no numbers satisfy the relations, whichever figures are freed: "
            "look among the fixed figures, the domains and the relations themselves",
        )
    if location.weight == 0:
        return _consistent(posed)
    return _located(posed, location, broken)


def _consistent(system: System) -> Diagnosis:
    return Diagnosis(
        verdict="consistent",
        diagnosis=None,
        implied=_sorted(implied(system, frozenset())),
        not_checkable=_not_checkable(system),
    )


def _located(system: System, location: Location, broken: tuple[str, ...]) -> Diagnosis:
    by_weight = location.sets[0] if len(location.sets) == 1 else ()
    return Diagnosis(
        verdict="inconsistent",
        diagnosis=_verdict(system, by_weight),
        violated=broken,
        min_cost=location.weight,
        located_sets=location.sets,
        suspects=by_weight,
        implied=_sorted(_implied_by_sets(system, location)),
        not_checkable=_not_checkable(system),
    )


def _verdict(system: System, suspects: tuple[str, ...]) -> Verdict:
    if is_feasible(widened(system)):
        return Verdict.ROUNDING
    return Verdict.LOCATED if suspects else Verdict.TIE


def widened(system: System) -> System:
    """The system at the widest reading of every print."""
    return replace(
        system,
        variables=tuple(
            one if one.box is None or one.widest is None else replace(one, box=one.widest)
            for one in system.variables
        ),
    )


def _implied_by_sets(system: System, location: Location) -> dict[str, Interval]:
    """For a suspect what follows when its own sets are freed, for every other cell the hull."""
    found: dict[str, list[Interval]] = {}
    for names, operation in zip(location.sets, location.operations, strict=True):
        posed = system if operation is None else operation.applied(system)
        for name, interval in implied(posed, frozenset(names)).items():
            in_some = any(name in other for other in location.sets)
            if name in names or not in_some:
                found.setdefault(name, []).append(interval)
    return {name: Interval.hull(parts) for name, parts in found.items()}


def _not_checkable(system: System) -> tuple[str, ...]:
    used = {name for one in system.constraints for name in one.names}
    return tuple(
        sorted(one.name for one in system.variables if one.can_be_wrong and one.name not in used)
    )


def _sorted(found: Mapping[str, Interval]) -> tuple[tuple[str, Interval], ...]:
    return tuple(sorted(found.items()))
