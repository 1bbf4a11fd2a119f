"""Sorting: the rules by which a figure is a level, a change, a share, a price, a limit.

Percentages and amounts have their rules each, tried in order; the first that answers decides.
"""

import re
from collections.abc import Callable, Sequence

from nktrade.core.codes import Kind
from nktrade.reading.figures import Spot
from nktrade.reading.kinds import (
    BLANK,
    NEAR,
    Place,
    Sort,
    change_beside,
    compared_by,
    direction,
    is_difference,
    is_led_to,
    is_origin,
    whole_of,
)
from nktrade.reading.words import Mention

_ENDS_A_LIMIT = frozenset({"flow", "deal", "deed", "level", "change"})
_INSIDE_A_LIMIT = frozenset({"commodity", "flow", "rate", "deal"})
_BEFORE_A_SUBJECT = frozenset({"stop", "filler", "period", "rate", "case"})
_OF_A_LIMIT = frozenset({"commodity", "flow", "area", "pronoun"})
_TOLD_AS_LEVEL = (":level", ":reached")
"""Hedges of a height: above 3 billion, and the height that something came to: to over 3 billion."""
_ABOUT_A_CHANGE = frozenset(
    {"level", "case", "period", "rate", "scope", "pronoun", "compare", "number"}
)
Rule = Callable[[str, Spot, Place], Sort | None]
_SAID_OF_FLOWS = frozenset({"commodity", "whole", "filler", "scope", "area", "world"})
"""What may stand beside a flow that something is a change in."""


def sort_of(text: str, spot: Spot, place: Place, occurs: re.Pattern[str]) -> Sort:
    """Kind, direction and share base of a figure."""
    if spot.unit == "percent_point":
        return Sort(Kind.CHANGE_ABS, direction(place) or spot.sign)
    if spot.unit == "x":
        occurred = spot.role is None and occurs.match(text, spot.end) and not _multiplies(place)
        return Sort(None if occurred else Kind.RATIO)
    rules = _PERCENTAGES if spot.unit == "percent" else _AMOUNTS
    for rule in rules:
        if (answer := rule(text, spot, place)) is not None:
            return answer
    return Sort(None)


def _multiplies(place: Place) -> bool:
    """Whether something before it grew so many times, or was so many times as large."""
    left = [one for one in place.left if one.role not in {"hedge", "period", "flow", "deal"}]
    if not left or place.figure.start - place.left[0].end > BLANK:
        return False
    roles = {"change", "level", "compare"}
    return left[0].role in roles or left[0].value in {"destination", "agent", "of"}


def _printed_sign(_: str, spot: Spot, __: Place) -> Sort | None:
    return Sort(Kind.CHANGE_PCT, spot.sign) if spot.sign else None


def _state(_: str, __: Spot, place: Place) -> Sort | None:
    """N percent laden, pure or owned tells of ships, ores and firms, not of trade."""
    is_beside = place.after is not None and place.after.start - place.figure.end <= BLANK
    return Sort(None) if is_beside and place.after and place.after.value == "state" else None


def _fraction(text: str, spot: Spot, place: Place) -> Sort | None:
    """By a fifth and a tenth more are changes, a tenth of the level a year before a ratio, a third of exports a share."""
    if spot.role != "fraction":
        return None
    if place.after and is_difference(place.after):
        return Sort(Kind.CHANGE_PCT, compared_by(place.after))
    led = next((one for one in place.left if one.role != "hedge"), None)
    if led and led.value == "agent":
        return Sort(Kind.CHANGE_PCT, direction(place) or place.carried)
    aged = any(one.when and one.when.is_base for one in place.right)
    return Sort(Kind.RATIO if aged else Kind.SHARE_PCT, share_of=whole_of(text, place))


def _part_of(text: str, _: Spot, place: Place) -> Sort | None:
    """N percent of an older level is a ratio, of a limit or of all exports a share."""
    after = place.after
    is_of = after and after.value == "of" and after.start - place.figure.end <= BLANK
    if not is_of or change_beside(place):
        return None
    share = Sort(Kind.SHARE_PCT, share_of=whole_of(text, place))
    if any(one.role in {"cap", "share"} for one in (*place.rest, *place.left)):
        return share
    if len(place.right) > 1 and place.right[1].role == "figure":
        dated = any(one.role == "period" for one in place.rest)
        return Sort(Kind.RATIO) if dated else share
    said = [one.value if one.role == "neutral" else one.role for one in place.right[1:3]]
    if said == ["that", "period"]:
        return Sort(Kind.RATIO)  # 83 percent of that in May
    names_them = after is not None and " " in text[after.start : after.end]  # 58 percent of them
    if not names_them and (len(place.right) == 1 or place.right[1].role == "period"):
        return Sort(Kind.RATIO)
    return share


