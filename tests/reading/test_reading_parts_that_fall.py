"""Amounts that look like changes and are parts, limits told in pairs, and months meant by what is held against them."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind
from nktrade.core.documents import Document
from nktrade.reading import read


def claim(text: str, surface: str, day: str = "2018-01-26") -> Claim:
    """The claim whose figure is printed so."""
    claims = read(Document(id="own", text=text, date=date.fromisoformat(day))).claims
    return next(one for one in claims if one.figure.surface == surface)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Of that sum $72 million fell in the first quarter.", Kind.LEVEL),
        ("Iron ore added $72 million, and garments $799 million.", Kind.LEVEL),
        ("Iron ore added another $72 million.", Kind.LEVEL),
        ("Its exports of iron ore fell $72 million in the first quarter.", Kind.CHANGE_ABS),
        ("Exports of iron ore added $72 million to reach $300 million.", Kind.CHANGE_ABS),
        ("Its iron ore exports rose by $72 million from a year earlier.", Kind.CHANGE_ABS),
    ],
)
def test_a_part_is_no_change(told: str, kind: Kind) -> None:
    """What falls in some months, and what some goods add beside others, are amounts of their own."""
    text = f"North Korea's exports to China were worth $1.65 billion in 2017. {told}"
    assert claim(text, "$72 million").kind is kind


def test_what_goes_south_and_a_down_payment_fall_nowhere() -> None:
    """Neither is a decline."""
    text = "Trade between the Koreas was $199 million in 2015. Of that, $171 million went south as exports."
    assert claim(text, "$171 million").kind is Kind.LEVEL
    text = "In 2017 China sold the North trucks for $8 million; the down payment of $2 million was wired."
    assert claim(text, "$2 million").kind is Kind.LEVEL


def test_data_on_cleared_goods_name_no_flow() -> None:
    """The old level is of the deficit."""
    text = (
        "Japan ran a trade deficit in May. The deficit came to 580.4 billion yen, provisional customs-cleared "
        "data showed, against 1.17 trillion yen a year before."
    )
    assert str(claim(text, "1.17 trillion yen", "2025-06-18").flow) == "balance"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        (
            "Resolution 2321 allows it to sell 7.5 million tons or $400.9 million worth a year.",
            None,
        ),
        (
            (
                "Under a resolution passed last November it may sell at most 7.5 million tons of coal a year or coal "
                "to the value of $400.9 million, whichever is lower."
            ),
            None,
        ),
        (
            "Its sales are limited to 1 million tons or $400.9 million for the last quarter of this year.",
            "2017-10/2017-12",
        ),
    ],
)
def test_two_limits_of_one_resolution_hold_alike(told: str, period: str | None) -> None:
    """The second one takes no time from elsewhere in the text."""
    text = f"North Korea sold China 2.7 million tons of coal in the first quarter. {told}"
    found = claim(text, "$400.9 million", "2017-10-26")
    assert found.kind is Kind.CAP
    assert (found.period and str(found.period)) == period


@pytest.mark.parametrize(
    ("told", "period", "base"),
    [
        (
            "Of this, imports were $125 million, 5 percent less than in November.",
            "2022-12",
            "month_earlier",
        ),
        ("Imports rose 5 percent on the month to $125 million.", "2022-12", "month_earlier"),
        ("Imports rose 5 percent on the year to $125 million.", "2022", "year_earlier"),
    ],
)
def test_a_month_is_meant_where_another_is_held_against_it(
    told: str, period: str, base: str
) -> None:
    """A year is not told against November."""
    text = (
        "North Korea's trade with China was $1.03 billion in 2022. In December alone it totaled $146 million, down "
        f"from $153 million the previous month. {told}"
    )
    found = claim(text, "5 percent", "2023-01-18")
    assert (str(found.period), found.base) == (period, base)


@pytest.mark.parametrize(
    ("first", "base"),
    [
        ("Exports fell 2 percent on the month and imports 3 percent on the month", "month_earlier"),
        ("Exports fell 2 percent on the month and imports 3 percent on the year", "year_earlier"),
        ("Exports fell 2 percent and imports 3 percent", "year_earlier"),
    ],
)
def test_a_text_that_tells_months_against_months_goes_on_so(first: str, base: str) -> None:
    """What says no base has that of the others, where they have but one."""
    text = f"Germany's trade shrank in May. {first}. Exports to Russia rose 29 percent."
    assert claim(text, "29 percent", "2022-07-04").base == base
