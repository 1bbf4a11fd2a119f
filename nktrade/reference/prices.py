"""Unit values: what a tonne cost, as a printed value and a printed quantity of one flow imply."""

from dataclasses import dataclass
from functools import cache

from nktrade.core.amount import Amount
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.reference.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValue:
    """One implied price, with the two prints that it follows from; seen from the DPRK."""

    commodity: str
    flow: str
    period: str
    value: str
    tonnes: str
    unit: str
    compiler: str
    standing: str
    """official, or estimate where the quantity was never recorded by customs."""
    source_url: str
    source_date: str
    verified: bool

    @property
    def span(self) -> Period:
        """The period of both prints."""
        return Period.of(self.period)

    @property
    def interval(self) -> Interval:
        """Value over quantity, each as wide as its print.

        Unit: USD/t.
        """
        return Amount(digits=self.value).printed / Amount(digits=self.tonnes).printed


@cache
def unit_values() -> tuple[UnitValue, ...]:
    """Every sourced unit value."""
    return read_table("unit_values", UnitValue)


def price_range(commodity: str, flow: str | None = None) -> Interval | None:
    """From the least to the greatest sourced price of a tonne; None where none is held.

    Unit: USD/t.

    >>> price_range("coal").low < 60 < price_range("coal").high
    True
    """
    found = [
        one.interval
        for one in unit_values()
        if one.commodity == commodity and flow in {None, one.flow}
    ]
    return Interval.hull(found) if found else None


def price_rows(commodity: str) -> tuple[UnitValue, ...]:
    """The rows behind a range, to be shown beside it."""
    return tuple(one for one in unit_values() if one.commodity == commodity)
