"""Aligned text: lines in columns become raw tables where no loader has made them."""

import re
from collections.abc import Sequence

from nktrade.core.documents import Document, RawTable, TableCell
from nktrade.reading.tables import is_numeric

_GAP = re.compile(r"\t+| {2,}|\s*\|\s*")
_COLUMNS = re.compile(r"  |\t|\|")
_RULE = re.compile(r"[ \t]*[|+:=\-][ \t|+:=\-]*")
"""A line drawn between rows: | --- | --- |."""
_HEADING = 30
_NOTE_LINES = 3


def raw_tables(document: Document, text: str) -> tuple[RawTable, ...]:
    """The tables of the loader and those of aligned lines, the larger where two overlap."""
    found = aligned_tables(text)
    spans = [span_of(one) for one in found]
    others = [
        one
        for one in document.tables
        if one.rows
        and not any(low <= span_of(one)[0] and span_of(one)[1] <= high for low, high in spans)
    ]
    kept = [
        one
        for one, (low, high) in zip(found, spans, strict=True)
        if not any(span_of(other)[0] < high and low < span_of(other)[1] for other in others)
    ]
    return tuple(sorted((*others, *kept), key=span_of))


def span_of(table: RawTable) -> tuple[int, int]:
    """From the first to the last character of its cells."""
    cells = [cell for row in table.rows for cell in row]
    return min((one.start for one in cells), default=0), max((one.end for one in cells), default=0)


def aligned_tables(text: str) -> list[RawTable]:
    """Runs of lines in columns with single labels between them; lines just before are the note."""
    if not _COLUMNS.search(text):
        return []
    rows: list[tuple[TableCell, ...]] = []
    before: list[str] = []
    found: list[RawTable] = []
    place = 0
    for line in (*text.split("\n"), ""):
        cells = _cells(line, place)
        place += len(line) + 1
        if rows and _RULE.fullmatch(line):
            continue
        is_label = len(cells) == 1 and len(line) <= _HEADING and line.rstrip()[-1:] not in ".:"
        if len(cells) > 1 or (is_label and rows):
            rows.append(cells)
            continue
        found += _table(rows, before)
        before = [] if rows else before
        before += [line] if cells else []
        rows = []
    return found


def _table(rows: Sequence[tuple[TableCell, ...]], before: Sequence[str]) -> list[RawTable]:
    columned = [row for row in rows if len(row) > 1]
    if len(columned) <= 1 or not any(is_numeric(row) for row in columned):
        return []
    notes = [line for line in before[-_NOTE_LINES:] if not line.rstrip().endswith(".")]
    return [RawTable(rows=tuple(rows), note=" / ".join(notes))]


def _cells(line: str, place: int) -> tuple[TableCell, ...]:
    if not line or line.isspace():
        return ()
    if not _COLUMNS.search(line):
        return (TableCell(line, place, place + len(line)),)
    out = []
    at = 0
    for gap in (*_GAP.finditer(line), None):
        end = gap.start() if gap else len(line)
        if line[at:end].strip():
            out.append(TableCell(line[at:end], place + at, place + end))
        at = gap.end() if gap else at
    return tuple(out)
