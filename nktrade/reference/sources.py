"""Sources: what the tables' ``source`` cells stand for."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a row of a table was read."""

    key: str
    title: str
    url: str | None
    as_of: date | None
    """The day of publication, or the day it was read where no day is printed."""


@cache
def sources() -> dict[str, Source]:
    """Every source by the key that the tables use.

    >>> sources()["iso3166"].url
    'https://unstats.un.org/unsd/methodology/m49/'
    """
    return unique(read_table("sources", Source), lambda source: [source.key], "sources")
