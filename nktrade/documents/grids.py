"""Grids: the cells of an HTML table as they come, and the raw table they make, spans unfolded."""

from dataclasses import dataclass, field
from typing import NamedTuple

from nktrade.core.documents import RawTable, TableCell
from nktrade.documents.pen import CELL_END, LINE_END, Pen

_WIDEST_SPAN = 1000
"""What the HTML standard allows a cell to span in columns."""
_UNFOLDED_PER_CELL = 16
"""How many places, on the average, one printed cell may fill before its spans are left folded."""
_CELLS = frozenset({"td", "th"})


class GridCell(NamedTuple):
    """A printed cell: its place in the clean text and how far it reaches."""

    start: int
    end: int
    columns: int
    rows: int


@dataclass(slots=True)
class Grid:
    """A table in the making."""

    start: int
    role: str | None
    end: int = 0
    rows: list[list[GridCell]] = field(default_factory=list)
    caption: tuple[int, int] = (0, 0)
    is_layout: bool = False
    """It holds another table, so its cells are parts of a page."""
    open_cell: GridCell | None = None

    @property
    def is_table(self) -> bool:
        """Whether it has rows and columns, so that it is not a frame for something else."""
        return not self.is_layout and sum(len(row) > 1 for row in self.rows) > 1


class GridPen:
    """The tables that are open, and those that were closed."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._open: list[Grid] = []
        self.closed: list[Grid] = []

    @property
    def depth(self) -> int:
        """How many tables are open."""
        return len(self._open)

    def enter(
        self, name: str, attributes: dict[str, str], role: str | None, source_end: int
    ) -> None:
        """Take the opening tag of a table, caption, row or cell into account."""
        if name == "table":
            for outer in self._open[-1:]:
                outer.is_layout = True
            self._pen.begin_afresh(source_end)
            self._open.append(Grid(start=self._pen.length, role=role))
        elif self._open and name == "tr":
            self._open[-1].rows.append([])
        elif self._open and name == "caption":
            self._open[-1].caption = (self._pen.length, self._pen.length)
        elif self._open and name in _CELLS:
            self._pen.begin_afresh(source_end)
            self._open[-1].rows = self._open[-1].rows or [[]]
            columns, rows = (span_of(attributes.get(side)) for side in ("colspan", "rowspan"))
            self._open[-1].open_cell = GridCell(self._pen.length, 0, columns, rows)

    def leave(self, name: str, source_end: int) -> None:
        """Take the end of a table, caption, row or cell into account."""
        if not self._open:
            return
        grid = self._open[-1]
        if name in _CELLS and grid.open_cell:
            grid.rows[-1].append(grid.open_cell._replace(end=self._pen.length))
            grid.open_cell = None
            self._pen.mark(CELL_END, source_end)
        elif name == "tr" and grid.rows and grid.rows[-1]:
            self._pen.end_line()
            self._pen.mark(LINE_END, source_end)
        elif name == "caption":
            grid.caption = (grid.caption[0], self._pen.length)
        elif name == "table":
            grid.end = self._pen.length
            self.closed.append(self._open.pop())
            if grid.rows:
                self._pen.mark(LINE_END, source_end)


def span_of(printed: str | None) -> int:
    """The number of rows or columns that a span attribute says; 1 where it says none."""
    digits = (printed or "").strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(_WIDEST_SPAN)):
        return 1
    return min(max(int(digits), 1), _WIDEST_SPAN)


def raw_table(text: str, grid: Grid) -> RawTable:
    """The table of a grid: a cell that spans several places stands in each of them."""
    rows = [row for row in grid.rows if row]
    places = sum(cell.columns * min(cell.rows, len(rows)) for row in rows for cell in row)
    is_bomb = places > _UNFOLDED_PER_CELL * sum(map(len, rows)) + _WIDEST_SPAN
    start, end = grid.caption
    return RawTable(
        rows=tuple(
            tuple(TableCell(text[cell.start : cell.end], cell.start, cell.end) for cell in row)
            for row in (rows if is_bomb else _unfolded(rows))
        ),
        caption=text[start:end].strip(),
    )


def _unfolded(rows: list[list[GridCell]]) -> list[list[GridCell]]:
    hanging: dict[int, tuple[GridCell, int]] = {}
    unfolded = []
    for row in rows:
        full: list[GridCell] = []
        for cell in row:
            _take_hanging(full, hanging)
            if cell.rows > 1:
                columns = range(len(full), len(full) + cell.columns)
                hanging.update(dict.fromkeys(columns, (cell, cell.rows - 1)))
            full += [cell] * cell.columns
        unfolded.append(full)
        _take_hanging(full, hanging)
    return unfolded


def _take_hanging(full: list[GridCell], hanging: dict[int, tuple[GridCell, int]]) -> None:
    """Fill the next places of a row with the cells that reach down from rows above."""
    while waiting := hanging.pop(len(full), None):
        cell, left = waiting
        if left > 1:
            hanging[len(full)] = (cell, left - 1)
        full.append(cell)
