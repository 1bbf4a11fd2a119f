"""Time words: what a template matched, and the days it stands for once an anchor is known.

A template's ``means`` is one word of ``MEANS``, or ``base:NAME`` for words that name a period only by its
distance from another ("a year earlier"), or ``none`` for dates that are never a claim's period.
"""

from collections.abc import Callable, Mapping
from datetime import date

from nktrade.core.period import MONTHS, Period
from nktrade.errors import UnitError
from nktrade.reading.anchoring import dated, stated
from nktrade.reading.days import RUNS
from nktrade.reading.moments import MILLENNIUM, THAT, THE, Anchor, When, filled
from nktrade.reading.relative import (
    HALF,
    QUARTER,
    annual,
    earlier,
    half_year,
    last_month,
    last_quarter,
    month_at,
    next_year,
    past_months,
    past_years,
    same_month,
    so_far,
    that_month,
    the_quarter,
    this_year,
    to_day,
)
from nktrade.reference import habits

__all__ = ["MEANS", "THAT", "THE", "Anchor", "When", "filled", "resolve"]
_MID_YEAR = 7
"""Where most fiscal years that bear two numbers begin."""


def resolve(when: When, anchor: Anchor) -> Period | None:
    """The days that the words stand for, or None where they leave the year or the month open."""
    rule = MEANS.get(when.means)
    try:
        return rule(when, anchor) if rule else None
    except (ValueError, UnitError):
        return None  # the 31st of June, a run from the 9th to the 5th: a misprint names no days


def _month(when: When, anchor: Anchor) -> Period | None:
    return dated(when, anchor, when.month or 0, 1)


def _month_past(when: When, anchor: Anchor) -> Period | None:
    """The last month of that name, which is not the one spoken of: June 2019 was better than last June."""
    found = _month(when, anchor)
    is_told = found is not None and found == anchor.period and found.first.year > 1
    return found.shifted(-MONTHS) if found and is_told else found


def _month_short(when: When, anchor: Anchor) -> Period | None:
    return _month(when._replace(year=MILLENNIUM + (when.n or 0)), anchor)


def _the_month(_: When, anchor: Anchor) -> Period | None:
    """The month last spoken of."""
    return anchor.month


def _earlier_month(when: When, anchor: Anchor) -> Period | None:
    """The month named, in the year before the one spoken of: 前年10月."""
    return Period.month(anchor.period.first.year - 1, when.month or 0) if anchor.period else None


def _months(when: When, anchor: Anchor) -> Period | None:
    first, last = when.month or 0, when.month2 or 0
    if when.year2 is not None:
        start = Period.month(when.year or when.year2 - (first > last), first)
        end = Period.month(when.year2, last)
        # "June 2018 and June 2017" are two months; no run of months goes back in time.
        return Period(start.first, end.last) if start.first <= end.last else None
    return dated(when, anchor, first, (last - first) % MONTHS + 1)


def _first_months(when: When, anchor: Anchor) -> Period | None:
    count = when.n or 0
    return dated(when, anchor, 1, count) if 1 < count <= MONTHS else None


def _first_quarters(when: When, anchor: Anchor) -> Period | None:
    return _first_months(when._replace(n=(when.n or 0) * QUARTER), anchor)


def _since_month(when: When, anchor: Anchor) -> Period | None:
    """From the month named to the last one spoken of, or to the month before the date line."""
    start = _month(when, anchor)
    end = last_month(anchor)
    spoken = anchor.period
    if start and spoken and start.last < spoken.last and spoken.first.year == start.first.year:
        end = spoken
    return Period(start.first, end.last) if start and end and start.last < end.last else None


def _to_month(when: When, anchor: Anchor) -> Period | None:
    """From January to the end of the month named, or to its day."""
    found = dated(when, anchor, 1, when.month or 0)
    if found is None or not when.day or when.day >= found.last.day:
        return found
    return Period(found.first, found.last.replace(day=when.day))


def _to_date(when: When, anchor: Anchor) -> Period | None:
    """From January to the month before the date line's, or to the end of a year that is over."""
    year = stated(when, anchor)
    end = last_month(anchor)
    if anchor.day is None or end is None:
        return None
    if anchor.period and anchor.period.first.year == anchor.day.year:
        end = anchor.period
    return (
        Period.year(year)
        if year and year < end.first.year
        else Period(date(end.last.year, 1, 1), end.last)
    )


def _pair(when: When, anchor: Anchor) -> Period | None:
    """Two months that follow one another."""
    first, second = when.month or 0, when.month2 or 0
    return dated(when, anchor, first, 2) if (second - first) % MONTHS == 1 else None


def _trailing(when: When, anchor: Anchor) -> Period | None:
    """So many months that end with the one named."""
    end = _month(when, anchor)
    count = when.n or 1
    if end is None:
        return None
    return Period(Period.month(end.first.year, end.first.month - count + 1).first, end.last)


def _quarter(when: When, anchor: Anchor) -> Period | None:
    number = when.n or 0
    return dated(when, anchor, number * QUARTER - 2, QUARTER) if 1 <= number <= 4 else None  # noqa: PLR2004 - quarters of a year


def _half(when: When, anchor: Anchor) -> Period | None:
    return dated(when, anchor, ((when.n or 1) - 1) * HALF + 1, HALF)


