"""Workbooks: every sheet a raw table under its name. Needs the extra ``excel``."""

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nktrade.core.documents import Block, Document, RawTable, TableCell
from nktrade.documents.sources import Source, one_line, without_surrogates
from nktrade.documents.tables import with_note
from nktrade.errors import DocumentError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MAX_PLACES = 20_000_000
"""Cells, blank ones included, that the used part of one sheet may span."""
_UNPACKED = 8
"""How many times its greatest size a workbook may unpack to."""
_MALFORMED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What unpacking raises on files that are not as they should be."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_PLACE = re.compile(rb"<c\b[^<>]{0,80}?\br=\"([A-Z]{1,3})([0-9]{1,7})\"")
_ALPHABET = 26
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def read_excel(source: Source) -> Document:
    """The document of a workbook: sheet names as captions, a tab after each cell.

    Raises:
        DocumentError: the extra is missing, the file is broken, locked, too large or empty.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - an extra, loaded when first needed
    except ImportError as error:
        raise DocumentError(
            f"{source.name}: found a workbook, expected the extra that reads it; "
            "install it with: pip install 'nktrade[excel]'"
        ) from error
    try:
        _check(source)
        sheets = list(_sheets(CalamineWorkbook.from_filelike(io.BytesIO(source.data))))
    except (CalamineError, *_MALFORMED) as error:
        reason = one_line(str(error)[:100]) or type(error).__name__
        raise DocumentError(
            f"{source.name}: found a workbook that cannot be read ({reason}), expected a whole one "
            "without a password; save it anew as .xlsx or .csv"
        ) from error
    if not sheets:
        raise DocumentError(
            f"{source.name}: found a workbook without cells, expected a table; save the filled one"
        )
    return _document(source, sheets)


def _check(source: Source) -> None:
    """See that unpacking stays within bounds, before anything is unpacked into cells."""
    if not source.data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        unpacked, most = (
            sum(one.file_size for one in archive.infolist()),
            _UNPACKED * source.max_size,
        )
        if unpacked > most:
            raise DocumentError(
                f"{source.name}: found a workbook that unpacks to {unpacked:,} bytes, expected at most "
                f"{most:,}, {_UNPACKED} times the limit on size; raise that with --max-size (max_size=)"
            )
        sheets = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
        if not sheets:
            raise DocumentError(
                f"{source.name}: found a binary workbook, expected an .xlsx or .xls one; save it as .xlsx"
            )
        for name in sheets:
            places = _places(archive.read(name))
            if places > MAX_PLACES:
                raise DocumentError(
                    f"{source.name}: found cells spread over {places:,} places in {name}, expected at "
                    f"most {MAX_PLACES:,}; delete the stray cells, or save the table as .csv"
                )


def _places(sheet: bytes) -> int:
    """How many cells the rectangle holds that encloses all used ones."""
    rows = columns = 0
    for found in _PLACE.finditer(sheet):
        rows = max(rows, int(found[2]))
        column = 0
        for letter in found[1]:
            column = column * _ALPHABET + letter - ord("A") + 1
        columns = max(columns, column)
    return rows * columns


def _sheets(workbook: "CalamineWorkbook") -> Iterator[tuple[str, list[list[str]]]]:
    for name in workbook.sheet_names:
        rows = [
            [_printed(cell) for cell in row] for row in workbook.get_sheet_by_name(name).to_python()
        ]
        if any(any(row) for row in rows):
            yield _printed(name), rows


def _printed(value: object) -> str:
    """A cell as text: whole numbers without a decimal point, days as days."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return without_surrogates(_BREAKS.sub(" ", str(value))).strip()


def _document(source: Source, sheets: list[tuple[str, list[list[str]]]]) -> Document:
    parts: list[str] = []
    blocks: list[Block] = []
    tables: list[tuple[Block, RawTable]] = []
    length = 0
    for name, rows in sheets:
        blocks.append(Block("table_note", length, length + len(name)))
        start = length + len(name) + 2
        lines = ["".join(f"{cell}\t" for cell in row) + "\n" for row in rows]
        table = Block("table", start, start + sum(map(len, lines)))
        parts += [name, "\n\n", *lines, "\n"]
        blocks.append(table)
        tables.append((table, RawTable(rows=tuple(_cells(rows, start)), caption=name)))
        length = table.end + 1
    text = "".join(parts)
    return source.decoded(text, ()).document(
        text,
        origin=None,
        blocks=tuple(blocks),
        tables=tuple(with_note(text, *one) for one in tables),
    )


def _cells(rows: list[list[str]], start: int) -> Iterator[tuple[TableCell, ...]]:
    for row in rows:
        cells = []
        for cell in row:
            cells.append(TableCell(cell, start, start + len(cell)))
            start += len(cell) + 1
        start += 1
        yield tuple(cells)
