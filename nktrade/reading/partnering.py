"""Partnering: sentences that tell of one partner after the other, and of what moved the trade with it."""

import re
from collections.abc import Sequence

from nktrade.core.codes import WORLD
from nktrade.reading.discourse import DISCOURSE, Known, State
from nktrade.reading.roles import WAYS, Party
from nktrade.reading.scene import Ground
from nktrade.reading.topic import HEADS, NAMES, Topic
from nktrade.reading.words import Mention

_DASH = re.compile(r"\s*[-–·•ㆍ]\s*")
_BEGINS = re.compile(r"(?:^|[。.!?\n])\s?$")


def is_listed_below(ground: Ground, items: Sequence[Mention]) -> bool:
    """Whether it is a line of a list that names no country, below the one that it is of: - 수출 5,786만 달러."""
    if not items or ground.state.latest.reporter.value is None:
        return False
    first = items[0].start
    begin = ground.text.rfind("\n", 0, first) + 1
    is_line = _DASH.fullmatch(ground.text, begin, first) is not None
    return is_line and not any(one.role in NAMES for one in items)


def explains(ground: Ground, items: Sequence[Mention]) -> bool:
    """Whether goods alone say what moved the trade with the country of the sentence before: 対米輸出は9%減。自動車が減った."""
    state = ground.state
    told, main = state.latest, state.main
    is_part = main.partner.value == WORLD and told.partner.value not in {None, WORLD}
    if not is_part or state.opens or told.reporter.value != main.reporter.value:
        return False
    is_bare = not any(one.role in HEADS | NAMES | {"theme"} for one in items)
    first = next(iter(items), None)
    if first is None or first.role != "commodity" or not is_bare:
        return False
    if not _BEGINS.search(ground.text[max(0, first.start - 2) : first.start]):
        return False
    return ground.lexicon.explaining.match(ground.text, first.end) is not None


def is_by_partner(ground: Ground, topic: Topic) -> bool:
    """Whether one way of the home's trade has just been told with one partner, and no flow word says more."""
    told, home = ground.state.latest.reporter.value, ground.setting.home
    is_open = topic.head < 0 and topic.flow in WAYS and not ground.setting.is_north
    return ground.state.by_partner is not None and is_open and told == home


def of_list(state: State, party: Party, topic: Topic) -> Topic:
    """The topic with the goods told partner by partner, where the next partner is named: アジア向けは."""
    is_open = topic.head < 0 and topic.goods.trust <= DISCOURSE
    is_next = party.code not in {topic.sides.reporter.value, topic.sides.partner.value}
    if state.by_partner is None or not (is_open and is_next):
        return topic
    return topic._replace(goods=Known(state.by_partner, DISCOURSE))


def sent(ground: Ground, party: Party, topic: Topic) -> Topic:
    """The topic as exports where goods are said to go to a country and nothing names a flow: 米国向けは."""
    is_own = ground.setting.is_north or party.code == topic.sides.reporter.value
    is_open = topic.head < 0 and party.case == "destination" and not is_own
    return topic._replace(flow="export", sign=None) if is_open else topic
