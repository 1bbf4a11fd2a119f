"""Amounts as a writer prints them: a true number, rounded or cut off, in some notation.

The digits that are printed are decided here, from the exact number; how they look is a row of a
language table. ``Form.surface`` prints any digits in the same manner again, which is what a
planted misprint needs.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from nktrade.core.amount import Amount
from nktrade.core.codes import Approx
from nktrade.testing.choice import Choice, happens
from nktrade.testing.languages import Language

ROUNDINGS = ("half_up", "half_even")
"""How statistics offices round. Cutting off ("down") must be asked for."""
SLACK = Fraction(1, 20)
"""How far a hedge may stray by the widest reading; the writer strays by its rounding alone."""
_HEDGE_ROUNDING = {"more_than": "down", "at_least": "down", "less_than": "up", "nearly": "up"}
_RATES = frozenset({"percent", "USD/t", "USD/bbl"})
_MOST_DECIMALS = 3
_CENTS = 2
_MOST_WHOLE_DIGITS = 5
_HEDGED_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The manner of one printed amount."""

    language: Language
    notation: str
    pattern: str
    """With {number} and, where a scale word stands, {scale}."""
    unit: str
    hedge: str = "{}"

    def surface(self, amount: Amount) -> str:
        """The amount in this manner, without its hedge."""
        return self.pattern.format(
            number=self._number(amount), scale=self._scale_words.get(str(_exponent(amount)), "")
        ).strip()

    def can_print(self, amount: Amount) -> bool:
        """Whether this manner has words for the scale of the amount."""
        exponent = _exponent(amount)
        return exponent == 0 or str(exponent) in self._scale_words

    @property
    def scales(self) -> tuple[int, ...]:
        """The powers of ten that this manner has words for, and none."""
        return (0, *(int(exponent) for exponent in self._scale_words))

    @property
    def _scale_words(self) -> dict[str, str]:
        if self.notation == "short":
            return self.language.units[self.unit].shorts
        return self.language.scales if "{scale}" in self.pattern else {}

    def _number(self, amount: Amount) -> str:
        if self.notation in {"myriad", "worded"}:
            thousand = self.language.thousand if self.notation == "worded" else ""
            return myriad(int(amount.digits), self.language.big_words, thousand)
        whole, point, decimals = amount.digits.partition(".")
        if self.notation == "spelled" and point:
            return self._spoken(whole) + self.language.spelled_point + self._spoken(decimals)
        groups = "," if self.language.groups_scaled or self.notation in {"full", "cell"} else ""
        return f"{int(whole):{groups}}{point}{decimals}"

    def _spoken(self, digits: str) -> str:
        return self.language.spelled[int(digits)] if len(digits) == 1 else digits


def myriad(number: int, big_words: dict[str, str], thousand: str = "") -> str:
    """The number in groups closed by big words, nothing padded: 1억2345만, or 1억2천345만.

    >>> myriad(40304, {"4": "万"}), myriad(1205000, {"4": "만"}, "천")
    ('4万304', '120만5천')
    """
    parts = []
    for exponent, word in {**big_words, "0": ""}.items():
        group, number = divmod(number, 10 ** int(exponent))
        parts.append(_group(group, thousand) + word if group else "")
    return "".join(parts) or "0"


def _group(group: int, thousand: str) -> str:
    """Four digits or fewer, the thousands with a word of their own where there is one."""
    thousands, rest = divmod(group, 1000)
    if not thousand or not thousands:
        return str(group)
    return f"{thousands}{thousand}{rest or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What is the same for all amounts of one report, and who decides the rest."""

    language: Language
    choice: Choice
    notations: tuple[str, ...]
    roundings: tuple[str, ...] = ROUNDINGS
    hedge_once_in: int = 8
    """Zero for never."""
    fewest_digits: int = 2
    most_digits: int = 6


