"""Retelling: the number of an amount says of which time it is, where its words do not.

"In the first eleven months exports were $4.31 billion. Exports were $4.31 billion, up 16 percent": no month has the
exports of eleven, so the second sentence goes on about these, whatever it else would be about.
"""

from collections.abc import Sequence

from nktrade.core.codes import Kind
from nktrade.core.period import Period
from nktrade.reading.drafts import Draft

_TELLING = 3
"""Digits from which on two equal prints are no chance."""
_TAKEN_OVER = "text"


def retold(own: Sequence[Draft], before: Sequence[Draft]) -> Period | None:
    """The time of earlier sentences whose amounts a sentence without a time tells again; None where it tells none of them."""
    levels = [one for one in own if _is_level(one)]
    if not levels or any(one.whence != _TAKEN_OVER for one in own):
        return None
    told = [one for one in before if _is_level(one) and not one.sort.is_base]
    times = {
        period
        for one in levels
        if len(period_of := {other.period for other in told if _is_again(one, other)}) == 1
        for period in period_of
    }
    (only, *others) = times or {None}
    return None if others or only in {one.period for one in levels} else only


def _is_level(draft: Draft) -> bool:
    is_exact = draft.spot.hedge == "exact" and draft.spot.ceiling is None
    return draft.sort.kind is Kind.LEVEL and is_exact and draft.rate is None


def _is_again(one: Draft, other: Draft) -> bool:
    """Whether both print one number of one trade, the second rounded or not."""
    if one.spot.unit != other.spot.unit or _trade(one) != _trade(other):
        return False
    digits = (_significant(each) for each in (one, other))
    numbers = one.spot.amount.printed, other.spot.amount.printed
    return min(map(len, digits)) >= _TELLING and numbers[0].meets(numbers[1])


def _significant(draft: Draft) -> str:
    return draft.spot.amount.digits.replace(".", "").strip("0")


def _trade(draft: Draft) -> tuple[str | None, ...]:
    sides = (one.value for one in draft.sides)
    return (draft.flow.value, *sides, draft.commodity.value, draft.scope, draft.place)
