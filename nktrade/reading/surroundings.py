"""Surroundings: what the places, limits and amounts that a text names tell of whose trade it is."""

from collections.abc import Sequence

from nktrade.reading.figures import Spot
from nktrade.reading.words import Mention
from nktrade.reference import places, sizes

NORTH, CHINA = "PRK", "CHN"


def is_limited(found: Sequence[Mention]) -> bool:
    """Whether the text speaks of limits and bans, which bind trade with everybody."""
    return any(one.role in {"cap", "resolution"} or one.value == "banned" for one in found)


def is_near_north(named: set[str]) -> bool:
    """Whether a place is named that lies in the North or on its border."""
    return lies_in_north(named) or "Dandong" in named


def lies_in_north(named: set[str]) -> bool:
    """Whether a place is named that lies in the North."""
    known = places()
    return any(name in known and known[name].area == NORTH for name in named)


def is_in_china(found: Sequence[Mention]) -> bool:
    """Whether a place is named that lies in China: what crosses there is traded with it."""
    known = places()
    named = {one.value for one in found if one.role == "place"}
    return any(name in known and known[name].area == CHINA for name in named)


def is_small(figures: Sequence[Spot]) -> bool:
    """Whether no sum of money comes near a month of China's trade with the world."""
    counted = any(one.unit in {"t", "kg", "bbl", "USD", "CNY"} for one in figures)
    return counted and not is_beyond_north(figures) and not is_world_sized(figures)


def is_beyond_north(figures: Sequence[Spot]) -> bool:
    """Whether more is shipped than the North ever sold."""
    most = sizes()[NORTH]
    return any(one.unit == most.unit and one.value > most.amount for one in figures)


def is_world_sized(figures: Sequence[Spot]) -> bool:
    """Whether some sum of money is of the size of China's trade with the world."""
    money = (one.value for one in figures if one.unit in {"USD", "CNY"} and not one.per)
    return max(money, default=0) >= sizes()[CHINA].amount
