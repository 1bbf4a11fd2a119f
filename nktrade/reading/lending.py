"""Lending: amounts with what they leave to a neighbour: ranges joined, units and scales taken over."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from nktrade.reading.figures import Places, Spot, printed_spots
from nktrade.reading.goods import MEASURES, MONEYS
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention

_BESIDE = 2
_DATED = 24
"""What may stand between an amount and the word that leads to its neighbour: in 2020 to 38."""
_ENDS = re.compile(r"\s*(?:[.,;)](?!\d)|\Z)")
_WIDEST = 15
"""Two whole amounts further apart are a change and what it led to, not the ends of one."""
_PARTS = frozenset({"percent", "percent_point"})
"""What is never counted in millions."""
_SMALL = 3
"""Digits before the point of a number that left out its millions, and of one that stands for itself."""
_LEADS = frozenset({"area", "deed", "level", "break", "hedge"})
"""What leads to an amount whose unit is said already: Japan took 107,000, Spain 91,000 and Cuba 300."""
_TELLS = frozenset({"counterpart", "in"})
"""Cases that tell an amount of the name before them: with 5 tons, at 670,000."""
_LISTED = frozenset({": ", ", ", "; "})
"""What parts one member of a list from the next."""
_GOES_ON = frozenset({"break", "period"})
_WAYS = frozenset({"destination", "origin", "agent", "in"})
"""What may follow it: 91,000 to Spain."""


def spots(
    text: str, found: list[Mention], lexicon: Lexicon, start: int = 0, stop: int | None = None
) -> list[Spot]:
    """All numbers of a text in order; neighbours have lent units and scales to those without."""
    places = Places.of(found)
    span = start, len(text) if stop is None else stop
    printed = printed_spots(text, found, places, lexicon, span)
    lent = _moved(text, _shared(text, printed, places, lexicon), places)
    return _listed(text, lent, places)


def _shared(text: str, found: list[Spot], places: Places, lexicon: Lexicon) -> list[Spot]:
    """The spots with ranges joined, and units and scales lent to bare neighbours."""
    out: list[Spot] = []
    for spot in reversed(found):
        follower = out[-1] if out else None
        link = lexicon.link.fullmatch(text, spot.end, follower.start) if follower else None
        if follower is None or link is None:
            out.append(spot)
            continue
        lent = _lent(spot, follower)
        if link["range"] == "-" or (link["range"] and follower.numeral.scaled):
            follower = out[-1] = _in_money_of(spot, follower)
        if _is_range(lent, follower, places, said=bool(link["range"])):
            out[-1] = follower._replace(
                start=lent.start,
                numeral=lent.numeral,
                hedge=lent.hedge,
                ceiling=follower.ceiling or follower.numeral,
            )
        else:
            out.append(lent)
    return out[::-1]


def _lent(spot: Spot, follower: Spot) -> Spot:
    """The spot with what its follower lends: unit where it has none, scale where it has none."""
    if spot.unit is None and follower.unit is not None:
        numeral = spot.numeral
        if numeral.scaled and follower.unit in _PARTS:
            return spot  # to China, 13.2 billion, 9.5 percent
        if not numeral.scaled:
            numeral = numeral._replace(scale=follower.numeral.scale)
        return spot._replace(unit=follower.unit, per=follower.per, numeral=numeral)
    return _scaled(spot, follower)


def _scaled(spot: Spot, other: Spot) -> Spot:
    """The spot in the millions of another amount in its unit, where it has none of its own."""
    is_open = not spot.numeral.scaled and other.numeral.scaled
    is_small = len(spot.numeral.digits.partition(".")[0]) <= _SMALL
    if spot.unit != other.unit or not is_open or not is_small:
        return spot
    return spot._replace(numeral=spot.numeral._replace(scale=other.numeral.scale))


def _in_money_of(spot: Spot, follower: Spot) -> Spot:
    """The end of a range in the currency that stands before its beginning: USD 1.0 to 1.2 billion."""
    is_open = spot.unit in MONEYS and follower.unit is None and not spot.numeral.scaled
    return follower._replace(unit=spot.unit, per=spot.per) if is_open else follower


def _is_range(spot: Spot, follower: Spot, places: Places, *, said: bool) -> bool:
    """Whether two joined figures are the ends of one amount, not an old level and a new one."""
    before = places.ends.get(spot.start - 1)
    opened = bool(before and (before.role == "range" or before.value == "between"))
    is_complete = spot.numeral.scaled or spot.end > spot.numeral.end
    moves = before is not None and (before.role == "change" or before.value == "agent")
    if not (said or opened) or (before and before.value == "origin") or (is_complete and moves):
        return False
    if spot.unit != follower.unit or spot.sign or follower.ceiling:
        return False
    low, high = (Fraction(one.numeral.digits) * one.numeral.scale for one in (spot, follower))
    is_wide = is_complete and high > low * _WIDEST  # imports fell $1.2 billion to $336 billion
    return low < high and not is_wide


def _moved(text: str, found: Sequence[Spot], places: Places) -> list[Spot]:
    """The spots, two levels of one change in one unit and scale: to 11.7 from 77.8 million tons."""
    out = list(found)
    for at, (spot, follower) in enumerate(pairwise(found)):
        ways = [_led_by(one, places) for one in (spot, follower)]
        if ways[1] is None or not _is_near(spot, ways[1], places):
            continue
        names = [one.value if one else None for one in ways]
        if names == ["destination", "origin"]:
            out[at] = _lent(spot, follower)
        is_told = names[0] in {"destination", "origin"} or spot.unit != "percent"
        is_old = ways[1].role == "compare" or names[1] == "origin"
        leads = is_old or names == ["origin", "destination"]
        if is_told and leads and _is_bare(text, follower, places):
            out[at + 1] = _scaled(follower._replace(unit=spot.unit, per=spot.per), spot)
        elif leads:
            out[at + 1] = _scaled(follower, spot)
    return out


def _led_by(spot: Spot, places: Places) -> Mention | None:
    """The word right before an amount, hedges aside: to, from, against."""
    place = spot.start - 1
    while (one := places.ends.get(place)) and one.role in {"hedge", "filler"}:
        place = one.start - 1
    return one


def _is_near(spot: Spot, way: Mention, places: Places) -> bool:
    """Whether nothing but a time stands between an amount and the word that leads on from it."""
    if way.start - spot.end <= _BESIDE:
        return True
    time = places.ends.get(way.start - 1)
    if time is None or time.role != "period" or way.start - spot.end > _DATED:
        return False
    before = places.ends.get(time.start - 1)
    first = before if before and before.value == "in" else time
    return 0 < first.start - spot.end <= _BESIDE


def _is_bare(text: str, spot: Spot, places: Places) -> bool:
    """Whether a number has no unit, and nothing behind it but a time or the end of its clause."""
    if spot.unit is not None or spot.sign:
        return False
    after = places.starts.get(spot.end + 1)
    if after is not None and after.value == "in":
        after = places.starts.get(after.end + 1)
    is_dated = after is not None and after.when is not None
    return is_dated or _ENDS.match(text, spot.end) is not None


def _listed(text: str, found: Sequence[Spot], places: Places) -> list[Spot]:
    """The spots, bare members of a list in the unit of the one before: 145,000 tons to Italy and 91,000 to Spain."""
    out: list[Spot] = []
    unit: str | None = None
    scale = Fraction(1)
    for spot in found:
        is_open = spot.unit is None and not spot.numeral.lexical and not spot.sign
        if unit and is_open and _is_member(text, spot, places, is_scaled=scale > 1):
            is_whole = len(spot.numeral.digits) > _SMALL and "." not in spot.numeral.digits
            numeral = spot.numeral._replace(scale=Fraction(1) if is_whole else scale)
            out.append(spot._replace(unit=unit, numeral=numeral))
            continue
        out.append(spot)
        if spot.unit in MEASURES - {"count"} | MONEYS and spot.per is None:
            unit = spot.unit
            scale = spot.numeral.scale if spot.numeral.scaled else Fraction(1)
    return out


def _is_member(text: str, spot: Spot, places: Places, *, is_scaled: bool) -> bool:
    """Whether a bare number stands where the amount of a list would, and is as large as the one before."""
    whole, _, decimals = spot.numeral.digits.partition(".")
    is_whole = not decimals and len(whole) >= _SMALL + is_scaled
    if spot.numeral.scaled or not (is_whole or (is_scaled and decimals)):
        return False
    after = places.starts.get(spot.end + 1)
    is_told = after is not None and after.value in _WAYS
    opens = is_told and text[max(0, spot.start - 2) : spot.start] in _LISTED
    goes_on = is_told or (after is not None and after.role in _GOES_ON)
    ends = goes_on or _ENDS.match(text, spot.end) is not None
    return opens or (ends and _is_led(text, spot, places))


def _is_led(text: str, spot: Spot, places: Places) -> bool:
    """Whether what tells an amount stands right before it: Spain 91,000, followed by Iraq with 670,000."""
    before = _led_by(spot, places)
    if before is None or spot.start - before.end > 1:
        return False
    if before.role == "commodity":  # fuel oil 640,000 and naphtha 380,000
        return text[max(0, before.start - 2) : before.start] in _LISTED or _is_joined(
            before, places
        )
    if before.value in _TELLS:
        name = places.ends.get(before.start - 1)
        return name is not None and name.role == "area"
    return before.role in _LEADS


def _is_joined(one: Mention, places: Places) -> bool:
    """Whether a word that goes on with a list stands right before: and naphtha."""
    before = places.ends.get(one.start - 1)
    return before is not None and before.role == "break"
