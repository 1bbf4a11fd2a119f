"""Sheets: a file of any layout as a header and rows of text, each with its place in the file.

Rows that do not fit the header are set apart, never shifted into place.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nktrade.documents.kinds import kind_of
from nktrade.errors import DocumentError

Row = tuple[int, list[str]]
_LIMIT = 200
"""Rows in which a header is looked for."""
_MARKUP = (b"<?xml", b"<response", b"<items")
_PARQUET = b"PAR1"
_RECORD = "item"
"""What the open data services of Korea call a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of a file."""

    title: str
    """What stands above the table: captions and notes."""
    rows: Iterator[Row]
    """Rows with their lines, the header among them; read as they are asked for."""


def tables(data: bytes, path: Path) -> Iterator[Sheet] | None:
    """The tables of XML, a page, a workbook or Parquet, told by the content; None where it is text.

    Raises: DocumentError where it cannot be read.
    """
    if data.startswith(_PARQUET):
        return iter((_parquet(path),))
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_MARKUP):
        return iter((_xml(data, path),))
    return _document(path) if kind_of(data) in {"html", "excel"} else None


def read_bytes(path: Path) -> bytes:
    """The content of the file.

    Raises: DocumentError where there is none.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"{path}: found no readable file ({error.strerror}), expected a customs file; "
            "check the path"
        ) from error
    if not data.strip():
        raise DocumentError(
            f"{path}: found an empty file, expected a customs file; download it anew"
        )
    return data


def is_parquet(path: Path) -> bool:
    """Whether the file is Parquet, told by its first bytes.

    Raises: DocumentError where there is no such file.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(len(_PARQUET)) == _PARQUET
    except OSError as error:
        raise DocumentError(
            f"{path}: found no readable file ({error.strerror}), expected a customs file; "
            "check the path"
        ) from error


def delimited(text: str) -> Sheet:
    """The rows of a CSV file, the mark between cells being the one its widest first line has."""
    lines = text[:20_000].splitlines()[:_LIMIT]
    mark = max(",\t;", key=lambda one: max((line.count(one) for line in lines), default=0))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    seen: dict[str, str] = {}  # files repeat few texts many times: each is kept once
    rows = ((reader.line_num, [seen.setdefault(cell, cell) for cell in row]) for row in reader)
    return Sheet(title="", rows=(row for row in rows if any(row[1])))


def _document(path: Path) -> Iterator[Sheet]:
    """The tables of a page or workbook, each under the caption it has or the words before it."""
    from nktrade.documents import load  # noqa: PLC0415 - HTML and workbooks alone need it

    document = load(path)
    end = 0
    for table in document.tables:
        start = min((cell.start for row in table.rows for cell in row), default=end)
        rows = [
            (document.line(row[0].start), [" ".join(cell.text.split()) for cell in row])
            for row in table.rows
            if row
        ]
        above = (document.text[end:start], table.caption, table.note, document.title or "")
        yield Sheet(title="\n".join(above), rows=iter(rows))
        end = max((cell.end for row in table.rows for cell in row), default=end)


def _xml(data: bytes, path: Path) -> Sheet:
    """One row per element ``item``, its children's tags being the columns.

    Entities are refused before parsing: no customs answer declares any, and they can be a bomb.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - for XML alone

    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise DocumentError(
            f"{path}: found XML that declares entities, expected plain data; save it as CSV"
        )
    try:
        found = list(ET.fromstring(data).iter(_RECORD))  # noqa: S314 - as above
    except ET.ParseError as error:
        raise DocumentError(
            f"{path}: found XML that ends or breaks early ({error}), expected it whole; download it anew"
        ) from error
    header = list(dict.fromkeys(cell.tag for one in found for cell in one))
    rows = ([(one.findtext(name) or "").strip() for name in header] for one in found)
    return Sheet(title="", rows=enumerate((header, *rows)))


def _parquet(path: Path) -> Sheet:
    """The rows of a Parquet file as text."""
    import duckdb  # noqa: PLC0415 - heavy, for Parquet alone

    with duckdb.connect() as connection:
        header = list(connection.read_parquet(str(path)).columns)
        cells = connection.execute(
            "select columns(*)::varchar from read_parquet(?)", [str(path)]
        ).fetchall()
    rows: Iterable[list[str]] = (["" if cell is None else cell for cell in row] for row in cells)
    return Sheet(title="", rows=enumerate((header, *rows)))
