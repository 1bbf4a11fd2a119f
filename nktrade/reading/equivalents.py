"""Equivalents: money in brackets right behind other money is the same amount, told in another currency.

Where both bear one currency, the name of one is a slip, or the two are no equivalents: the checks tell.
The sentence is read as if the bracket were not there; what the first amount says, the second says too.
"""

import re
from collections.abc import Mapping, Sequence

from nktrade.reading.clauses import Sentence
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.goods import MONEYS
from nktrade.reading.words import Mention

_OPENS = re.compile(r" ?\([^\d()\n]{0,24}")
Equivalents = Mapping[int, int]
"""Amounts in brackets by the place of the amounts that they repeat, as numbers of spots."""


def without_equivalents(text: str, sentence: Sentence) -> tuple[Sentence, Equivalents]:
    """The sentence without amounts in brackets, each first amount reaching to the end of its bracket."""
    if not [one for one in sentence.spots if text[one.end : one.end + 1] == ")"]:
        return sentence, {}
    items: list[Mention] = []
    same: dict[int, int] = {}
    for one in sentence.items:
        before = _in_front(items) if one.role == "figure" else None
        if before is None or not _repeats(text, before, one, sentence.spots):
            items.append(one)
            continue
        items = items[: items.index(before)]
        items.append(before._replace(end=one.end + 1))
        same[int(before.value)] = int(one.value)
    return sentence._replace(items=tuple(items)), same


def with_equivalents(
    drafts: Sequence[Draft], spots: Sequence[Spot], same: Equivalents
) -> list[Draft]:
    """The drafts, and behind each that is repeated in brackets the same in the other currency."""
    behind = {spots[first].start: spots[second] for first, second in same.items()}
    found: list[Draft] = []
    for one in drafts:
        found.append(one)
        if spot := behind.get(one.spot.start):
            found.append(one._replace(spot=spot, restates=one.spot.start))
    return found


def _in_front(items: Sequence[Mention]) -> Mention | None:
    """The last of the items that is no hedge."""
    return next((one for one in reversed(items) if one.role != "hedge"), None)


def _repeats(text: str, before: Mention, one: Mention, spots: Sequence[Spot]) -> bool:
    """Whether money stands alone in brackets right behind money: not the price behind a value, $5.9 million ($320 a ton)."""
    if before.role != "figure" or text[one.end : one.end + 1] != ")":
        return False
    first, second = (spots[int(figure.value)] for figure in (before, one))
    is_money = first.unit in MONEYS and second.unit in MONEYS and (first.per or not second.per)
    return bool(is_money) and _OPENS.fullmatch(text[before.end : one.start]) is not None
