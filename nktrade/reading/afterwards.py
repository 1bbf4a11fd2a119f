"""Afterwards: which period and which sides of a topic hold on when its sentence is over."""

from collections.abc import Sequence

from nktrade.core.codes import Kind
from nktrade.core.period import MONTHS, Period
from nktrade.reading.discourse import Sides, State
from nktrade.reading.drafts import Draft
from nktrade.reading.timing import lasting
from nktrade.reading.topic import Topic

_PARTS = frozenset({Kind.RATIO, Kind.SHARE_PCT})


def spoken_after(
    state: State, topic: Topic, claims: Sequence[Draft], *, is_dealt: bool, is_supposed: bool
) -> Period | None:
    """The period spoken of; one that is only supposed, or dealt out in a list, is over."""
    current = [
        one.period
        for one in claims
        if one.period and not one.sort.is_base and one.sort.kind is not Kind.CAP
    ]
    spoken = current[-1] if current else topic.period
    spoken = topic.prior if topic.is_back else topic.main or spoken
    # 82% of an amount is one with it.
    amounts = [one for one in claims if one.sort.kind not in _PARTS]
    spoken = lasting(state.period, spoken, len(amounts))
    if state.period and spoken and _sums_up(spoken, state.period):
        spoken = state.period
    if state.period and is_supposed:
        spoken = state.period
    if is_dealt and len({str(one) for one in current}) > 1:
        is_whole = topic.period and all(topic.period.covers(one) for one in current)
        spoken = topic.period if is_whole else state.period or spoken
    return spoken


def _sums_up(period: Period, month: Period) -> bool:
    """Whether a period runs from January up to the month spoken of."""
    is_year = period.first.month == 1 and 1 < period.month_count <= MONTHS
    return month.month_count == 1 and is_year and period.last == month.last


def sides_after(
    state: State,
    topic: Topic,
    claims: Sequence[Draft],
    bound: Sequence[Draft],
    *,
    is_dealt: bool,
) -> Sides:
    """The sides of the last figure that no part and no limit has; of a list, those who trade with it."""
    if is_dealt:
        is_listed = "," in (topic.sides.partner.value or "")
        return state.sides if is_listed else topic.sides
    kept = (topic.outer or topic).sides
    sides = next((one.sides for one in reversed(bound) if one.sort.kind is not Kind.CAP), kept)
    whole = bound[-1].flow.value if bound else state.flow
    parts = claims[len(bound) :]
    return _of_parts(sides, parts[-1].sides) if parts and whole == "total" else sides


def _of_parts(sides: Sides, told: Sides) -> Sides:
    """The sides of the parts of a total, which has no direction, where they are its own: 其中朝鲜出口."""
    is_same_pair = {one.value for one in told} == {one.value for one in sides}
    return told if is_same_pair else sides
