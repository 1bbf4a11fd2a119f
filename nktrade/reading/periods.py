"""Time words: what a template matched, and the days it stands for once an anchor is known.

A template's ``means`` is one word of ``MEANS``, or ``base:NAME`` for words that name a period only by its
distance from another ("a year earlier"), or ``none`` for dates that are never a claim's period.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from nktrade.core.period import MONTHS, Period
from nktrade.reading.lexicon import Lexicon

_CENTURY = 100
_MILLENNIUM = 2000
_PIVOT = 70
_QUARTER, _HALF = 3, 6
_FISCAL_START = {"AUS": 7, "NZL": 7, "PAK": 7, "BGD": 7, "JPN": 4, "IND": 4, "GBR": 4, "USA": 10}
_NAMED_BY_START = frozenset({"JPN"})
_LATE = timedelta(days=15)
_STALE = timedelta(days=100)


class When(NamedTuple):
    """A time template with its slots filled: numbers where the print is absolute, shifts where not."""

    means: str
    year: int | None = None
    shift: int | None = None
    """Years from the anchor's, where the year is named by a word; THAT for 'that year'."""
    year2: int | None = None
    month: int | None = None
    month2: int | None = None
    n: int | None = None
    day: int | None = None
    day2: int | None = None

    @property
    def is_base(self) -> bool:
        """Whether it names a period by its distance from another."""
        return self.means.startswith(("base:", "rate:"))

    @property
    def base(self) -> str | None:
        """The name of that distance."""
        return self.means.partition(":")[2] if self.is_base else None

    @property
    def is_point(self) -> bool:
        """Whether it names the other period itself (a year earlier), not a rate (on-year)."""
        return self.means.startswith("base:")

    @property
    def has_year(self) -> bool:
        """Whether the words fix the year."""
        return self.year is not None or self.shift is not None


THAT, THE = 100, 101
"""The shifts that stand for the year spoken of, and for that or the current one."""


class Anchor(NamedTuple):
    """From where relative time words are read."""

    day: date | None
    """The date line."""
    year: int | None = None
    """The year last spoken of."""
    reporter: str | None = None
    period: Period | None = None
    """The period last spoken of."""


def filled(match: "re.Match[str]", means: str, lexicon: Lexicon) -> When:
    """The matched template with its slots as numbers."""
    slots = match.groupdict()
    means, _, number = (
        means.partition(":") if not means.startswith(("base:", "rate:")) else (means, "", "")
    )
    year, shift = _year(slots.get("year"), lexicon)
    year2, _ = _year(slots.get("year2"), lexicon)
    if shift == THE:
        shift = THAT if means in {"year", "whole_year"} else None
    return When(
        means=means,
        year=year,
        shift=shift,
        year2=year2,
        month=_look(slots.get("month"), lexicon.months),
        month2=_look(slots.get("month2"), lexicon.months),
        n=int(number or 0)
        or _count(slots.get("n"), lexicon)
        or _look(slots.get("ord"), lexicon.ordinals),
        day=_day(slots.get("day")),
        day2=_day(slots.get("day2")),
    )


def resolve(when: When, anchor: Anchor) -> Period | None:
    """The days that the words stand for, or None where they leave the year or the month open."""
    rule = MEANS.get(when.means)
    try:
        return rule(when, anchor) if rule else None
    except ValueError:
        return None  # the 31st of June, the 14th month: a misprint names no days


def _year(text: str | None, lexicon: Lexicon) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    digits = re.search(r"\d+", text)
    if not digits:
        return None, lexicon.years.get(text)
    number = int(digits[0])
    if number >= _CENTURY:
        return number, None
    return number + (1900 if number >= _PIVOT else _MILLENNIUM), None


def _look(text: str | None, table: Mapping[str, int]) -> int | None:
    return table.get(text) if text else None


def _count(text: str | None, lexicon: Lexicon) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else int(lexicon.numbers[text])


def _day(text: str | None) -> int | None:
    digits = re.match(r"\d+", text) if text else None
    return int(digits[0]) if digits else None


def _stated(when: When, anchor: Anchor) -> int | None:
    """The year that the words name."""
    if when.year is not None:
        return when.year
    if when.shift == THAT:
        return anchor.year or (anchor.period and anchor.period.first.year)
    if when.shift is not None and anchor.day:
        return anchor.day.year + when.shift
    return None


def _dated(when: When, anchor: Anchor, first: int, count: int) -> Period | None:
    """So many months from the first, in the year stated, spoken of, or last before the date line."""
    year = _stated(when, anchor)
    if year is None and anchor.day and not when.has_year:
        year = anchor.day.year
        if Period.months(year, first, count).last > anchor.day + _grace(count):
            year -= 1
        if (
            anchor.year
            and anchor.year < year
            and _is_past(Period.months(year, first, count), anchor.day)
        ):
            year = anchor.year
    if year is None:
        year = anchor.year
    return None if year is None else Period.months(year, first, count)


def _is_past(period: Period, day: date) -> bool:
    """Whether a period ended so long before the date line that a year spoken of comes first."""
    return period.last < day - _STALE


def _grace(count: int) -> timedelta:
    """How long before its end a period may be reported: a month while it runs, a quarter near its end."""
    return _LATE if count in {_QUARTER, _HALF} else timedelta(days=31)


def _month(when: When, anchor: Anchor) -> Period | None:
    return _dated(when, anchor, when.month or 0, 1)


