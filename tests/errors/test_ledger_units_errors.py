"""Where there is no way from one unit to another, the message says what was meant or is needed."""

from datetime import date

import pytest

from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.errors import UnitError
from nktrade.ledger.rates import convert_money, rate
from nktrade.ledger.units import canonical, convert, convert_product


def test_an_unknown_unit_names_the_nearest() -> None:
    """A slip in a unit is answered with the one meant."""
    with pytest.raises(UnitError, match="did you mean 'barrel'"):
        canonical("barel")


def test_an_unknown_part_of_a_price_is_named() -> None:
    """Only the strange half of a compound unit is complained of."""
    with pytest.raises(UnitError, match="found 'tonn'"):
        canonical("USD/tonn")


def test_mass_is_no_money() -> None:
    """Two dimensions never convert."""
    with pytest.raises(UnitError, match="found t against USD"):
        convert(1, "t", "USD")


def test_currencies_need_a_rate() -> None:
    """Yuan to dollars is not a matter of units."""
    with pytest.raises(UnitError, match="a rate for currencies"):
        convert(1, "CNY", "USD")


def test_barrels_need_a_product() -> None:
    """Rice has no barrels."""
    with pytest.raises(UnitError, match="expected a petroleum product"):
        convert_product(Interval.point(1), "bbl", "t", "rice")


def test_a_currency_without_reference_rates_is_named() -> None:
    """The North Korean won has no rate at the European Central Bank."""
    with pytest.raises(UnitError, match="rate KPW to USD over 2018"):
        rate("KPW", "USD", Period.of("2018"))


def test_a_rate_for_another_currency_is_refused() -> None:
    """Won are not converted at the yuan's rate."""
    with pytest.raises(UnitError, match="expected one for KRW"):
        convert_money(Interval.point(1), "KRW", rate("CNY", "USD", Period.of("2018-06")))


def test_ends_and_days_stand_in_their_order() -> None:
    """The lower end and the first day come first."""
    with pytest.raises(UnitError, match=r"low 2 above high 1.*exchange the ends"):
        Interval.of(2, 1)
    with pytest.raises(UnitError, match=r"first day after the last.*exchange them"):
        Period(date(2018, 6, 30), date(2018, 6, 1))
