"""Relative times: periods that words name by their distance from the date line or from what is spoken of."""

from collections.abc import Callable
from datetime import date

from nktrade.core.period import MONTHS, Period
from nktrade.reading.moments import Anchor, When

QUARTER, HALF = 3, 6


def last_month(anchor: Anchor) -> Period | None:
    """The month before that of the date line."""
    return Period.month(anchor.day.year, anchor.day.month - 1) if anchor.day else None


def past_months(when: When, anchor: Anchor) -> Period | None:
    """So many months up to the one before the date line."""
    end = last_month(anchor)
    return end and Period(end.shifted(1 - (when.n or 1)).first, end.last)


def past_years(when: When, anchor: Anchor) -> Period | None:
    """So many years before that of the date line."""
    if anchor.day is None or not when.n:
        return None
    return Period.months(anchor.day.year - when.n, 1, when.n * MONTHS)


def half_year(_: When, anchor: Anchor) -> Period | None:
    """The half that was over last before the date line."""
    if anchor.day is None:
        return None
    return Period.months(anchor.day.year, 1 if anchor.day.month > HALF else 1 - HALF, HALF)


def this_year(_: When, anchor: Anchor) -> Period | None:
    """The year of the date line."""
    return Period.year(anchor.day.year) if anchor.day else None


def annual(_: When, anchor: Anchor) -> Period | None:
    """The year that a yearly report is about: the last that is over, unless a period is spoken of."""
    if anchor.period or anchor.day is None:
        return anchor.period
    return Period.year(anchor.day.year - 1)


def month_at(shift: int) -> Callable[[When, Anchor], Period | None]:
    """The month so many months from that of the date line."""

    def rule(_: When, anchor: Anchor) -> Period | None:
        return Period.month(anchor.day.year, anchor.day.month + shift) if anchor.day else None

    return rule


def same_month(_: When, anchor: Anchor) -> Period | None:
    """The month spoken of, the last one of several: 前7个月5万吨,当月1万吨."""
    last = anchor.period and anchor.period.last
    return Period.month(last.year, last.month) if last else None


def so_far(_: When, anchor: Anchor) -> Period | None:
    """From January to the last day spoken of: (연간누계)."""
    last = anchor.period and anchor.period.last
    return Period(date(last.year, 1, 1), last) if last else None


def that_month(_: When, anchor: Anchor) -> Period | None:
    """The months spoken of where they are few, else the month told last: 12월만 보면 …, 같은 달."""
    spoken = anchor.period
    is_long = spoken is not None and spoken.month_count > 1
    return anchor.month if is_long and anchor.month else spoken


def to_day(when: When, anchor: Anchor) -> Period | None:
    """From January to a day of the month named, or of that of the date line: 올해 들어 이달 20일까지."""
    if anchor.day is None or not when.n:
        return None
    year = when.year or anchor.day.year + (when.shift or 0)
    return Period(date(year, 1, 1), date(year, when.month or anchor.day.month, when.n))


def last_quarter(_: When, anchor: Anchor) -> Period | None:
    """The quarter before that of the date line."""
    if not anchor.day:
        return None
    first = (anchor.day.month - 1) // QUARTER * QUARTER + 1
    return Period.months(anchor.day.year, first - QUARTER, QUARTER)


def the_quarter(_: When, anchor: Anchor) -> Period | None:
    """The quarter of the month last spoken of."""
    if anchor.period is None:
        return None
    last = anchor.period.last
    return Period.months(last.year, (last.month - 1) // QUARTER * QUARTER + 1, QUARTER)


def next_year(_: When, anchor: Anchor) -> Period | None:
    """The year behind the one spoken of: 이듬해, 翌年."""
    return Period.year(anchor.period.first.year + 1) if anchor.period else None


def earlier(months: int) -> Callable[[When, Anchor], Period | None]:
    """The period spoken of, so many times so many months earlier: three years before; less than none is later."""

    def rule(when: When, anchor: Anchor) -> Period | None:
        return anchor.period and anchor.period.shifted(-months * (when.n or 1))

    return rule
