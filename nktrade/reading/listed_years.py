"""Years of a list of amounts: the last of its times says it for all, in May, $4 million in June and $5 million in July 2022."""

from collections.abc import Sequence
from itertools import pairwise

from nktrade.reading.figures import PARTS, Spot
from nktrade.reading.moments import THAT, When
from nktrade.reading.words import Mention

_BESIDE = frozenset({"figure", "commodity", "area", "hedge", "case"})
"""What a list holds beside its times and the word and; a verb begins something else."""
_JOINS = frozenset({"soft", "value"})
"""And; worth."""
_SPANS = {"month": 1, "quarter": 3, "half": 6}


def with_listed_years(items: Sequence[Mention], spots: Sequence[Spot]) -> list[Mention]:
    """The items, each time of a list of amounts with the year that stands behind the last of them."""
    found = list(items)
    places = [index for index, one in enumerate(items) if one.role == "period"]
    for before, here, there in reversed(list(zip([0, *places], places, places[1:], strict=False))):
        when, last = found[here].when, found[there].when
        if not when or not last or not _goes_on(when, last):
            continue
        if _is_list(found[before:here], found[here + 1 : there], spots):
            dated = when._replace(year=last.year, shift=last.shift)
            found[here] = found[here]._replace(when=dated)
    for here, there in reversed(list(pairwise(places))):
        when, last = found[here].when, found[there].when
        told = _told_until(when, last) if when and last else None
        if told and when and _is_list((), found[here + 1 : there], spots):
            found[here] = found[here]._replace(when=when._replace(until=told))
    return found


def _told_until(when: When, last: When) -> int | None:
    """Of two times of one sort without a year, of which the second is the later, the number of the last in their list."""
    if when.has_year or last.has_year or when.means != last.means:
        return None
    here, there = _months(when), _months(last)
    number = last.month if last.means == "month" else last.n
    return (last.until or number) if here and there and here < there else None


def _goes_on(when: When, last: When) -> bool:
    """Whether the second time bears a year, the first none, and it comes before the second's end in one year."""
    if when.has_year or not last.has_year or last.shift == THAT:
        return False
    here, there = _months(when), _months(last)
    return bool(here and there and here != there and here[0] <= there[1])


def _months(when: When) -> tuple[int, int] | None:
    """The first and the last month of its year."""
    span = _SPANS.get(when.means)
    number = when.month if when.means == "month" else when.n
    return ((number - 1) * span + 1, number * span) if span and number else None


def _is_list(led: Sequence[Mention], between: Sequence[Mention], spots: Sequence[Spot]) -> bool:
    """Whether a further amount is all that is told between two times; against May and June 2022 are no list."""
    told = [spots[int(one.value)] for one in between if one.role == "figure"]
    is_old = any(one.role == "compare" for one in led)
    is_open = all(
        one.value != "origin" and (one.role in _BESIDE or one.value in _JOINS) for one in between
    )
    return is_open and not is_old and bool(told) and not any(one.unit in PARTS for one in told)
