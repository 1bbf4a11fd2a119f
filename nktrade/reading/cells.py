"""Cells: the numbers of one cell of a table, with the units in them or else those of its labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from nktrade.core.documents import TableCell
from nktrade.reading.figures import Spot
from nktrade.reading.labels import Label
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.numerals import Numeral
from nktrade.reading.scanning import Scanner
from nktrade.reading.words import mentions

NUMBER = re.compile(r"([+\-▲△▼]?)\s?(?<![\d.,])(\d[\d,.]*\d|\d)\s?(%)?")
_SIGNS = {"+": "+", "": None}


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one text."""

    text: str
    lexicon: Lexicon

    def numbers(self, cell: TableCell, label: Label) -> Iterator[tuple[Spot, Label]]:
        """Each number of a cell with what its label says of it: the later ones in brackets are changes."""
        reached = cell.start
        for found in NUMBER.finditer(self.text, cell.start, cell.end):
            before = self.text[cell.start : found.start()].rstrip()
            is_word = bool(before) and before[-1].isalpha()
            if found.start() < reached or is_word:
                continue
            is_aside = before.endswith("(") and reached > cell.start
            told = label._replace(is_change=True) if is_aside else label
            own = self._with_unit(found)
            spot = self._under(own, told) if own else self._bare(found, told)
            reached = spot.end
            yield spot, self._moved(spot, cell, told)

    def _with_unit(self, found: re.Match[str]) -> Spot | None:
        """The number with the unit or scale that stands with it: 1兆6,210億円, 2.1倍."""
        if not self.lexicon.places:
            return None
        spot, _ = Scanner(self.text, self.lexicon, {}, {}).printed(found.start(2))
        return spot if spot and (spot.unit or spot.numeral.scaled) else None

    def _under(self, spot: Spot, label: Label) -> Spot:
        """The number with the unit that its label declares, where it has none of its own."""
        if spot.unit:
            unit = self.lexicon.coin if spot.unit == "coin" else spot.unit
            return spot._replace(unit=unit)
        numeral = spot.numeral._replace(scale=spot.numeral.scale * label.scale)
        return spot._replace(numeral=numeral, unit=label.unit)

    def _bare(self, found: re.Match[str], label: Label) -> Spot:
        mark, printed, percent = found.groups()
        digits = printed.replace("," if self.lexicon.decimal == "." else ".", "").replace(",", ".")
        start = found.start(1) if mark else found.start(2)
        is_part = percent or label.is_change or label.is_share
        unit = "percent" if is_part else label.unit
        numeral = Numeral(found.end(), digits, Fraction(1) if is_part else label.scale)
        end = found.end(3) if percent else found.end(2)
        per = None if is_part else label.per
        return Spot(start, end, numeral, unit, _SIGNS.get(mark, "-"), per=per)

    def _moved(self, spot: Spot, cell: TableCell, label: Label) -> Label:
        """The label with the way that a word behind the number says it went: 35.5%増."""
        if not self.lexicon.places or spot.unit != "percent":
            return label
        words = mentions(self.text, self.lexicon, spot.end, cell.end)
        moves = next((one.value for one in words[:1] if one.role == "change"), label.moves)
        return label._replace(moves=moves)
