"""Commodities: canonical names, what is part of what, and HS headings."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from nktrade.core.codes import ALL_GOODS
from nktrade.errors import TableError, nearest
from nktrade.reference.tables import read_table, unique

_AND = " and "
_COMMA = ", "
_KEPT = 1024
"""Names worth remembering: a text asks for the same few again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commodity:
    """One good under its canonical lower-case name.

    Source: WCO Harmonized System, headings and chapters.
    """

    name: str
    parent: str | None
    """The next wider good; None for all trade, and for what is no good (labour)."""
    hs: tuple[str, ...]
    """Chapters, headings or subheadings that hold it, digits only; empty where HS has no line."""
    source: str
    verified: bool


@cache
def commodities() -> dict[str, Commodity]:
    """Every commodity by its canonical name.

    >>> commodities()["anthracite"].parent, commodities()["anthracite"].hs
    ('coal', ('270111',))
    """
    return unique(
        read_table("commodities", Commodity), lambda commodity: [commodity.name], "commodities"
    )


def commodity(name: str) -> Commodity:
    """The commodity of this canonical name.

    Raises: TableError naming the nearest known one.
    """
    known = commodities()
    if name not in known:
        raise TableError(
            f"commodity {name!r}: found no such name, expected a canonical lower-case one; "
            f"{nearest(name, known)}"
        )
    return known[name]


def within(part: str, whole: str) -> bool:
    """Whether the first commodity is the second or a part of it.

    >>> within("anthracite", "coal"), within("coal", "anthracite")
    (True, False)
    """
    if whole == ALL_GOODS:
        return True
    wholes = joined(whole)
    return all(any(one in lineage(good) for one in wholes) for good in joined(part))


def joined(name: str) -> tuple[str, ...]:
    """The commodities that a text tells as one, by commas and "and"; a commodity of that name is itself alone.

    >>> joined("coal, iron ore and seafood"), joined("coal")
    (('coal', 'iron ore', 'seafood'), ('coal',))
    """
    if name in commodities():
        return (name,)
    *first, last = name.rsplit(_AND, 1)
    return (*(one for part in first for one in part.split(_COMMA)), last)


def told_as_one(names: Iterable[str]) -> str:
    """One name for commodities that a text tells as one.

    >>> told_as_one(["coal", "iron ore", "seafood"])
    'coal, iron ore and seafood'
    """
    *first, last = names
    return f"{_COMMA.join(first)}{_AND}{last}" if first else last


@lru_cache(maxsize=_KEPT)
def lineage(name: str) -> tuple[str, ...]:
    """The commodity and every wider one that holds it, up to all trade.

    >>> lineage("anthracite")
    ('anthracite', 'coal', 'mineral fuels', 'all')
    """
    known, found = commodities(), [name]
    while (here := known.get(found[-1])) and here.parent:
        found.append(here.parent)
    return tuple(found)


def heading_holds(heading: str, code: str) -> bool:
    """Whether an HS code lies under a heading, dots and leading zeros respected.

    >>> heading_holds("2701", "2701.11"), heading_holds("7", "0701")
    (True, False)
    """
    return code.replace(".", "").startswith(heading.replace(".", ""))


def goods_of_code(code: str) -> str:
    """The canonical name of what one HS line holds, dots left out; the code itself where the tables have no name.

    >>> goods_of_code("27.01"), goods_of_code("871200")
    ('coal', 'hs:871200')
    """
    plain = code.replace(".", "")
    return _names_by_heading().get(plain, f"hs:{plain}")


@cache
def _names_by_heading() -> dict[str, str]:
    """Goods that are one heading exactly; where several are, the widest."""
    widest_first = sorted(commodities().values(), key=lambda one: len(lineage(one.name)))
    return {one.hs[0]: one.name for one in reversed(widest_first) if len(one.hs) == 1}
