"""Barrels per tonne by product: an interval over the authorities, for no factor is the right one."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from nktrade.core.amount import Amount
from nktrade.core.interval import Interval
from nktrade.errors import UnitError, nearest
from nktrade.reference.commodities import within
from nktrade.reference.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """One authority's factor for one product, as printed."""

    product: str
    barrels_per_tonne: str
    """The digits as printed, so that the interval follows from them."""
    authority: str
    counted_as: str | None
    """The wider product that committees count it in, where commodity names do not say so."""
    source: str
    as_of: date
    verified: bool

    @property
    def interval(self) -> Interval:
        """Half a step of the last printed digit either side."""
        return Amount(digits=self.barrels_per_tonne, zeros_known=True).printed


@cache
def densities() -> tuple[Density, ...]:
    """Every factor of the table."""
    return read_table("densities", Density)


@cache
def barrels_per_tonne(product: str, authority: str | None = None) -> Interval:
    """The interval from the least to the greatest factor for a product and what is part of it.

    Unit: bbl/t.

    >>> low, high = (lambda i: (i.low, i.high))(barrels_per_tonne("refined petroleum"))
    >>> round(500_000 / high), round(500_000 / low)
    (42900, 90662)

    Raises: UnitError where no authority gives one.
    """
    found = [
        density.interval
        for density in densities()
        if (within(density.product, product) or density.counted_as == product)
        and authority in {None, density.authority}
    ]
    if not found:
        raise UnitError(
            f"barrels per tonne of {product!r}{f' by {authority}' if authority else ''}: "
            f"found no factor, expected a petroleum product; "
            f"{nearest(product, {density.product for density in densities()})}"
        )
    return Interval.hull(found)
