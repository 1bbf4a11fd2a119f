"""Attributive: goods in the singular, as they stand right before a flow: auto part exports, egg imports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nktrade.core.codes import ALL_GOODS

Endings = Sequence[tuple[str, str]]


def attributive(goods: Iterable[tuple[str, str]], endings: Endings) -> Iterator[tuple[str, str]]:
    """The singular of each spelling of goods, as a noun that is goods where it is traded, and nothing elsewhere.

    >>> list(attributive([("tires", "tires"), ("glass", "glass")], [("ss", "ss"), ("s", "")]))
    [('tire', 'tires||')]
    """
    for spelling, good in goods:
        one = _singular(spelling, endings)
        if one != spelling and good != ALL_GOODS:
            yield one, f"{good}||"


def endings_of(table: Mapping[str, str]) -> Endings:
    """The endings as a language lists them: of several that fit the longest counts."""
    return sorted(table.items(), key=lambda pair: -len(pair[0]))


def _singular(spelling: str, endings: Endings) -> str:
    for plural, one in endings:
        if spelling.endswith(plural):
            return spelling.removesuffix(plural) + one
    return spelling
