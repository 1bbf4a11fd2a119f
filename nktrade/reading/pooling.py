"""Pooling: two countries that were told of beside each other, whose flows are told as one next."""

from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS, WORLD, Kind
from nktrade.reading.discourse import CLAUSE, DISCOURSE, Known, Pool, Sides, State
from nktrade.reading.drafts import Draft
from nktrade.reading.frames import Frame
from nktrade.reading.framing import Bound
from nktrade.reading.parts import Part
from nktrade.reading.roles import WAYS

_TRADE = "total"
"""A word for trade: that between the two is their own; the two together, what was told of each."""


def pooled_after(claims: Sequence[Draft]) -> Pool | None:
    """The flows of two countries as one, where a sentence tells both: China sold 5 tons, Russia 3."""
    told = [one for one in claims if one.sort.kind is Kind.LEVEL and not one.sort.is_base]
    flows = {one.flow.value for one in told}
    sides = [sorted({one.sides[side].value or WORLD for one in told}) for side in (0, 1)]
    if len(flows) != 1 or not flows <= WAYS or {len(codes) for codes in sides} != {1, 2}:
        return None
    if any(WORLD in codes for codes in sides):
        return None
    lumped = (Known(",".join(codes), DISCOURSE) for codes in sides)
    return Pool(claims[0].flow.value or "", Sides(*lumped))


def of_pool(bound: Sequence[Bound], part: Part, state: State) -> Sequence[Bound]:
    """The frames of a clause, those of the two spoken of with the flows of both: the two add up to 5 tons."""
    pool = state.pooled
    pair = next((one for one in part.named if one.code == "pair"), None)
    if pool is None or pair is None or len(part.named) > 1:
        return bound
    goods = Known(state.commodity or ALL_GOODS, DISCOURSE)
    if not bound:
        return [Bound(Frame(pair.mention, pool.flow), part.number, pool.sides, goods, CLAUSE)]
    return [
        one._replace(frame=one.frame._replace(flow=pool.flow), sides=pool.sides, commodity=goods)
        if _is_theirs(one.frame, pool)
        else one
        for one in bound
    ]


def _is_theirs(frame: Frame, pool: Pool) -> bool:
    """Whether what two do together is what was told of each: those who were bought from supply."""
    if frame.flow not in WAYS:
        return frame.flow == "total" and frame.head.value != _TRADE
    are_doers = "," in (pool.sides.reporter.value or "")
    return (frame.flow == pool.flow) is are_doers
