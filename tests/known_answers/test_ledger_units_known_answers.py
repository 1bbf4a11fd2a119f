"""Published definitions and pairs that conversions must give back."""

from fractions import Fraction

import pytest

from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.ledger.rates import convert_money, rate
from nktrade.ledger.registry import registry
from nktrade.ledger.units import canonical, convert, convert_product


@pytest.mark.parametrize(
    ("value", "code", "to", "expected"),
    [
        ("1", "short_ton", "kg", "907.18474"),
        ("1", "long_ton", "kg", "1016.0469088"),
        ("1", "lb", "kg", "0.45359237"),
        ("1", "bbl", "L", "158.987294928"),
        ("42", "gal", "bbl", "1"),
        ("1", "ton", "kg", "1000"),
        ("1", "MT", "kg", "1000"),
        ("1", "mt", "kg", "1000"),
        ("1", "kt", "t", "1000"),
        ("1", "Mt", "t", "1000000"),
        ("30476", "kg", "t", "30.476"),
        ("100", "USD/t", "USD/kg", "0.1"),
        ("1", "toe", "MWh", "11.63"),
        ("1", "jin", "g", "500"),
        ("3", "permille", "percent", "0.3"),
    ],
)
def test_definitions(value: str, code: str, to: str, expected: str) -> None:
    """The pound is 0.45359237 kg and the barrel 42 gallons of 231 cubic inches, by definition."""
    assert convert(Fraction(value), code, to) == Fraction(expected)


@pytest.mark.parametrize("code", ["t", "ton", "MT", "mt", "bbl", "barrel", "short_ton", "kt", "Mt"])
def test_the_registry_means_what_the_table_means(code: str) -> None:
    """Pint's megatesla, knot and 31.5-gallon barrel are not met under these names."""
    known = registry().Quantity(Fraction(1), code)
    assert known.to(canonical(code)).magnitude == convert(1, code, canonical(code))


@pytest.mark.parametrize(("barrels", "tonnes"), [(11_745, 1_410), (12_479, 1_498), (10_725, 1_288)])
def test_returns_of_the_1718_committee(barrels: int, tonnes: int) -> None:
    """Both columns of the Committee's table for Chinese deliveries of 2020 and 2021."""
    printed = Interval.of(tonnes - Fraction(1, 2), tonnes + Fraction(1, 2))
    product = "refined petroleum"
    assert barrels in convert_product(printed, "t", "bbl", product)
    own = convert_product(printed, "t", "bbl", product, "UN 1718 Committee")
    assert own.meets(Interval.of(barrels - 1, barrels + 1))


def test_yuan_of_2018_at_the_years_rates_hold_the_printed_dollars() -> None:
    """Dow Jones, January 2019: 14.67 billion yuan ($2.18 billion) of exports in 2018."""
    dollars = convert_money(
        Interval.of(14_665_000_000, 14_675_000_000), "CNY", rate("CNY", "USD", Period.of("2018"))
    )
    assert dollars.meets(Interval.of(2_175_000_000, 2_185_000_000))
    assert dollars.low is not None
    assert dollars.high is not None
    assert dollars.high / dollars.low < Fraction(12, 10)


def test_a_rate_lies_between_its_days() -> None:
    """The mean of June 2018 is one of an interval over 21 days, with its source."""
    found = rate("CNY", "USD", Period.of("2018-06"))
    assert found.mean in found.interval
    assert (found.days, found.source[:8]) == (21, "European")
