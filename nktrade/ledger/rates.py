"""Exchange rates: an interval of the European Central Bank's daily reference rates over a period.

A rate is never one number: reports convert at the day's, the month's or the year's rate, and do not
say which.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.errors import UnitError, nearest

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter  # type: ignore[import-untyped]  # ships no types

SOURCE = "European Central Bank, euro foreign exchange reference rates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What one unit of a currency was worth in another over a period."""

    currency: str
    to: str
    interval: Interval
    """From the lowest to the highest day."""
    mean: Fraction
    """The plain mean over the days with a rate."""
    days: int
    period: Period
    source: str

    def __str__(self) -> str:
        low, high = self.interval.low or 0, self.interval.high or 0
        return (
            f"1 {self.currency} = {float(low):.5g}-{float(high):.5g} {self.to} "
            f"({self.period}, {self.days} days, {self.source})"
        )


@cache
def rate(currency: str, to: str, period: Period) -> Rate:
    """The rate over a period, by day, crossed through the euro.

    >>> found = rate("CNY", "USD", Period.of("2018-06"))
    >>> found.days, round(float(found.mean), 4)
    (21, 0.1547)

    Raises: UnitError for a currency, or a period, without reference rates.
    """
    daily = list(_daily(currency, to, period))
    if not daily:
        known = sorted(_converter().currencies or ())
        raise UnitError(
            f"rate {currency} to {to} over {period}: found no reference rate, expected currencies and "
            f"days of the European Central Bank's table; {nearest(currency, known)}"
        )
    return Rate(
        currency=currency,
        to=to,
        interval=Interval(min(daily), max(daily)),
        mean=sum(daily, Fraction(0)) / len(daily),
        days=len(daily),
        period=period,
        source=SOURCE,
    )


def convert_money(amount: Interval, currency: str, found: Rate) -> Interval:
    """The amount in the rate's target currency, as wide as the rate makes it.

    Raises: UnitError where the rate is for another currency.
    """
    if currency != found.currency:
        raise UnitError(
            f"{currency} at {found}: found a rate for {found.currency}, expected one for {currency}; "
            "ask for the rate of this currency"
        )
    return amount * found.interval


def _daily(currency: str, to: str, period: Period) -> Iterator[Fraction]:
    from currency_converter import RateNotFoundError  # noqa: PLC0415 - loaded when rates are asked

    table = _converter()
    day = period.first
    while day <= period.last:
        # Weekends, holidays, days outside the table and unknown currencies have no rate.
        with suppress(RateNotFoundError, ValueError):
            yield Fraction(Decimal(table.convert(1, currency, to, date=day)))
        day += timedelta(days=1)


@cache
def _converter() -> "CurrencyConverter":
    from currency_converter import CurrencyConverter  # noqa: PLC0415 - half a second of daily rates

    return CurrencyConverter(decimal=True)
