"""A part is no more than its whole where both are told of one cell, and nothing is said of any other."""

from typing import Any

import pytest
from told import claim, errors, relations

VOYAGES = "In May 2019 North Korea shipped {} tons of fish to China. It took 52 voyages, 13,600 tons per voyage, in {}."
WHOLE = "In May 2019 China's imports from North Korea were worth $41.3 million."


@pytest.mark.parametrize(
    ("tons", "when", "expected"),
    [
        ("752,000", "May 2019", ["loads"]),
        ("707,000", "May 2019", []),  # 52 times 13,600 is 707,200
        ("752,000", "June 2019", []),
    ],
)
def test_voyages_of_one_load_carry_what_is_told(tons: str, when: str, expected: list[str]) -> None:
    """Number of voyages times the load of each, of one month."""
    assert errors(VOYAGES.format(tons, when)) == expected


@pytest.mark.parametrize(
    ("told", "is_held"),
    [({}, True), ({"sentence": 9}, False), ({"rate": "per_month"}, False), ({"unit": "kg"}, False)],
)
def test_loads_are_held_to_what_is_told_beside_them(told: dict[str, Any], *, is_held: bool) -> None:
    """Not to tons of another passage, of every month or in another unit, and whatever stands before them."""
    fish: dict[str, Any] = {"when": "2019-05", "commodity": "seafood"}
    every = [
        claim("c1", "120000", "t", "2019-05"),
        claim("c2", "707000", **{"unit": "t"} | fish | told),
        claim("c3", "52", "count", **fish),
        claim("c4", "13600", "t", **fish, rate="per_shipment"),
    ]
    assert (("loads", frozenset({"c2", "c3", "c4"}), True) in relations(*every)) is is_held


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("imports of watches from North Korea were worth $51.2 million in May 2019", True),
        ("imports of watches from North Korea were worth $31.2 million in May 2019", False),
        ("imports of watches from North Korea were worth $51.2 million in May 2018", False),
        ("exports of watches to North Korea were worth $51.2 million in May 2019", False),
        ("imports of watches from Vietnam were worth $51.2 million in May 2019", False),
    ],
)
def test_goods_are_no_more_than_all_goods(part: str, *, expected: bool) -> None:
    """Of the same month, flow and partners."""
    assert errors(f"{WHOLE} China's {part}.") == ["goods within all"] * expected


@pytest.mark.parametrize(
    ("half", "expected"),
    [
        ("$31.2 million in the first half of 2019", True),
        ("$51.2 million in the first half of 2019", False),
        ("$31.2 million in the second half of 2019", False),
        ("$31.2 million in the first half of 2018", False),
    ],
)
def test_a_month_is_no_more_than_the_half_year_that_holds_it(half: str, *, expected: bool) -> None:
    """May lies in the first half of its year and in no other."""
    assert errors(f"{WHOLE} China's imports from North Korea were worth {half}.") == (
        ["months within"] * expected
    )


@pytest.mark.parametrize(
    "text",
    [
        (
            "India imported 1.91 million barrels a day of crude in May. From January to June it imported 1.85 million "
            "barrels a day."
        ),
        (
            "India imported 1.5 million barrels a day of crude in January, 1.6 million barrels a day in February and "
            "1.7 million barrels a day in March, or 1.6 million barrels a day in the first quarter."
        ),
    ],
)
def test_what_is_told_by_the_day_does_not_add_up(text: str) -> None:
    """A month's barrels a day may be more than the half-year's, and three months' are no sum."""
    assert errors(text) == []
