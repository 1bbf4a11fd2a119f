"""How often prints are wrong and in which way: the sourced table of priors."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from nktrade.errors import TableError, nearest
from nktrade.reference.densities import densities
from nktrade.reference.tables import read_table, unique

EDITS = (
    "substitution",
    "omission",
    "transposition",
    "insertion",
    "shift",
    "omission_shift",
    "edit_shift",
    "scale",
    "sign",
)
"""Kinds of slip that digits show; every other number is the generic error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """One number that ranking rests on."""

    name: str
    value: Fraction
    says: str
    source: str
    as_of: date
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedError:
    """One slip that the press made; however many figures it spoilt in one report, it is one."""

    kind: str
    """Row of the priors table after "mix_"."""
    printed: str
    meant: str | None
    """None where the right figure was nowhere printed."""
    says: str
    source: str
    as_of: date


@cache
def printed_errors() -> tuple[PrintedError, ...]:
    """The slips that the shares of the priors table are drawn towards."""
    return read_table("misprints", PrintedError)


@cache
def priors() -> dict[str, Prior]:
    """Every prior by its name."""
    return unique(read_table("priors", Prior), lambda one: [one.name], "priors")


@cache
def prior(name: str) -> float:
    """The number that the table gives under this name.

    >>> prior("rate_figure")
    0.02
    """
    if name not in priors():
        raise TableError(
            f"priors.csv: found no row {name!r}, expected one; {nearest(name, priors())}"
        )
    return float(priors()[name].value)


@cache
def tons() -> tuple[tuple[str, Fraction], ...]:
    """What a metric tonne figure was if it was printed in another ton, or the other way round."""
    short, long = priors()["ton_short"].value, priors()["ton_long"].value
    return (
        ("short tons", short),
        ("long tons", long),
        ("tonnes for short tons", 1 / short),
        ("tonnes for long tons", 1 / long),
    )


@cache
def barrels() -> tuple[tuple[str, Fraction], ...]:
    """What a figure in tonnes was if it counts barrels of some oil product, or the other way round."""
    rates = sorted({Fraction(one.barrels_per_tonne) for one in densities()})
    return (
        *(("barrels", 1 / rate) for rate in rates),
        *(("tonnes for barrels", rate) for rate in rates),
    )


def error_rate(kind: str) -> float:
    """How often a print of this kind is wrong; the general rate where the kind has no row."""
    return prior(f"rate_{kind}" if f"rate_{kind}" in priors() else "rate_figure")
