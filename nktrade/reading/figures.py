"""Figures: every amount of a text with unit, sign and hedge, none of it resolved.

Regular expressions find a number; a small state machine looks back a few characters for currency, sign
and hedge, and ahead for scale, unit and ``per``. What neighbours lend to numbers without a unit is told
in ``lending``.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from nktrade.core.amount import Amount, worth
from nktrade.core.codes import Approx
from nktrade.reading.kinds import is_difference
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.numerals import Numeral, numeral_at, numeral_in_words
from nktrade.reading.words import Mention
from nktrade.reference import hedges

_MINUS = frozenset("-−–▲△▼")
PARTS = frozenset({"percent", "percent_point", "x"})
_WEIGHED = frozenset({"t", "kg", "bbl", "m3", "L", "gal", "lb", "short_ton", "long_ton"})
"""Units of which so many make one of another: 7.5 barrels to the ton."""
_ENDS_A_TITLE = re.compile(r"\)[ \t]*(?:\n|\Z)")
_OPENS_A_NOTE = re.compile(r"\((?:\w+:? )?\Z")
_LOOK_BACK = 12
_MOST_DIGITS = 40
"""No amount of the world has more; longer runs of digits are no numbers."""
_WHOLE = 100
_SMALLEST_PART, _QUARTERS = 50, 4
"""The press writes no smaller part in words than a fiftieth; up to quarters it uses them all."""
_FILLER = re.compile(r" [a-z][a-z\-]+ ")


class Spot(NamedTuple):
    """A figure on its way: the numeral with what stands around it."""

    start: int
    end: int
    numeral: Numeral
    unit: str | None
    sign: str | None = None
    hedge: str = "exact"
    per: str | None = None
    compound: bool = False
    """Joined to the next word by a hyphen: a 10,000-ton ship."""
    role: str | None = None
    """'multiple' (doubled), 'fraction' (a third): what sort of word it is, without digits."""
    ceiling: Numeral | None = None

    @property
    def amount(self) -> Amount:
        """The number with its hedge, as records carry it."""
        hedge = hedges()[self.hedge.partition(":")[0]]
        digits, scale = self._counted
        return Amount(
            digits=digits,
            scale=scale,
            approx=Approx.RANGE if self.ceiling else hedge.approx,
            slack=hedge.slack,
            zeros_known=self.unit in PARTS,
            ceiling=self.ceiling and Amount(digits=self.ceiling.digits, scale=self.ceiling.scale),
        )

    @property
    def value(self) -> Fraction:
        """The number alone, in base units: what most rules ask of an amount."""
        if self.ceiling is not None:
            return self.amount.value
        digits, scale = self._counted
        return worth(digits, *scale.as_integer_ratio())

    @property
    def _counted(self) -> tuple[str, Fraction]:
        """Digits and what they count: of a fraction in words, steps as wide as to the next fraction in use.

        A third is 4 twelfths, of which 3 are a quarter; a tenth is 5 fiftieths, so 9 to 11 percent.
        """
        if self.role != "fraction":
            return self.numeral.digits, self.numeral.scale
        percent = Fraction(self.numeral.digits)
        part = (percent / _WHOLE).limit_denominator(_SMALLEST_PART)
        steps = part.numerator * (min(part.denominator, _QUARTERS) + 1)
        return (str(steps), percent / steps) if steps else (self.numeral.digits, self.numeral.scale)

    def from_one_less(self) -> "Spot":
        """The spot as a range that begins one below its first digit, where it has only one."""
        digits = self.numeral.digits
        if not digits.isdigit() or len(digits) > 1:
            return self
        low = self.numeral._replace(digits=str(int(digits) - 1))
        return self._replace(numeral=low, ceiling=self.numeral)


class Places(NamedTuple):
    """Mentions by where they begin and end."""

    starts: Mapping[int, Mention]
    ends: Mapping[int, Mention]

    @classmethod
    def of(cls, found: list[Mention]) -> "Places":
        """Both ways to look a mention up."""
        return cls({one.start: one for one in found}, {one.end: one for one in found})


def printed_spots(
    text: str, found: list[Mention], places: Places, lexicon: Lexicon, span: tuple[int, int]
) -> list[Spot]:
    """All numbers of a stretch of text in order, each with what stands beside itself."""
    start, stop = span
    gates: list[tuple[int, int, int, Mention | None]] = [
        (match.start(), 1, match.end(), None)
        for match in lexicon.digits.finditer(text, start, stop)
    ]
    gates += [(one.start, 0, one.end, one) for one in found if one.role in _GATES]
    gates.sort(key=lambda gate: gate[:3])
    out: list[Spot] = []
    reached = 0
    for begin, _, end, one in gates:
        if begin < reached:
            continue
        if one is not None and one.role in _CLOSED:
            reached = one.end
            continue
        spot = (
            _printed(text, begin, end, places, lexicon)
            if one is None
            else _worded(text, one, places, lexicon)
        )
        if spot:
            reached = spot.end
            if not (_is_size(text, spot, places, lexicon) or _is_unit_note(text, spot)):
                out.append(spot)
    return out


def _printed(text: str, start: int, end: int, places: Places, lexicon: Lexicon) -> Spot | None:
    """The figure whose digits stand from start to end, or None where they are part of a name."""
    if end - start > _MOST_DIGITS:
        return None
    money = lexicon.money_before.search(text[max(0, start - _LOOK_BACK) : start])
    if not money and _is_part_of_a_name(text, start):
        return None
    begin = start - (len(money[0]) if money else 0)
    numeral = numeral_at(text, start, end, lexicon)
    unit = lexicon.money[money[0].rstrip(" -")] if money else None
    spot = _finished(text, Spot(begin, numeral.end, numeral, unit), lexicon)
    if spot.unit is None and text[numeral.end : numeral.end + 1].isalpha() and lexicon.spaced:
        return None
    if spot.unit is None and numeral.scaled and text[numeral.end - 2].isdigit():
        return None  # a lone letter is a scale only beside money or a unit: 3.7m may be metres
    return _hedged(_signed(text, spot), places)


def _is_size(text: str, spot: Spot, places: Places, lexicon: Lexicon) -> bool:
    """Whether it says how big a machine is: a 10-ton truck. What a ship holds is an amount."""
    after = places.starts.get(spot.end + 1)
    if after and after.role == "size":
        return False
    return spot.compound and lexicon.count.match(text, spot.end + 1) is not None


def _is_unit_note(text: str, spot: Spot) -> bool:
    """Whether brackets at the end of a line, without a stop, say in what a table counts: (US$1,000)."""
    digits = spot.numeral.digits
    is_round = len(digits) > len("100") and digits[0] == "1" and not digits[1:].strip("0")
    is_closed = is_round and _ENDS_A_TITLE.match(text, spot.end) is not None
    return is_closed and _OPENS_A_NOTE.search(text, max(0, spot.start - 8), spot.start) is not None


def _is_part_of_a_name(text: str, start: int) -> bool:
    """Whether the digits hang on a Latin letter: G20, COVID-19."""
    before = text[max(0, start - 2) : start]
    return bool(re.search(r"[A-Za-z]-?\Z", before))


def _worded(text: str, one: Mention, places: Places, lexicon: Lexicon) -> Spot | None:
    """The figure written in words at a number word, a multiple or a fraction, or None."""
    if one.role == "fraction" and not _divides(one, places):
        return None
    if one.role in {"multiple", "fraction"}:
        hedge, _, value = one.value.rpartition(":")
        spot = _part(one.start, one.end, Fraction(value), one.role)
        return _hedged(spot._replace(hedge=hedge or "exact"), places)
    numeral = numeral_in_words(text, one.start, lexicon)
    if numeral is None:
        return None
    spot = _finished(text, Spot(one.start, numeral.end, numeral, None), lexicon)
    if spot.unit is None and not numeral.scaled:
        return None
    return _hedged(spot, places)


def _divides(one: Mention, places: Places) -> bool:
    """Whether a fraction is of something, a share, or the size of a change: a third of, made up half, a fifth more."""
    after, before = places.starts.get(one.end + 1), places.ends.get(one.start - 1)
    while before and before.role == "hedge":
        before = places.ends.get(before.start - 1)  # by more than a third
    is_part = before is not None and (before.value == "agent" or before.role == "share")
    return is_part or (after is not None and (after.value == "of" or is_difference(after)))


def _part(start: int, end: int, value: Fraction, role: str) -> Spot:
    """A multiple as times, a fraction as percent to one decimal."""
    if role == "fraction":
        numeral = Numeral(end, f"{float(value * 100):.1f}".removesuffix(".0"), lexical=True)
        return Spot(start, end, numeral, "percent", role=role)
    return Spot(start, end, Numeral(end, f"{float(value):g}", lexical=True), "x", role=role)


def _finished(text: str, spot: Spot, lexicon: Lexicon) -> Spot:
    """The spot with unit and price basis read ahead."""
    found, factor = _unit(text, spot.end, lexicon, is_money=spot.unit is not None)
    if found:
        name, end = found
        numeral = spot.numeral._replace(scale=spot.numeral.scale * factor)
        spot = spot._replace(
            unit=spot.unit or name,
            end=end,
            numeral=numeral,
            compound=text[spot.end : spot.end + 1] == "-",
        )
    is_priced = spot.unit in lexicon.currencies
    basis = lexicon.per.match(text, spot.end) if is_priced or spot.unit in _WEIGHED else None
    unit = basis_at(text, basis.end(), lexicon) if basis else None
    if unit and not is_priced and unit[0] not in _WEIGHED:
        return spot  # 20 tons a truck: an amount, each of so many
    return spot._replace(per=unit[0], end=unit[1]) if unit else spot


def _unit(
    text: str, end: int, lexicon: Lexicon, *, is_money: bool
) -> tuple[tuple[str, int] | None, Fraction]:
    """Name and end of the unit behind a number, and what the unit multiplies it by."""
    step = 1 if text[end : end + 1] in {" ", "-"} else 0
    found = lexicon.unit.match(text, end + step)
    if found:
        name, _, factor = lexicon.units[found[0]].partition(":")
        if is_money and name not in lexicon.currencies:
            return None, Fraction(1)
        return (name, found.end()), Fraction(factor or 1)
    if is_money or not step:
        return None, Fraction(1)
    counted = counted_at(text, end, lexicon)
    return (("count", counted) if counted else None), Fraction(1)


def counted_at(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Where a counted noun behind a number ends, one word between them allowed."""
    if text[end : end + 1] not in {" ", "-"}:
        return None
    filler = _FILLER.match(text, end) if lexicon.spaced else None
    found = lexicon.count.match(text, end + 1) or (
        filler and lexicon.count.match(text, filler.end())
    )
    return found.end() if found else None


