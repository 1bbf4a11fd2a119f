"""Kinds: what sort of number a figure is, from the words beside it in its own clause."""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import Kind
from nktrade.reading.figures import Spot
from nktrade.reading.words import Mention

_NEAR = 14
_PARTS = frozenset({"percent", "percent_point", "x"})


class Sort(NamedTuple):
    """Kind and direction of a figure, and whether it is the level compared with."""

    kind: Kind | None
    sign: str | None = None
    is_base: bool = False
    share_of: str | None = None
    is_end: bool = False
    """Whether a change leads to it: to 44 percent."""


class Place(NamedTuple):
    """What stands beside a figure: leftwards from it, rightwards from it, up to the next figures."""

    left: Sequence[Mention]
    right: Sequence[Mention]
    figure: Mention
    carried: str | None = None
    """The direction that the clause before had, for verbs left out."""
    follows: bool = False
    """Whether it stands alone between commas behind a level."""
    rest: Sequence[Mention] = ()
    """All of the clause behind it, later figures and what follows them included."""


def sort_of(text: str, spot: Spot, place: Place) -> Sort:
    """Kind, direction and share base of a figure."""
    if spot.unit == "percent_point":
        return Sort(Kind.CHANGE_ABS, direction(place) or spot.sign)
    if spot.unit == "x":
        return Sort(Kind.RATIO)
    if spot.unit == "percent":
        return _percentage(text, spot, place)
    return _amount(text, spot, place)


def _percentage(text: str, spot: Spot, place: Place) -> Sort:
    if spot.sign:
        return Sort(Kind.CHANGE_PCT, spot.sign)
    nearest = _change_at(text, place)
    after = place.right[0] if place.right else None
    of = after is not None and after.value == "of" and after.start - place.figure.end <= 2  # noqa: PLR2004 - a blank
    if spot.role == "fraction" and place.left and place.left[0].value == "agent":
        return Sort(Kind.CHANGE_PCT, direction(place) or place.carried)
    if spot.role == "fraction":
        aged = any(one.when and one.when.is_base for one in place.right)
        return Sort(Kind.RATIO if aged else Kind.SHARE_PCT, share_of=_whole(text, place))
    if of and not nearest:
        compared = place.right[1] if len(place.right) > 1 else None
        if any(one.role in {"cap", "share"} for one in (*place.rest, *place.left)):
            return Sort(Kind.SHARE_PCT, share_of=_whole(text, place))
        if compared is not None and compared.role in {"period", "figure"}:
            return Sort(Kind.RATIO)
        if compared is None and not any(
            one.role in {"whole", "flow", "commodity"} for one in place.right
        ):
            return Sort(Kind.RATIO)
        return Sort(Kind.SHARE_PCT, share_of=_whole(text, place))
    shared = any(one.role == "share" for one in (*place.left, *place.right[:2]))
    first = place.left[0] if place.left else None
    is_end = first is not None and first.value == "destination"
    if shared and (not nearest or _leads_to(text, place)):
        is_base = _is_origin(text, first, place)
        return Sort(Kind.SHARE_PCT, is_base=is_base, share_of=_whole(text, place))
    if nearest:
        return Sort(Kind.CHANGE_PCT, nearest, is_end=is_end)
    sign = direction(place)
    if sign:
        return Sort(Kind.CHANGE_PCT, sign, is_end=is_end)
    if place.follows:
        return Sort(Kind.SHARE_PCT, share_of="whole")
    if _is_origin(text, first, place):
        return Sort(None, is_base=True)
    if place.carried:
        return Sort(Kind.CHANGE_PCT, place.carried, is_end=is_end)
    return Sort(None)


def _whole(text: str, place: Place) -> str | None:
    """The words for the whole that a share is of."""
    if not place.right:
        return None
    last = place.right[-1]
    return text[place.right[0].start : last.end].strip()[:80] or None


