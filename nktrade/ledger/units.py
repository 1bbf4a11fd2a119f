"""Units of the ledger: any unit to the canonical one of its dimension, exactly.

Mass goes to tonnes, volume to oil barrels; each currency stays itself. Between volume and mass a
product is needed, and the result is an interval: see ``reference.densities``.
"""

from fractions import Fraction

from nktrade.core.interval import Interval
from nktrade.errors import UnitError
from nktrade.reference.densities import barrels_per_tonne
from nktrade.reference.units import Unit, unit

_MASS, _VOLUME = "t", "bbl"


def canonical(code: str) -> str:
    """The unit in which the ledger keeps what is printed in this one.

    >>> canonical("kg"), canonical("USD/kg"), canonical("CNY")
    ('t', 'USD/t', 'CNY')
    """
    return unit(code).canonical


def factor(code: str) -> Fraction:
    """What one unit is worth in its canonical unit.

    >>> factor("short_ton")
    Fraction(45359237, 50000000)
    """
    return unit(code).factor


def convert(value: Fraction | int, code: str, to: str) -> Fraction:
    """The value in another unit of the same dimension, exactly.

    >>> convert(1_498_000, "kg", "t")
    Fraction(1498, 1)

    Raises: UnitError where the two measure different things.
    """
    here, there = unit(code), unit(to)
    _require_same_dimension(here, there)
    return Fraction(value) * here.factor / there.factor


def convert_product(
    amount: Interval, code: str, to: str, product: str, authority: str | None = None
) -> Interval:
    """The amount of a petroleum product in another unit, volume and mass included.

    >>> convert_product(Interval.point(500_000), "bbl", "t", "crude oil", "UN Security Council")
    Interval(65624.9794922 .. 65625.8408311)

    Raises: UnitError where no factor is known, or the units are neither volume nor mass.
    """
    here, there = unit(code), unit(to)
    scaled = amount.scaled(here.factor)
    if (here.canonical, there.canonical) == (_VOLUME, _MASS):
        scaled = scaled / barrels_per_tonne(product, authority)
    elif (here.canonical, there.canonical) == (_MASS, _VOLUME):
        scaled = scaled * barrels_per_tonne(product, authority)
    else:
        _require_same_dimension(here, there)
    return scaled.scaled(1 / there.factor)


def _require_same_dimension(here: Unit, there: Unit) -> None:
    if here.canonical != there.canonical:
        raise UnitError(
            f"from {here.code} to {there.code}: found {here.canonical} against {there.canonical}, "
            "expected one dimension; give a product for barrels and tonnes, a rate for currencies"
        )
