"""A price of a year ago is no rate by the year, and an amount in millions beside a price is no price."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2026, 11, 3)
OLD = [
    "The coal that China bought cost $78 a ton in May, down from $92 a year ago.",
    "The coal that China bought cost $78 a ton in May, down from $92 a year earlier.",
    "China paid $78 a ton for the coal in May, against $92 a year before.",
    "China paid $78 a ton for the coal in May, compared with $92 a month earlier.",
]
AMOUNTS = [
    "The coal that China bought was worth $24.6 million, or $78 a ton, compared with $23.1 million a year ago.",
    "China paid $78 a ton for the coal in May, a total of $24.6 million, compared with $23.1 million a year earlier.",
]


@pytest.mark.parametrize("text", OLD)
def test_a_price_of_a_year_ago_is_a_price(text: str) -> None:
    """A year ago is no unit that something is paid by."""
    new, old = claims_in(text, DAY)
    assert (old.kind, old.figure.unit, old.rate) == ("unit_price", "USD/t", None)
    assert new.period is not None
    assert old.period is not None
    assert old.period.last < new.period.first


@pytest.mark.parametrize("text", AMOUNTS)
def test_millions_beside_a_price_are_an_amount(text: str) -> None:
    """No ton costs twenty times as much as the last one."""
    assert claims_in(text, DAY)[-1].kind == "level"
