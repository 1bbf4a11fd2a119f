"""Coming: months without a year that a forecast names lie ahead: 5 tons are expected by the middle of March."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from nktrade.reading.periods import Anchor, resolve
from nktrade.reading.times import Time
from nktrade.reading.words import Mention

_SOON = timedelta(days=124)
"""How far ahead of the date line such a month begins; what was expected of one just over lies behind."""
_MONTHLY = frozenset({"month", "months", "to_month"})


def foretold(
    parts: Sequence[Sequence[Mention]], found: Iterable[Time], anchor: Anchor
) -> Iterator[Time]:
    """The time words, months of which a clause foretells something in the year in which they are next."""
    for one in found:
        is_foretold = any(each.value == "forecast" for each in parts[one.segment])
        yield _ahead(one, anchor) if is_foretold and not one.compared else one


def _ahead(one: Time, anchor: Anchor) -> Time:
    """The time in the year of the date line or the next, where it begins soon after that day."""
    if anchor.day is None or one.when.has_year or one.when.means not in _MONTHLY:
        return one
    for year in (anchor.day.year, anchor.day.year + 1):
        when = one.when._replace(year=year)
        period = resolve(when, anchor)
        if period and anchor.day < period.last and period.first <= anchor.day + _SOON:
            return one._replace(when=when)
    return one
