"""Evidence: rows that show what a whole file shows of its months and numbers, for a part of it to be read beside.

Whether 12,955 is a fraction, and whether the first of June stands for June, other rows of the file
decide. A part that is read alone must not decide otherwise.
"""

from collections.abc import Iterator, Sequence

from nktrade.customs.columns import MEASURES
from nktrade.customs.formats import Format
from nktrade.customs.names import folded
from nktrade.customs.numbers import marks_shown
from nktrade.customs.recognise import Found
from nktrade.customs.sheets import Row

_WHEN = ("period", "period_end", "year", "month", "quarter")
_NOUGHTS = frozenset({"", "0"})
NOWHERE = 0
"""The line of such rows, which no row of a file has."""


def evidence(found: Found) -> list[Row]:
    """The first row of every period, and of every mark in each column of figures, the other cells blank.

    Rows without sides enter nothing: they are read and set apart.
    """
    whens = _places(found, _WHEN)
    figures = _places(found, MEASURES)
    seen: set[tuple[str | int, ...]] = set()
    rows = []
    for _, cells in found.rows:
        if len(cells) < len(found.header):
            continue
        shown: set[tuple[str | int, ...]] = {
            tuple(cells[at] for at in whens),
            *_marks(cells, figures),
        }
        if not shown <= seen:
            seen |= shown
            kept = {*whens, *figures}
            rows.append([cell if at in kept else "" for at, cell in enumerate(cells)])
    return [(NOWHERE, row) for row in rows]


def _marks(cells: Sequence[str], figures: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What the figures of a row show: that something was traded, and their marks."""
    for at in figures:
        cell = cells[at].strip()
        if cell not in _NOUGHTS:
            yield at, "".join(sorted(marks_shown(cell)))


def _places(found: Found, fields: Sequence[str]) -> tuple[int, ...]:
    """Where the columns of these fields stand."""
    form: Format = found.format
    every = (form.columns, *(one.columns for one in form.unfold))
    names = {folded(name) for columns in every for one in fields for name in columns.get(one, ())}
    return tuple(at for at, name in enumerate(found.header) if folded(name) in names)
