"""Goods: the commodity of a flow word, of a figure that names its own, of a figure that names none."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, Known
from nktrade.reading.figures import Spot
from nktrade.reading.frames import JOINING, Frame
from nktrade.reading.words import Mention
from nktrade.reference import measures
from nktrade.reference.commodities import told_as_one

FUEL, CRUDE = "refined petroleum", "crude oil"
WORKERS, LABOUR = "person", Known("labour")
UNNAMED = Known("")
"""Goods told by a word that is not known: they are not all goods."""
MEASURES = frozenset(
    {"t", "kg", "bbl", "bbl/d", "m3", "lb", "short_ton", "long_ton", "count", "L", "g", "gal"}
)
MONEYS = frozenset({"USD", "CNY", "EUR", "JPY", "KRW", "GBP", "AUD", "RUB"})
_BARRELS = frozenset({"bbl", "bbl/d"})
_CLOSE = 3
_NEAR = 24
_LINK = 2
"""How many words further the goods stand that one word joins."""
_BETWEEN = frozenset({"hedge", "case", "area", "whole", "figure", "pronoun", "scope"})
_AFTER = frozenset({"case", "area", "whole", "size", "change"})
_BALANCE = "balance:"
"""A balance that is no deficit and no surplus yet."""
_MOVED = frozenset({"flow", "deal", "change"})
_VALUED = frozenset({"value", "paid"})
"""Rice worth, rice cost."""
_ENDS = frozenset({"figure", "flow", "deal", "deed", "stop"})


class Spoken(NamedTuple):
    """What goods a text has named where a figure names none: in its sentence, and before."""

    sentence: Sequence[str]
    before: str | None
    is_north: bool


def are_alike(unit: str | None, other: str | None) -> bool:
    """Whether amounts in the two units can stand in one list: tons and barrels, yuan and dollars."""
    return unit == other or any(unit in units and other in units for units in (MEASURES, MONEYS))


def limited_goods(spots: Sequence[Spot]) -> str | None:
    """The goods of a limit of the register whose amount stands among the figures."""
    for measure in measures():
        caps = ((measure.cap, measure.cap_unit), (measure.other_cap, measure.other_cap_unit))
        for cap, unit in caps:
            if cap and any(spot.unit == unit and cap in spot.amount.printed for spot in spots):
                return measure.commodities[0]
    return None


def registered_goods(spot: Spot) -> str | None:
    """The goods of a limit of the register that is exactly the amount."""
    for measure in measures():
        caps = ((measure.cap, measure.cap_unit), (measure.other_cap, measure.other_cap_unit))
        if any(unit == spot.unit and cap == spot.value for cap, unit in caps if cap):
            return measure.commodities[0]
    return None


def refined_or_crude(goods: Known, spot: Spot, *, is_north: bool) -> Known:
    """Oil that is counted: barrels that reach the North are refined, all other oil is crude."""
    is_fuel = is_north and (spot.unit in _BARRELS or spot.unit == "count")
    if goods.value != "oil":
        return goods
    return Known(FUEL if is_fuel else CRUDE, min(goods.trust, DISCOURSE))


def goods_of_frame(items: Sequence[Mention], frame: Frame, before: Known) -> Known:
    """The commodity that stands with the flow word; trade itself renews to all goods."""
    index = _said_first(items, items.index(frame.head))
    at = _left_of(items, index)
    if at is not None and items[at].role == "commodity":
        return Known(_listed(items, at))
    if at is not None and items[at].role == "whole":
        return Known(ALL_GOODS, CLAUSE)
    for at in range(index + 1, len(items)):
        if items[at].role == "commodity":
            return Known(_listed(items, at))
        if items[at].role not in _BETWEEN:
            break
    earlier = [
        at for at in range(index) if items[at].role == "commodity" and not _priced(items, at)
    ]
    if earlier and not any(_ends_goods(one) for one in items[:index]):
        return Known(_listed(items, earlier[-1]))
    after = items[index + 1] if index + 1 < len(items) else None
    limits = after is not None and after.role == "cap" and after.start - frame.head.end <= _CLOSE
    if frame.renews and not limits:
        return Known(ALL_GOODS, CLAUSE)
    return Known(before.value or ALL_GOODS, min(before.trust, DISCOURSE))


def _left_of(items: Sequence[Mention], index: int) -> int | None:
    """Where the word right before another stands; by which way it went says nothing of the goods: coal illegally exported."""
    reached = items[index].start
    for at in reversed(range(index)):
        if reached - items[at].end > _CLOSE:
            return None
        if items[at].role != "channel":
            return at
        reached = items[at].start
    return None


def _said_first(items: Sequence[Mention], index: int) -> int:
    """Where the balance is named that a deficit or surplus behind it is of: the coal balance showed a deficit."""
    flows = [at for at in range(index) if items[at].role == "flow"]
    is_signed = items[index].value.startswith(_BALANCE) and items[index].value != _BALANCE
    return flows[-1] if is_signed and flows and items[flows[-1]].value == _BALANCE else index


def goods_of_figure(items: Sequence[Mention], index: int) -> Known | None:
    """The commodity that the figure itself counts: tons of coal, $405 million from sales of coal, rice, 5 tons."""
    reached = items[index].end
    if (told := _parted(items, index) or _bought(items, index)) is not None:
        return told
    after = items[index + 1 : index + 3]
    if [one.role for one in after] == ["level", "commodity"] and after[1].start - after[0].end <= 1:
        return Known(after[1].value)  # 57 percent was wigs
    for at in range(index + 1, len(items)):
        one = items[at]
        if one.role == "commodity" and one.start - reached <= _NEAR:
            return Known(_listed(items, at))
        is_link = one.role in _AFTER and (one.role != "case" or one.value in {"of", "origin", "in"})
        is_link = is_link or one.value == "value"  # worth of rice
        is_link = is_link or (one.role == "flow" and items[at - 1].value == "origin")
        if not is_link or one.start - reached > _NEAR:
            break
        reached = one.end
    for at in reversed(range(index)):
        one = items[at]
        if one.role == "commodity":
            return Known(_listed(items, at))
        if one.role == "whole":
            return Known(ALL_GOODS)
        if one.role in _ENDS and one.value not in _VALUED:
            break
    return None


def _listed(items: Sequence[Mention], index: int) -> str:
    """The goods, with those that one word joins to them: coal, zinc and iron ore are none of the three."""
    first = last = index
    while first >= _LINK and _is_joined(items[first - _LINK : first + 1]):
        first -= _LINK
    while _is_joined(items[last : last + _LINK + 1]):
        last += _LINK
    return told_as_one(dict.fromkeys(one.value for one in items[first : last + 1 : _LINK]))


def _is_joined(items: Sequence[Mention]) -> bool:
    """Whether two goods stand on both sides of a word that joins them: coal and iron ore."""
    if [one.role for one in items] != ["commodity", "break", "commodity"]:
        return False
    near = all(other.start - one.end <= 1 for one, other in pairwise(items))
    return near and items[1].value == "soft" and ALL_GOODS not in {items[0].value, items[2].value}


def _priced(items: Sequence[Mention], index: int) -> bool:
    """Whether the goods only say what became dearer or cheaper: oil prices drove up imports."""
    one, after = items[index : index + 2]
    return after.role == "price" and after.start - one.end <= 1


def _ends_goods(one: Mention) -> bool:
    """Whether the goods named before it are those of something else; together and combined say nothing of goods."""
    return one.role in {"flow", "deal", "figure"} and not one.value.endswith(JOINING)


def _parted(items: Sequence[Mention], index: int) -> Known | None:
    """The goods that are said to make up so much of others: chips made up 52 percent of machinery exports."""
    before = [at for at, one in enumerate(items[:index]) if one.role != "hedge"][-2:]
    is_part = [items[at].role for at in before] == ["commodity", "share"]
    return Known(_listed(items, before[0])) if is_part else None


def _bought(items: Sequence[Mention], index: int) -> Known | None:
    """The goods that money was spent on: $4 million on Russian pork; exports may fall on cars."""
    behind = [one for one in items[index + 1 : index + 4] if one.role != "area"][:2]
    is_on = [one.value if one.role == "compare" else one.role for one in behind] == [
        "on",
        "commodity",
    ]
    if not is_on or behind[0].start - items[index].end > 1:
        return None
    return None if any(one.role in _MOVED for one in items[:index]) else Known(behind[1].value)


def goods_spoken_of(found: Known, spot: Spot, spoken: Spoken) -> Known:
    """The goods of the frame; tons of everything are tons of what was spoken of."""
    measures = spot.unit in MEASURES or spot.per in MEASURES
    if found.value not in {None, ALL_GOODS} or not measures:
        return found
    named = [good for good in spoken.sentence if good != ALL_GOODS]
    if named:
        return Known(named[0], CLAUSE)
    if spoken.before not in {None, ALL_GOODS}:
        return Known(spoken.before, DISCOURSE)
    if spot.unit in _BARRELS or spot.per == "bbl":
        return Known(FUEL if spoken.is_north else CRUDE, PRIOR)
    return found
