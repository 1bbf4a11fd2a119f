"""Periods: a run of whole months or days, first and last day included."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from nktrade.errors import UnitError

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
MONTHS = 12
_KEPT = 4096
"""The lengths of so many months are remembered: those of three centuries."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from first to last.

    >>> Period.of("2018-06")
    Period(2018-06)
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise UnitError(
                f"period {self.first} to {self.last}: found a first day after the last, "
                "expected first <= last; exchange them"
            )

    @classmethod
    def of(cls, text: str) -> "Period":
        """The period written as 2018, 2018-06, 2018-06-20, or two of these with a slash."""
        first, _, last = text.partition("/")
        return cls(_bounds(first)[0], _bounds(last or first)[1])

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """One calendar month; month 0 is December before, month 13 January after."""
        return cls.months(year, month, 1)

    @classmethod
    def months(cls, year: int, month: int, count: int) -> "Period":
        """A run of whole calendar months."""
        first = _month_start(year * MONTHS + month - 1)
        return cls(first, _month_start(year * MONTHS + month - 1 + count) - timedelta(days=1))

    @classmethod
    def year(cls, year: int) -> "Period":
        """One calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def is_whole_months(self) -> bool:
        """Whether it begins on a first and ends on a last day of a month."""
        return self.first.day == 1 and self.last == _month_end(self.last)

    @property
    def month_count(self) -> int:
        """How many calendar months it touches."""
        first, last = self.first, self.last
        return (last.year - first.year) * MONTHS + last.month - first.month + 1

    def shifted(self, months: int) -> "Period":
        """The period so many months later; a last day of a month stays one.

        >>> Period.of("2020-02").shifted(-12)
        Period(2019-02)
        """
        last = _clip(self.last, months)
        return Period(
            _clip(self.first, months),
            _month_end(last) if self.last == _month_end(self.last) else last,
        )

    def before(self, base: str) -> "Period | None":
        """The period that a base names: year_earlier, month_earlier, quarter_earlier, since:2016."""
        steps = {
            "month_earlier": -1,
            "quarter_earlier": -3,
            "year_earlier": -12,
            "previous_year": -12,
        }
        if base in steps:
            return self.shifted(steps[base])
        year = base.removeprefix("since:")
        if base.startswith("since:") and _YEAR.fullmatch(year):
            return self.shifted((int(year) - self.first.year) * MONTHS)
        return None

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other lies in this."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        if self.is_whole_months:
            if (self.first.month, self.last.month) == (1, MONTHS):
                years = {self.first.year, self.last.year}
                return "/".join(f"{year:04d}" for year in sorted(years))
            ends = [f"{day.year:04d}-{day.month:02d}" for day in (self.first, self.last)]
            return ends[0] if ends[0] == ends[1] else "/".join(ends)
        return f"{self.first}/{self.last}" if self.first != self.last else str(self.first)

    def __repr__(self) -> str:
        return f"Period({self})"


def _bounds(text: str) -> tuple[date, date]:
    try:
        if _YEAR.fullmatch(text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
        if found := _MONTH.fullmatch(text):
            first = date(int(found[1]), int(found[2]), 1)
            return first, _month_end(first)
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UnitError(
            f"period {text!r}: found no date, expected 2018, 2018-06, 2018-06-20 or two with a slash; "
            "write it so"
        ) from error
    return day, day


def _month_number(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def _month_start(number: int) -> date:
    return date(number // MONTHS, number % MONTHS + 1, 1)


def _month_end(day: date) -> date:
    return day.replace(day=_month_length(day.year, day.month))


@lru_cache(maxsize=_KEPT)
def _month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _clip(day: date, months: int) -> date:
    number = _month_number(day) + months
    year, month = number // MONTHS, number % MONTHS + 1
    return date(year, month, min(day.day, _month_length(year, month)))
