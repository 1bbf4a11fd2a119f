"""Habits: how countries report their trade, which way goods go, and who counts the North's trade."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How the statistics of one area are told."""

    area: str
    fiscal_start: int
    """The month in which its fiscal year begins."""
    fiscal_named_by: str
    """start or end: the calendar year that gives a fiscal year its name."""
    month_on_month: bool
    """Whether a month is told against the month before, adjusted for the season."""
    first_days: bool
    """Whether it publishes the first ten and twenty days of a month."""
    source: str
    as_of: date
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Which way goods pass the border of one area, where nothing says."""

    area: str
    commodity: str
    flow: str
    source: str
    as_of: date
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Observer:
    """Who counts the trade of an area that publishes none, and with which partners."""

    name: str
    area: str
    partner: str
    """The partner whose side it counts, or WLD for all."""
    source: str
    as_of: date
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What the trade of an area passes in any month, or has never come to in one good and year."""

    area: str
    partner: str
    bound: str
    """least or most."""
    amount: int
    unit: str
    source: str
    as_of: date
    verified: bool


@cache
def habits() -> dict[str, Habit]:
    """The habits of each area that has any to tell.

    >>> habits()["USA"].fiscal_start
    10
    """
    return unique(read_table("habits", Habit), lambda one: [one.area], "habits")


@cache
def directions() -> tuple[Direction, ...]:
    """Which goods an area sells and which it buys."""
    return read_table("directions", Direction)


@cache
def goods_that(area: str, flow: str) -> frozenset[str]:
    """The commodities that an area is known to export, or to import.

    >>> "coal" in goods_that("PRK", "export")
    True
    """
    return frozenset(one.commodity for one in directions() if (one.area, one.flow) == (area, flow))


@cache
def observers() -> tuple[Observer, ...]:
    """Who counts the trade of areas that publish none."""
    return read_table("observers", Observer)


@cache
def observers_of(area: str, partner: str) -> frozenset[str]:
    """The names of those who count an area's trade with a partner, or with all.

    >>> "KOTRA" in observers_of("PRK", "WLD")
    True
    """
    return frozenset(one.name for one in observers() if (one.area, one.partner) == (area, partner))


@cache
def sizes() -> dict[str, Size]:
    """How large the trade of an area is at least, or at most."""
    return unique(read_table("sizes", Size), lambda one: [one.area], "sizes")
