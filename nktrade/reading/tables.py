"""Tables: every number of a table under its row, its column, its section and the unit note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.core.documents import Document, RawTable, TableCell
from nktrade.core.period import Period
from nktrade.reading.discourse import DISCOURSE, PRIOR, Known, Sides, State
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.kinds import Sort
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.numerals import Numeral
from nktrade.reading.periods import Anchor, resolve
from nktrade.reading.setting import Setting, is_bought, is_sold, usual_partner, usual_sides
from nktrade.reading.timing import distance
from nktrade.reading.words import Mention, mentions

_SPLIT = re.compile(r"\t+| {2,}|\s*\|\s*")
_NUMBER = re.compile(r"([+\-▲△▼]?)\s?(\d[\d,. ]*\d|\d)\s?(%)?")
_HALF = 0.5


class Label(NamedTuple):
    """What the words of a header, a row or a note say about the numbers under them."""

    flow: str | None = None
    sign: str | None = None
    commodity: str | None = None
    reporter: str | None = None
    partner: str | None = None
    period: Period | None = None
    base: str | None = None
    is_change: bool = False
    is_share: bool = False
    unit: str | None = None
    scale: Fraction = Fraction(1)

    def over(self, under: "Label") -> "Label":
        """This label with what it leaves open taken from another."""
        filled = {
            name: getattr(self, name) or getattr(under, name)
            for name in (
                "flow",
                "sign",
                "commodity",
                "reporter",
                "partner",
                "period",
                "base",
                "unit",
            )
        }
        scale = self.scale if self.unit else under.scale
        return self._replace(**filled, scale=scale, is_change=self.is_change or under.is_change)


def raw_tables(document: Document) -> tuple[RawTable, ...]:
    """The tables that the loader found, and aligned lines of the text that lie in none of them."""
    found = _aligned(document.text)
    spans = [_span(one) for one in found]
    others = [
        one
        for one in document.tables
        if not any(a <= _span(one)[0] and _span(one)[1] <= b for a, b in spans)
    ]
    return (*others, *found)


def _span(table: RawTable) -> tuple[int, int]:
    cells = [cell for row in table.rows for cell in row]
    return min((cell.start for cell in cells), default=0), max(
        (cell.end for cell in cells), default=0
    )


def _aligned(text: str) -> list[RawTable]:
    """Runs of at least two lines in columns, single labels between them included."""
    rows: list[tuple[TableCell, ...]] = []
    found: list[RawTable] = []
    place = 0
    for line in (*text.split("\n"), ""):
        cells = _cells(line, place)
        place += len(line) + 1
        is_label = len(cells) == 1 and len(line) <= 30 and rows and not line.rstrip().endswith(".")  # noqa: PLR2004 - a heading inside a table
        if len(cells) > 1 or is_label:
            rows.append(cells)
            continue
        if sum(len(row) > 1 for row in rows) > 1 and any(_is_numeric(row) for row in rows):
            found.append(RawTable(rows=tuple(rows)))
        rows = []
    return found


def _cells(line: str, place: int) -> tuple[TableCell, ...]:
    if "  " not in line and "\t" not in line and "|" not in line:
        return (TableCell(line, place, place + len(line)),) if line.strip() else ()
    out = []
    at = 0
    for gap in (*_SPLIT.finditer(line), None):
        end = gap.start() if gap else len(line)
        if line[at:end].strip():
            out.append(TableCell(line[at:end], place + at, place + end))
        at = gap.end() if gap else at
    return tuple(out)


def _is_numeric(row: Sequence[TableCell]) -> bool:
    return sum(bool(_NUMBER.fullmatch(cell.text.strip())) for cell in row[1:]) >= max(
        1, len(row[1:]) * _HALF
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """One table on the table, with the state of the text before it."""

    text: str
    table: RawTable
    lexicon: Lexicon
    state: State
    setting: Setting
    anchor: Anchor

    def drafts(self) -> list[Draft]:
        """One draft for each number in a cell, changes in brackets apart."""
        general = self._label(f"{self.table.caption} {self.table.note}")
        columns: list[Label] = []
        section = Label()
        out: list[Draft] = []
        for row in self.table.rows:
            cells = [cell for cell in row if cell.text.strip()]
            if len(cells) <= 1:
                section = self._label(cells[0].text) if cells else section
            elif not _is_numeric(row) or self._is_header(row):
                columns = [self._label(cell.text) for cell in row]
                general = columns[0]._replace(commodity=None, period=None).over(general)
            else:
                out += self._row(row, columns, section, general)
        return out

    def _is_header(self, row: Sequence[TableCell]) -> bool:
        """Whether its numbers are years."""
        return all(
            re.fullmatch(r"(?:19|20)\d\d", cell.text.strip())
            for cell in row[1:]
            if cell.text.strip()
        )

    def _row(
        self, row: Sequence[TableCell], columns: Sequence[Label], section: Label, general: Label
    ) -> list[Draft]:
        own = self._label(row[0].text)
        shift = len(columns) - len(row)
        first = next((one.period for one in columns[1:] if one.period), None)
        out = []
        for index, cell in enumerate(row[1:], 1):
            column = (
                columns[index + max(shift, 0)] if index + max(shift, 0) < len(columns) else Label()
            )
            label = own.over(column.over(section.over(general)))
            label = label._replace(is_change=column.is_change, is_share=column.is_share)
            if column.period is None and own.period is None and first:
                label = label._replace(period=first)
            out += self._cell(cell, label)
        return out

    def _cell(self, cell: TableCell, label: Label) -> list[Draft]:
        out: list[Draft] = []
        for found in _NUMBER.finditer(self.text, cell.start, cell.end):
            bracketed = self.text[max(cell.start, found.start() - 1) : found.start()] == "("
            is_change = label.is_change or (bracketed and bool(out))
            spot, sign = self._spot(found, label, is_percent=is_change or label.is_share)
            draft = self._draft(spot, label, sign, is_change=is_change)
            out.append(draft._replace(head_start=cell.start))
        return out

    def _spot(
        self, found: re.Match[str], label: Label, *, is_percent: bool
    ) -> tuple[Spot, str | None]:
        mark, printed, percent = found.groups()
        digits = printed.replace(" ", "")
        digits = (
            digits.replace(",", "")
            if self.lexicon.decimal == "."
            else digits.replace(".", "").replace(",", ".")
        )
        sign = {"+": "+", "": None}.get(mark, "-")
        start = found.start(1) if mark else found.start(2)
        unit = "percent" if percent or is_percent else label.unit
        scale = Fraction(1) if unit == "percent" else label.scale
        numeral = Numeral(found.end(), digits, scale)
        return Spot(start, found.end(), numeral, unit, sign), sign

    def _draft(self, spot: Spot, label: Label, sign: str | None, *, is_change: bool) -> Draft:
        kind = Kind.CHANGE_PCT if is_change else Kind.SHARE_PCT if label.is_share else Kind.LEVEL
        if spot.unit == "percent" and kind is Kind.LEVEL:
            kind = Kind.CHANGE_PCT
        commodity = label.commodity or ALL_GOODS
        flow, sides = self._sides(label, commodity)
        return Draft(
            spot=spot,
            sort=Sort(kind, sign if kind is not Kind.LEVEL else None),
            flow=flow,
            balance=(label.sign or sign) if flow.value == "balance" else None,
            sides=sides,
            commodity=Known(commodity),
            period=label.period or self.state.period,
            whence="words" if label.period else "text",
            base=(label.base or "year_earlier") if is_change else None,
        )

    def _sides(self, label: Label, commodity: str) -> tuple[Known, Sides]:
        flow = label.flow or self.state.flow
        if label.flow is None and self.setting.is_north and self.state.flow is None:
            flow = "import" if is_bought(commodity) else "export" if is_sold(commodity) else None
        if label.reporter and label.partner:
            return Known(flow), Sides(Known(label.reporter), Known(label.partner))
        before = self.state.sides
        if label.reporter or label.partner:
            one = label.reporter or label.partner or ""
            other = next((side.value for side in before if side.value and side.value != one), None)
            partner = Known(
                other or usual_partner(one, self.setting), DISCOURSE if other else PRIOR
            )
            is_partner = before.reporter.value not in {None, one}
            return Known(flow), Sides(before.reporter, Known(one)) if is_partner else Sides(
                Known(one), partner
            )
        if before.reporter.value:
            return Known(flow), before.older(DISCOURSE)
        reporter, partner_code = usual_sides(flow, commodity, self.setting)
        return Known(flow, PRIOR if label.flow is None else DISCOURSE), Sides(
            Known(reporter, PRIOR), Known(partner_code, PRIOR)
        )

    def _label(self, words: str) -> Label:
        """What the words of a header, row or note say."""
        found = mentions(words, self.lexicon)
        unit, scale = unit_of(words, self.lexicon)
        areas = [one.value for one in found if one.role == "area" and "+" not in one.value]
        flow, _, sign = next((one.value for one in found if one.role == "flow"), "").partition(":")
        times = [one.when for one in found if one.when]
        periods = [when for when in times if not when.is_base and when.means != "none"]
        base = next((when.means.partition(":")[2] for when in times if when.is_base), None)
        changes = any(one.role == "change" for one in found) or bool(base)
        return Label(
            flow=flow or None,
            sign=sign or None,
            commodity=next((one.value for one in found if one.role == "commodity"), None),
            reporter=areas[0] if len(areas) > 1 else None,
            partner=areas[-1] if areas else None,
            period=resolve(periods[0], self.anchor) if periods else None,
            base=base,
            is_change=changes
            or (unit == "percent" and not any(one.role == "share" for one in found)),
            is_share=any(one.role == "share" for one in found),
            unit=None if unit == "percent" else unit,
            scale=scale,
        )


def unit_of(words: str, lexicon: Lexicon) -> tuple[str | None, Fraction]:
    """Unit and scale that a header or a note declares: (thousand tonnes), Unit: millions of USD.

    >>> from nktrade.reading.lexicon import lexicon
    >>> unit_of("Unit: millions of USD", lexicon("en"))
    ('USD', Fraction(1000000, 1))
    """
    unit: str | None = None
    scale = Fraction(1)
    for found in re.finditer(r"[^\W\d_]+\$?|[$€£¥₩%]|\d[\d,]*", words):
        text = found[0]
        if text[0].isdigit():
            plain = text.replace(",", "")
            scale *= int(plain) if set(plain[1:]) == {"0"} and plain[0] == "1" else 1
        elif text in lexicon.scales and len(text) > 1:
            scale *= lexicon.scales[text]
        elif unit is None and (text in lexicon.units or text in lexicon.money):
            name, _, factor = (lexicon.units.get(text) or lexicon.money[text]).partition(":")
            unit, scale = name, scale * Fraction(factor or 1)
    return unit, scale
