"""Excerpts: the rows of a customs file that findings speak of, as a text in which figures have places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nktrade.core.documents import CustomsFile
from nktrade.customs.files import tables_of
from nktrade.customs.names import folded
from nktrade.customs.numbers import Marks, number
from nktrade.customs.recognise import Found
from nktrade.customs.sheets import Row

BETWEEN = " | "
_HALF = 0.5
_MARKS = (Marks(), Marks(decimal=","))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a figure stands in the excerpt."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A figure that is looked for: its line of the file, its field, and how many steps it counts."""

    line: int
    field: str
    steps: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The cited rows, one a line, their empty cells left out."""

    text: str
    line_starts: tuple[int, ...]
    """Where each line of the file begins in the text; what is left out begins where the next does."""
    places: Mapping[Wanted, Place]


def excerpt(one: CustomsFile, wanted: Iterable[Wanted], lines: Iterable[int] = ()) -> Excerpt:
    """The rows on the lines of these figures, and where in them each stands; and rows on other lines."""
    by_line: dict[int, list[Wanted]] = {line: [] for line in lines}
    for figure in wanted:
        by_line.setdefault(figure.line, []).append(figure)
    text, starts = "", list[int]()
    places: dict[Wanted, Place] = {}
    for found, row in sorted(_rows(one, by_line), key=lambda pair: pair[1][0]):
        line, cells = row
        starts += [len(text)] * (line - len(starts))
        spans = _spans(cells, len(text))
        for figure in by_line[line]:
            at = _column(figure, cells, found)
            if at is not None:
                places.setdefault(figure, spans[at])
        text += BETWEEN.join(cell.strip() for cell in cells if cell.strip()) + "\n"
    return Excerpt(text=text, line_starts=tuple(starts or [0]), places=places)


def _rows(one: CustomsFile, lines: Mapping[int, object]) -> list[tuple[Found, Row]]:
    """The rows on these lines, each with the table that it stands in."""
    if not lines:
        return []
    return [(found, row) for found in tables_of(one) for row in found.rows if row[0] in lines]


def _spans(cells: Sequence[str], start: int) -> list[Place]:
    """Where each cell stands in the text; an empty one where the next begins."""
    spans = []
    for cell in cells:
        end = start + len(cell.strip())
        spans.append(Place(start=start, end=end))
        start = end + len(BETWEEN) if end > start else start
    return spans


def _column(figure: Wanted, cells: Sequence[str], found: Found) -> int | None:
    """The first column of the figure's field whose digits are the figure's; else the first that has them."""
    form = found.format
    parts = (form.columns, *(one.columns for one in form.unfold))
    names = {folded(name) for columns in parts for name in columns.get(figure.field, ())}
    own = [at for at, name in enumerate(found.header) if folded(name) in names]
    rest = [at for at in range(len(cells)) if at not in own]
    return next((at for at in (*own, *rest) if _has(cells, at, figure, form.floats)), None)


def _has(cells: Sequence[str], at: int, figure: Wanted, floats: bool) -> bool:  # noqa: FBT001 - private
    if at >= len(cells):
        return False
    read = (number(cells[at].strip(), marks=marks, written_by_programme=floats) for marks in _MARKS)
    return any(one and abs(one.value / one.step - figure.steps) < _HALF for one in read)
