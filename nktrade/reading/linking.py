"""Linking: figures of one list or range lend each other unit and scale; bare numbers are left out."""

import re
from collections.abc import Collection
from fractions import Fraction

from nktrade.reading.figures import Spot
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.scanning import Scanner

_BESIDE = 14
_RATED = 6
_SAID = 60
"""How far back the unit may have been said that an amount in brackets leaves out."""
_SENTENCE = re.compile(r"[\n。]|\. ")
_EQUAL = ("=", "≒")
_COIN = "coin"
_MEASURES = frozenset({"t", "kg", "bbl", "m3", "L"})


def linked(scanner: Scanner, found: list[Spot], told: Collection[int] = ()) -> list[Spot]:
    """The spots with ranges joined, units and scales lent to bare neighbours; bare numbers are left out.

    Behind the places ``told`` an amount in brackets says how much a time or a flow was.
    """
    out: list[Spot] = []
    text, lexicon = scanner.text, scanner.lexicon
    for spot in reversed(found):
        follower = out[-1] if out else None
        link = lexicon.link.fullmatch(text, spot.end, follower.start) if follower else None
        if follower is not None and _is_basis(spot, follower):
            continue
        if follower is not None and _is_rate(scanner, spot, follower):
            out.pop()
            continue
        if _is_conversion(scanner, spot):
            continue
        if follower is None or link is None:
            out.append(spot)
            continue
        lent = scanner.priced(_lent(spot, follower))
        if (
            _is_range(scanner, spot, link["range"])
            and lent.unit == follower.unit
            and _rises(lent, follower)
        ):
            out[-1] = follower._replace(
                start=lent.start,
                numeral=lent.numeral,
                hedge=lent.hedge,
                per=follower.per or lent.per,
                ceiling=follower.numeral,
            )
        else:
            out.append(lent)
    every = _bracketed(scanner, out[::-1], told)
    return _coined([one for one in every if one.unit is not None], lexicon)


def _bracketed(scanner: Scanner, found: list[Spot], told: Collection[int]) -> list[Spot]:
    """The spots, a bare amount in brackets behind a time with the unit of the amount before: 22.9亿美元，2019年(27.9亿)."""
    out: list[Spot] = []
    last: Spot | None = None
    for spot in found:
        if spot.unit is None and last is not None and _is_aside(scanner.text, spot, last, told):
            spot = spot._replace(unit=last.unit)  # noqa: PLW2901 - the same amount, its unit known
        out.append(spot)
        last = spot if spot.unit in scanner.lexicon.currencies or spot.unit in _MEASURES else last
    return out


def _is_aside(text: str, spot: Spot, last: Spot, told: Collection[int]) -> bool:
    """Whether brackets hold only this amount of thousands and more, behind a time of the same sentence."""
    ahead, behind = text[: spot.start], text[spot.end : spot.end + 1]
    is_alone = ahead.endswith("(") and behind == ")" and spot.numeral.scaled
    is_near = (
        spot.start - last.end <= _SAID and _SENTENCE.search(text, last.end, spot.start) is None
    )
    return is_alone and is_near and len(ahead) - 1 in told and last.per is None


def _is_range(scanner: Scanner, spot: Spot, link: str | None) -> bool:
    """Whether two amounts are the ends of one: with a word between two units only where nothing leads from the first.

    2%至5% is one amount; 由2%至5%, 2%から5%に tell where something came from.
    """
    if not link:
        return False
    lexicon = scanner.lexicon
    ahead = scanner.text[max(0, spot.start - _RATED) : spot.start]
    before = lexicon.mark_before.search(ahead)
    is_origin = before is not None and lexicon.marks_before[before[0].strip()] == "origin"
    return spot.unit is None or not link.isalpha() or not (link in lexicon.marks_after or is_origin)


def _coined(found: list[Spot], lexicon: Lexicon) -> list[Spot]:
    """The spots with a bare coin (元) as the money named last that is counted in it."""
    out: list[Spot] = []
    coin = lexicon.coin
    for spot in found:
        if spot.unit == _COIN:
            out.append(spot._replace(unit=coin))
            continue
        coin = spot.unit if spot.unit in lexicon.coins else coin
        out.append(spot)
    return out


def _is_basis(spot: Spot, follower: Spot) -> bool:
    """Whether a one only names what the price behind it is for: 1トン80ドル."""
    is_one = spot.numeral.digits == "1" and spot.unit is not None and spot.unit == follower.per
    return is_one and follower.start - spot.end < _BESIDE


def _is_rate(scanner: Scanner, spot: Spot, follower: Spot) -> bool:
    """Whether a one of some money is told in another: 1위안에 1천210원, 1ドル=140.98円."""
    money = scanner.lexicon.currencies
    is_one = spot.numeral.digits == "1" and not spot.numeral.scaled and spot.unit in money
    is_other = follower.unit in money - {spot.unit}
    if is_one and is_other:
        return follower.start - spot.end <= _RATED
    is_equal = scanner.text[spot.end : follower.start].strip() in _EQUAL
    return is_equal and spot.numeral.digits == "1" and {spot.unit, follower.unit} <= _MEASURES


def _is_conversion(scanner: Scanner, spot: Spot) -> bool:
    """Whether a measure is told for one of another: t당 7.33배럴, 每吨7.33桶."""
    units = scanner.lexicon.units
    ahead = scanner.text[max(0, spot.start - _BESIDE) : spot.start]
    found = scanner.lexicon.price.search(ahead)
    if found is None or found[0].endswith(_EQUAL):
        return False
    return spot.unit in _MEASURES and units.get(found["unit"]) in _MEASURES


def _lent(spot: Spot, follower: Spot) -> Spot:
    """The spot with the unit of its follower, and its scale where it has none and is the smaller print."""
    if spot.unit is not None or follower.unit is None:
        return spot
    numeral = spot.numeral
    is_smaller = len(numeral.digits.partition(".")[0]) <= len(
        follower.numeral.digits.partition(".")[0]
    )
    shares_scale = (follower.numeral.scaled and is_smaller) or follower.unit == "percent"
    if not numeral.scaled and shares_scale:
        numeral = numeral._replace(scale=follower.numeral.scale)
    return spot._replace(unit=follower.unit, per=spot.per or follower.per, numeral=numeral)


def _rises(spot: Spot, follower: Spot) -> bool:
    low, high = (Fraction(one.numeral.digits) * one.numeral.scale for one in (spot, follower))
    return low < high and follower.ceiling is None
