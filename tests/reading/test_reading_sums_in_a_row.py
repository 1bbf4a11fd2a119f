"""A total told behind its parts is of all of them: of both flows, of both partners, of the months in a row."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2026, 10, 21)
BOTH = [
    "North Korea's exports to China were $28 million in May and its imports $150 million, a total of $178 million.",
    "Customs put the North's sales to China at $28 million in May and its purchases at $150 million, a total of $178 million.",
    "In May the North bought goods for $150 million from China and sold goods for $28 million there, a total of $178 million.",
    "China's exports to the North were $150 million in May and imports from it $28 million, for a total of $178 million.",
    "In May the North sold China goods worth $28 million and bought goods worth $150 million, for a total of $178 million.",
]
IN_A_ROW = [
    ("North Korea exported coal worth $5 million in May and $6 million in June, a total of $11 million.", "2026-05/2026-06"),
    ("The North sold China 5,000 tons of ore in May, 6,000 in June and 7,000 in July, for a total of 18,000 tons.", "2026-05/2026-07"),
    ("Seafood sales to Russia came to $2 million in January, $3 million in February and $4 million in March, altogether $9 million.", "2026-01/2026-03"),
    ("The North's coal sales were $5 million in 2024 and $6 million in 2025, a total of $11 million.", "2024/2025"),
    ("China sent 300 tons of rice in August and 400 tons in September, a combined 700 tons.", "2026-08/2026-09"),
]  # fmt: skip
NOT_IN_A_ROW = [
    ("North Korea exported coal worth $5 million in May and $6 million in July, a total of $11 million.", "2026-07"),
    ("The North sold coal for $5 million in May and $6 million in June, a total of $31 million this year.", "2026"),
    ("The North sold coal for $5 million in June 2025 and $6 million in June 2026, a total of $11 million.", "2026-06"),
]  # fmt: skip


def last(text: str) -> Claim:
    """The last figure."""
    return read(Document(id="own", text=text, date=DAY)).claims[-1]


@pytest.mark.parametrize("text", BOTH)
def test_a_total_behind_both_flows_is_of_both(text: str) -> None:
    """It is not of the flow that was told last."""
    total = last(text)
    assert (total.flow, {total.reporter, total.partner}) == ("total", {"PRK", "CHN"})


@pytest.mark.parametrize(("text", "period"), IN_A_ROW)
def test_a_total_behind_months_in_a_row_is_of_all_of_them(text: str, period: str) -> None:
    """It is not of the month that was told last."""
    assert str(last(text).period) == period


@pytest.mark.parametrize(("text", "period"), NOT_IN_A_ROW)
def test_a_total_of_its_own_time_or_of_months_apart_is_not(text: str, period: str) -> None:
    """What names its time keeps it; months with a gap between them are no period."""
    assert str(last(text).period) == period


@pytest.mark.parametrize(
    "text",
    [
        "China sold the North 10 tons of diesel in May, and Russia sold it a total of 30 tons.",
        "North Korea exported coal to China in May, a total of 30,000 tons.",
    ],
)
def test_a_total_with_nothing_to_add_is_of_its_own_flow(text: str) -> None:
    """A total of one flow stays that."""
    assert last(text).flow == "export"
