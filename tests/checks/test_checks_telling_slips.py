"""One slip that explains a contradiction by far best is no accident of our reading, whatever words leave open."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

RICE = "The North imported 21,350 tons of rice from China between January and April, 26.3 percent more than the 16,900 tons of a year earlier."
FLOUR = "Imports of wheat flour were 8,720 tons, at a cost of $3.58 million."
WIGS = (
    "China imported ${} million worth of wigs from the North between January and June. Sales had been $44.82 million in the first"
    " quarter and came to $52.59 million in the second."
)
SLIPS = [
    f"{RICE} The imports were worth $9.86 million, which translates into an average price of $642 per ton. {FLOUR}",
    WIGS.format("79.41"),
]
"""$462 a ton and $97.41 million were meant: two digits were exchanged."""
MIXED_UP = [
    f"{RICE} The imports were worth $9.86 million, which translates into an average price of $391 per ton. {FLOUR}",
    WIGS.format("88.13"),
]
"""Nothing that slips makes these fit: the imports may be of another thing, the sales of another way to count."""


OF_TWO_MONTHS = "2月日本对美出口4.975亿美元,较上年同期下降27.3%。今年前两个月,日本累计对美出口10.09亿美元,进口25.738亿美元。出口同比下降1.798亿美元。"
"""What February's exports would have fallen by with two digits exchanged, told of two months."""


def accused(text: str) -> set[str]:
    """The checks that find an error."""
    (checked,) = check(text, date=date(2026, 7, 20), against="none").checked
    return {one.check for one in checked.relations if one.severity is Severity.ERROR}


@pytest.mark.parametrize("text", SLIPS)
def test_one_slip_speaks_against_another_reading(text: str) -> None:
    """Figures that our reading mixed up differ by any digits, and not by two exchanged ones of five."""
    assert accused(text)


@pytest.mark.parametrize("text", [*MIXED_UP, OF_TWO_MONTHS])
def test_what_no_slip_explains_may_be_read_otherwise(text: str) -> None:
    """Whose the words are is left open, and nobody is accused."""
    assert accused(text) == set()
