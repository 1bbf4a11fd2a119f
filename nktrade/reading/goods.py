"""Goods: the commodity of a flow word, and of a figure that names its own."""

from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.discourse import CLAUSE, DISCOURSE, WORDS, Known
from nktrade.reading.frames import Frame
from nktrade.reading.words import Mention

_CLOSE = 3
_NEAR = 24
_BETWEEN = frozenset({"hedge", "case", "area", "whole", "figure", "pronoun", "scope"})


def goods_of_frame(text: str, items: Sequence[Mention], frame: Frame, before: Known) -> Known:
    """The commodity that stands with the flow word; trade itself renews to all goods."""
    index = items.index(frame.head)
    left = items[index - 1] if index else None
    if left is not None and left.role == "commodity" and frame.head.start - left.end <= _CLOSE:
        return Known(left.value)
    for one in items[index + 1 :]:
        if one.role == "commodity":
            return Known(one.value)
        if one.role not in _BETWEEN:
            break
    earlier = [one for one in items[:index] if one.role == "commodity"]
    if earlier and not any(one.role in {"flow", "deal", "figure"} for one in items[:index]):
        return Known(earlier[-1].value)
    after = items[index + 1] if index + 1 < len(items) else None
    limits = after is not None and after.role == "cap" and after.start - frame.head.end <= _CLOSE
    if frame.renews and not limits:
        return Known(ALL_GOODS, CLAUSE)
    return Known(before.value or ALL_GOODS, min(before.trust, DISCOURSE))


def goods_of_figure(text: str, items: Sequence[Mention], index: int) -> Known | None:
    """The commodity that the figure itself counts: tons of coal, $405 million from coal, rice, 5 tons."""
    figure = items[index]
    reached = figure.end
    for one in items[index + 1 :]:
        if one.start - reached > _NEAR:
            break
        if one.role == "commodity":
            return Known(one.value)
        if one.role == "case" and one.value not in {"of", "origin", "in"}:
            break
        if one.role not in {"case", "area", "whole", "size", "change"}:
            break
        reached = one.end
    for one in reversed(items[:index]):
        if one.role == "commodity":
            return Known(one.value, WORDS)
        if one.role in {"figure", "flow", "deal", "deed", "stop"} and one.value != "value":
            break
        if one.role == "whole":
            return Known(ALL_GOODS)
    return None
