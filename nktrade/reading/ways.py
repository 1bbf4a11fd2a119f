"""Ways: how goods went, and from which place to which: from ship to ship, by rail, Nampo > Huludao."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nktrade.core.codes import Kind
from nktrade.reading.drafts import Draft
from nktrade.reading.words import Mention

_PARTS = frozenset({Kind.CHANGE_PCT, Kind.SHARE_PCT, Kind.RATIO})
_BESIDE = 2
"""Two places with nothing but a preposition between."""
_CLOSE = 16
"""How far a preposition may stand before its place: from the port of Nampo."""


def way(items: Sequence[Mention]) -> str | None:
    """All that a stretch of text says of the way, in one string; None where it says nothing."""
    said = dict.fromkeys((*_pairs(items), *(name for _, name in _means(items))))
    return ", ".join(said) or None


def routed(items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence, each with the way that its own part of the sentence names.

    A means is said of the amount before it, else of the first one behind: of 3.7 million tons, 2.8
    million went by sea. A pair of places holds for the whole sentence.
    """
    pairs = list(_pairs(items))
    ways: dict[int, list[str]] = {}
    for place, name in _means(items):
        for index in _amounts_at(place, drafts):
            ways.setdefault(index, []).append(name)
    if not pairs and not ways:
        return list(drafts)
    return [
        one._replace(route=", ".join(dict.fromkeys((*pairs, *ways.get(index, ())))) or None)
        for index, one in enumerate(drafts)
    ]


def _means(items: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    for one in items:
        if one.role == "route":
            yield one.start, one.value
        elif one.role == "channel" and ":" in one.value:
            yield one.start, one.value.partition(":")[2]


def _amounts_at(place: int, drafts: Sequence[Draft]) -> Iterator[int]:
    """The amount nearest before a place, else the first behind it, with all of its clause and its shares."""
    levels = [at for at, one in enumerate(drafts) if one.sort.kind not in _PARTS]
    before = [at for at in levels if drafts[at].spot.start < place]
    chosen = next(iter((*before[-1:], *levels[:1])), None)
    if chosen is None:
        return
    for index, one in enumerate(drafts):
        is_share = one.sort.kind is Kind.SHARE_PCT and chosen < index
        if one.segment == drafts[chosen].segment or (is_share and one.spot.start < place):
            yield index


def _pairs(items: Sequence[Mention]) -> Iterator[str]:
    """From one place to another: from Nampo to Huludao, out of Nampo bound for Huludao."""
    placed = [index for index, one in enumerate(items) if one.role == "place"]
    for left, right in pairwise(placed):
        first, second = items[left].value, items[right].value
        begins = _case(items, left) == "origin" or right - left == _BESIDE
        if first != second and begins and _case(items, right) == "destination":
            yield f"{first} > {second}"


def _case(items: Sequence[Mention], index: int) -> str | None:
    """The preposition right before a place."""
    if not index or items[index].start - items[index - 1].end > _CLOSE:
        return None
    return items[index - 1].value
