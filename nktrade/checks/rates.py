"""Rates beside levels: a printed rise or fall held against the two levels that others printed.

A rate in yuan is another one than in dollars, and levels are revised: between a rate and its levels lie some
points for many reasons. Only a rise where every print of the levels has a fall, or the other way about, is
noted, known revisions granted; nobody is accused.
"""

from collections.abc import Iterator
from fractions import Fraction

from nktrade.checks.against import counted_by
from nktrade.checks.roads import Cell, Quarry, Stones
from nktrade.core.claims import Claim
from nktrade.core.codes import Kind, Severity
from nktrade.core.findings import Print, Witness
from nktrade.core.interval import Interval
from nktrade.ledger.vintages import known_revision
from nktrade.reference.compilers import witnesses

_MONEY = "USD"
"""The money of what baselines hold of the trade of all; a rate in another is another rate."""
_WHOLE = 100


def is_rate(claim: Claim) -> bool:
    """Whether it prints, once and in its own words, how a flow changed."""
    is_plain = claim.repeats is None and not claim.is_hypothetical and not claim.inferred
    return claim.kind is Kind.CHANGE_PCT and is_plain


def beside_levels(
    claim: Claim, quarry: Quarry, against: str, own: frozenset[str]
) -> Iterator[Witness]:
    """A note where every two levels that one compiler has of both periods went the other way."""
    base = claim.period.before(claim.base) if claim.period and claim.base else None
    if claim.flow is None or claim.period is None or base is None:
        return
    stones = quarry.stones(claim, _MONEY, (claim,), own)
    told = [*_rates(stones, (claim.flow, claim.period), (claim.flow, base))]
    # Another's levels say nothing of the rate of who is named.
    found = [one for one in told if counted_by(claim) in {None, one[1][0].compiler}]
    printed = claim.amount.widest.scaled(-1 if claim.sign == "-" else 1)
    rate = Interval.hull(one for one, _ in found) if found else printed
    if not (_is_rise(printed) and _is_rise(-rate)) and not (_is_rise(-printed) and _is_rise(rate)):
        return
    prints = tuple(dict.fromkeys(one for _, pair in found for one in pair))
    words = f"{claim.flow} of {claim.period} over that of {base}"
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
        source=words,
        explanation="the levels that others printed went the other way",
        road=words,
        prints=prints,
    )


def _is_rise(rate: Interval) -> bool:
    return rate.low is not None and rate.low > 0


def _rates(
    stones: Stones, later: Cell, earlier: Cell
) -> Iterator[tuple[Interval, tuple[Print, Print]]]:
    """The rate between each two prints of one compiler, in percent."""
    for now, of_now in stones.get(later, ()):
        for then, of_then in stones.get(earlier, ()):
            is_known = then.low is not None and then.low > 0
            if is_known and of_now.compiler == of_then.compiler:
                share = known_revision(of_now.compiler, of_now.compiler) or Fraction(0)
                room = Interval(1 - share, 1 + share)
                yield (now * room / then - Interval.point(1)).scaled(_WHOLE), (of_now, of_then)
