"""Misdated: whether other words for a period would make the figures of a text agree.

A wrong month or year in print turns every figure told of it into a figure of another time. Read with a
period that the text names elsewhere, such figures repeat or add up to others: then the words for the
period are as suspect as any digit.
"""

from collections.abc import Iterator, Sequence

from nktrade.core.claims import Claim
from nktrade.core.period import Period
from nktrade.diagnosis.doubt import Reread, reading, tried
from nktrade.diagnosis.rereading import Instance, Rereading
from nktrade.diagnosis.sureness import is_explicit

_MOST = 12
"""Other periods tried for one relation."""


def misdated(
    instance: Instance, claims: Sequence[Claim], text: Sequence[Claim], reread: Reread
) -> tuple[Rereading, ...]:
    """The other periods that would each dissolve a contradiction, borne out by other figures of the text."""
    readings = tuple(_other_periods(claims, text))[:_MOST]
    return tuple(
        read
        for read, more, dissolves in tried(instance, readings, reread)
        if more > 0 and dissolves
    )


def _other_periods(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[Rereading]:
    """Each printed period of these claims, as another of its length that the text names."""
    named = dict.fromkeys(one.period for one in text if one.period and is_explicit("period", one))
    seen = set()
    for claim in claims:
        own = claim.period
        if own is None or not is_explicit("period", claim) or (claim.sentence, own) in seen:
            continue
        seen.add((claim.sentence, own))
        for period in named:
            if period != own and period.month_count == own.month_count:
                yield reading("period", period, _told_of(own, claim, text), is_named=True)


def _told_of(period: Period, claim: Claim, text: Sequence[Claim]) -> frozenset[str]:
    """The claims of one sentence that are of the period, and those behind it that carry it on."""
    told: list[str] = []
    for one in text:
        if one.sentence < claim.sentence or one.period != period:
            continue
        if one.sentence > claim.sentence and is_explicit("period", one):
            break
        told.append(one.id)
    return frozenset(told)