def _season(when: When, anchor: Anchor) -> Period | None:
    """Three months from the one given: spring is March to May."""
    return dated(when, anchor, when.n or 0, QUARTER)


def _whole_year(when: When, anchor: Anchor) -> Period | None:
    year = stated(when, anchor)
    return None if year is None else Period.year(year)


def _full_year(_: When, anchor: Anchor) -> Period | None:
    """The whole of the year spoken of, else of the last that is over."""
    if anchor.period:
        return Period.year(anchor.period.first.year)
    return Period.year(anchor.day.year - 1) if anchor.day else None


def _years(when: When, anchor: Anchor) -> Period | None:
    first = stated(when, anchor)
    if first is None or when.year2 is None or when.year2 < first:
        return None
    return Period(date(first, 1, 1), date(when.year2, 12, 31))


def _two_years(when: When, anchor: Anchor) -> Period | None:
    """Two years that follow one another."""
    years = _years(when, anchor)
    return years if years and years.month_count == MONTHS * 2 else None


def _fiscal(when: When, anchor: Anchor) -> Period | None:
    """Twelve months named by the year they end in, or by both; they begin as the reporter's do."""
    named = MILLENNIUM + when.n if when.n else stated(when, anchor)
    if named is None:
        return None
    habit = habits().get(anchor.reporter or "")
    if habit is None:
        return Period.year(named)
    return Period.months(named - (habit.fiscal_named_by == "end"), habit.fiscal_start, MONTHS)


def _fiscal_ago(when: When, anchor: Anchor) -> Period | None:
    """The reporter's fiscal year, so many before the one in which the date line lies."""
    if anchor.day is None:
        return None
    habit = habits().get(anchor.reporter or "")
    begins = habit.fiscal_start if habit else 1
    year = anchor.day.year - (anchor.day.month < begins) - (when.n or 0)
    return Period.months(year, begins, MONTHS)


def _fiscal_part(months: int) -> Callable[[When, Anchor], Period | None]:
    """So many runs of months from the start of a fiscal year, or the run of that number: its first half."""

    def rule(when: When, anchor: Anchor) -> Period | None:
        number = when.n or 1
        whole = _fiscal_named(when, anchor)
        first, count = (1, number) if months == 1 else ((number - 1) * months + 1, months)
        if whole is None or first + count - 1 > MONTHS:
            return None
        return Period.months(whole.first.year, whole.first.month + first - 1, count)

    return rule


def _fiscal_named(when: When, anchor: Anchor) -> Period | None:
    """The fiscal year that words name by its years, else the last that had begun a month before the date line.

    The second two digits of 2023/24 stand in the slot of a day.
    """
    if when.year is not None:
        return _fiscal_pair(when, anchor) if when.day else _fiscal(when._replace(n=None), anchor)
    day = anchor.day and Period.month(anchor.day.year, anchor.day.month - 1).first
    return _fiscal_ago(when._replace(n=0), anchor._replace(day=day))


def _fiscal_pair(when: When, anchor: Anchor) -> Period | None:
    """A fiscal year named by both its calendar years, 2016-17, by its second two digits; else 2016-05 is a month."""
    second = when.day or when.n
    if when.year is not None and second and second != (when.year + 1) % 100:
        return Period.month(when.year, second) if when.n and second <= MONTHS else None
    habit = habits().get(anchor.reporter or "")
    start = habit.fiscal_start if habit and habit.fiscal_start > 1 else _MID_YEAR
    return None if when.year is None else Period.months(when.year, start, MONTHS)


def _same(when: When, anchor: Anchor) -> Period | None:
    """The months spoken of, in another year."""
    year = stated(when, anchor)
    if anchor.period is None:
        return None
    if year is None:
        return anchor.summed or anchor.period
    return anchor.period.shifted((year - anchor.period.first.year) * MONTHS)


MEANS: Mapping[str, Callable[[When, Anchor], Period | None]] = {
    "month": _month,
    "month_past": _month_past,
    "month_short": _month_short,
    "the_month": _the_month,
    "earlier_month": _earlier_month,
    "months": _months,
    "first_months": _first_months,
    "first_quarters": _first_quarters,
    "since_month": _since_month,
    "since_start": _since_month,
    "to_month": _to_month,
    "to_date": _to_date,
    "pair": _pair,
    "trailing": _trailing,
    "quarter": _quarter,
    "half": _half,
    "half_year": half_year,
    "season": _season,
    "year": _whole_year,
    "whole_year": _whole_year,
    "full_year": _full_year,
    "years": _years,
    "two_years": _two_years,
    "past_years": past_years,
    "past_months": past_months,
    "annual": annual,
    "this_year": this_year,
    "fiscal": _fiscal,
    "fiscal_ago": _fiscal_ago,
    "fiscal_pair": _fiscal_pair,
    "fiscal_months": _fiscal_part(1),
    "fiscal_quarter": _fiscal_part(QUARTER),
    "fiscal_half": _fiscal_part(HALF),
    **RUNS,
    "last_month": month_at(-1),
    "this_month": month_at(0),
    "last_quarter": last_quarter,
    "the_quarter": the_quarter,
    "same": _same,
    "same_month": same_month,
    "so_far": so_far,
    "that_month": that_month,
    "to_day": to_day,
    "next_year": next_year,
    "years_before": earlier(MONTHS),
    "months_before": earlier(1),
    "years_after": earlier(-MONTHS),
    "months_after": earlier(-1),
}