def _share(text: str, spot: Spot, place: Place) -> Sort | None:
    """Accounted for N percent, a share of N percent, a share that rose to N percent."""
    told = any(one.role == "share" for one in (*place.left, *place.right[:2]))
    is_end = is_led_to(place) or spot.hedge.endswith(_TOLD_AS_LEVEL)
    if not told or (change_beside(place) and not is_end):
        return None
    return Sort(Kind.SHARE_PCT, is_base=is_origin(place), share_of=whole_of(text, place))


def _moved(_: str, __: Spot, place: Place) -> Sort | None:
    if is_origin(place) and place.before and place.before.value == "origin":
        return None
    sign = change_beside(place) or direction(place)
    return Sort(Kind.CHANGE_PCT, sign, is_end=place.is_end) if sign else None


def _left_out(_: str, __: Spot, place: Place) -> Sort | None:
    """What a percentage without a word of its own takes from the clause before."""
    if _is_over_time(place):
        return Sort(Kind.CHANGE_PCT, "+")
    if _is_told_of_whole(place) or _is_sent(place):
        return Sort(Kind.SHARE_PCT, share_of="whole")
    is_part = place.before is not None and place.before.value == "relative"
    if is_part and place.after is not None and place.after.role in {"level", "deed"}:
        return Sort(Kind.SHARE_PCT, share_of="whole")
    if place.follows or (place.named and not place.carried):
        return Sort(Kind.SHARE_PCT, share_of="whole")
    if is_origin(place):
        return Sort(None, is_base=True)
    return Sort(Kind.CHANGE_PCT, place.carried, is_end=place.is_end) if place.carried else None


def _is_over_time(place: Place) -> bool:
    """Whether a percentage says how far above an earlier time something stands: 12 percent over March."""
    beside = [one for one in place.right[:2] if one.start - place.figure.end <= NEAR]
    over = [one.role for one in beside] == ["hedge", "period"] and beside[0].value == "more_than"
    return over and not (beside[1].when and beside[1].when.is_rate)


def _is_sent(place: Place) -> bool:
    """Whether a percentage of what was told before is said to have gone somewhere: 80 percent went to Japan."""
    roles = [one.role for one in place.right[:3]]
    is_near = bool(roles) and place.right[0].start - place.figure.end <= BLANK
    return is_near and roles == ["deed", "case", "area"] and place.right[1].value == "destination"


def _is_told_of_whole(place: Place) -> bool:
    """Whether a verb alone leads to a percentage: Russia provided 2 percent, which amounts to 28 percent."""
    left = place.left[0] if place.left else None
    is_beside = left is not None and place.figure.start - left.end <= BLANK
    if left is None or not is_beside:
        return False
    opened = [one.value for one in place.left[1:2]] == ["relative"]
    return left.role == "deed" or (left.role == "level" and opened)


def _price(_: str, spot: Spot, place: Place) -> Sort | None:
    return Sort(Kind.UNIT_PRICE, is_base=is_origin(place)) if spot.per else None


def _limit(_: str, spot: Spot, place: Place) -> Sort | None:
    """A ceiling of N, an N ceiling, limits sales to N, may sell no more than N."""
    said = {one.role for one in (*place.left, *place.right)}
    near = [one for one in place.right[:3] if one.start - place.figure.end <= NEAR * 2]
    named = "cap" in said and _is_named(place, near)
    bounded = "modal" in said and (spot.hedge == "at_most" or "rate" in said)
    return Sort(Kind.CAP) if named or (bounded and _is_allowed(place, near)) else None


def _is_named(place: Place, near: Sequence[Mention]) -> bool:
    """Whether a word for a limit before the amount or behind it is about it."""
    limits = any(one.role == "cap" and one.value == "limits" for one in place.left)
    before = _is_reached(place.left[:4], lambda one: one.role in _ENDS_A_LIMIT)
    behind = _is_reached(near, lambda one: one.role not in _INSIDE_A_LIMIT)
    return limits or before or behind or _is_told_of_limit(place.left)


def _is_may(one: Mention) -> bool:
    return one.role == "modal" and one.value == "may"


