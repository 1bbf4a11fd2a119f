"""Moments: a time template with its slots filled, and the anchor from which its words are read."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from nktrade.core.period import Period
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.numerals import numeral_in_words

_TEN, _CENTURY = 10, 100
_PIVOT = 70
MILLENNIUM = 2000


class When(NamedTuple):
    """A time template with its slots filled: numbers where the print is absolute, shifts where not."""

    means: str
    year: int | None = None
    shift: int | None = None
    """Years from the anchor's, where the year is named by a word; THAT for 'that year'."""
    year2: int | None = None
    month: int | None = None
    month2: int | None = None
    n: int | None = None
    day: int | None = None
    day2: int | None = None
    until: int | None = None
    """The number of the last of a list of such times without a year: they are of one year."""

    @property
    def is_base(self) -> bool:
        """Whether it names a period by its distance from another."""
        return self.means.startswith(("base:", "rate:"))

    @property
    def base(self) -> str | None:
        """The name of that distance."""
        return self.means.partition(":")[2] if self.is_base else None

    @property
    def is_point(self) -> bool:
        """Whether it names the other period itself (a year earlier), not a rate (on-year)."""
        return self.means.startswith("base:")

    @property
    def is_rate(self) -> bool:
        """Whether it says only over how long something moved: on-year, on the month."""
        return self.is_base and not self.is_point

    @property
    def is_distance(self) -> bool:
        """Whether it names the other period from this one: a year earlier, the same months, three years before."""
        return self.is_point or self.means == "same" or self.means.endswith("_before")

    @property
    def is_onward(self) -> bool:
        """Whether it names the other period by how much later it lies: a year later."""
        return self.means.endswith("_after")

    @property
    def has_year(self) -> bool:
        """Whether the words fix the year."""
        return self.year is not None or self.shift is not None


THAT, THE = 100, 101
"""The shifts that stand for the year spoken of, and for that or the current one."""


class Anchor(NamedTuple):
    """From where relative time words are read."""

    day: date | None
    """The date line."""
    year: int | None = None
    """The year last spoken of."""
    reporter: str | None = None
    period: Period | None = None
    """The period last spoken of."""
    month: Period | None = None
    """The month last spoken of."""
    summed: Period | None = None
    """The longer time that was last added up, which ends with the one spoken of."""
    first: Period | None = None
    """The period that the text began with."""


def filled(match: "re.Match[str]", means: str, lexicon: Lexicon) -> When:
    """The matched template with its slots as numbers."""
    slots = match.groupdict()
    means, _, number = (
        means.partition(":") if not means.startswith(("base:", "rate:")) else (means, "", "")
    )
    year, shift = _year(slots.get("year"), lexicon)
    year2, shift2 = _year(slots.get("year2"), lexicon)
    shift = shift2 if year is None and shift is None else shift  # January to May last year
    if shift == THE:
        shift = THAT if means in {"year", "whole_year"} else None
    return When(
        means=means,
        year=year,
        shift=shift,
        year2=year2,
        month=_look(slots.get("month"), lexicon.months),
        month2=_look(slots.get("month2"), lexicon.months),
        n=int(number or 0)
        or _count(slots.get("n"), lexicon)
        or _look(slots.get("ord"), lexicon.ordinals),
        day=_day(slots.get("day")),
        day2=_day(slots.get("day2")),
    )


def _year(text: str | None, lexicon: Lexicon) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    era = next((name for name in lexicon.eras if text.startswith(name)), None)
    if era is not None:
        return lexicon.eras[era] + (_number(text[len(era) :].strip(), lexicon) or 1) - 1, None
    if text in lexicon.years:
        return None, lexicon.years[text]
    number = _number(text, lexicon)
    return (None if number is None else _calendar(number, lexicon)), None


def _calendar(number: int, lexicon: Lexicon) -> int:
    """The year of a number of two, three or four digits."""
    if number >= _CENTURY:
        return lexicon.era + number - 1 if lexicon.era and number < MILLENNIUM // 2 else number
    return number + (1900 if number >= _PIVOT else MILLENNIUM)


def _number(text: str, lexicon: Lexicon) -> int | None:
    """The number that a year begins with: in digits, in words for them (二〇二四), or in place words (三十)."""
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    said: list[int] = []
    place = 0
    while word := lexicon.number.match(text, place):
        said.append(int(lexicon.numbers[word[0]]))
        place = word.end()
    if said and max(said) < _TEN and not lexicon.scale.match(text, place):
        return int("".join(map(str, said)))
    placed = numeral_in_words(text, 0, lexicon)
    return int(Fraction(placed.digits) * placed.scale) if placed else None


def _look(text: str | None, table: Mapping[str, int]) -> int | None:
    return table.get(text) if text else None


def _count(text: str | None, lexicon: Lexicon) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else int(lexicon.numbers[text])


def _day(text: str | None) -> int | None:
    digits = re.match(r"\d+", text) if text else None
    return int(digits[0]) if digits else None
