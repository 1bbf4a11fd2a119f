"""Scanning: one figure in place words, with what stands around it.

The numeral is scanned from left to right: digits, small words that work on the group to their left, big
words that close a section and must go down in size. What stands around it (currency, sign, the unit a price
is for, hedges before, inside and behind) is looked up in the lexicon. Big words that rise or repeat are a
misprint: the figure keeps its place with a flag, its value is not guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from nktrade.reading.figures import Spot
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.longest import Found
from nktrade.reading.numerals import Atom, Numeral, fold, misprint
from nktrade.reading.plain import NINE, placed, plain
from nktrade.reading.pricing import price_before
from nktrade.reading.words import Mention

MISPRINT = "misprinted numeral"
_LOOK_BACK = 14
_SIGNS = {"-": "-", "△": "-", "▲": "-", "▼": "-", "+": "+"}
_NAMED = re.compile(r"[A-Za-z]-?\Z")
_TENTHS = Fraction(10)
_HUNDRED = 100
_UPSIDE_DOWN = {"at_least": "at_most", "more_than": "less_than"}
"""A fall by half or more leaves half or less."""
_FEW = "order_of"
"""The hedge of a few: half as much again either way."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """Reads the figure at a place of a text."""

    text: str
    lexicon: Lexicon
    words: Mapping[int, int]
    """Where known words end, and where each of them begins."""
    begun: Mapping[int, int]
    """Where known words begin, and where each of them ends."""

    def printed(self, start: int) -> tuple[Spot | None, int]:
        """The figure whose numeral begins here, and where the look-out goes on."""
        second = self._second(start)
        numeral = self.numeral(second or start)
        unsure = self.lexicon.unsure.search(self.text[max(0, start - _LOOK_BACK) : start])
        if numeral is None or unsure:
            return None, start + 1 if numeral is None else numeral.end
        over = self.lexicon.over.match(self.text, numeral.end)
        if over:
            return self._fraction(start, numeral, over.end())
        if self._is_unit(start, numeral) or self._is_part_of_a_name(start):
            return None, numeral.end
        spot = self._around(start, numeral)
        spot = spot.from_one_less() if second else spot
        is_nothing = spot.numeral.digits == "0" and spot.unit == "count"  # 零件 are parts
        if spot.numeral.lexical and (spot.unit is None or is_nothing):
            return None, start + 1
        return spot, max(spot.end, numeral.end)

    def _is_unit(self, start: int, numeral: Numeral) -> bool:
        """Whether it is scale words and nothing else: 百万美元; ten is a number, and so is what a hedge leads to."""
        place = start
        while place < numeral.end and (scale := self.lexicon.scale.match(self.text, place)):
            place = scale.end()
        is_number = self.lexicon.number.match(self.text, start) is not None
        return start < place == numeral.end and not (is_number or self._hedge_before(start))

    def _second(self, start: int) -> int | None:
        """Where the second of two number words begins that name a range between them: 七八吨, 两三百."""
        words, place = [], start
        while (word := self.lexicon.number.match(self.text, place)) and word.end() > place:
            words.append((place, self.lexicon.numbers[word[0]]))
            place = word.end()
        if len(words) != 2:  # noqa: PLR2004 - a low and a high end
            return None
        (_, low), (second, high) = words
        return second if 0 < low < high <= NINE and high - low == 1 else None

    def _is_part_of_a_name(self, start: int) -> bool:
        named = _NAMED.search(self.text[max(0, start - 2) : start])
        return bool(named) and not self._money_before(start)

    def worded(self, one: Mention) -> Spot:
        """The figure that a word is: doubled, half."""
        hedge, _, value = one.value.rpartition(":")
        sign, hedge = ("-", "exact") if hedge == "fall" else (None, hedge or "exact")
        is_part = one.role == "fraction" or sign is not None
        number = Fraction(value) * (100 if is_part else 1)
        numeral = Numeral(one.end, f"{float(number):.1f}".removesuffix(".0"), lexical=True)
        printed = self.text[one.start : one.end]
        begin = one.end - len(printed.lstrip())
        before = self._hedge_before(begin)
        behind = None if before else self._hedge_behind(one.end)
        hedge = self.lexicon.hedges_after[behind[0]] if behind else hedge
        hedge = _UPSIDE_DOWN.get(hedge, hedge) if number < 1 else hedge
        return Spot(
            before[0] if before else begin,
            behind.end() if behind else one.end,
            numeral,
            "percent" if is_part else "x",
            sign=sign,
            hedge=before[1] if before else hedge,
            role=one.role,
        )

    def numeral(self, start: int) -> Numeral | None:
        """The numeral that begins here, its scale included; None where no digit or number word stands."""
        atoms, pieces, end = self._atoms(start)
        if not atoms:
            return None
        lexical = not any(letter.isdecimal() for letter in self.text[start:end])
        if not any(atom.multiplies for atom in atoms):
            return Numeral(end, pieces[0], lexical=lexical)
        if len(atoms) == 2 and atoms[1].multiplies:  # noqa: PLR2004 - one number, one scale
            return Numeral(end, pieces[0], atoms[1].value, lexical=lexical, scaled=True)
        folded = fold(atoms, section=self.lexicon.section)
        if folded is None:
            flags = (MISPRINT, misprint(self.text, start, end, self.lexicon))
            return Numeral(end, pieces[0], flags=flags, lexical=lexical, scaled=True)
        return Numeral(end, *folded, lexical=lexical, scaled=True)

    def _atoms(self, start: int) -> tuple[list[Atom], list[str], int]:
        """The pieces of a numeral, their printed digits, and where the last one ends."""
        atoms: list[Atom] = []
        pieces: list[str] = []
        place = end = start
        if whole := placed(self.text, start, self.lexicon):
            end, digits = whole
            atoms, pieces, place = [Atom(Fraction(digits), multiplies=False)], [digits], end
        while True:
            scale = self.lexicon.scale.match(self.text, place)
            if scale:
                atoms.append(Atom(self.lexicon.scales[scale[0]], multiplies=True))
                pieces.append("1")
                end = scale.end()
            elif not atoms or atoms[-1].multiplies:
                read = plain(self.text, place, self.lexicon)
                if read is None:
                    break
                end, digits = read
                atoms.append(Atom(Fraction(digits), multiplies=False))
                pieces.append(digits)
            else:
                break
            place = self._next(end, after_scale=atoms[-1].multiplies)
        return atoms, pieces, end

    def _next(self, end: int, *, after_scale: bool) -> int:
        """Where the next piece may begin: behind a hedge before a scale, and one blank between whole pieces."""
        inside = self.lexicon.hedge_after.match(self.text, end)
        if inside and self.lexicon.scale.match(self.text, inside.end()):
            return inside.end()  # 三百余万, 一千多万
        joiner = self.lexicon.joiner.match(self.text, end)
        if not joiner or joiner.end() == end:
            return end
        read = plain(self.text, joiner.end(), self.lexicon)
        scale = self.lexicon.scale.match(self.text, read[0] if read else joiner.end())
        if after_scale:
            unit = read and self.lexicon.unit.match(self.text, self._past(read[0]))
            return joiner.end() if read and (scale or unit) else end
        return joiner.end() if scale and not read else end

    def _fraction(self, start: int, below: Numeral, place: int) -> tuple[Spot | None, int]:
        """A part said by its two numbers: 百分之十二点五, 3분의 2."""
        above = self.numeral(place)
        if above is None or not Fraction(below.digits):
            return None, place
        whole = Fraction(below.digits) * below.scale
        value = Fraction(above.digits) * above.scale / whole * 100
        digits = above.digits if whole == _HUNDRED and above.scale == 1 else f"{float(value):.1f}"
        numeral = Numeral(above.end, digits.removesuffix(".0"), lexical=below.lexical)
        hedge = self._hedge_before(start)
        role = None if whole == _HUNDRED else "fraction"
        behind = self._hedge_behind(above.end)
        said = self.lexicon.hedges_after[behind[0]] if behind else "exact"
        end = behind.end() if behind else above.end
        spot = Spot(start, above.end, numeral, "percent", hedge=said, role=role)
        return self._hedged(spot, hedge), end

    def _around(self, start: int, numeral: Numeral) -> Spot:
        """The numeral with currency, unit, price basis, sign and hedges."""
        begin, unit = start, None
        money = self._money_before(start)
        if money:
            begin, unit = start - len(money[0]), self.lexicon.money[money[0].strip()]
        inside = self.lexicon.hedge_after.match(self.text, numeral.end)
        place = inside.end() if inside else numeral.end
        found = self._unit(place)
        if inside and not found:  # 350台: what would hedge an amount is the unit itself
            inside, place = None, numeral.end
            found = self._unit(place)
        if found and (unit is None or found[0] in self.lexicon.currencies):
            name, end, factor = found
            numeral = numeral._replace(scale=numeral.scale * factor)
            numeral, end = self._hundredths(numeral, end, factor)
            unit = unit or name
        else:
            inside, end = (inside, place) if unit else (None, numeral.end)
        behind = self._hedge_behind(end) if unit else None
        hedge = (
            inside or behind or (self._hedge_inside(start, numeral.end) if numeral.scaled else None)
        )
        spot = self._signed(Spot(begin, behind.end() if behind else end, numeral, unit))
        if self.lexicon.several.match(self.text, start):
            spot = spot._replace(hedge=_FEW)
        before = self._hedge_before(spot.start)
        if hedge and not before and spot.hedge != _FEW:
            spot = spot._replace(hedge=self.lexicon.hedges_after[hedge[0]])
        return self.priced(self._hedged(spot, before))

    def _hedge_inside(self, start: int, end: int) -> Found | None:
        """The hedge between the words of a numeral: 三百余万."""
        known = self.lexicon.hedge_after
        return next(
            (found for at in range(start + 1, end) if (found := known.match(self.text, at))), None
        )

    def _unit(self, place: int) -> tuple[str, int, Fraction] | None:
        """Name and end of the unit here, and what it multiplies a number by."""
        place = self._past(place)
        found = self.lexicon.unit.match(self.text, place)
        if found:
            name, _, factor = self.lexicon.units[found[0]].partition(":")
            is_unit = name and name != "hundredths"  # 不十分: only behind tenths
            return (name, found.end(), Fraction(factor or 1)) if is_unit else None
        counted = self.lexicon.count.match(self.text, place)
        return ("count", counted.end(), Fraction(1)) if counted else None

    def _past(self, place: int) -> int:
        return place + 1 if self.text[place : place + 1] == " " else place

    def _hundredths(self, numeral: Numeral, end: int, factor: Fraction) -> tuple[Numeral, int]:
        """The numeral with the hundredths said behind its tenths: 三割五分."""
        if factor != _TENTHS:
            return numeral, end
        read = plain(self.text, end, self.lexicon)
        if read is None or Fraction(read[1]) > NINE:
            return numeral, end
        rest = self.lexicon.unit.match(self.text, read[0])
        is_named = rest is not None and self.lexicon.units[rest[0]] == "hundredths"
        is_word = rest is None and not self.text[end].isdecimal()
        is_last = is_word and "hundredths" not in self.lexicon.units.values()  # 两成三
        if not (is_named or is_last) or self.begun.get(end, 0) > read[0]:
            return numeral, end
        value = Fraction(numeral.digits) * _TENTHS + Fraction(read[1])
        digits = f"{float(value):g}"
        return numeral._replace(digits=digits, scale=Fraction(1)), rest.end() if rest else read[0]

    def priced(self, spot: Spot) -> Spot:
        """The spot with the unit that a price is for: 톤당, 每吨, 1トン当たり, or / and a unit behind it."""
        if spot.unit not in self.lexicon.currencies:
            return spot
        behind = self.lexicon.per.match(self.text, spot.end)
        if behind:
            goods = self._unit(behind.end())
            if goods and goods[0] not in self.lexicon.currencies:
                return spot._replace(per=goods[0], end=goods[1])
        before = price_before(self.text, self.lexicon, spot.start, self.words)
        name = before.group("unit") if before else None
        known = self.lexicon.units.get(name or "") or ("count" if name else None)
        return spot._replace(per=known.partition(":")[0]) if known else spot

    def _money_before(self, start: int) -> "re.Match[str] | None":
        return self.lexicon.money_before.search(self.text[max(0, start - _LOOK_BACK) : start])

    def _signed(self, spot: Spot) -> Spot:
        mark = self.text[spot.start - 1 : spot.start]
        before = self.text[max(0, spot.start - 2) : max(0, spot.start - 1)]
        if mark not in _SIGNS or (mark in "+-" and before.isalnum()):
            return spot
        return spot._replace(start=spot.start - 1, sign=_SIGNS[mark])

    def _hedge_behind(self, end: int) -> Found | None:
        for place in (end, self._past(end)):
            found = self.lexicon.hedge_after.match(self.text, place)
            known = self.begun.get(place, 0)  # 多出三成 is no 多
            if found and known <= found.end():
                more = self.printed(found.end())[0] if known else None
                return None if more and more.unit else found  # 比6100吨多35%: how much more
        return None

    def _hedge_before(self, start: int) -> tuple[int, str] | None:
        """Where the hedge before a place begins, or the place where a verb parts them (约占九成), and its name."""
        window = max(0, start - _LOOK_BACK)
        found = self.lexicon.hedge_before.search(self.text[window:start])
        if found is None:
            return None
        begin = window + found.start()
        if self.words.get(begin + len(found["hedge"]), begin) < begin:
            return None  # 出超2兆: the last letter of a word is no hedge
        return start if found["led"] else begin, self.lexicon.hedges_before[found["hedge"]]

    def _hedged(self, spot: Spot, hedge: tuple[int, str] | None) -> Spot:
        return spot if hedge is None else spot._replace(start=hedge[0], hedge=hedge[1])
