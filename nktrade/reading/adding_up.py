"""Adding up: an amount that is said to be several together is of all their times: 1.4 million tons in January, 1.2 in February, together 2.6.

So are its goods those of all of them, for which there is no one name: coal $3 million, ore $2 million, these two alone $5 million.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.core.period import Period
from nktrade.reading.clauses import Sentence
from nktrade.reading.discourse import Known
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import MEASURES, MONEYS
from nktrade.reading.kinds import Sort
from nktrade.reading.lexicon import Lexicon

_TOGETHER = frozenset({"total:weak", "total:joint"})
_NO_TIME = "none"
_TAKEN_OVER = "text"
_DATED = frozenset({"words", "clause"})
_SUMMED = frozenset({Kind.LEVEL, Kind.SHARE_PCT, Kind.UNIT_PRICE})
_OF_ALL = frozenset({Sort(Kind.LEVEL), Sort(Kind.SHARE_PCT)})
_NAMELESS = Known("")
_LISTED = 2
"""So many amounts at least are a list."""
_DAY = timedelta(days=1)
_BESIDE = re.compile(r"[、，,] ?|和|및|と| and ")
"""What stands between tons and what they were worth, told in one breath."""


def added_up(sentence: Sentence, own: Sequence[Draft], before: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence that adds up what the one before told month by month, of all these months."""
    is_named = any(one.role == "period" and one.value != _NO_TIME for one in sentence.items)
    if is_named or not any(one.value in _TOGETHER for one in sentence.items):
        return list(own)
    told = [one for one in before if one.sentence == sentence.number - 1]
    levels = [one for one in told if one.sort.kind is Kind.LEVEL and not one.sort.is_base]
    run, last = _run(levels), {one.period for one in told}
    is_flow_told = any(one.role == "flow" and one.value not in _TOGETHER for one in sentence.items)
    return [
        one._replace(
            period=run, whence="clause", flow=one.flow if is_flow_told else levels[-1].flow
        )
        if run and one.whence == _TAKEN_OVER and one.sort.kind in _SUMMED and one.period in last
        else one
        for one in own
    ]


def _run(told: Sequence[Draft]) -> Period | None:
    """The time from the first to the last of amounts of one trade, each told of a time of its own right behind another."""
    trades = {_trade(one) for one in told}
    times = sorted({one.period for one in told if one.period}, key=lambda one: one.first)
    is_dated = all(one.period and one.whence in _DATED for one in told)
    are_next = all(other.first - one.last == _DAY for one, other in pairwise(times))
    if len(times) < len(("one", "next")) or len(trades) != 1 or not (is_dated and are_next):
        return None
    return Period(times[0].first, times[-1].last)


def worth_beside(text: str, own: Sequence[Draft]) -> list[Draft]:
    """The drafts, money right behind tons with their time, where it has none of its own: 两个月合计268万吨、2.258亿美元."""
    found = list(own)
    for at in range(1, len(found)):
        before, one = found[at - 1], found[at]
        is_pair = before.spot.unit in MEASURES and one.spot.unit in MONEYS and not one.spot.per
        are_levels = before.sort == one.sort == Sort(Kind.LEVEL)
        is_beside = _BESIDE.fullmatch(text[before.spot.end : one.spot.start]) is not None
        if is_pair and are_levels and is_beside and before.period and _trade(before) == _trade(one):
            found[at] = one._replace(period=before.period, whence=before.whence)
    return found


def of_several(text: str, sentence: Sentence, own: Sequence[Draft], words: Lexicon) -> list[Draft]:
    """The drafts, what takes goods of a list together without those of its last member: この三つだけで8割を占める."""
    found, several = list(own), None
    for at in range(_LISTED, len(found)):
        one, before = found[at], found[at - 1]
        between = before.spot.end, one.spot.start
        if any(
            item.role == "commodity" and between[0] <= item.start < between[1]
            for item in sentence.items
        ):
            several = None
        elif words.jointly.search(text, *between):
            several = _last_of_list(own[:at])
        if several is not None and one.commodity.value == several and one.sort in _OF_ALL:
            found[at] = one._replace(commodity=_NAMELESS)
    return found


def _last_of_list(told: Sequence[Draft]) -> str | None:
    """The goods of the last of several amounts of one trade, each of goods of its own; None where there is no such list."""
    levels = [one for one in told if one.sort == Sort(Kind.LEVEL)]
    goods = list(dict.fromkeys(one.commodity.value for one in levels))
    trades = {(one.flow.value, *(side.value for side in one.sides)) for one in levels[-_LISTED:]}
    is_list = len(goods) >= _LISTED and len(trades) == 1 and goods[-1] not in {None, ALL_GOODS}
    return goods[-1] if is_list else None


def _trade(draft: Draft) -> tuple[str | None, ...]:
    return (draft.flow.value, *(one.value for one in draft.sides), draft.commodity.value)
