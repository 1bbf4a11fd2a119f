"""The time of what happened, and the months since: neither is simply the time of the trade told next to it."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2024, 2, 15)
EVENTS = [
    "Exports fell to 61.0 billion yen in 2023 after Beijing's ban of August, though imports rose to 390.1 billion yen.",
    "Exports fell to 61.0 billion yen in 2023 after the embargo of March 2022, while imports rose to 390.1 billion yen.",
    "Exports fell to 61.0 billion yen in 2023 because of the tariffs of August, but imports rose to 390.1 billion yen.",
    "Exports fell to 61.0 billion yen in 2023, despite the flood of July, and imports rose to 390.1 billion yen.",
    "In 2023 exports fell to 61.0 billion yen after the earthquake of May, but imports rose to 390.1 billion yen.",
]
OWN = [
    ("Exports fell to 61.0 billion yen in 2023, and imports of May rose to 390.1 billion yen.", "2023-05"),
    ("Exports fell to 61.0 billion yen in 2023; in August imports rose to 390.1 billion yen.", "2023-08"),
    ("After the ban of August exports fell to 61.0 billion yen.", "2023-08"),
]  # fmt: skip
SINCE = [
    "The North bought goods for $200.2 million from China in November 2018, $1.81 billion since January.",
    "China's exports to the North were $200.2 million in November 2018, and $2.0 billion since January.",
    "Exports to Japan were $200.2 million in November 2018 and came to $2.0 billion since January.",
    "Coal imports were 2 million tons in November 2018, 19 million tons since January.",
]
NOT_SINCE = [
    "Exports to the North were $200.2 million in November 2018, the most since January.",
    "Exports to the North, down 4 percent since January, were $200.2 million in November 2018.",
    "Exports to the North were $200.2 million in November 2018, the highest amount since January.",
]


@pytest.mark.parametrize("text", EVENTS)
def test_the_time_of_an_event_holds_for_its_own_clause(text: str) -> None:
    """The sentence has named the time of its trade before."""
    assert [str(one.period) for one in claims_in(text, DAY)] == ["2023", "2023"]


@pytest.mark.parametrize(("text", "period"), OWN)
def test_other_times_hold_for_what_follows(text: str, period: str) -> None:
    """Imports of May are trade, and where no other time stands before an event dates what came of it."""
    assert str(claims_in(text, DAY)[-1].period) == period


@pytest.mark.parametrize("text", SINCE)
def test_an_amount_right_before_since_is_of_all_months_since(text: str) -> None:
    """They end with the month that the sentence has told."""
    assert str(claims_in(text, DAY)[-1].period) == "2018-01/2018-11"


@pytest.mark.parametrize("text", NOT_SINCE)
def test_what_is_a_record_or_change_since_is_not(text: str) -> None:
    """It is of the month told."""
    amounts = [one for one in claims_in(text, DAY) if one.figure.unit != "percent"]
    assert [str(one.period) for one in amounts] == ["2018-11"]
