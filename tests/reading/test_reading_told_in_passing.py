"""What is told in passing holds no longer than its sentence: goods in an aside, the month before told twice over."""

from datetime import date

import pytest

from nktrade.core.period import Period
from tests.reading.cjk_claims import claims_in

DAY = date(2025, 11, 19)
ASIDES = [
    "Japan's exports to the U.S. fell 3 percent in October, with cars down 7.5 percent. Shipments to China rose 2 percent.",
    "Japan's exports to the U.S. rose 3 percent in October, with chips up 7.5 percent. Exports to China fell 2 percent.",
]
STEPS = [
    ("The price per ton of tungsten ore rose from $15,980 in August to $16,750 in September, or 4.8 percent.", "+"),
    ("Coal imports fell from $41.2 million in May to $38.9 million in June, or 5.6 percent.", "-"),
    ("Coal imports went from 400 tons in May to 500 tons in June, i.e. 25 percent.", "+"),
]  # fmt: skip
SHARES = [
    "Coal imports fell from $41.2 million in May to $38.9 million in June, or 5.9 percent of the total.",
    "Coal imports came to $38.9 million in June, or 5.9 percent of all imports.",
]
DAYS = [
    "South Korea's exports rose 7.9 percent to $38.4 billion in October. Average daily exports, on 15 working days against 15.5 a year ago, rose 9.3 percent to $2.51 billion.",
    "South Korea's exports rose 7.9 percent to $38.4 billion in October. The number of working days was the same, and average daily exports rose 9.3 percent to $2.51 billion.",
]


@pytest.mark.parametrize("text", ASIDES)
def test_goods_of_an_aside_end_with_it(text: str) -> None:
    """With cars down says nothing of what goes to China."""
    found = claims_in(text, DAY)
    assert [one.commodity == "all" for one in found] == [True, False, True]


def test_the_month_before_told_in_tons_and_dollars_is_an_aside() -> None:
    """One thing told twice over moves no time."""
    text = (
        "China imported 412 tons of tungsten ore worth $6.9 million in September. In August it was "
        "388 tons and $6.2 million. Ferrosilicon imports were $2.4 million."
    )
    assert claims_in(text, DAY)[-1].period == Period.of("2025-09")


@pytest.mark.parametrize(("text", "sign"), STEPS)
def test_a_percentage_behind_two_levels_is_how_far_they_lie_apart(text: str, sign: str) -> None:
    """From one to the other, or so many percent."""
    found = claims_in(text, DAY)[-1]
    assert (found.kind, found.sign) == ("change_pct", sign)


@pytest.mark.parametrize("text", SHARES)
def test_a_percentage_of_something_is_a_share(text: str) -> None:
    """What it is of is said."""
    assert claims_in(text, DAY)[-1].kind == "share_pct"


@pytest.mark.parametrize("text", DAYS)
def test_working_days_govern_no_exports(text: str) -> None:
    """They only say what an average is of."""
    rise, level = claims_in(text, DAY)[-2:]
    assert (rise.kind, level.kind) == ("change_pct", "level")
    assert {rise.flow, level.flow} == {"export"}


OVERALL = [
    "Japan's exports to China rose to $9 billion in May. Its overall exports came to $60 billion. Imports were $55 billion.",
    "The U.S. deficit with Vietnam was $16 billion in May. The overall deficit shrank to $59 billion. Imports dropped to $340 billion.",
]


@pytest.mark.parametrize("text", OVERALL)
def test_trade_with_all_goes_on_where_its_amount_was_told(text: str) -> None:
    """The next sentence names nobody either."""
    assert [one.partner == "WLD" for one in claims_in(text, DAY)] == [False, True, True]


def test_an_increase_in_a_deficit_of_an_amount_is_its_step() -> None:
    """The deficit itself is what it came to."""
    text = "The U.S. deficit reflected an increase in the goods deficit of $3.2 billion to $91.4 billion and a decrease in the services surplus of $0.4 billion to $23.1 billion."
    kinds = [(one.kind, one.sign) for one in claims_in(text, DAY)]
    steps = [("change_abs", "+"), ("level", "-"), ("change_abs", "-"), ("level", "+")]
    assert kinds == steps
