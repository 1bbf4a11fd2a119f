"""Laws of time words: whatever they say, they stand for days in order, or for none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.period import Period
from nktrade.reading.periods import MEANS, THAT, Anchor, When, resolve

YEARS = st.integers(1950, 2049)
MONTHS = st.integers(1, 12)
DAYS = st.integers(0, 99)
PERIODS = st.builds(Period.months, YEARS, MONTHS, st.integers(1, 12))


WHENS = st.builds(
    When,
    means=st.sampled_from(sorted(MEANS)),
    year=st.none() | YEARS,
    shift=st.none() | st.sampled_from([-2, -1, 0, 1, THAT]),
    year2=st.none() | YEARS,
    month=st.none() | MONTHS,
    month2=st.none() | MONTHS,
    n=st.none() | st.integers(0, 99),
    day=st.none() | DAYS,
    day2=st.none() | DAYS,
)
ANCHORS = st.builds(
    Anchor,
    day=st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2049, 12, 31)),
    year=st.none() | YEARS,
    reporter=st.sampled_from([None, "CHN", "JPN", "IND"]),
    period=st.none() | PERIODS,
    month=st.none() | st.builds(Period.month, YEARS, MONTHS),
    summed=st.none() | PERIODS,
    first=st.none() | PERIODS,
)


@given(WHENS, ANCHORS)
def test_time_words_stand_for_days_or_for_none(when: When, anchor: Anchor) -> None:
    """No misprint, and no run of days that goes back, stops the reading."""
    assert isinstance(resolve(when, anchor), Period | None)


@given(MONTHS, MONTHS, st.dates(dt.date(1990, 1, 1), dt.date(2049, 12, 31)))
def test_days_of_two_months_without_a_year_are_one_run(first: int, last: int, day: dt.date) -> None:
    """The year of the last month is that of the first, or the next where the run passes a new year."""
    when = When("days", month=first, month2=last, day=1, day2=18)
    found = resolve(when, Anchor(day))
    assert found is not None
    assert (found.first.month, found.last.month, found.last.day) == (first, last, 18)
    assert found.last.year - found.first.year == (first > last)


@pytest.mark.parametrize(("day", "year"), [("2019-03-05", 2018), ("2018-09-01", 2018)])
def test_a_run_of_days_ends_before_the_date_line(day: str, year: int) -> None:
    """1 January to 18 August, told in March, is of the year before."""
    when = When("days", month=1, month2=8, day=1, day2=18)
    found = resolve(when, Anchor(dt.date.fromisoformat(day)))
    assert found == Period(dt.date(year, 1, 1), dt.date(year, 8, 18))
