"""Weeks: tanker trackers tell exports by the week and by four of them."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.period import Period
from tests.reading.cjk_claims import claims_in

DAY = date(2025, 11, 18)
WEEKS = [
    ("in the four weeks to Nov. 16", (10, 20, 11, 16)),
    ("in the week ended 16 November", (11, 10, 11, 16)),
    ("in the two weeks ending November 9", (10, 27, 11, 9)),
]
BEFORE = [
    "the week before",
    "a week earlier",
    "in the previous week",
    "in the preceding seven days",
]
WAVES = (
    "Russia exported an average of 3.31 million barrels a day of crude in the four weeks to Nov. 16. "
    "On a weekly basis, flows fell by 310,000 barrels a day to 3.12 million."
)


def _days(month: int, day: int, last_month: int, last: int) -> Period:
    return Period(date(2025, month, day), date(2025, last_month, last))


@pytest.mark.parametrize(("words", "days"), WEEKS)
def test_weeks_end_with_their_day(words: str, days: tuple[int, int, int, int]) -> None:
    """Seven days each."""
    (claim,) = claims_in(f"Russia exported 3.31 million tons of crude {words}.", DAY)
    assert claim.period == _days(*days)


@pytest.mark.parametrize("words", BEFORE)
def test_the_week_before_ends_the_day_before(words: str) -> None:
    """The seven days before those spoken of."""
    text = f"Russian exports were $1.3 billion in the week to Nov. 16 and $1.4 billion {words}."
    new, old = claims_in(text, DAY)
    assert new.period == _days(11, 10, 11, 16)
    assert old.period == _days(11, 3, 11, 9)


def test_a_week_and_four_of_them_are_two_counts() -> None:
    """Nobody is accused."""
    assert check(WAVES, against="none", date="2025-11-18").findings.empty