def written(value: Fraction, unit: str, manner: Manner) -> tuple[Amount, Form] | None:
    """The digits and manner in which a positive number is printed.

    Missing: None where it would be printed as zero, which says nothing of a change.
    """
    choice = manner.choice
    hedge = _hedge(unit, manner)
    form = _form(value, unit, manner)
    if hedge:
        form = replace(form, hedge=choice.one(manner.language.hedges[hedge]))
    exponent = _fitting(value, form, choice)
    whole_digits = len(str(int(value / _power(exponent))))
    places = _places(unit, whole_digits, manner, is_hedged=bool(hedge))
    if unit not in _RATES and not exponent:
        places = min(places, 0)
    rounding = _HEDGE_ROUNDING.get(hedge, choice.one(manner.roundings))
    steps = rounded(value / _power(exponent) * _power(places), rounding)
    if steps == 0:
        return None
    return _amount(steps, places, exponent, unit, hedge), form


def rounded(value: Fraction, rounding: str) -> int:
    """A positive number as a whole one: half_up, half_even, down or up.

    >>> rounded(Fraction(5, 2), "half_even"), rounded(Fraction(5, 2), "half_up")
    (2, 3)
    """
    whole, rest = divmod(value, 1)
    upward = {
        "down": False,
        "up": rest > 0,
        "half_up": rest >= Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
    }
    return int(whole) + upward[rounding]


def digits_of(steps: int, places: int) -> str:
    """So many steps of the last printed digit, written with so many decimals.

    >>> digits_of(218, 2), digits_of(218, -1)
    ('2.18', '2180')
    """
    if places <= 0:
        return str(steps) + "0" * -places
    digits = str(steps).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def _amount(steps: int, places: int, exponent: int, unit: str, hedge: str) -> Amount:
    return Amount(
        digits=digits_of(steps, places),
        scale=_power(exponent),
        approx=Approx(hedge) if hedge else Approx.EXACT,
        slack=SLACK if hedge else Fraction(0),
        zeros_known=unit == "percent",
    )


def _hedge(unit: str, manner: Manner) -> str:
    is_possible = manner.hedge_once_in > 0 and unit not in _RATES
    if not is_possible or not happens(manner.choice, manner.hedge_once_in):
        return ""
    return manner.choice.one(tuple(manner.language.hedges))


def _form(value: Fraction, unit: str, manner: Manner) -> Form:
    """Some notation of the manner that the unit has; small numbers are written out."""
    language, words = manner.language, manner.language.units[unit]
    usable = [name for name in manner.notations if getattr(words, name)]
    if value < language.written_out_below and unit not in _RATES:
        usable = ["full"]
    notation = manner.choice.one(usable or ["full"])
    pattern = manner.choice.one(getattr(words, notation))
    return Form(language=language, notation=notation, pattern=pattern, unit=unit)


def _fitting(value: Fraction, form: Form, choice: Choice) -> int:
    """The power of ten of the scale word: mostly the largest that leaves a whole part."""
    below = [exponent for exponent in form.scales if exponent == 0 or value >= 10**exponent]
    largest = max(below)
    smaller = [
        exponent
        for exponent in below
        if 0 < exponent < largest and value < 10 ** (exponent + _MOST_WHOLE_DIGITS)
    ]
    return choice.one([largest] * 5 + (smaller[-1:] if form.notation != "spelled" else []))


def _places(unit: str, whole_digits: int, manner: Manner, *, is_hedged: bool) -> int:
    """How many decimals are printed; a negative count leaves so many zeros at the end."""
    if unit == "percent":
        return manner.choice.one((1, 1, 1, 0, 2))
    most = _HEDGED_DIGITS if is_hedged else manner.most_digits
    places = min(manner.choice.whole(manner.fewest_digits, most) - whole_digits, _MOST_DECIMALS)
    return max(min(places, _CENTS), 0) if unit in _RATES else places


def _exponent(amount: Amount) -> int:
    return len(str(amount.scale.numerator)) - 1


def _power(exponent: int) -> Fraction:
    return Fraction(10) ** exponent
