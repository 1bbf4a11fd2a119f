"""Ranking: how likely each set of figures is wrong, and what the figures then most likely were.

P(set, truth | print) is proportional to the error rates of its figures, the channel from truth to
print, and what witnesses say; the generic error is always in the mixture.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import prod

from nktrade.core.interval import Interval
from nktrade.diagnosis.case import Case, cases
from nktrade.diagnosis.channel import Channel, Style
from nktrade.diagnosis.implied import carried, implied
from nktrade.diagnosis.joint import Candidate, Mass, apart, pair, single
from nktrade.diagnosis.localise import Location
from nktrade.diagnosis.operations import Operation, operations
from nktrade.diagnosis.priors import prior
from nktrade.diagnosis.region import Region, may_hold
from nktrade.diagnosis.system import EVERYTHING, System

_MOST_PAIRED = 16
"""Figures among which pairs are tried: more pairs than these say little and cost much."""
Names = tuple[str, ...]
_OPERATION_MIX = {
    "swap": "mix_swap",
    "sign": "mix_sign",
    "scale": "mix_scale",
    "running total": "mix_confusion",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """One hypothesis: figures that are wrong together."""

    names: Names
    mass: Mass


def weighed(system: System, posed: Sequence[Case], location: Location) -> tuple[Weighed, ...]:
    """Every hypothesis with its share of the posterior, the likeliest first."""
    field = _Field(system, posed, location)
    found = [
        field.of_operation(operation) if operation else field.of_set(names)
        for names, operation in zip(location.sets, location.operations, strict=True)
    ]
    found += [field.of_set(names) for names in field.pairs() if names not in location.sets]
    found += [field.of_operation(one) for one in field.swaps(location)]
    total = sum(one.mass.total for one in found)
    shares = [_shared(one, 1 / total) for one in found if total > 0]
    return tuple(sorted(shares, key=lambda one: (-one.mass.total, one.names)))


class _Field:
    """A system with the channel of each print that may be wrong."""

    def __init__(self, system: System, posed: Sequence[Case], location: Location) -> None:
        self.system, self.posed = system, posed
        self.located = {frozenset(names) for names in location.sets}
        style = _style(system)
        self.channels = {
            one.name: Channel.of(one, style[one.scale])
            for one in system.variables
            if one.can_be_wrong
        }
        self.folded = {
            name
            for one in system.constraints
            for name, _ in one.product
            if any(len(case.coefficients) == 0 or not case.stands(name) for case in posed)
        } | carried(system).keys()

    def pairs(self) -> list[Names]:
        """Pairs that can be wrong together, of the figures that some violated circuit accuses."""
        found: set[Names] = set()
        for case in self.posed:
            heard = [name for name in case.accused if self._is_heard(name)]
            if len(heard) <= _MOST_PAIRED:
                pairs = combinations(heard, 2)
                found |= {
                    both
                    for both in pairs
                    if not self.folded & set(both) and case.is_met(frozenset(both))
                }
        return sorted(found)

    def _is_heard(self, name: str) -> bool:
        """Whether print or witnesses say anything of it; bare numbers are no evidence for pairs."""
        channel = self.channels.get(name)
        return channel is None or channel.variable.is_print or bool(channel.variable.witnesses)

    def swaps(self, location: Location) -> list[Operation]:
        """Exchanges of two figures that alone would mend everything, where they are allowed."""
        if "swap" not in self.system.options.operations:
            return []
        asked = replace(self.system.options, operations=frozenset({"swap"}))
        found = operations(replace(self.system, options=asked))
        paired = set(self.pairs()) - set(location.sets)
        return [
            one
            for one in found
            if tuple(sorted(one.names)) in paired
            and any(may_hold(case, *one.names) for case in self.posed)
            and _mends(one.applied(self.system))
        ]

    def of_operation(self, operation: Operation) -> Weighed:
        """Two figures exchanged, a sign or a common scale: one event for all it touches."""
        changed = operation.applied(self.system).by_name
        values = tuple(
            value for name in operation.names if (value := changed[name].value) is not None
        )
        odds = max(_odds(self.channels[name]) for name in operation.names)
        mass = odds * prior(_OPERATION_MIX[operation.kind])
        kinds = (operation.kind,) * len(values)
        found = (Candidate(values, kinds, mass),) if len(values) == len(operation.names) else ()
        return Weighed(operation.names, Mass(found, 0.0 if found else mass))

    def of_set(self, names: Names) -> Weighed:
        """Figures that are wrong each by a slip of its own."""
        cells = [name for name in names if name in self.channels]
        carriers = [name for name in names if name not in self.channels]
        factor = prod(_odds(self.channels[name]) for name in cells)
        factor *= _carrier_odds() ** len(carriers)
        inside = self._mass(cells, frozenset(names))
        return _shared(Weighed((*cells, *carriers), inside), factor)

    def _mass(self, cells: list[str], freed: frozenset[str]) -> Mass:
        if not cells:
            return Mass((), 1.0)
        met = [case for case in self.posed if case.is_met(freed)]
        channels = [self.channels[name] for name in cells]
        enumerated = bool(met) and met[0].known is not None and not self.folded & set(cells)
        joint = None
        if len(cells) == len(("one", "other")) and enumerated:
            joint = pair(channels[0], channels[1], Region.of(met[0], freed, tuple(cells)))
            if joint.candidates or freed not in self.located:
                return joint
        if enumerated:
            intervals = [_hull(met, name, freed) for name in cells]
        else:
            known = implied(self.system, met, freed)
            intervals = [known[name] for name in cells]
        if len(cells) == 1:
            return single(channels[0], intervals[0])
        loose = apart(channels, intervals)
        return loose if joint is None else loose.weighing(joint.total)


def _hull(met: Sequence[Case], name: str, freed: frozenset[str]) -> Interval:
    return Interval.hull(case.left(freed)[name] or EVERYTHING for case in met)


def _style(system: System) -> Mapping[object, Style]:
    """How many decimals the prints of one scale have: evidence on what was dropped."""
    seen: dict[object, Counter[int]] = {}
    for one in system.variables:
        counted = seen.setdefault(one.scale, Counter())
        if one.digits is not None:
            counted[len(one.digits.partition(".")[2])] += 1
    smallest = prior("style_stranger")
    return {
        scale: {places: count / max(counted.values()) for places, count in counted.items()}
        | {-1: smallest}
        for scale, counted in seen.items()
    }


def _mends(system: System) -> bool:
    return any(case.is_met(frozenset()) for case in cases(system))


def _shared(one: Weighed, factor: float) -> Weighed:
    candidates = tuple(replace(each, mass=each.mass * factor) for each in one.mass.candidates)
    return replace(one, mass=Mass(candidates, one.mass.rest * factor))


def _odds(channel: Channel) -> float:
    return channel.rate / ((1 - channel.rate) * channel.agreement())


def _carrier_odds() -> float:
    rate = prior("rate_figure")
    return rate / (1 - rate) * prior("mix_generic") * prior("generic_carrier")
