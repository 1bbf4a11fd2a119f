"""Numbers with their units, as an economist writes them: 204.203 million USD."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from nktrade.core.interval import Interval

_EXACT = 12
"""Digits within which a decimal is shown whole."""
_WHOLE = 10**_EXACT
_ROUNDED = 6
"""Digits shown of what no short decimal can say."""
_SHORT_UNITS = {"percent": "%", "percent_point": "percentage points", "x": "times", "count": ""}
_EVERY = {"/month": " a month", "/d": " a day"}
"""What rates that no text prints, but that follow, are called."""
_NARROW = 20
"""An interval whose width is at most a twentieth of its middle is spoken of by its middle."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A counting word and what one of it is worth."""

    worth: int
    word: str

    def unit(self, unit: str | None) -> str:
        """The counting word with the unit: 'million USD'."""
        return " ".join(word for word in (self.word, unit_words(unit)) if word)


ONE = Scale(1, "")
_SCALES = (Scale(10**9, "billion"), Scale(10**6, "million"))


def unit_words(unit: str | None) -> str:
    """The unit as a reader writes it."""
    if unit is None:
        return "(unit not read)"
    for mark, words in _EVERY.items():
        if unit.endswith(mark) and unit not in _SHORT_UNITS:
            return f"{unit_words(unit.removesuffix(mark))}{words}".strip()
    return _SHORT_UNITS.get(unit, unit)


def scale_of(values: Iterable[Fraction]) -> Scale:
    """The counting word that suits the largest of the values."""
    largest = max(map(abs, values), default=Fraction(0))
    return next((scale for scale in _SCALES if largest >= scale.worth), ONE)


def quantity(value: Fraction, unit: str | None) -> str:
    """The value with its counting word and unit.

    >>> quantity(Fraction(204203000), "USD")
    '204.203 million USD'
    >>> quantity(Fraction(75, 2), "percent")
    '37.5%'
    """
    return _with_unit(digits(value, scale := scale_of([value])), scale.unit(unit))


def _with_unit(shown: str, unit: str) -> str:
    return f"{shown}{unit}" if unit == "%" else f"{shown} {unit}".rstrip()


def digits(value: Fraction, scale: Scale = ONE) -> str:
    """The value in a scale as decimal digits: whole where twelve digits say it, else six.

    >>> digits(Fraction(12955, 10**3)), digits(Fraction(2, 3))
    ('12.955', '0.666667')
    """
    scaled = value if scale is ONE else value / scale.worth
    if scaled.denominator == 1 and abs(scaled.numerator) < _WHOLE:
        return f"{scaled.numerator:,}"
    context = Context(prec=_EXACT)
    shown = context.divide(Decimal(scaled.numerator), Decimal(scaled.denominator))
    if context.flags[Inexact]:
        shown = Context(prec=_ROUNDED).plus(shown)
    text = f"{shown:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def span(interval: Interval, unit: str | None) -> str:
    """The interval in words.

    >>> span(Interval.of(204202000, 204204000), "USD")
    '204.202 to 204.204 million USD'
    """
    low, high = interval.low, interval.high
    if low is None or high is None:
        end = low if high is None else high
        if end is None:
            return "any value"
        return f"at {'least' if high is None else 'most'} {quantity(end, unit)}"
    if low == high:
        return quantity(low, unit)
    scale = scale_of([low, high])
    return _with_unit(f"{digits(low, scale)} to {digits(high, scale)}", scale.unit(unit))


def about(interval: Interval, unit: str | None) -> str:
    """A narrow interval by its middle, a wide one by its ends, neither finer than its width says.

    >>> about(Interval.of(204110000, 204452505), "USD"), about(Interval.of(1, 2), "t")
    ('204.28 million USD', '1 to 2 t')
    """
    low, high = interval.low, interval.high
    if low is None or high is None or low == high:
        return span(interval, unit)
    centre = (low + high) / 2
    if (high - low) * _NARROW <= abs(centre):
        return quantity(_rounded(centre, high - low, 1), unit)
    return span(Interval(*(_rounded(end, high - low, 2) for end in (low, high))), unit)


def _rounded(value: Fraction, width: Fraction, finer: int) -> Fraction:
    """The value to so many digits below the first digit of the width."""
    context = Context(prec=finer + 1)
    size = context.divide(Decimal(width.numerator), Decimal(width.denominator))
    return round(value, finer - size.adjusted())
