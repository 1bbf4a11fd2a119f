"""From a system of figures to its diagnosis: consistent, located, repaired, ranked, balanced."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from nktrade.core.codes import Verdict
from nktrade.core.interval import Interval
from nktrade.diagnosis.answer import Balance, Diagnosis
from nktrade.diagnosis.balance import balance
from nktrade.diagnosis.case import Case, cases
from nktrade.diagnosis.gross import flagged
from nktrade.diagnosis.implied import implied
from nktrade.diagnosis.judge import Judgement, judged
from nktrade.diagnosis.localise import Location, Sets, locate, violated
from nktrade.diagnosis.rank import weighed
from nktrade.diagnosis.repair import hypotheses, repairs
from nktrade.diagnosis.system import System


def diagnose_system(system: System | Mapping[str, Any]) -> Diagnosis:  # Any: JSON
    """What is wrong in one system, in the order of the work: never adjusted before located.

    Raises:
        FigureSystemError: where the description is no system, or is too large to be solved.
    """
    asked = system if isinstance(system, System) else System.from_json(system)
    posed = cases(asked)
    location = locate(asked, posed)
    if location.weight is None:
        return Diagnosis(
            verdict="infeasible",
            diagnosis=Verdict.CANNOT_LOCALISE,
            violated=violated(asked),
            min_cost=None,
            explanation="no numbers satisfy the relations, whichever figures are freed: "
            "look among the fixed figures, the domains and the relations themselves",
        )
    if location.weight == 0:
        return _consistent(asked, posed)
    return _located(asked, posed, location)


def _consistent(system: System, posed: Sequence[Case]) -> Diagnosis:
    fit = balance(system) if system.options.adjusts else Balance()
    flags = flagged(system, fit) if system.options.adjusts else None
    touched = {name for one in system.constraints for name in one.names}
    is_touched = not system.variables or any(one.name in touched for one in system.variables)
    held = Diagnosis(
        verdict="consistent",
        diagnosis=None if is_touched else Verdict.NOT_CHECKABLE,
        implied=_sorted(implied(system, posed, frozenset())),
        balance=fit,
        not_checkable=_not_checkable(system, posed),
    )
    if flags is None:
        return held
    located = flags[0] if len(flags) == 1 else ()
    mended = balance(system, frozenset(located)) if located else fit
    return replace(
        held,
        verdict="inconsistent",
        diagnosis=_measured_verdict(flags),
        min_cost=min((system.by_name[name].weight for (name,) in flags), default=None),
        located_sets=flags,
        suspects=located,
        balance=replace(fit, adjusted=mended.adjusted, posterior_sd=mended.posterior_sd),
        explanation="the adjustments are larger than their variances allow",
    )


def _measured_verdict(flags: Sets) -> Verdict:
    """Equal scores prove that the error cannot be told apart: a tie."""
    if not flags:
        return Verdict.CANNOT_LOCALISE
    return Verdict.LOCATED if len(flags) == 1 else Verdict.TIE


def _located(system: System, posed: Sequence[Case], location: Location) -> Diagnosis:
    ranking = weighed(system, posed, location)
    by_set = {
        names: implied(*_undone(system, posed, location, names), frozenset(names))
        for names in location.sets
    }
    judgement = judged(system, location, ranking, by_set)
    return Diagnosis(
        verdict="inconsistent",
        diagnosis=judgement.verdict,
        violated=violated(system),
        min_cost=location.weight,
        located_sets=location.sets,
        suspects=judgement.suspects,
        implied=_sorted(_merged(by_set)),
        hypotheses=hypotheses(system, ranking),
        repairs=repairs(system, ranking, location),
        balance=_balance(system, posed, location, judgement),
        not_checkable=_not_checkable(system, posed),
        explanation=_explanation(system, judgement, by_set),
    )


def _undone(
    system: System, posed: Sequence[Case], location: Location, names: tuple[str, ...]
) -> tuple[System, Sequence[Case]]:
    """The system in which a set's operation, if it stands for one, is undone."""
    operation = dict(zip(location.sets, location.operations, strict=True)).get(names)
    if operation is None:
        return system, posed
    changed = operation.applied(system)
    return changed, cases(changed)


def _balance(
    system: System, posed: Sequence[Case], location: Location, judgement: Judgement
) -> Balance:
    """Nothing is adjusted in a tie: which figure gives way would be chance."""
    names = judgement.suspects or (location.sets[0] if len(location.sets) == 1 else ())
    if not names or not system.options.adjusts:
        return Balance()
    changed, _ = _undone(system, posed, location, names)
    return balance(changed, frozenset(names) if changed is system else frozenset())


def _merged(by_set: Mapping[tuple[str, ...], Mapping[str, Interval]]) -> dict[str, Interval]:
    """For a suspect what follows when its own sets are freed, for every other cell the hull."""
    found: dict[str, list[Interval]] = {}
    accused = {name for names in by_set for name in names}
    for names, intervals in by_set.items():
        for name, interval in intervals.items():
            if name in names or name not in accused:
                found.setdefault(name, []).append(interval)
    return {name: Interval.hull(parts) for name, parts in found.items()}


def _explanation(
    system: System, judgement: Judgement, by_set: Mapping[tuple[str, ...], Mapping[str, Interval]]
) -> str:
    """Why this verdict; in a tie also which cells, once known, would decide it."""
    if judgement.suspects or len(by_set) == 1:
        return judgement.because
    every = {name for intervals in by_set.values() for name in intervals}
    names = sorted(name for name in every if not system.by_name[name].is_step)
    deciding = [
        name
        for name in names
        if not all(
            one[name].meets(other[name])
            for one in by_set.values()
            for other in by_set.values()
            if name in one and name in other
        )
    ]
    return f"{judgement.because}; a second source would decide for: {', '.join(deciding) or 'none'}"


def _not_checkable(system: System, posed: Sequence[Case]) -> tuple[str, ...]:
    """Printed figures that no relation could refute, whatever they were."""
    checked: set[str] = set()
    for case in posed:
        checked |= set(case.checked)
    return tuple(sorted(system.suspects.keys() - checked))


def _sorted(found: Mapping[str, Interval]) -> tuple[tuple[str, Interval], ...]:
    return tuple(sorted(found.items()))
