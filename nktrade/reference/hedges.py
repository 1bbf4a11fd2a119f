"""Hedges: how far a hedged figure may lie from its print, by the hedge's code."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from nktrade.core.codes import Approx
from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """One way to hedge: which side it opens, and its slack as a share of the value."""

    code: str
    approx: Approx
    slack: Fraction
    source: str
    verified: bool
    as_of: date


@cache
def hedges() -> dict[str, Hedge]:
    """Every hedge by its code; languages map their words to these.

    >>> hedges()["roughly"].slack
    Fraction(1, 10)
    """
    return unique(read_table("hedges", Hedge), lambda hedge: [hedge.code], "hedges")
