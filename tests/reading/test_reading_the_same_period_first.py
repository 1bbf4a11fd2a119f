"""A sentence that begins with the same period of another year tells that one; a short name in brackets is nobody new."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.period import Period
from tests.reading.cjk_claims import claims_in

DAY = date(2025, 7, 24)
NOW = "China's exports to the North came to $5 million in the January-June period."
THEN = [
    "In the same period of last year, they were $4 million.",
    "In the same period last year exports had been $4 million.",
    "In the corresponding period of last year, total trade was $20 million.",
    "In the same period of 2024, imports were $4 million.",
    "In the same six months of 2024, imports were $4 million.",
]
BACK = [
    "In the same months of 2024 they were $10 million, and they thus fell by half.",
    "In the same months of 2024 exports had been $10 million; they thus shrank by 50 percent.",
]
BRACKET = (
    "Trade between Jilin Province and the Democratic People's Republic of Korea (DPRK) reached 1.462 "
    "billion yuan in the first six months of 2025. Exports to the DPRK were 1.037 billion yuan and "
    "imports 425 million yuan, leaving the province with a surplus of 612 million yuan."
)


@pytest.mark.parametrize("text", THEN)
def test_what_the_sentence_tells_is_of_that_period(text: str) -> None:
    """No level is held against itself."""
    new, old = claims_in(f"{NOW} {text}", DAY)
    assert new.period == Period.of("2025-01/2025-06")
    assert old.period == Period.of("2024-01/2024-06")


@pytest.mark.parametrize("text", BACK)
def test_a_change_since_then_is_of_now(text: str) -> None:
    """Exports thus fell, this year."""
    assert claims_in(f"{NOW} {text}", DAY)[-1].period == Period.of("2025-01/2025-06")


def test_trade_of_last_year_is_no_second_print_of_this_years() -> None:
    """The sum of both years' flows differ, and nobody is accused."""
    text = f"{NOW} Imports were $2 million, for a total of $7 million. {THEN[2]}"
    assert check(text, against="none", date="2025-07-24").findings.empty


def test_a_short_name_in_brackets_is_no_subject() -> None:
    """The surplus is that of the province."""
    balance = claims_in(BRACKET, DAY)[-1]
    assert (balance.reporter, balance.partner, balance.sign) == ("CHN-Jilin", "PRK", "+")


def test_prices_slightly_under_a_number_are_near_it() -> None:
    """A text with a tenth of the tons contradicts its price."""
    text = "In 2023 China bought wigs from the DPRK worth $167 million. It was {} tons, at slightly under $100 per kilogram."
    assert check(text.format("1,680"), against="none", date="2024-02-15").findings.empty
    assert not check(text.format("168"), against="none", date="2024-02-15").findings.empty


def test_tons_by_weight_are_tons() -> None:
    """By weight says nothing more of tons, nor of a price by the ton; of a percentage it does."""
    text = "China's coal imports from the North came to $5 million in May. By weight they were 50,000 tons, or $100 a ton, down 5 percent."
    scopes = {one.figure.surface: one.scope for one in claims_in(text, DAY)}
    assert scopes["50,000 tons"] is scopes["$100 a ton"] is None
    assert scopes["5 percent"] == "volume"
