"""Excerpts: the lines of a document around figures, with the figures marked beneath."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from nktrade.core.documents import Document
from nktrade.report import visible

SUSPECT, OTHER = "^", "~"
"""Carets under the figure in question, tildes under those it was held against."""
_CONTEXT = 50
"""Characters of the text shown either side of a figure."""
_MOST = 12
"""Figures marked in one excerpt: a sum over all countries has more than a reader looks at."""
_BRIDGE = 30
"""Runs of one paragraph so near each other are shown as one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of clean text to be marked, and the character to mark it with."""

    start: int
    end: int
    stroke: str


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row of an excerpt: its source line, its words, and the marks beneath."""

    line: int
    words: str
    marks: str


def excerpt(document: Document, spots: Iterable[Spot], *, width: int = 80) -> tuple[Row, ...]:
    """The text around all spots in the order of the text, cut into rows of at most this width."""
    return tuple(
        row
        for start, end, inside in windows(document.text, spots)
        for row in _rows(document, start, end, inside, width)
    )


def lines(rows: Iterable[Row]) -> list[str]:
    """The rows with a gutter of line numbers, the marks on lines of their own."""
    found = tuple(rows)
    gutter = max((len(str(row.line)) for row in found), default=1)
    printed, last = [], 0
    for row in found:
        number = "" if row.line == last else str(row.line)
        printed.append(f"{number:>{gutter}} | {row.words}".rstrip())
        if row.marks:
            printed.append(f"{'':>{gutter}} | {row.marks}")
        last = row.line
    return printed


def windows(text: str, spots: Iterable[Spot]) -> list[tuple[int, int, list[Spot]]]:
    """Runs of text around the spots; runs of one paragraph that touch are one."""
    found: list[tuple[int, int, list[Spot]]] = []
    marked = dict.fromkeys(one for one in spots if one.start < one.end)
    chosen = sorted(marked, key=lambda one: one.stroke != SUSPECT)[:_MOST]
    for spot in sorted(chosen, key=lambda one: (one.start, one.end)):
        start, end = _left(text, spot.start), _right(text, spot.end)
        if found and start <= found[-1][1] + _BRIDGE and "\n" not in text[found[-1][1] : start]:
            first, last, inside = found[-1]
            found[-1] = first, max(last, end), [*inside, spot]
        else:
            found.append((start, end, [spot]))
    return found


def _left(text: str, start: int) -> int:
    """Where the context begins: with the paragraph, or at a blank within reach."""
    reach = max(start - _CONTEXT, 0)
    paragraph = text.rfind("\n", reach, start)
    if paragraph >= 0:
        return paragraph + 1
    blank = text.find(" ", reach, start)
    return reach if reach == 0 or blank < 0 else blank + 1


def _right(text: str, end: int) -> int:
    reach = min(end + _CONTEXT, len(text))
    paragraph = text.find("\n", end, reach)
    if paragraph >= 0:
        return paragraph
    blank = text.rfind(" ", end, reach)
    return reach if reach == len(text) or blank < 0 else blank


def _rows(document: Document, start: int, end: int, spots: list[Spot], width: int) -> list[Row]:
    text = document.text
    before = "" if start == 0 or text[start - 1] == "\n" else "… "
    after = "" if end == len(text) or text[end] == "\n" else " …"
    cells = [
        *(_Cell(character, " ", start) for character in before),
        *(_cell(text[here], here, spots) for here in range(start, end)),
        *(_Cell(character, " ", end - 1) for character in after),
    ]
    return [_row(document, row) for row in _wrapped(cells, width)]


def _row(document: Document, cells: "list[_Cell]") -> Row:
    marked = (cell.offset for cell in cells if cell.stroke != " ")
    return Row(
        document.line(next(marked, cells[0].offset)),
        "".join(cell.shown for cell in cells).rstrip(),
        "".join(cell.stroke * visible.columns(cell.shown) for cell in cells).rstrip(),
    )


class _Cell(NamedTuple):
    """One character as shown, the mark beneath it, and its offset in the clean text."""

    shown: str
    stroke: str
    offset: int


def _cell(character: str, here: int, spots: list[Spot]) -> _Cell:
    shown = " " if character in "\n\t" else visible.visible(character)
    strokes = {spot.stroke for spot in spots if spot.start <= here < spot.end}
    return _Cell(shown, SUSPECT if SUSPECT in strokes else next(iter(strokes), " "), here)


def _wrapped(cells: list[_Cell], width: int) -> list[list[_Cell]]:
    """The cells in rows: broken at the last blank that fits, else where the row is full."""
    rows: list[list[_Cell]] = []
    row: list[_Cell] = []
    room, blank = width, 0
    for cell in cells:
        room -= visible.columns(cell.shown)
        if room < 0 and row:
            cut = blank or len(row)
            rows.append(row[:cut])
            row, blank = row[cut:], 0
            room = width - sum(visible.columns(one.shown) for one in (*row, cell))
        row.append(cell)
        if cell.shown == " ":
            blank = len(row)
    return [*rows, row]
