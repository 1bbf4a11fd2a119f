"""Elided times: an ordinal alone is of the quarters or halves that its sentence names: 5 million in the second.

The second in which nothing follows: "in the second place" is none, and a sentence that names no quarter has none.
"""

from collections.abc import Sequence

from nktrade.reading.lexicon import Lexicon
from nktrade.reading.moments import When
from nktrade.reading.words import Mention

_SPANS = frozenset({"quarter", "half"})


def with_elided(text: str, items: Sequence[Mention], lexicon: Lexicon, end: int) -> list[Mention]:
    """The items of a sentence that ends there, and a time for each ordinal that stands for a quarter or half of its year."""
    named = [one for one in items if one.when and one.when.means in _SPANS and one.when.n]
    if not named:
        return list(items)
    found = list(items)
    for ordinal in lexicon.elided.finditer(text, items[0].start, end):
        begin, stop = ordinal.span("ord")
        if any(one.start < stop and begin < one.end for one in items):
            continue
        nearest = min(named, key=lambda one: abs(one.start - begin))
        when = _like(nearest.when, lexicon.ordinals[ordinal["ord"]])
        if when is not None:
            found.append(Mention(begin, stop, "period", when.means, when))
    return sorted(found, key=lambda one: one.start)


def _like(when: When | None, number: int) -> When | None:
    """The quarter or half of that number, of the same year unless it comes later in it: 3 in the first, 2 in the fourth."""
    if when is None or when.n is None or number == when.n:
        return None
    if number > when.n:
        return when._replace(n=number, year=None, shift=None)
    return when._replace(n=number)
