"""Placing: what stands beside a figure in its clause."""

from collections.abc import Sequence

from nktrade.reading.kinds import Place
from nktrade.reading.parts import Part
from nktrade.reading.words import Mention


def place_of(parts: Sequence[Part], part: Part, index: int, carried: str | None) -> Place:
    """What stands beside a figure in its clause, up to the next figures."""
    items = part.items
    left: list[Mention] = []
    for one in reversed(items[:index]):
        if one.role == "figure":
            break
        left.append(one)
    right: list[Mention] = []
    for one in items[index + 1 :]:
        right.append(one)
        if one.role == "figure":
            break
    opener = items[0]
    is_aside = opener.value == ","
    beside = [one for one in left if not is_aside or one.start >= opener.start]
    alone = not [one for one in beside if one.role not in {"stop", "hedge", "break"}]
    said = [one for one in parts[: part.number] if one.roles != {"stop"} and not _is_aside(one)]
    before = said[-1].items if said else ()
    is_whole = bool(before) and before[-1].role == "whole"  # almost everything, 99 percent
    follows = alone and (is_whole or any(one.role == "figure" for one in before))
    named = [one.role for one in left] == ["area", "stop"] and left[0].start < left[1].start
    return Place(left, right, items[index], carried, follows, named, items[index + 1 :])


def _is_aside(part: Part) -> bool:
    """Whether a clause without a figure only says more of a noun: goods that crossed the line, or 9 percent."""
    return part.items[0].value == "relative" and part.roles <= {"break", "stop", "case", "period"}
