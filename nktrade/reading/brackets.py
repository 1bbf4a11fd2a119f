"""Brackets: whose time the amounts in brackets are of, where a time stands right before the bracket.

Up 12 percent from 2015 ($1.05 billion, 19.6 million tons): both amounts are of 2015.
"""

from collections.abc import Sequence

from nktrade.reading.parts import Part
from nktrade.reading.scene import Scene
from nktrade.reading.times import Time
from nktrade.reading.words import Mention

_GAP = 32
"""What may stand between the time and its bracket, in letters: a year earlier in terms of exports ($3 million)."""
_BETWEEN = frozenset({"case", "flow", "deal", "level", "whole", "neutral", "commodity", "scope"})
_MEASURED_IN = frozenset({"in", "of"})
"""Cases that say what of the time is measured; others lead on from it."""


def time_before_bracket(scene: Scene, part: Part) -> Time | None:
    """The time compared with that stands right before the brackets around a clause of amounts."""
    opened = opener_of(scene.parts, part.number)
    if not opened or not _opens_with_amount(scene.parts[opened]):
        return None
    inside = range(opened, part.number + 2)
    if any(one.segment in inside and not one.when.is_rate for one in scene.times):
        return None  # the brackets tell their own time
    bracket = scene.parts[opened].items[0]
    before = [one for one in scene.parts[opened - 1].items if one.start < bracket.start]
    while before and before[-1].when is None and _names_measure(before[-1]):
        before.pop()
    if not before or before[-1].when is None or bracket.start - before[-1].end > _GAP:
        return None
    return compared_time(scene, before[-1], opened - 1)


def opener_of(parts: Sequence[Part], number: int) -> int | None:
    """The clause that opens the brackets around a clause; None where it stands in none."""
    for at in range(number, -1, -1):
        opens = parts[at].items[0].value
        if opens in {"(", "["}:
            return at
        if opens in {")", "]"}:
            return None
    return None


def _opens_with_amount(part: Part) -> bool:
    """Whether an amount comes first in the brackets, and no word that leads to it."""
    opener = part.items[0]
    said = [one for one in part.items[1:] if one.start > opener.start and one.role != "hedge"]
    return bool(said) and said[0].role == "figure"


def _names_measure(one: Mention) -> bool:
    """Whether a word only says what of the time is told: in terms of exports."""
    return one.role in _BETWEEN and (one.role != "case" or one.value in _MEASURED_IN)


def compared_time(scene: Scene, named: Mention, segment: int) -> Time | None:
    """The time word where something is compared with it: from May, a year earlier, the most since 2014."""
    for one in scene.times:
        if one.mention is named:
            return one if one.compared and not one.when.is_rate else None
    when = named.when
    if when is None or named.value != "none" or not (when.month or when.year):
        return None
    means = "month" if when.month else "year"
    return Time(named, when._replace(means=means), segment, compared=True)
