"""Pricing: amounts per unit, though their unit does not stand behind them: a ton cost $53; 5 million barrels of oil a day."""

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile, pairwise, zip_longest

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.reading.discourse import CLAUSE
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot, basis_at
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention

_BRACKET = re.compile(r"(?: \([^()\n]{1,30})?\)")
_BESIDE = len(" a kilo to about ")
"""So near stands the price to which it went: from 2,600 to 2,350 yuan a ton."""
_LOOK_BACK = 14
_PARTICLE = 3
"""How long a particle is at most, with its blank."""
_NEAR = 5
"""Two prices of one thing lie no further apart than so many times."""

_COUNTED = frozenset({"case", "commodity", "area"})
"""What may stand between barrels and the day: barrels of Russian crude a day."""


def priced(
    text: str, lexicon: Lexicon, start: int, spots: Sequence[Spot], before: Spot | None
) -> tuple[Spot, ...]:
    """The figures of a sentence, those told by the unit or like the price before them as prices."""
    found: list[Spot] = []
    for spot, behind in zip_longest(spots, spots[1:]):
        current = spot
        if spot.per is None and spot.unit in lexicon.currencies and not spot.numeral.scaled:
            is_rate = lexicon.per.match(text, spot.end)  # paid $60 a trip
            like = _like(spot, before) if before and not is_rate else None
            told = _told(text, lexicon, start, spot, spots) or _behind_bracket(text, lexicon, spot)
            to = behind and behind.start - spot.end <= _BESIDE and _like(spot, behind)
            current = spot._replace(per=told or like or to or None)
        before = current if current.per else before
        found.append(current)
    return tuple(found)


def price_before(
    text: str, lexicon: Lexicon, start: int, words: Mapping[int, int]
) -> "re.Match[str] | None":
    """The words before a place that name the unit of a price: right before it, or before what it is of.

    Known words are given by where they end. 톤당 가격은 쌀이 472달러 is a price of rice.
    """
    if found := _price_at(text, lexicon, start):
        return found
    for end in range(start, max(0, start - _PARTICLE) - 1, -1):
        found = _price_at(text, lexicon, words[end]) if end in words else None
        between = text[end:start].strip()
        if found and found.groupdict().get("noun") and (not between or between.isalpha()):
            return found
    return None


def _price_at(text: str, lexicon: Lexicon, start: int) -> "re.Match[str] | None":
    return lexicon.price.search(text[max(0, start - _LOOK_BACK) : start])


def _told(text: str, lexicon: Lexicon, start: int, spot: Spot, spots: Sequence[Spot]) -> str | None:
    """The unit that stands before the amount and is no other figure's: per ton it was $53."""
    told = None
    for one in lexicon.basis.finditer(text, start, spot.start):
        if any(other.start <= one.start() < other.end for other in spots):
            continue
        unit = lexicon.unit.match(text, one.end())
        counted = lexicon.count.match(text, one.end()) if one["each"] else None
        name = lexicon.units[unit[0]].partition(":")[0] if unit else None
        if name and name not in lexicon.currencies and name != "percent":
            told = name
        elif counted:
            told = lexicon.counts[counted[0]]
    return told


def _behind_bracket(text: str, lexicon: Lexicon, spot: Spot) -> str | None:
    """The unit that stands behind a bracket with the same price in another money, for both: 310 yuan ($43) a kilo."""
    closed = _BRACKET.match(text, spot.end)
    basis = closed and lexicon.per.match(text, closed.end())
    unit = basis_at(text, basis.end(), lexicon) if basis else None
    return unit[0] if unit else None


def _like(spot: Spot, before: Spot) -> str | None:
    """The unit of the price before, where the amount is of its money and about as large."""
    value, known = spot.value, before.value
    is_like = spot.unit == before.unit and known <= value * _NEAR and value <= known * _NEAR
    return before.per if is_like else None


def by_day(items: Sequence[Mention], spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The amounts, barrels by the day where their goods stand before the rate: 5 million barrels of crude a day."""
    if not any(one.value == "per_day" for one in items):
        return spots
    found = list(spots)
    for index, one in enumerate(items):
        if one.role != "figure" or found[int(one.value)].unit != "bbl":
            continue
        behind = dropwhile(lambda each: each.role in _COUNTED, items[index + 1 :])
        if (rate := next(behind, None)) is not None and rate.value == "per_day":
            found[int(one.value)] = found[int(one.value)]._replace(unit="bbl/d")
    return tuple(found)


def of_goods_beside(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a price that names no goods with those of the amount before it: fertilizer was worth $5.9 million, or $320 a ton."""
    found = list(drafts)
    for at, (before, one) in enumerate(pairwise(drafts), 1):
        is_level = before.sort.kind is Kind.LEVEL and before.commodity.trust >= CLAUSE
        is_price = one.sort.kind is Kind.UNIT_PRICE and not one.sort.is_base
        is_near = one.spot.start - before.spot.end <= len(", at an average price of about ")
        is_carried = is_near and one.commodity.trust < CLAUSE and not one.owns_goods
        if is_price and is_level and is_carried and before.commodity.value != ALL_GOODS:
            found[at] = one._replace(commodity=before.commodity.older(CLAUSE))
    return found
