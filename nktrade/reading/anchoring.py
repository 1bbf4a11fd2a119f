"""Anchoring: the year and the month that time words leave open, from the date line and what is spoken of."""

from datetime import date, timedelta

from nktrade.core.period import MONTHS, Period
from nktrade.reading.moments import THAT, Anchor, When
from nktrade.reading.openyears import is_unnamed
from nktrade.reading.relative import HALF, QUARTER

_LATE = timedelta(days=15)
_STALE = timedelta(days=100)
_LONG_AGO = timedelta(days=366)


def stated(when: When, anchor: Anchor) -> int | None:
    """The year that the words name."""
    if when.year is not None:
        return when.year
    if when.shift == THAT:
        return anchor.year or (anchor.period.first.year if anchor.period else None)
    if when.shift is not None and anchor.day:
        return anchor.day.year + when.shift
    return None


def dated(when: When, anchor: Anchor, first: int, count: int) -> Period | None:
    """So many months from the first, in the year stated, spoken of, or last before the date line."""
    year = stated(when, anchor)
    is_spoken = anchor.year is not None and is_unnamed(anchor.day)
    if year is None and anchor.day and not when.has_year and not is_spoken:
        year = anchor.day.year
        last = first if when.until is None else (when.until - 1) * count + 1
        if Period.months(year, last, count).last > anchor.day + _grace(count):
            year -= 1
        found = Period.months(year, last, count)
        is_of_older = anchor.period is not None and anchor.period.month_count == MONTHS
        is_open = is_of_older and found.last > anchor.day
        is_older = is_open or _is_past(found, anchor.day) or _goes_on(anchor, first, anchor.day)
        if anchor.year and anchor.year < year and is_older:
            year = anchor.year
    if year is None:
        year = anchor.year
    return None if year is None else Period.months(year, first, count)


def _goes_on(anchor: Anchor, first: int, day: date) -> bool:
    """Whether a text that began long before its date line speaks of a month, and the one named comes soon after it."""
    spoken = anchor.month if anchor.period == anchor.month else None
    if spoken is None or anchor.first is None or anchor.first.last >= day - _LONG_AGO:
        return False
    return spoken.last < day - _LONG_AGO and 0 < first - spoken.first.month <= QUARTER


def _is_past(period: Period, day: date) -> bool:
    """Whether a period ended so long before the date line that a year spoken of comes first."""
    return period.last < day - _STALE


def _grace(count: int) -> timedelta:
    """How long before its end a period may be reported: a month while it runs, a quarter near its end."""
    return _LATE if count in {QUARTER, HALF} else timedelta(days=31)


def current(anchor: Anchor) -> Period | None:
    """The month spoken of, or that of the date line."""
    day = anchor.period.first if anchor.period else anchor.day
    return Period.month(day.year, day.month) if day else None
