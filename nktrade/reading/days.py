"""Days: periods that are told by the days of a month: May 3 to 9, its first ten days, its second half."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from nktrade.core.period import MONTHS, Period
from nktrade.reading.anchoring import current, dated
from nktrade.reading.moments import Anchor, When

_WEEK = 7
_MIDDLE = 15
"""The day on which the first half of a month ends."""


def days(when: When, anchor: Anchor) -> Period | None:
    """From one day to another, of a month or of two."""
    first, last = when.day or 1, when.day2 or 0
    year = when.year2 or when.year
    month = when.month2 or when.month
    end = dated(when._replace(year=year), anchor, month, 1) if month else current(anchor)
    if end is None:
        return None
    # The run leads up to its end: its first month is of that year, or of the one before.
    begun = end.first.year - ((when.month or 0) > (when.month2 or MONTHS))
    start = Period.month(when.year or begun, when.month) if when.month else end
    return Period(start.first.replace(day=first), end.first.replace(day=last))


def weeks_to(when: When, anchor: Anchor) -> Period | None:
    """So many weeks up to a day: the four weeks to November 16."""
    month = dated(when, anchor, when.month or 0, 1)
    if month is None or when.day is None:
        return None
    last = month.first.replace(day=when.day)
    return Period(last - timedelta(days=_WEEK * (when.n or 1) - 1), last)


def run_to(when: When, anchor: Anchor) -> Period | None:
    """As many days as those spoken of, up to a day: the period to November 9."""
    spoken = anchor.period
    if spoken is None or when.day is None or spoken.last.day == when.day:
        return None
    month = dated(when, anchor, when.month or 0, 1)
    if month is None:
        return None
    last = month.first.replace(day=when.day)
    return Period(last - (spoken.last - spoken.first), last)


def weeks_before(when: When, anchor: Anchor) -> Period | None:
    """So many weeks that end before the days spoken of: the previous week."""
    if anchor.period is None:
        return None
    last = anchor.period.first - timedelta(days=1)
    return Period(last - timedelta(days=_WEEK * (when.n or 1) - 1), last)


def last_week(_: When, anchor: Anchor) -> Period | None:
    """The last week of the weeks spoken of: on a weekly basis."""
    spoken = anchor.period
    week = timedelta(days=_WEEK - 1)
    is_longer = spoken is not None and week < spoken.last - spoken.first
    return Period(spoken.last - week, spoken.last) if spoken and is_longer else None


def first_days(when: When, anchor: Anchor) -> Period | None:
    """So many days from the beginning of the month."""
    month = _of_month(when, anchor)
    return month and Period(month.first, month.first.replace(day=when.n or 1))


def last_days(when: When, anchor: Anchor) -> Period | None:
    """So many days up to the end of the month."""
    month = _of_month(when, anchor)
    count = when.n or 1
    return month and Period(month.last.replace(day=month.last.day - count + 1), month.last)


def half_month(when: When, anchor: Anchor) -> Period | None:
    """The first fifteen days of the month, or those behind them."""
    month = _of_month(when, anchor)
    if month is None or when.n not in {1, 2}:
        return None
    if when.n == 1:
        return Period(month.first, month.first.replace(day=_MIDDLE))
    return Period(month.first.replace(day=_MIDDLE + 1), month.last)


def _of_month(when: When, anchor: Anchor) -> Period | None:
    """The month named, else the one spoken of."""
    return dated(when, anchor, when.month, 1) if when.month else current(anchor)


RUNS: Mapping[str, Callable[[When, Anchor], Period | None]] = {
    "days": days,
    "first_days": first_days,
    "last_days": last_days,
    "half_month": half_month,
    "weeks_to": weeks_to,
    "weeks_before": weeks_before,
    "last_week": last_week,
    "run_to": run_to,
}
"""The rule of each kind of time that is told by days."""
