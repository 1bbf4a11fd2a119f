"""Sharing: whose a share is where its sentence does not say."""

from collections.abc import Sequence

from nktrade.core.codes import WORLD, Kind
from nktrade.reading.discourse import DISCOURSE, Sides, State
from nktrade.reading.figures import Spot
from nktrade.reading.kinds import Sort
from nktrade.reading.topic import NAMES, Topic
from nktrade.reading.words import Mention

_PARTS = frozenset({"percent", "percent_point"})
_NAMED = NAMES | {"commodity"}


def of_share(state: State, spot: Spot, topic: Topic, *, opens: bool) -> Topic:
    """The topic with the sides of the share told last, where a percentage goes on about it: 前年の90.4%に比べ."""
    is_open = opens and topic.head < 0 and not topic.named
    goes_on = state.shared is not None and is_open and spot.unit in _PARTS
    return (
        topic._replace(sides=state.shared.older(DISCOURSE)) if goes_on and state.shared else topic
    )


def whose_part(items: Sequence[Mention], sort: Sort, sides: Sides, told: Sides) -> Sides:
    """The sides of a share whose sentence names its whole alone: those of the figure before it.

    최대 상대는 중국으로 7억 달러였다. 전체 교역의 88%를 차지했다.
    """
    is_open = sort.kind is Kind.SHARE_PCT and not any(one.role in _NAMED for one in items)
    is_part = sides.partner.value == WORLD and told.reporter.value == sides.reporter.value
    return told.older(DISCOURSE) if is_open and is_part and told.partner.value else sides