def _amount(text: str, spot: Spot, place: Place) -> Sort:
    first = place.left[0] if place.left else None
    if spot.per:
        return Sort(Kind.UNIT_PRICE, is_base=_is_origin(text, first, place))
    if _is_cap(text, spot, place):
        return Sort(Kind.CAP)
    if _is_origin(text, first, place):
        return Sort(Kind.LEVEL, is_base=True)
    compares = _compares(text, place)
    if compares:
        return Sort(Kind.CHANGE_ABS, compares)
    step = _step(text, spot, place)
    if step:
        return Sort(Kind.CHANGE_ABS, step)
    return Sort(Kind.LEVEL, is_base=first is not None and first.role == "compare")


def _is_origin(text: str, first: Mention | None, place: Place) -> bool:
    """Whether the figure is introduced as the old level: from, compared with."""
    if first is None or place.figure.start - first.end > _NEAR:
        return False
    if first.role == "hedge" and len(place.left) > 1:
        first = place.left[1]
    moved = bool(place.carried or direction(place))
    return (first.value == "origin" and moved) or first.role == "compare"


def _is_cap(text: str, spot: Spot, place: Place) -> bool:
    """Whether a limit governs the figure: a ceiling of N, an N ceiling, may sell no more than N."""
    if any(one.role == "cap" and one.value == "limits" for one in place.left):
        return True
    for one in place.left[:4]:
        if one.role == "cap":
            return True
        if one.role in {"flow", "deal", "deed", "level", "change"}:
            break
    after = [one for one in place.right[:3] if one.start - place.figure.end <= _NEAR * 2]
    for one in after:
        if one.role == "cap":
            return True
        if one.role not in {"commodity", "flow", "rate", "deal"}:
            break
    modal = any(one.role == "modal" and one.value == "may" for one in place.left)
    return modal and (spot.hedge == "at_most" or any(one.role == "rate" for one in place.right))


def _change_at(text: str, place: Place) -> str | None:
    """The direction of a change word right beside a percentage."""
    after = place.right[0] if place.right else None
    if after and after.role == "change" and after.start - place.figure.end <= _NEAR:
        return after.value
    compares = after is not None and after.role == "hedge" and ":" in after.value
    if after and compares and after.start - place.figure.end <= 2:  # noqa: PLR2004 - a blank
        return "-" if after.value.startswith("less") else "+"
    for one in place.left:
        if one.role == "change":
            return one.value
        if (
            one.role not in {"case", "hedge", "break", "period", "level", "rate", "pronoun"}
            or one.value == "destination"
        ):
            return None
    return None


def _leads_to(text: str, place: Place) -> bool:
    """Whether a change word leads to the figure as its end: rose to 95 percent."""
    first = place.left[0] if place.left else None
    return first is not None and (
        first.value in {"destination", "origin"} or first.role in {"level", "compare"}
    )


def direction(place: Place) -> str | None:
    for one in (*place.left, *place.right):
        if one.role == "change":
            return one.value
    return None


def _compares(text: str, place: Place) -> str | None:
    """The direction where words behind make an amount a difference: $3 million more, a $2 billion drop."""
    after = place.right[0] if place.right else None
    if after is None or after.start - place.figure.end > 2:  # noqa: PLR2004 - a blank
        return None
    if after.role == "change":
        second = place.right[1] if len(place.right) > 1 else None
        carries_level = second is not None and second.role == "figure"
        return None if carries_level else after.value
    if after.role == "hedge" and after.value.endswith(":than"):
        return "-" if after.value.startswith("less") else "+"
    return None


def _step(text: str, spot: Spot, place: Place) -> str | None:
    """The direction where an amount is the size of a change: fell by $3 million, rose $2 billion."""
    if spot.hedge != "exact" and spot.hedge.endswith(":level"):
        return None
    left = [one for one in place.left if one.role not in {"hedge", "range"}]
    if not left:
        return None
    first = left[0]
    gap = text[first.end : place.figure.start]
    if first.role == "change" and len(gap) <= _NEAR and "," not in gap:
        return first.value
    if (
        first.role == "case"
        and first.value in {"agent", "of"}
        and place.figure.start - first.end <= _NEAR
    ):
        second = left[1] if len(left) > 1 else None
        if second is not None and second.role == "change" and first.start - second.end <= _NEAR:
            return second.value
    return None
