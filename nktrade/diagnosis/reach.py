"""Reach: which other times a sentence could have taken over from the words around it.

A time is carried on from what was said before. What is named later, or only as the older one of two, was hardly meant.
"""

from collections.abc import Sequence

from nktrade.core.claims import Claim
from nktrade.core.period import Period
from nktrade.diagnosis.rereading import Rereading
from nktrade.diagnosis.sureness import is_explicit


def is_out_of_reach(read: Rereading, text: Sequence[Claim]) -> bool:
    """Whether it would give plain sentences, whose own time the words before them name, one that no sentence tells before."""
    if read.field != "period" or read.is_before:
        return False
    those = [one for one in text if one.id in read.claims]
    return all(one.is_plain and _is_time_named(one, text) for one in those)


def _is_time_named(claim: Claim, text: Sequence[Claim]) -> bool:
    """Whether words up to its own sentence name the time that a claim has."""
    told = (one for one in text if one.sentence <= claim.sentence and is_explicit("period", one))
    return any(one.period == claim.period for one in told)


def is_before(period: object, claim: Claim, text: Sequence[Claim]) -> bool:
    """Whether the text tells of this time up to the claim: what is named later was not carried over."""
    return any(one.period == period for one in text if one.sentence <= claim.sentence)


def is_past(value: object, text: Sequence[Claim]) -> bool:
    """Whether it is a time told only beside a later one as long, as the level before it: no sentence goes on about that."""
    told = [one for one in text if one.period == value]
    later = {
        (other.sentence, other.kind, other.flow)
        for other in text
        if isinstance(value, Period) and other.period and _is_later(other.period, value)
    }
    return bool(told) and all((one.sentence, one.kind, one.flow) in later for one in told)


def _is_later(period: Period, other: Period) -> bool:
    return period.first > other.first and period.month_count == other.month_count
