"""Tables: every number of a table under its row, its column, its section and the unit note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date
from functools import cached_property

from nktrade.core.codes import ALL_GOODS, REST, WORLD, Kind
from nktrade.core.documents import RawTable, TableCell
from nktrade.core.period import MONTHS, Period
from nktrade.reading.cells import NUMBER, CellReader
from nktrade.reading.discourse import DISCOURSE, PRIOR, Known, Sides, State
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.kinds import Sort
from nktrade.reading.labels import YEAR_OF_ROW, Label, dated, label_of
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.periods import Anchor, When, resolve
from nktrade.reading.roles import WAYS
from nktrade.reading.setting import Setting, is_bought, is_sold, usual_partner, usual_sides
from nktrade.reading.timing import shifted
from nktrade.reference import currencies

_UNITS = re.compile(r"[(\[]([^()\[\]]*)[)\]]\s*\Z")
"""Units in brackets at the end of a caption."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTS = frozenset({"half", "quarter", "month"})
"""Times of which columns of one year are, whose sum is that of the year."""


def span_of(table: RawTable) -> tuple[int, int]:
    """From the first to the last character of its cells."""
    cells = [cell for row in table.rows for cell in row]
    return min((one.start for one in cells), default=0), max((one.end for one in cells), default=0)


def _is_numeric(row: Sequence[TableCell]) -> bool:
    """Whether most cells behind the first begin with a number."""
    cells = [cell.text.strip() for cell in row[1:] if cell.text.strip()]
    return bool(cells) and sum(bool(NUMBER.match(cell)) for cell in cells) * 2 > len(cells)