def _months(when: When, anchor: Anchor) -> Period | None:
    first, last = when.month or 0, when.month2 or 0
    if when.year2 is not None:
        start = Period.month(when.year or when.year2 - (first > last), first)
        return Period(start.first, Period.month(when.year2, last).last)
    return _dated(when, anchor, first, (last - first) % MONTHS + 1)


def _first_months(when: When, anchor: Anchor) -> Period | None:
    count = when.n or 0
    return _dated(when, anchor, 1, count) if 0 < count <= MONTHS else None


def _to_month(when: When, anchor: Anchor) -> Period | None:
    return _dated(when, anchor, 1, when.month or 0)


def _to_date(when: When, anchor: Anchor) -> Period | None:
    """From January to the month before the date line's, or to the end of a year that is over."""
    year = _stated(when, anchor)
    if anchor.day is None:
        return None
    end = Period.month(anchor.day.year, anchor.day.month - 1)
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
    return _dated(when, anchor, first, 2) if (second - first) % MONTHS == 1 else None


def _trailing(when: When, anchor: Anchor) -> Period | None:
    """So many months that end with the one named."""
    end = _month(when, anchor)
    count = when.n or 1
    if end is None:
        return None
    return Period(Period.month(end.first.year, end.first.month - count + 1).first, end.last)


def _quarter(when: When, anchor: Anchor) -> Period | None:
    number = when.n or 0
    return _dated(when, anchor, number * _QUARTER - 2, _QUARTER) if 1 <= number <= 4 else None  # noqa: PLR2004 - quarters of a year


def _half(when: When, anchor: Anchor) -> Period | None:
    return _dated(when, anchor, ((when.n or 1) - 1) * _HALF + 1, _HALF)


def _whole_year(when: When, anchor: Anchor) -> Period | None:
    year = _stated(when, anchor)
    return None if year is None else Period.year(year)


def _years(when: When, anchor: Anchor) -> Period | None:
    first = _stated(when, anchor)
    if first is None or when.year2 is None or when.year2 < first:
        return None
    return Period(date(first, 1, 1), date(when.year2, 12, 31))


def _fiscal(when: When, anchor: Anchor) -> Period | None:
    """Twelve months named by the year they end in, or by both; they begin as the reporter's do."""
    named = _MILLENNIUM + when.n if when.n else _stated(when, anchor)
    if named is None:
        return None
    start = _FISCAL_START.get(anchor.reporter or "", 1)
    is_named_by_end = start > 1 and anchor.reporter not in _NAMED_BY_START
    return Period.months(named - is_named_by_end, start, MONTHS)


def _fiscal_pair(when: When, anchor: Anchor) -> Period | None:
    """A fiscal year named by both its calendar years, 2016-17, by its second two digits."""
    start = _FISCAL_START.get(anchor.reporter or "", 7)
    return None if when.year is None else Period.months(when.year, start, MONTHS)


def _days(when: When, anchor: Anchor) -> Period | None:
    first, last = when.day or 1, when.day2 or 0
    first_year = when._replace(year=when.year or when.year2)
    month = _dated(first_year, anchor, when.month, 1) if when.month else _current(anchor)
    if month is None:
        return None
    last_year = when._replace(year=when.year2 or when.year)
    end = month if when.month2 is None else _dated(last_year, anchor, when.month2, 1)
    return end and Period(month.first.replace(day=first), end.first.replace(day=last))


def _first_days(when: When, anchor: Anchor) -> Period | None:
    month = _dated(when, anchor, when.month, 1) if when.month else _current(anchor)
    return month and Period(month.first, month.first.replace(day=when.n or 1))


def _current(anchor: Anchor) -> Period | None:
    """The month spoken of, or that of the date line."""
    day = anchor.period.first if anchor.period else anchor.day
    return Period.month(day.year, day.month) if day else None


def _relative_month(shift: int) -> Callable[[When, Anchor], Period | None]:
    def rule(_: When, anchor: Anchor) -> Period | None:
        return anchor.day and Period.month(anchor.day.year, anchor.day.month + shift)

    return rule


def _relative_quarter(_: When, anchor: Anchor) -> Period | None:
    if not anchor.day:
        return None
    first = (anchor.day.month - 1) // _QUARTER * _QUARTER + 1
    return Period.months(anchor.day.year, first - _QUARTER, _QUARTER)


def _same(when: When, anchor: Anchor) -> Period | None:
    """The months spoken of, in another year."""
    year = _stated(when, anchor)
    if anchor.period is None:
        return None
    if year is None:
        return anchor.period
    return anchor.period.shifted((year - anchor.period.first.year) * MONTHS)


MEANS: Mapping[str, Callable[[When, Anchor], Period | None]] = {
    "month": _month,
    "months": _months,
    "first_months": _first_months,
    "to_month": _to_month,
    "to_date": _to_date,
    "pair": _pair,
    "trailing": _trailing,
    "quarter": _quarter,
    "half": _half,
    "year": _whole_year,
    "whole_year": _whole_year,
    "years": _years,
    "fiscal": _fiscal,
    "fiscal_pair": _fiscal_pair,
    "days": _days,
    "first_days": _first_days,
    "last_month": _relative_month(-1),
    "this_month": _relative_month(0),
    "last_quarter": _relative_quarter,
    "same": _same,
}
