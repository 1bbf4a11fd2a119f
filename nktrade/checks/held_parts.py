"""Held parts: an amount of a text beside what others printed of times within its time.

A baseline row speaks for its own time alone. Yet a year cannot be less than its months: where those that
others printed, none of them twice and each at its least, come to more than half as much again, one of
the two is another number. Which one, nothing here tells, so it is a note.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from nktrade.checks.against import ANOTHER, counted_by, is_sure
from nktrade.checks.roads import Quarry
from nktrade.core.claims import Claim
from nktrade.core.codes import Channel, Flow, Kind, Severity
from nktrade.core.findings import Print, Witness
from nktrade.core.period import Period
from nktrade.reference.compilers import witnesses

_SHOWN = 6
Parts = Mapping[Period, tuple[Fraction, Print]]
"""By time, the least that was printed of it, and where."""


def is_whole(claim: Claim) -> bool:
    """Whether it is an amount of recorded trade over several months, as its text says it happened."""
    return (
        claim.kind is Kind.LEVEL
        and claim.flow in {Flow.EXPORT, Flow.IMPORT, Flow.TOTAL}
        and claim.period is not None
        and claim.period.month_count > 1
        and claim.scope is None
        and claim.channel is not Channel.UNRECORDED
        and claim.doubt is None
        and not claim.is_hypothetical
        and is_sure(claim)
    )


def beside_parts(
    claim: Claim, quarry: Quarry, against: str, own: frozenset[str]
) -> Iterator[Witness]:
    """A note where the parts that one compiler has of the claim's time cannot be parts of it."""
    most = claim.amount.widest.high
    if most is None or not is_whole(claim):
        return
    for compiler, parts in _by_compiler(claim, quarry, own).items():
        together, chosen = _most(parts)
        if counted_by(claim) not in {None, compiler} or together <= ANOTHER * most:
            continue
        prints = tuple(parts[one][1] for one in chosen)
        origins = tuple(sorted(witnesses(one.origin for one in prints)))
        cells = f"{claim.flow} of {', '.join(map(str, chosen[:_SHOWN]))}"
        cells += ", ..." if len(chosen) > _SHOWN else ""
        yield Witness(
            claim=claim.id,
            document=claim.figure.document,
            against=against,
            low=together,
            high=None,
            as_of=None,
            origins=len(origins),
            origin_names=origins,
            compiler=compiler,
            holds=None,
            verdict=None,
            severity=Severity.NOTE,
            source=cells,
            explanation="what others printed of times within it comes to more",
            road=cells,
            prints=prints,
        )


def _by_compiler(claim: Claim, quarry: Quarry, own: frozenset[str]) -> dict[str, Parts]:
    """What each compiler has of times within the claim's, the least of several prints."""
    found: dict[str, dict[Period, tuple[Fraction, Print]]] = {}
    for period, interval, told in quarry.within(claim, own):
        parts = found.setdefault(told.compiler, {})
        if interval.low is not None and (period not in parts or interval.low < parts[period][0]):
            parts[period] = interval.low, told
    return dict(found)


def _most(parts: Parts) -> tuple[Fraction, tuple[Period, ...]]:
    """The times that do not overlap and come to most together, and what they come to.

    >>> from nktrade.core.findings import Print
    >>> told = Print(row="", compiler="", origin="", as_of=None, url="")
    >>> year = {"2018-01/2018-06": 5, "2018-05": 2, "2018-08": 4}
    >>> total, times = _most({Period.of(one): (Fraction(n), told) for one, n in year.items()})
    >>> total, [str(one) for one in times]
    (Fraction(9, 1), ['2018-01/2018-06', '2018-08'])
    """
    ordered = sorted(parts, key=lambda one: (one.last, one.first))
    ends: list[date] = [one.last for one in ordered]
    best: list[tuple[Fraction, tuple[Period, ...]]] = [(Fraction(0), ())]
    for at, one in enumerate(ordered):
        total, before = best[bisect_left(ends, one.first, hi=at)]
        best.append(max(best[-1], (total + parts[one][0], (*before, one)), key=lambda way: way[0]))
    return best[-1]
