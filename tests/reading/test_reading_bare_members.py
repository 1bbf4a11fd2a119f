"""Numbers that leave their unit to the list they stand in, and numerals with a half in words."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2026, 10, 21)


def _told(text: str) -> list[tuple[str, str | None, str]]:
    claims = read(Document(id="own", text=text, date=DAY)).claims
    return [(one.figure.surface, one.figure.unit, f"{one.commodity}") for one in claims]


@pytest.mark.parametrize(
    ("text", "goods", "unit"),
    [
        ("Russia's diesel exports were 790,000 barrels a day in August, fuel oil 640,000 and naphtha 380,000, data show.", ["diesel", "fuel oil", "naphtha"], "bbl/d"),
        ("Japan's exports of cars were 790,000 tons in August, steel 640,000 and glass 380,000.", ["cars", "steel", "glass"], "t"),
        ("India bought 21,000 tons of rice from Nepal in May; wheat 4,500; sugar 1,200.", ["rice", "wheat", "sugar"], "t"),
        ("China sold the North rice: 8,400 tons, and flour 2,150.", ["rice", "flour"], "t"),
    ],
)  # fmt: skip
def test_goods_right_before_a_bare_number_make_it_an_amount(
    text: str, goods: list[str], unit: str
) -> None:
    """It is in the unit of the amount before."""
    found = _told(text)
    assert [one[1:] for one in found] == [(unit, good) for good in goods]


@pytest.mark.parametrize(
    "text",
    [
        "Japan's exports of steel were 790,000 tons in August, and its steel 304 is in demand.",
        "India bought 21,000 tons of rice from Nepal in May, wheat 2019 harvest included.",
        "China sold the North 8,400 tons of rice in May. Coal 5500 is a grade.",
        "India bought 21,000 tons of rice, wheat 12.",
    ],
)
def test_grades_years_and_small_numbers_are_no_amounts(text: str) -> None:
    """Only the first is one."""
    assert len(_told(text)) == 1


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("four and a half million", 4_500_000),
        ("eleven and a half million", 11_500_000),
        ("two-and-a-half million", 2_500_000),
        ("one and a quarter million", 1_250_000),
        ("two and three quarters million", 2_750_000),
    ],
)
def test_halves_and_quarters_in_words(words: str, value: int) -> None:
    """The bill for rice: eleven and a half million dollars."""
    text = f"India's imports of rice from Nepal cost {words} dollars in May."
    (claim,) = read(Document(id="own", text=text, date=DAY)).claims
    assert claim.figure.amount.value == value
