"""Written units: what people write for units in the cells and headers of their tables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from math import prod
from pathlib import Path

from nktrade.customs.columns import MEASURES
from nktrade.customs.names import folded
from nktrade.errors import UnitError
from nktrade.reference.tables import read_table
from nktrade.reference.units import Unit, currencies, unit, units

_TABLE = Path(__file__).with_name("tables") / "currency_words.csv"
_SCALES = {
    **dict.fromkeys(("thousand", "thousands", "'000", "000", "000s", "'000s"), 1000),
    **dict.fromkeys(("million", "millions", "mn", "mln"), 10**6),
    **dict.fromkeys(("billion", "billions", "bn", "bln"), 10**9),
}
_POWER = re.compile(r"10{1,9}|1(?:,000)+|10,000|100,000")
_WORDS = re.compile(r"[^\s()\[\]]+")
_UNSAID = frozenset({"of", "in"})
_GLUED = re.compile(r"(us\$)(?=\d)")
"""Customs write US$1,000 for thousands of dollars."""
_BORDER = re.compile(r"(?<=[\w.])(?=[\s_(\[,])")


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyWord:
    """What offices and people call so many units of a currency."""

    word: str
    code: str
    scale: int
    source: str
    as_of: str
    verified: bool


@cache
def written_unit(text: str) -> Unit | None:
    """The unit that the words mean; None where they mean none that is known.

    >>> print(written_unit("thousand USD")), print(written_unit("US$1,000"))
    1 thousand USD = 1000 USD
    1 US$1,000 = 1000 USD
    (None, None)
    """
    try:
        return unit(text)
    except UnitError:
        words = _WORDS.findall(_GLUED.sub(r"\1 ", text.casefold()))
    scales = [scale for word in words if (scale := _scale(word))]
    name = " ".join(word for word in words if word not in _UNSAID and not _scale(word))
    known = _names().get(name)
    return replace(known, code=text, factor=known.factor * prod(scales)) if known else None


def units_apart(
    header: Sequence[str], fields: Mapping[str, Sequence[str]]
) -> tuple[list[str], dict[str, str]]:
    """The header without the units behind its names, and the units by name: value (thousand USD), weight_kg.

    ``fields`` are the names that columns may have, by field.
    """
    names, found = list(header), dict[str, str]()
    known = {folded(name) for field in MEASURES for name in fields.get(field, ())}
    for at, cell in enumerate(header):
        for border in _BORDER.finditer(cell):
            name, rest = cell[: border.start()], cell[border.start() :].strip(" ()[],_")
            rest = rest.replace("_", " ")
            if folded(name) in known and written_unit(rest):
                names[at], found[name] = name, rest
    return names, found


def _scale(word: str) -> int | None:
    return int(word.replace(",", "")) if _POWER.fullmatch(word) else _SCALES.get(word)


@cache
def _names() -> Mapping[str, Unit]:
    """Units by what people call them, whatever the case, where that is one unit alone."""
    found: dict[str, set[str]] = {}
    for name, one in units().items():
        found.setdefault(name.casefold(), set()).add(one.code)
    for money in currencies().values():
        found.setdefault(money.name.casefold(), set()).add(money.code)
    plain = {name: units()[codes.pop()] for name, codes in found.items() if len(codes) == 1}
    spoken = {
        one.word: replace(units()[one.code], factor=Fraction(one.scale))
        for one in read_table(_TABLE, CurrencyWord)
    }
    return plain | spoken
