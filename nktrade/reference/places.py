"""Places and actors: ports, crossings, mines, rivers, and those who trade there."""

from dataclasses import dataclass
from functools import cache

from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place under one canonical name, with the names that reports give it."""

    name: str
    kind: str
    """port, city, county, province, crossing, route, river, sea, mine or zone."""
    area: str | None
    """ISO alpha-3 of the country; None for borders and seas."""
    parent: str | None
    """The place or area that holds it."""
    aliases: tuple[str, ...]
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One who trades, under one canonical name."""

    name: str
    kind: str
    area: str | None
    parent: str | None
    """The body it belongs to."""
    aliases: tuple[str, ...]
    source: str
    verified: bool


@cache
def places() -> dict[str, Place]:
    """Every place by each of its names.

    >>> places()["Najin"].name, places()["Amrok"].name
    ('Rajin', 'Yalu River')
    """
    return unique(read_table("places", Place), lambda one: {one.name, *one.aliases}, "places")


@cache
def actors() -> dict[str, Actor]:
    """Every actor by each of its names.

    >>> actors()["Office 39"].name, actors()["Office 39"].parent
    ('Room 39', "Workers' Party of Korea")
    """
    return unique(read_table("actors", Actor), lambda one: {one.name, *one.aliases}, "actors")
