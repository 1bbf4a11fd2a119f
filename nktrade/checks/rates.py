"""Rates beside levels: a printed rise or fall held against the two levels that others printed.

A rate in yuan is another one than in dollars, and levels are revised: between a rate and its levels lie some
points for many reasons. Only a rise where every print of the levels has a fall, or the other way about, is
noted, known revisions granted; nobody is accused. Where levels bear a rate out, another print of it accuses
nobody either.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from nktrade.checks.against import counted_by
from nktrade.checks.roads import Quarry
from nktrade.core.claims import Claim
from nktrade.core.codes import Kind, Severity
from nktrade.core.findings import Print, Witness
from nktrade.core.interval import Interval
from nktrade.core.period import MONTHS
from nktrade.ledger.vintages import known_revision
from nktrade.reference.compilers import witnesses

_MONEY = "USD"
"""The money of what baselines hold of the trade of all; a rate in another is another rate."""
_WHOLE = 100


class _Step(NamedTuple):
    """From one level to another, as one compiler has both in print."""

    ratio: Interval
    prints: tuple[Print, Print]
    cells: str

    def rate(self, granted: Fraction = Fraction(0)) -> Interval:
        """The change in percent, each level granted to be revised by a share."""
        room = Interval(1 - granted, 1 + granted)
        return (self.ratio * room - Interval.point(1)).scaled(_WHOLE)


def is_rate(claim: Claim) -> bool:
    """Whether it prints, once and in its own words, how a flow changed."""
    is_plain = claim.repeats is None and not claim.is_hypothetical and not claim.inferred
    return claim.kind is Kind.CHANGE_PCT and is_plain


def borne_out(claim: Claim, quarry: Quarry, own: frozenset[str]) -> str:
    """The cells whose levels as printed make a change what it is said to be; empty where none do.

    A text that goes back in time may mean what followed: trade in 2020 was 42.7 million dollars, and fell by 99.9 percent.
    """
    said = _said(claim)
    every = (step for one in _with_next(claim) for step in _steps(one, quarry, own))
    return next((one.cells for one in every if one.rate().meets(said)), "")


def _with_next(claim: Claim) -> Iterator[Claim]:
    """The claim, and the same of the period that has its own for a base."""
    yield claim
    if claim.period is not None and claim.base is not None:
        later = claim.period.shifted(MONTHS)
        if later.before(claim.base) == claim.period:
            yield replace(claim, period=later)


def beside_levels(
    claim: Claim, quarry: Quarry, against: str, own: frozenset[str]
) -> Iterator[Witness]:
    """A note where every two levels that one compiler has of both periods went the other way."""
    # Another's levels say nothing of the rate of who is named.
    found = [
        one
        for one in _steps(claim, quarry, own)
        if counted_by(claim) in {None, one.prints[0].compiler}
    ]
    if not found:
        return
    said, rate = _said(claim), Interval.hull(one.rate(_revision(one)) for one in found)
    if not (_is_rise(said) and _is_rise(-rate)) and not (_is_rise(-said) and _is_rise(rate)):
        return
    prints = tuple(dict.fromkeys(each for one in found for each in one.prints))
    origins = tuple(sorted(witnesses(one.origin for one in prints)))
    yield Witness(
        claim=claim.id,
        document=claim.figure.document,
        against=against,
        low=rate.low,
        high=rate.high,
        as_of=None,
        origins=len(origins),
        origin_names=origins,
        compiler=prints[0].compiler,
        holds=None,
        verdict=None,
        severity=Severity.NOTE,
        source=found[0].cells,
        explanation="the levels that others printed went the other way",
        road=found[0].cells,
        prints=prints,
    )


def _said(claim: Claim) -> Interval:
    """The change at its widest reading, a fall below zero."""
    return claim.amount.widest.scaled(-1 if claim.sign == "-" else 1)


def _is_rise(rate: Interval) -> bool:
    return rate.low is not None and rate.low > 0


def _revision(step: _Step) -> Fraction:
    office = step.prints[0].compiler
    return known_revision(office, office) or Fraction(0)


def _steps(claim: Claim, quarry: Quarry, own: frozenset[str]) -> Iterator[_Step]:
    """From each print of the base to each print of the claim's period by the same compiler."""
    base = claim.period.before(claim.base) if claim.period and claim.base else None
    if claim.flow is None or claim.period is None or base is None:
        return
    stones = quarry.stones(claim, _MONEY, (claim,), own)
    cells = f"{claim.flow} of {claim.period} over that of {base}"
    for now, of_now in stones.get((claim.flow, claim.period), ()):
        for then, of_then in stones.get((claim.flow, base), ()):
            is_known = then.low is not None and then.low > 0
            if is_known and of_now.compiler == of_then.compiler:
                yield _Step(now / then, (of_now, of_then), cells)
