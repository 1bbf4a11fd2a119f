"""Pooling: two countries that were told of beside each other, whose flows are told as one next."""

from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS, WORLD
from nktrade.reading.discourse import CLAUSE, DISCOURSE, Known, Pool, Sides, State, Told
from nktrade.reading.frames import Frame
from nktrade.reading.framing import Bound
from nktrade.reading.parts import Part
from nktrade.reading.roles import WAYS

_TOGETHER = "total:weak"
"""A word for a sum, which is that of the two where a clause names nobody: together that is 5 tons."""
_MEANT = frozenset({"pair", "self"})
"""What may stand for the two, or for the third that both trade with."""
_TRADE = "total"
"""A word for trade: that between the two is their own; the two together, what was told of each."""


def pooled_after(told: Sequence[Told], before: State) -> Pool | None:
    """The flows of two countries as one, where a sentence tells both, or one after the other: China sold 5 tons, Russia 3.

    What a sentence tells of both leaves it as it is.
    """
    if before.pooled and told and all(_are_both(one, before.pooled) for one in told):
        return before.pooled
    goods = {one.commodity.value for one in (*before.told, *told)}
    return _pool(told) or (_pool((*before.told, *told)) if len(goods) == 1 else None)


def _are_both(one: Told, pool: Pool) -> bool:
    """Whether an amount is of the two countries that are spoken of as one."""
    return [side.value for side in one.sides] == [side.value for side in pool.sides]


def _pool(told: Sequence[Told]) -> Pool | None:
    """The flows as one, where they go one way between two countries and a third."""
    if len(told) < len(WAYS):
        return None
    flows = {one.flow.value for one in told}
    if len(flows) != 1 or not flows <= WAYS:
        return None
    sides = [sorted({one.sides[side].value or WORLD for one in told}) for side in (0, 1)]
    if {len(codes) for codes in sides} != {1, 2}:
        return None
    if any(code == WORLD or "," in code for codes in sides for code in codes):
        return None
    lumped = (Known(",".join(codes), DISCOURSE) for codes in sides)
    return Pool(told[0].flow.value or "", Sides(*lumped))


def of_pool(bound: Sequence[Bound], part: Part, state: State) -> Sequence[Bound]:
    """The frames of a clause, those of the two spoken of with the flows of both: the two add up to 5 tons."""
    pool = state.pooled
    if pool is None or any(one.code not in _MEANT for one in part.named):
        return bound
    pair = next((one.mention for one in part.named if one.code == "pair"), None)
    said = pair or next((one for one in part.items if one.value == _TOGETHER), None)
    if said is None:
        return bound
    goods = Known(state.commodity or ALL_GOODS, DISCOURSE)
    if not bound:
        return [Bound(Frame(said, pool.flow), part.number, pool.sides, goods, CLAUSE)]
    if pair is None:
        return bound
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