def _is_allowed(place: Place, near: Sequence[Mention]) -> bool:
    """Whether a verb says what may be done with so much: no more than N may be supplied, the N it may import."""
    if any(_is_may(one) for one in place.left):
        return True
    said = [one for one in near if one.role not in {"pronoun", "area", "commodity"}]
    return len(said) > 1 and _is_may(said[0]) and said[1].role in {"deed", "flow"}


def _is_told_of_limit(left: Sequence[Mention]) -> bool:
    """Whether the clause is about a limit: through this year the ceiling is 1 million tons."""
    said = [one for one in left if one.role not in _BEFORE_A_SUBJECT]
    is_told = len(said) > 1 and said[0].role == "level" and said[-1].role == "cap"
    return is_told and all(one.role in _OF_A_LIMIT for one in said[1:-1])


def _is_reached(items: Sequence[Mention], ends: Callable[[Mention], bool]) -> bool:
    """Whether a limit stands among the words before one that ends the search."""
    for one in items:
        if one.role == "cap":
            return True
        if ends(one):
            return False
    return False


def _old_level(_: str, __: Spot, place: Place) -> Sort | None:
    return Sort(Kind.LEVEL, is_base=True) if is_origin(place) else None


def _difference(_: str, __: Spot, place: Place) -> Sort | None:
    """Words behind make an amount a difference: $3 million more, a $2 billion drop."""
    after = place.after
    if after is None or after.start - place.figure.end > BLANK:
        return None
    if after.role == "change":
        carries_level = len(place.right) > 1 and place.right[1].role == "figure"
        return None if carries_level else Sort(Kind.CHANGE_ABS, after.value)
    if after.role == "hedge" and after.value.endswith(":than"):
        return Sort(Kind.CHANGE_ABS, compared_by(after))
    return None


def _step(text: str, spot: Spot, place: Place) -> Sort | None:
    """An amount is the size of a change: fell by $3 million, rose $2 billion."""
    left = [one for one in place.left if one.role not in {"hedge", "range"}]
    is_by = bool(left) and left[0].value == "agent"  # shrank by under 3 million
    if not left or (spot.hedge.endswith(_TOLD_AS_LEVEL) and not is_by):
        return None
    if told := _change_told(left):
        return Sort(Kind.CHANGE_ABS, told)
    first = left[0]
    is_near = place.figure.start - first.end <= NEAR
    if first.role == "change" and is_near and "," not in text[first.end : place.figure.start]:
        return Sort(Kind.CHANGE_ABS, first.value)
    if first.value in {"agent", "of"} and is_near and len(left) > 1:
        second = left[1]
        if second.role == "change" and first.start - second.end <= NEAR:
            return Sort(Kind.CHANGE_ABS, second.value)
    return _step_in(left)


def _step_in(left: Sequence[Mention]) -> Sort | None:
    """The size of a change in a flow: an increase in the goods deficit of $3 billion, to $91 billion."""
    said = [one for one in left if one.role not in _SAID_OF_FLOWS][:4]
    is_in = [one.role for one in said] == ["case", "flow", "case", "change"]
    is_in = is_in and [one.value for one in said[:3:2]] == ["of", "in"]
    return Sort(Kind.CHANGE_ABS, said[3].value) if is_in else None


def _gapped(_: str, __: Spot, place: Place) -> Sort | None:
    """A step whose verb the clause before had: exports fell $2 billion to $9 billion and imports $1 billion to $8 billion."""
    behind = [one.role for one in place.rest[:2]] == ["case", "figure"]
    leads = behind and place.rest[0].value == "destination" and place.carried is not None
    return Sort(Kind.CHANGE_ABS, place.carried) if leads and direction(place) is None else None


def _change_told(left: Sequence[Mention]) -> str | None:
    """The direction of a change that the clause is about: the increase on the month was $3 million."""
    said = [one for one in left if one.role not in {"stop", "filler"}]
    if len(said) < 2 or said[0].role != "level" or said[-1].role != "change":  # noqa: PLR2004 - subject and verb
        return None
    is_subject = said[-2].start - said[-1].end <= BLANK
    plain = all(one.role in _ABOUT_A_CHANGE for one in said[:-1])
    return said[-1].value if is_subject and plain else None


def _level(_: str, __: Spot, ___: Place) -> Sort | None:
    return Sort(Kind.LEVEL)


_PERCENTAGES: tuple[Rule, ...] = (
    _printed_sign,
    _state,
    _fraction,
    _part_of,
    _share,
    _moved,
    _left_out,
)
_AMOUNTS: tuple[Rule, ...] = (_price, _limit, _old_level, _difference, _step, _gapped, _level)
