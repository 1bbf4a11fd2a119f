"""Eras: from which year on a reign or a state counts its own years."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """One way of counting years: its first year is the year 1."""

    era: str
    first_year: int
    area: str
    """Where years are counted so."""
    source: str
    as_of: date
    verified: bool


@cache
def eras() -> dict[str, Era]:
    """Every era by its name.

    >>> eras()["heisei"].first_year + 30 - 1
    2018
    """
    return unique(read_table("eras", Era), lambda one: [one.era], "eras")
