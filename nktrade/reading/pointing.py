"""Pointing: words that stand for a name or flow word before them: the latter, such goods, those to China, there."""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.roles import WAYS
from nktrade.reading.words import Mention
from nktrade.reference import lineage

_POINTERS = {"former": 0, "latter": 1}
_GOODS = "goods"
_AGAIN = frozenset({"those", "relative"})
"""What stands for a flow word where a case follows: those to China, that with Japan."""
_TRADED = frozenset({"flow", "deal"})
_SIDES = frozenset({"destination", "origin", "counterpart"})
_WAYS = _SIDES - {"counterpart"}
_NAMED = frozenset({"area", "commodity"})
_BESIDE = 1
_THERE = "there"
_TRADE_IN = ["total", "in"]
_STANDING = frozenset({"self", "other"})
_HEADS = frozenset({"flow", "deal", "deed"})
"""Behind what a place is where goods go: exports there, sold there; not: there were exports."""

_STATING = frozenset({"says", "cites", "standing", "speaker"})
_SUBORDINATE = frozenset({"break", "compare"})
"""What a clause before the main one may begin with: since sanctions took hold that trade has dried up."""
_STOPS = ".!?:;\n\"'"


class Pointed(NamedTuple):
    """What words may point back at."""

    two: tuple[Mention, Mention] | None = None
    """The last two countries or goods named side by side: the former, the latter."""
    head: Mention | None = None
    """The last flow word: those to China."""
    way: Mention | None = None
    """The last flow word that tells a direction: those from Japan are no deficit."""
    side: str | None = None
    """With whom trade was last told: exports there."""


def resolved(
    items: Sequence[Mention], before: Pointed, goods: str | None
) -> tuple[tuple[Mention, ...], Pointed]:
    """The items with what such words stand for, and what later ones may point at.

    ``goods`` are those that the sentence before spoke of.
    """
    items = [
        _named(one, items, goods) if one.role == "pronoun" and _is_again(one) else one
        for one in items
    ]
    items = _placed(_traded_in(items, goods), before.side)
    found: list[Mention] = []
    two, head, way, side = before
    for index, one in enumerate(items):
        meant = _POINTERS.get(one.value) if one.role == "pronoun" else None
        if meant is not None and two is not None:
            found.append(one._replace(role=two[meant].role, value=two[meant].value))
            continue
        if one.value in _AGAIN and head is not None and _has_side(items, index):
            two = _set_against(found, items[index:]) or two
            again = way if way and items[index + 1].value in _WAYS else head
            found.append(one._replace(role="deal", value=again.value))
            continue
        if one.value != "those":
            found.append(one)
            two = (one.role in _NAMED and _couple(found)) or two
        if one.role in _TRADED and one.value != "value" and not one.value.endswith(":agent"):
            head = one
            way = one if one.value.partition(":")[0] in WAYS else way
    return tuple(found), Pointed(two, head, way, side)


def points_back(text: str, items: Sequence[Mention], word: Mention) -> bool:
    """Whether a relative word in a sentence points at trade, and joins no statement: that trade fell; data showed that trade fell."""
    before = [one for one in items if one.end <= word.start]
    if word.value != "relative" or any(one.role in _STATING for one in before):
        return False
    is_front = not before or before[0].role in _SUBORDINATE
    if before and text[before[-1].end : word.start].isspace():
        return True
    gap = text[max(0, word.start - 2) : word.start].rstrip()
    opens = is_front and (bool(before) or not gap or gap[-1] in _STOPS)
    return opens or gap.endswith(",")


def _traded_in(items: Sequence[Mention], goods: str | None) -> Sequence[Mention]:
    """The items with the goods that trade in it, or in them, is in."""
    found: list[Mention] = []
    for one in items:
        beside = [each.value for each in found[-2:]]
        stands = one.role == "pronoun" and one.value in _STANDING and beside == _TRADE_IN
        named = next((each.value for each in reversed(found) if each.role == "commodity"), goods)
        if stands and named and named != ALL_GOODS and _follows(found[-1], one):
            found.append(one._replace(role="commodity", value=named))
        else:
            found.append(one)
    return found


def _placed(items: Sequence[Mention], side: str | None) -> Sequence[Mention]:
    """The items with the country that a word for its place stands for, once goods are said to go there."""
    if all(one.value != _THERE for one in items):
        return items
    found: list[Mention] = []
    for one in items:
        is_there = one.value == _THERE and one.role == "pronoun"
        side = _side_named(found) or side if is_there else side
        if is_there and side and found and found[-1].role in _HEADS and _follows(found[-1], one):
            found.append(one._replace(role="case", value="destination"))
        if not is_there:
            found.append(one)
        elif side and found and found[-1].role == "case" and _follows(found[-1], one):
            found.append(one._replace(role="area", value=side))
    return found


def _side_named(items: Sequence[Mention]) -> str | None:
    """The country that a sentence has last named as the other side: trade with Russia grew, and exports there."""
    pairs = zip(items[-2::-1], items[:0:-1], strict=True)
    return next(
        (one.value for before, one in pairs if one.role == "area" and before.value in _SIDES), None
    )


def _follows(before: Mention, one: Mention) -> bool:
    return one.start - before.end <= _BESIDE


def _is_again(pronoun: Mention) -> bool:
    """Whether it stands for goods that were named: such goods, the fuel."""
    return pronoun.value.partition(":")[0] == _GOODS


def _named(one: Mention, items: Sequence[Mention], spoken: str | None) -> Mention:
    """The goods that a word for their kind stands for."""
    return one._replace(role="commodity", value=_meant(one, items, spoken))


def _meant(one: Mention, items: Sequence[Mention], spoken: str | None) -> str:
    """The goods spoken of that are of the kind, those named before it, else the kind.

    The fuel is coal in a text on coal; what no text on coal has named is no coal.
    """
    kind, _, usual = one.value.partition(":")[2].partition("|")
    named = [each.value for each in items if each.role == "commodity" and each.start < one.start]
    known = [good for good in (*named[-1:], spoken or ALL_GOODS) if kind in lineage(good)[1:]]
    if not known:
        return usual or kind or spoken or ALL_GOODS
    return known[-1] if known[-1] in lineage(known[0]) else known[0]


def _has_side(items: Sequence[Mention], index: int) -> bool:
    """Whether a case and the name of a side follow right behind a word."""
    after = items[index + 1 : index + 3]
    if [one.role for one in after] not in (["case", "area"], ["case", "world"]):
        return False
    return after[0].value in _SIDES and after[0].start - items[index].end <= _BESIDE


def _set_against(
    before: Sequence[Mention], after: Sequence[Mention]
) -> tuple[Mention, Mention] | None:
    """The sides of a flow and of the one set against it: exports to Japan exceeded those to China."""
    first = next((one for one in reversed(before) if one.role == "area"), None)
    second = next((one for one in after if one.role == "area"), None)
    return (first, second) if first and second and first.value != second.value else None


def _couple(items: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The last two names, the last item being one, where a word that joins stands between them."""
    last = items[-3:]
    if len(last) < 3 or last[1].role != "break":  # noqa: PLR2004 - two and the word between
        return None
    is_couple = last[2].role == last[0].role and last[2].value != last[0].value
    return (last[0], last[2]) if is_couple else None
