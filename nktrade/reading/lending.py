"""Lending: amounts with what they leave to a neighbour: ranges joined, units and scales taken over."""

from fractions import Fraction

from nktrade.reading.figures import Places, Spot, printed_spots
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention


def spots(
    text: str, found: list[Mention], lexicon: Lexicon, start: int = 0, stop: int | None = None
) -> list[Spot]:
    """All numbers of a text in order; neighbours have lent units and scales to those without."""
    places = Places.of(found)
    span = start, len(text) if stop is None else stop
    return _shared(text, printed_spots(text, found, places, lexicon, span), places, lexicon)


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
        if not numeral.scaled:
            numeral = numeral._replace(scale=follower.numeral.scale)
        return spot._replace(unit=follower.unit, per=follower.per, numeral=numeral)
    is_same = spot.unit == follower.unit and not spot.numeral.scaled and follower.numeral.scaled
    if is_same and len(spot.numeral.digits.partition(".")[0]) <= 3:  # noqa: PLR2004 - below a thousand
        return spot._replace(numeral=spot.numeral._replace(scale=follower.numeral.scale))
    return spot


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
    return low < high
