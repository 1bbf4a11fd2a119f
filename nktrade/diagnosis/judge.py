"""The verdict on figures that cannot all be true: located, tie, rounding only or misread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nktrade.core.codes import Verdict
from nktrade.core.interval import Interval
from nktrade.diagnosis.case import cases
from nktrade.diagnosis.localise import Location
from nktrade.diagnosis.priors import prior
from nktrade.diagnosis.rank import Weighed
from nktrade.diagnosis.system import System


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the figures it names, and on what grounds."""

    verdict: Verdict
    suspects: tuple[str, ...]
    because: str


Implied = Mapping[tuple[str, ...], Mapping[str, Interval]]
"""What follows for every cell once the figures of a set are freed."""


def judged(
    system: System, location: Location, ranking: Sequence[Weighed], by_set: Implied
) -> Judgement:
    """Only what no milder reading explains names a figure."""
    if any(case.is_met(frozenset()) for case in cases(widened(system))):
        return Judgement(
            Verdict.ROUNDING,
            (),
            "impossible at the printed digits, possible with hedge or truncation",
        )
    decisive = _decisive(system, location, ranking, by_set)
    if decisive is not None:
        return decisive
    if len(location.sets) == 1:
        return Judgement(
            Verdict.LOCATED, location.sets[0], "nothing as small explains it otherwise"
        )
    return Judgement(Verdict.TIE, (), "several explanations are equally small")


def widened(system: System) -> System:
    """The system at the widest reading of every print."""
    return replace(
        system,
        variables=tuple(
            one
            if one.box is None or one.widest is None
            else replace(one, box=one.widest, choices=())
            for one in system.variables
        ),
    )


def _decisive(
    system: System, location: Location, ranking: Sequence[Weighed], by_set: Implied
) -> Judgement | None:
    """The set whose posterior is ten times that of all others together.

    Heavier sets compete only where witnesses speak; digits count only where they were printed, and where
    the other figures bound what else they may have been: many slips lead somewhere above a number.
    """
    cells = system.by_name
    has_witness = any(one.witnesses for one in system.variables)
    named = {name for names in location.sets for name in names}
    if not has_witness and not all(name in cells and cells[name].is_print for name in named):
        return None
    pool = [one for one in ranking if has_witness or tuple(sorted(one.names)) in location.sets]
    if len(pool) < 2 or not pool[0].mass.total:  # noqa: PLR2004 - one alone is located by weight
        return None
    others = sum(one.mass.total for one in pool[1:])
    if pool[0].mass.total < prior("decisive_odds") * others:
        return None
    names = tuple(sorted(pool[0].names))
    if not has_witness and not _is_bounded(names, by_set):
        return None
    road = "what others printed" if has_witness else "the way digits are misprinted"
    return Judgement(Verdict.LOCATED, names, f"singled out by {road}")


def _is_bounded(names: tuple[str, ...], by_set: Implied) -> bool:
    """Whether the other figures leave each of these a number between two ends."""
    known = next((one for each, one in by_set.items() if tuple(sorted(each)) == names), {})
    return all(
        name not in known or None not in {known[name].low, known[name].high} for name in names
    )