@dataclass(frozen=True, kw_only=True)
class TableReader:
    """One table to be read, with the state of the text before it."""

    text: str
    table: RawTable
    lexicon: Lexicon
    state: State
    setting: Setting
    anchor: Anchor

    def drafts(self) -> list[Draft]:
        """One draft for each number in a cell, changes in brackets apart."""
        general = label_of(f"{self.table.caption} {self.table.note}", self.lexicon)
        # The note may say what a mark before a number means: ▲は入超.
        sign = label_of(self.table.caption, self.lexicon).sign
        when = general.when if general.when and not general.when.is_base else None
        general = general._replace(is_change=False, base=None, sign=sign, when=when)
        columns: list[Label] = []
        section = Label()
        out: list[Draft] = []
        for row in self.table.rows:
            cells = [cell for cell in row if cell.text.strip()]
            if len(cells) == 1:
                section = label_of(cells[0].text, self.lexicon)
            elif cells and (not _is_numeric(row) or _is_header(row) or self._is_dated(cells)):
                columns = _flowing([label_of(cell.text, self.lexicon) for cell in row])
                columns = self._timed(columns)
                head = columns[0]._replace(commodity=None, when=None, flow=None, is_change=False)
                general = head.over(general) if _is_corner(row) else general
            elif cells:
                columns = columns or self._noted(len(row))
                out += self._row(row, columns, section, general)
        return out

    def _timed(self, columns: Sequence[Label]) -> list[Label]:
        """The columns, a sum of times with the whole year, and changes and shares with the latest time they stand behind."""
        out: list[Label] = []
        run: list[When] = []
        is_over = False
        for one in columns:
            is_part = one.is_change or one.is_share
            if one.is_whole and one.when is None and not is_part and _are_parts(run):
                one = one._replace(when=When(YEAR_OF_ROW))  # noqa: PLW2901 - the column with its time
            if one.when and not is_part:
                run = [one.when] if is_over else [*run, one.when]
            is_over = is_part or (is_over and one.when is None)
            is_open = is_part and one.when is None and bool(run)
            out.append(one._replace(when=self._latest(run)) if is_open else one)
        return out

    def _latest(self, run: Sequence[When]) -> When:
        """Of the times of columns that of their sum, else the one that ends last."""
        if run[-1].means == YEAR_OF_ROW:
            return run[-1]
        if any(one.has_year for one in run):
            return max(run, key=self._ends)
        # Their rows say of which year they are: any will do to compare them.
        return max(run, key=lambda one: self._ends(one._replace(year=MINYEAR)))

    def _ends(self, when: When) -> tuple[date, int]:
        """The last day that a time word names, and how long it lasts: a year ends with its second half."""
        period = resolve(when, self.anchor)
        return (period.last, period.month_count) if period else (date.min, 0)

    @cached_property
    def _rows_named(self) -> frozenset[str]:
        """The countries that rows are about, each of them alone: none is who all of them trade with."""
        labels = [label_of(row[0].text, self.lexicon) for row in self.table.rows if row]
        lone = [one for one in labels if not (one.reporter and one.partner)]
        named = {one.reporter or one.partner for one in lone} - {None, WORLD}
        return frozenset(one for one in named if one) if len(named) > 1 else frozenset()

    @cached_property
    def _is_of_both_ways(self) -> bool:
        """Whether some rows are exports and some imports: their sum is trade."""
        told = (label_of(row[0].text, self.lexicon).flow for row in self.table.rows if row)
        return set(told) >= WAYS

    def _noted(self, width: int) -> list[Label]:
        """The columns of a table without a header, as units above it name them in order: (백만 달러, 전년 대비 %)."""
        found = _UNITS.search(f"{self.table.caption} {self.table.note}")
        units = found[1].split(",") if found else []
        is_each = len(units) == width - 1 and len(units) > 1
        return [Label(), *(label_of(one, self.lexicon) for one in units)] if is_each else []

    def _is_dated(self, cells: Sequence[TableCell]) -> bool:
        """Whether its numbers are dates that words beside them tell from amounts: 2018년, 5月."""
        if not self.lexicon.marks_cases:
            return False
        told = [
            label_of(cell.text, self.lexicon).when is not None
            for cell in cells[1:]
            if any(letter.isdecimal() for letter in cell.text)
        ]
        return bool(told) and all(told)

    def _row(
        self, row: Sequence[TableCell], columns: Sequence[Label], section: Label, general: Label
    ) -> list[Draft]:
        own = self._own(row)
        shift = len(columns) - len(row)
        over = columns[1 if shift >= 0 else 0 :]  # a header may leave the corner out
        first = next((one.when for one in over if one.when), None)
        out: list[Draft] = []
        if own.is_rest and self._rows_named:
            return out  # other countries: nobody says which
        for index, cell in enumerate(row[1:], 1):
            column = columns[index + shift] if 0 <= index + shift < len(columns) else Label()
            label = own.over(column.over(section.over(general)))
            label = label._replace(commodity=own.commodity) if own.is_rest else label
            if not (own.unit or column.unit) and any(one.is_worth for one in columns):
                label = _measured(label, column, general)
            when = dated(own.when, column.when or first, general.when)
            label = label._replace(
                is_change=column.is_change,
                moves=column.moves,
                is_share=column.is_share,
                is_so_far=column.is_so_far,
                past=column.past,
                when=when,
            )
            told = CellReader(self.text, self.lexicon).numbers(cell, label)
            out += [self._draft(spot, said, cell) for spot, said in told]
        return out

    def _own(self, row: Sequence[TableCell]) -> Label:
        """What a row is of: its first cell, and its second where that is words too: 1 | 중국 | 2,841."""
        first, *others = (label_of(cell.text, self.lexicon) for cell in row[:2])
        if first.is_whole and first.flow is None and self._is_of_both_ways:
            first = first._replace(flow="total")
        if not others or NUMBER.match(row[1].text):
            return first
        return first.over(others[0])._replace(when=first.when or others[0].when)

    def _draft(self, spot: Spot, label: Label, cell: TableCell) -> Draft:
        kind, is_change = _kind(spot, label), label.is_change
        commodity = REST if label.is_rest else label.commodity or ALL_GOODS
        flow, sides = self._sides(label, commodity)
        period = resolve(label.when, self.anchor) if label.when else self.anchor.period
        if period and label.past and kind is Kind.LEVEL:
            period = shifted(period, label.past) or period
        if period and label.is_so_far and period.month_count == 1:
            period = Period(date(period.first.year, 1, 1), period.last)
        return Draft(
            spot=spot,
            sort=Sort(kind, _sign(spot, label, kind)),
            flow=flow,
            balance=(label.sign or spot.sign or "+") if flow.value == "balance" else None,
            sides=sides,
            commodity=Known(commodity),
            period=period,
            whence="words" if label.when else "text",
            base=_base(label, period) if is_change else None,
            head_start=cell.start,
        )

    def _sides(self, label: Label, commodity: str) -> tuple[Known, Sides]:
        """Flow and sides of a cell: its labels first, then the text before, then the prior."""
        flow = Known(label.flow) if label.flow else Known(self.state.flow, DISCOURSE)
        if flow.value is None and self.setting.is_north:
            guess = "import" if is_bought(commodity) else "export" if is_sold(commodity) else None
            flow = Known(guess, PRIOR)
        named = [one for one in (label.reporter, label.partner) if one]
        if label.reporter and label.partner:
            return flow, Sides(Known(label.reporter), Known(label.partner))
        before = self.state.sides
        if not named:
            reporter, partner = usual_sides(flow.value, commodity, self.setting)
            prior = Sides(Known(reporter, PRIOR), Known(partner, PRIOR))
            return flow, before.older(DISCOURSE) if before.reporter.value else prior
        others = (one.value for one in before if one.value and one.value != named[0])
        other = next((one for one in others if one not in self._rows_named), None)
        known = Known(other, DISCOURSE) if other else Known(self._facing(named[0]), PRIOR)
        sides = Sides(Known(named[0]), known) if label.reporter else Sides(known, Known(named[0]))
        return flow, sides

    def _facing(self, code: str) -> str | None:
        """With whom the country of a row trades: with nobody who has a row of its own."""
        setting = self.setting
        likely = (usual_partner(code, setting), setting.home, setting.partner, setting.country)
        return next((one for one in likely if one and one not in self._rows_named), None)


