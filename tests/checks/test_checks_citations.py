"""What the register says of a cited number. Source: UN documents S/RES/2371, 2375 and 2397 (2017)."""

import datetime as dt
from dataclasses import replace

import pytest
from told import citation

from nktrade.checks.citations import check_citations
from nktrade.checks.slips import is_slip
from nktrade.core.findings import Reference
from nktrade.core.period import Period

AUGUST_5 = Period(dt.date(2017, 8, 5), dt.date(2017, 8, 5))
"""The day on which 2371 was adopted."""


def checked(number: int, adopted: Period | None = None, *measures: str) -> Reference:
    (found,) = check_citations([replace(citation(number), adopted=adopted, measures=measures)])
    return found


@pytest.mark.parametrize("number", [2731, 237, 23711])
def test_an_unknown_number_a_slip_away_is_a_hint(number: int) -> None:
    """The register is not all there is, so the number is not said to be wrong."""
    found = checked(number, AUGUST_5)
    assert (found.number_ok, found.date_ok, found.likely_number) == (None, None, 2371)
    assert f"no resolution {number}; resolution 2371 is near" in found.explanation


def test_an_unknown_number_cannot_be_younger_than_the_next() -> None:
    """2357 stands before 2371 of August 2017: what banned textiles in September was 2375."""
    september = Period(dt.date(2017, 9, 1), dt.date(2017, 9, 30))
    found = checked(2357, september, "textiles")
    assert (found.number_ok, found.date_ok, found.likely_number) == (False, None, 2375)
    assert (
        "no resolution 2357 can be of 2017-09: resolution 2371 is of 2017-08-05"
        in found.explanation
    )
    june = Period(dt.date(2017, 6, 1), dt.date(2017, 6, 30))
    assert checked(2357, june, "textiles").number_ok is None


def test_an_unknown_number_far_from_all_is_left_open() -> None:
    """Without a near number there is nothing to say but that it is unknown."""
    found = checked(9999, AUGUST_5)
    assert (found.number_ok, found.likely_number) == (None, None)
    assert found.explanation == "the register holds no resolution 9999"


def test_day_and_goods_of_a_neighbour_tell_the_number() -> None:
    """The fifth of August and coal are those of 2371, so 2375 is likely a slip."""
    found = checked(2375, AUGUST_5, "coal")
    assert (found.number_ok, found.likely_number) == (False, 2371)
    assert "fits resolution 2371 of 2017-08-05" in found.explanation


def test_a_day_alone_leaves_the_number_and_doubts_the_day() -> None:
    """Which of the two is wrong is not told by one of them."""
    found = checked(2375, AUGUST_5)
    assert (found.number_ok, found.date_ok, found.likely_number) == (True, False, None)
    assert "the register has 2375 adopted on 2017-09-11, the text 2017-08-05" in found.explanation


def test_a_number_of_another_matter_needs_a_witness() -> None:
    """2379 resembles 2397; what is said of it decides whether that was meant."""
    alone = checked(2379)
    assert (alone.number_ok, alone.likely_number) == (None, 2397)
    dated = checked(2379, Period(dt.date(2017, 12, 1), dt.date(2017, 12, 31)))
    assert (dated.number_ok, dated.likely_number) == (False, 2397)


def test_new_york_s_day_may_be_seoul_s_next() -> None:
    """One day later is the same day elsewhere; two are not, and neither is one earlier."""
    days = {
        day: checked(2371, Period(one, one)).date_ok
        for day in (4, 5, 6, 7)
        if (one := dt.date(2017, 8, day))
    }
    assert days == {4: False, 5: True, 6: True, 7: False}


@pytest.mark.parametrize(
    ("printed", "is_one"),
    [
        ("2371", False),
        ("2371"[::-1], False),
        ("2372", True),
        ("2731", True),
        ("2317", True),
        ("3271", True),
        ("7321", False),
        ("2173", False),
        ("237", True),
        ("371", True),
        ("22371", True),
        ("23", False),
    ],
)
def test_a_slip_is_one_digit_or_two_neighbours(printed: str, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    """Exchanged, replaced, dropped or doubled; the number itself is none."""
    assert is_slip(printed, "2371") is is_one
