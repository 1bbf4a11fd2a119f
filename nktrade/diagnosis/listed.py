"""Listed: amounts of one sentence that follow each other in one unit, which a sum or a share may be of."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby
from operator import add

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind
from nktrade.core.interval import Interval

_TWO = 2
_MOST = 8
"""Longer lists than this one have too many sums to tell anything."""


def runs(text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Every two or more amounts that follow each other in one sentence and one unit, open on no side."""
    ordered = sorted(text, key=lambda one: one.figure.start)
    amounts = [one for one in ordered if one.kind is Kind.LEVEL and is_closed(one)]
    for _, group in groupby(amounts, key=lambda one: (one.sentence, one.figure.unit)):
        listed = tuple(group)
        if len(listed) <= _MOST:
            for first in range(len(listed)):
                for last in range(first + _TWO, len(listed) + 1):
                    yield listed[first:last]


def total(parts: Sequence[Claim]) -> Interval:
    """What the amounts come to, as printed."""
    return reduce(add, (one.amount.printed for one in parts))


def is_closed(claim: Claim) -> bool:
    """Whether an amount is open on no side."""
    return claim.amount.printed.low is not None and claim.amount.printed.high is not None
