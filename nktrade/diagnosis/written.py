"""Numbers, intervals and objects as JSON writes them, made exact or refused with a reason."""

import difflib
import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from nktrade.core.interval import Interval
from nktrade.errors import FigureSystemError, nearest

# Any: what a JSON document holds is known only after it was looked at.
Json = Any
_FAITHFUL_DIGITS = 15
"""Decimal digits that every double carries: what stands behind them is binary noise."""
_LARGEST_DIVISOR = 10_000
_EXPONENT = re.compile(r"[eE]([+-]?\d+)\s*$")
LONGEST = 150
"""Digits of a number: the square of one more is too large for a double."""
_LARGEST = 10**LONGEST
_BITS = 10_000
_SHOWN = 40
GROUPED = r"\d{1,3}(?:[,']\d{3})+"
"""Digits with a mark at every thousand: a mark anywhere else may be a decimal comma."""
_MARKED = re.compile(rf"\s*[+-]?{GROUPED}(?:\.\d*)?\s*")


def exact(number: Json, place: str) -> Fraction:
    """The decimal number that was written, without the noise of its binary form.

    >>> exact(0.1 + 0.2, "x")
    Fraction(3, 10)
    """
    if isinstance(number, bool) or not isinstance(number, int | float | str | Decimal | Fraction):
        raise FigureSystemError(
            f"{place}: found {kind_of(number)}, expected a number; write digits"
        )
    if isinstance(number, float):
        if not math.isfinite(number):
            raise FigureSystemError(
                f"{place}: found {number}, expected a finite number; "
                "write null for an open end, missing: true for no print"
            )
        return _written(number)
    if isinstance(number, str):
        return _of_text(number, place)
    try:
        return _bounded(Fraction(number))
    except (ValueError, InvalidOperation, OverflowError) as error:
        raise FigureSystemError(
            f"{place}: found {_shown(number)}, expected a finite number of at most {LONGEST} "
            "digits; write plain digits"
        ) from error


def interval(ends: Json, place: str) -> Interval:
    """The interval between two written ends, null for an open one."""
    if ends is None:
        return Interval(None, None)
    if not isinstance(ends, Sequence) or isinstance(ends, str) or len(ends) != len(("low", "high")):
        raise FigureSystemError(
            f"{place}: found {ends!r}, expected two ends; write [low, high], null for an open end"
        )
    low, high = (None if end is None else exact(end, place) for end in ends)
    if low is not None and high is not None and low > high:
        raise FigureSystemError(
            f"{place}: found low {float(low):.15g} above high {float(high):.15g}, expected low <= high; "
            "exchange them"
        )
    return Interval(low, high)


def flag(flag: Json, place: str) -> bool:
    """True or false as written; absent means false."""
    if flag is None or isinstance(flag, bool):
        return bool(flag)
    raise FigureSystemError(f"{place}: found {flag!r}, expected true or false; drop the quotes")


def is_power_of_ten(number: Fraction) -> bool:
    """Whether a number is 1, 10, 100 ... or a tenth, a hundredth ..."""
    text = str(max(number.numerator, number.denominator))
    return 1 in {number.numerator, number.denominator} and text.rstrip("0") == "1"


def expect_mapping(entry: Json, place: str, known: Sequence[str]) -> None:
    """Nothing, where the entry is an object whose fields are known or plainly notes."""
    if not isinstance(entry, Mapping):
        raise FigureSystemError(
            f"{place}: found {kind_of(entry)}, expected an object; write {{ }} around its fields"
        )
    for key in entry if known else ():
        # A note beside the fields does no harm; a misspelt field would be lost in silence.
        if key not in known and difflib.get_close_matches(str(key), known, n=1, cutoff=0.75):
            raise FigureSystemError(
                f"{place}: found unknown field {key!r}, expected a known one; {nearest(str(key), known)}"
            )


def _of_text(number: str, place: str) -> Fraction:
    """The number in digits; an exponent beyond every unit would fill the memory with zeros."""
    plain = number.replace(",", "").replace("'", "") if _MARKED.fullmatch(number) else number
    exponent = _EXPONENT.search(plain)
    is_long = len(plain) > LONGEST or (exponent and abs(int(exponent[1])) > LONGEST)
    try:
        if not is_long:
            return _bounded(Fraction(plain))
    except (ValueError, ZeroDivisionError):
        pass
    raise FigureSystemError(
        f"{place}: found {_shown(number)}, expected a finite number of at most {LONGEST} digits; "
        "write plain digits, a point before decimals"
    )


def _shown(number: Json) -> str:
    """The beginning of what was written; Python prints no whole number of thousands of digits."""
    is_vast = isinstance(number, int) and number.bit_length() > _BITS
    text = "a whole number of thousands of digits" if is_vast else repr(number)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _bounded(number: Fraction) -> Fraction:
    """The number, if sums and squares of it are still numbers for a computer."""
    if abs(number) >= _LARGEST:
        raise ValueError(f"at most {LONGEST} digits")
    return number


def _written(number: float) -> Fraction:
    """The decimal that the double stands for, or the ratio of small numbers that it is: 1/3."""
    decimal = Fraction(format(number, f".{_FAITHFUL_DIGITS}g"))
    ratio = Fraction(number).limit_denominator(_LARGEST_DIVISOR)
    return ratio if float(decimal) != number and float(ratio) == number else decimal


def digits_of(value: Fraction | None) -> str | None:
    """The decimal digits of a bare number; None where it has no short decimal form."""
    if value is None:
        return None
    text = format(Decimal(value.numerator) / Decimal(value.denominator), "f").lstrip("-")
    return text if Fraction(text) == abs(value) and len(text) <= _FAITHFUL_DIGITS + 1 else None


def kind_of(entry: Json) -> str:
    """What sort of JSON value this is, in words."""
    names = {
        type(None): "null",
        bool: "true or false",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(entry), type(entry).__name__)