def _measured(label: Label, column: Label, general: Label) -> Label:
    """The label with the unit of the note that its column counts in: money for what goods are worth, else not."""
    found = (
        (unit, scale)
        for unit, scale in general.units
        if unit != "percent" and (unit in currencies()) == column.is_worth
    )
    unit, scale = next(found, (label.unit, label.scale))
    return label._replace(unit=unit, scale=scale)


def _kind(spot: Spot, label: Label) -> Kind:
    """What sort of number stands under such a label."""
    if spot.unit == "x":
        return Kind.RATIO
    if spot.per:
        return Kind.UNIT_PRICE
    if label.is_share and not label.is_change:
        return Kind.SHARE_PCT
    return Kind.CHANGE_PCT if spot.unit == "percent" else Kind.LEVEL


def _sign(spot: Spot, label: Label, kind: Kind) -> str | None:
    """The direction of a change: without a mark that of its label, else upwards."""
    if kind is Kind.CHANGE_PCT:
        return spot.sign or label.moves or "+"
    return None if kind is Kind.LEVEL else spot.sign


def _are_parts(run: Sequence[When]) -> bool:
    """Whether columns are of the parts of a year that their rows name: first half, second half."""
    return len(run) > 1 and all(one.means in _PARTS and not one.has_year for one in run)


def _base(label: Label, period: Period | None) -> str:
    """With what a column compares: a month told against the year before is told against its month."""
    is_part = period is not None and period.month_count != MONTHS
    if label.base is None or (label.base == "previous_year" and is_part):
        return "year_earlier"
    return label.base


def _flowing(columns: Sequence[Label]) -> list[Label]:
    """The columns, those of changes and shares with the flow of the amounts that they stand behind.

    The sum of columns of both ways is trade.
    """
    out: list[Label] = []
    told: Label | None = None
    flows = any(one.flow in WAYS for one in columns)
    for one in columns:
        is_part = one.is_change or one.is_share
        if is_part and one.flow is None and told:
            out.append(one._replace(flow=told.flow, sign=told.sign))
            continue
        is_sum = not is_part and one.is_whole and one.flow is None and flows
        out.append(one._replace(flow="total") if is_sum else one)
        told = out[-1] if out[-1].flow and not is_part else told
    return out


def _is_corner(row: Sequence[TableCell]) -> bool:
    """Whether the first cell of a header stands over the row labels, where units may be told."""
    return not row[0].text.strip() or "(" in row[0].text


def _is_header(row: Sequence[TableCell]) -> bool:
    """Whether all its numbers are years, and there are any."""
    cells = [cell.text.strip() for cell in row[1:] if cell.text.strip()]
    numbers = [cell for cell in cells if NUMBER.match(cell)]
    return bool(numbers) and all(_YEAR.fullmatch(cell) for cell in numbers)
