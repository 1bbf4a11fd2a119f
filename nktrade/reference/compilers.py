"""Compilers: who counts and who prints, under one canonical name each."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiler:
    """One office that counts, or one outlet that prints."""

    name: str
    kind: str
    """official, authority (sets rules, counts nothing), agency (gathers others' figures), press, or unknown."""
    area: str | None
    aliases: tuple[str, ...]
    repeats: str | None
    """The outlet whose reports it reprints: the two are one witness."""
    source: str
    verified: bool


@cache
def compilers() -> dict[str, Compiler]:
    """Every compiler by its canonical name.

    >>> compilers()["China customs"].kind
    'official'
    """
    return unique(_rows(), lambda one: [one.name], "compilers")


def compiler(name: str) -> Compiler | None:
    """The compiler that goes by this name or alias; None where the table holds no such name.

    >>> compiler("GACC").name, compiler("中国海关").name
    ('China customs', 'China customs')
    """
    return _by_alias().get(name.strip().casefold())


def witness(origin: str) -> str | None:
    """Who first printed what this outlet prints; None where that is not known.

    >>> witness("TBS/JNN"), witness("unknown agency")
    ('TBS', None)
    """
    found = compiler(origin)
    while found and found.repeats:
        found = compilers()[found.repeats]
    if found is None:
        return origin or None
    return None if found.kind == "unknown" else found.name


def witnesses(origins: Iterable[str]) -> frozenset[str]:
    """The independent ones among outlets: reprints are one, an unknown one counts as none.

    >>> len(witnesses(["Yonhap", "연합뉴스", "unknown agency", "Reuters"]))
    2
    """
    return frozenset(one for one in map(witness, origins) if one)


@cache
def _rows() -> tuple[Compiler, ...]:
    return read_table("compilers", Compiler)


@cache
def _by_alias() -> dict[str, Compiler]:
    return unique(
        _rows(),
        lambda one: {alias.casefold() for alias in (one.name, *one.aliases)},
        "compilers",
    )