def basis_at(text: str, start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The unit that a price is per: a ton, a barrel, a truck."""
    found = lexicon.unit.match(text, start)
    if found and lexicon.units[found[0]] not in lexicon.currencies:
        return lexicon.units[found[0]].partition(":")[0], found.end()
    counted = lexicon.count.match(text, start)
    return (lexicon.counts[counted[0]], counted.end()) if counted else None


def _signed(text: str, spot: Spot) -> Spot:
    """The spot with the sign printed before it; a hyphen inside a word or range is none."""
    mark, before = (
        text[max(0, spot.start - 1) : spot.start],
        text[max(0, spot.start - 2) : spot.start - 1],
    )
    if before.isalnum() or not mark or (mark not in _MINUS and mark != "+"):
        return spot
    return spot._replace(start=spot.start - 1, sign="+" if mark == "+" else "-")


def _hedged(spot: Spot, places: Places) -> Spot:
    """The spot with the hedge beside it, looked for before it, then after number and unit."""
    place = spot.start
    for _ in range(2):
        one = places.ends.get(place) or places.ends.get(place - 1)
        if one is None:
            break
        if one.role == "hedge":
            return spot._replace(hedge=one.value)
        place = one.start
        if one.role != "filler":
            break
    after = places.starts.get(spot.end + 1) or places.starts.get(spot.end)
    if after and after.role == "hedge_after":
        return spot._replace(hedge=after.value, end=spot.end)
    return spot


_GATES = frozenset({"period", "resolution", "number", "multiple", "fraction"})
_CLOSED = frozenset({"period", "resolution"})
