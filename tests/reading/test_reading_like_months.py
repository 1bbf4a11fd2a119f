"""Last year beside a rate of some months is the same months of last year."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2026, 10, 21)
NINE = "North Korea's imports from China came to $1.69 billion in the first nine months of 2026"
LIKE = [
    (f"{NINE}. That was 15.8 percent above last year's $1.46 billion.", "2025-01/2025-09"),
    (f"{NINE}, 15.8 percent more than last year's $1.46 billion.", "2025-01/2025-09"),
    ("In September the North imported goods worth $180 million from China, up 20 percent from $150 million last year.", "2025-09"),
    ("Its sales to China were $36 million in August, down 10 percent from last year's $40 million.", "2025-08"),
    ("In the third quarter its exports fell 25 percent from last year's $120 million.", "2025-07/2025-09"),
]  # fmt: skip
WHOLE = [
    f"{NINE}. That is more than last year's $1.46 billion.",
    f"{NINE}, 15.8 percent more than the $1.46 billion of all last year.",
    f"{NINE}, 15.8 percent more than in the whole of last year, when they were $1.46 billion.",
    "North Korea imported goods worth $1.69 billion in 2026, 15.8 percent more than last year's $1.46 billion.",
]


def last_period(text: str) -> str:
    """The period of the last figure."""
    return str(read(Document(id="own", text=text, date=DAY)).claims[-1].period)


@pytest.mark.parametrize(("text", "period"), LIKE)
def test_a_rate_of_some_months_looks_back_to_the_same_months(text: str, period: str) -> None:
    """Nobody tells nine months against twelve in percent without a word about it."""
    assert last_period(text) == period


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_year_stays_one(text: str) -> None:
    """Where no rate stands, or words say that all of it is meant, last year is the year."""
    assert last_period(text) == "2025"
