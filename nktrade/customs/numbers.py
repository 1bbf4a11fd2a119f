"""Numbers: what cells print, by the marks for thousands and decimals that their file uses.

12,955 is thousands in one country and a fraction in another. A file says which by its other numbers; where
it does not, and cells are parted by semicolons as they are where commas mark decimals, nothing is assumed.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_POINT, _COMMA = ".", ","
_BLANKS = " \u00a0\u2009\u202f'\u2019"
"""What stands between groups of three digits besides a comma or a point."""
_LONGEST = 30
"""Digits beyond which no figure of trade goes."""
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
"""One group of three digits after a mark: thousands or decimals."""


def _shape(decimal: str) -> re.Pattern[str]:
    groups = rf"[1-9]\d{{0,2}}(?P<mark>[{re.escape(_other(decimal))}{_BLANKS}])\d{{3}}(?:(?P=mark)\d{{3}})*"
    return re.compile(rf"[+-]?(?:{groups}|\d+)?(?:{re.escape(decimal)}\d*)?(?:[eE][+-]?\d+)?")


def _other(decimal: str) -> str:
    return _COMMA if decimal == _POINT else _POINT


_SHAPES = {decimal: _shape(decimal) for decimal in (_POINT, _COMMA)}
_PLAIN = {
    decimal: str.maketrans({decimal: _POINT, **dict.fromkeys(_BLANKS + _other(decimal))})
    for decimal in _SHAPES
}
"""What makes a number plain, by the mark that it has for decimals."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number, and what one step of its last digit is worth."""

    value: float
    step: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How a file writes numbers."""

    decimal: str = _POINT
    is_sure: bool = True
    """Whether one group of three digits after a mark is read as the rest is; else it is refused."""

    @classmethod
    def of(cls, texts: Iterable[str], separator: str, told: str = "") -> "Marks":
        """The marks that the numbers of a file show, or that its user tells.

        >>> Marks.of(["12,955", "0,5"], ";").decimal
        ','
        """
        if told in _SHAPES:
            return cls(decimal=told)
        shown = {mark for one in texts for mark in marks_shown(one)}
        if len(shown) == 1:
            return cls(decimal=shown.pop())
        return cls(is_sure=not shown and separator != ";")

    def doubt(self, text: str) -> bool:
        """Whether nothing says what a number's mark is for."""
        return not self.is_sure and bool(_DOUBTFUL.fullmatch(text))


def marks_shown(text: str) -> frozenset[str]:
    """The marks that a number can only have for decimals: none where it may be read either way.

    >>> marks_shown("0,5"), marks_shown("12,955")
    (frozenset({','}), frozenset())
    """
    if text.isdecimal() or _DOUBTFUL.fullmatch(text):
        return frozenset()
    return frozenset(mark for mark in _SHAPES if _shows(text, mark))


def _shows(text: str, decimal: str) -> bool:
    """Whether a number has this mark for decimals and cannot have the other."""
    return (_POINT in text or _COMMA in text) and bool(
        _SHAPES[decimal].fullmatch(text) and not _SHAPES[_other(decimal)].fullmatch(text)
    )


def number(
    text: str, *, marks: Marks | None = None, written_by_programme: bool = False
) -> Number | None:
    """The number a cell prints; None where it prints none.

    A power of ten leaves as many digits as stand before it: spreadsheets show 3.59E+12 of a longer number.

    >>> number("3,593,601,435,602").value, number("1 234,5", marks=Marks(decimal=",")).value
    (3593601435602.0, 1234.5)
    >>> number("421801000.0", written_by_programme=True).step, number("3.59E+12").step
    (1.0, 10000000000.0)
    """
    if text.isdecimal() and len(text) < _LONGEST:  # most cells are, and need no closer look
        return Number(float(text), 1.0)
    told = marks or Marks()
    shape = _SHAPES[told.decimal].fullmatch(text)
    if not any(map(str.isdigit, text)) or shape is None or told.doubt(text):
        return None
    try:
        exact = Decimal(text.translate(_PLAIN[told.decimal]))
    except InvalidOperation:
        return None
    places = int(exact.as_tuple().exponent)
    if written_by_programme and places < 0 and exact == exact.to_integral_value():
        places = 0
    value = float(exact)
    return Number(value, 10.0**places) if math.isfinite(value) and abs(places) < _LONGEST else None
