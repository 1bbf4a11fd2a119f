"""Units: canonical codes, what each is worth in its dimension's canonical unit, and currencies.

The factors stand in ``tables/units.csv``, which is generated from pint and proved equal to it by a
test; so a plain conversion needs no unit library.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from nktrade.errors import UnitError, nearest
from nktrade.reference.tables import read_table, unique

_PER = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit and its exact factor to the canonical unit of its dimension."""

    code: str
    canonical: str
    factor: Fraction
    pint: str
    """What pint calls it in the registry of this project."""
    aliases: tuple[str, ...]
    """Other ways in which files and texts write the code."""

    def __str__(self) -> str:
        return f"1 {self.code} = {self.factor} {self.canonical}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """One currency by its ISO 4217 code."""

    code: str
    name: str
    area: str
    source: str
    verified: bool


@cache
def currencies() -> dict[str, Currency]:
    """Every currency by its code.

    >>> currencies()["KPW"].area
    'PRK'
    """
    return unique(read_table("currencies", Currency), lambda one: [one.code], "currencies")


@cache
def units() -> dict[str, Unit]:
    """Every simple unit by its code and each of its aliases; currencies are units of their own.

    >>> units()["MT"].canonical, units()["kt"].factor
    ('t', Fraction(1000, 1))
    """
    rows = read_table("units", Unit)
    return unique(rows, lambda one: {one.code, *one.aliases}, "units") | {
        code: Unit(code=code, canonical=code, factor=Fraction(1), pint=code, aliases=())
        for code in currencies()
    }


@cache
def unit(text: str) -> Unit:
    """The unit of a simple or compound code, a compound one being money or goods per something.

    >>> unit("USD/kg").canonical, unit("USD/kg").factor
    ('USD/t', Fraction(1000, 1))

    Raises: UnitError naming the nearest known unit.
    """
    known = units()
    if text in known:
        return known[text]
    above, per, below = text.partition(_PER)
    if per and above in known and below in known:
        top, bottom = known[above], known[below]
        return Unit(
            code=text,
            canonical=top.canonical + _PER + bottom.canonical,
            factor=top.factor / bottom.factor,
            pint=f"({top.pint}) / ({bottom.pint})",
            aliases=(),
        )
    strange = next((part for part in (above, below) if part and part not in known), text)
    raise UnitError(
        f"unit {text!r}: found {strange!r}, expected a unit code or two with a stroke; "
        f"{nearest(strange, known)}"
    )
