"""Headers: whether a row has the marks of a format, and what to say of one that has none.

A header may stand in two rows; what stands over several columns is the first word of each.
"""

import difflib
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from pathlib import Path

from nktrade.customs.formats import Format, formats
from nktrade.customs.names import folded
from nktrade.customs.numbers import number
from nktrade.customs.sheets import Row

_SHOWN = 12
_JOIN = ", and make a header of two rows one row"
_EITHER = "|"


def double(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two rows as one header: what stands over several columns is the first word of each.

    >>> double(["land", "exports", ""], ["", "value", "weight"])
    ['land', 'exports value', 'exports weight']
    """
    names, over = list[str](), ""
    for high, low in zip_longest(upper, lower, fillvalue=""):
        over = high if high or not low else over
        names.append(high if high == low else f"{over} {low}".strip())
    return names


def is_header(row: Sequence[str], form: Format) -> bool:
    """Whether all marks of the format stand in the row."""
    cells = {folded(cell) for cell in row}
    return bool(form.marks) and all(holds(cells, mark) for mark in form.marks)


def holds(cells: set[str], mark: str) -> bool:
    """Whether a column of the mark, or one of its alternatives, is among the folded names."""
    return any(folded(name) in cells for name in mark.split(_EITHER))


def unknown(path: Path, tops: Iterable[Sequence[Row]]) -> str:
    """What is said of a file of no known format: its header, and the nearest format."""
    tables = ([row for _, row in top] for top in tops)
    rows = [pair for top in tables for pair in zip(top, [[], *top], strict=False)]
    header, before = max(rows, key=lambda pair: _names(pair[0]), default=([], []))
    is_double = 1 < _names(before) < len(before)
    cells = {folded(cell) for cell in header}
    scores = {name: _likeness(cells, form) for name, form in formats().items()}
    nearest = max(scores, key=lambda name: scores[name])
    lacking = [
        mark.partition(_EITHER)[0] for mark in formats()[nearest].marks if not holds(cells, mark)
    ]
    shown = ", ".join(header[:_SHOWN]) + (", ..." if len(header) > _SHOWN else "")
    return (
        f"{path}: found the columns {shown or 'none'}, expected those of a known format; nearest: "
        f"{nearest}, which also has {', '.join(lacking) or 'a title of its own'}; give a mapping of the columns"
        f"{_JOIN if is_double else ''}"
    )


def _names(row: Sequence[str]) -> int:
    """How many cells of a row are words, as names of columns are."""
    return sum(bool(cell.strip()) and number(cell.strip()) is None for cell in row)


def _likeness(cells: set[str], form: Format) -> float:
    """How much of the format's marks the header has, a near name counting for a part."""
    if not form.marks:
        return 0.0
    best = [
        max(
            (
                difflib.SequenceMatcher(None, folded(name), cell).ratio()
                for name in mark.split(_EITHER)
                for cell in cells
            ),
            default=0.0,
        )
        for mark in form.marks
    ]
    return sum(best) / len(best)
