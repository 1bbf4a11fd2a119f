"""Sheets: a file of any layout as a header and rows of text, each with its place in the file.

Rows that do not fit the header are set apart, never shifted into place.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from nktrade.customs.opening import MAX_SIZE, is_parquet
from nktrade.documents.kinds import kind_of
from nktrade.errors import DocumentError

Row = tuple[int, list[str]]
_HEAD, _LIMIT = 20_000, 200
"""Characters and rows in which the mark between cells is looked for."""
_AT_ONCE = 10_000
"""Rows of Parquet taken at a time."""
_MARKUP = (b"<?xml", b"<response", b"<items")
_RECORD = "item"
"""What the open data services of Korea call a row."""
_SAID = 100
"""Characters of an answer without rows that are shown: services say there what went wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of a file."""

    title: str
    """What stands above the table: captions and notes."""
    rows: Iterator[Row]
    """Rows with their lines, the header among them; read as they are asked for."""
    separator: str = ""
    """What parts the cells, where the file is text."""


def tables(data: bytes, path: Path) -> Iterator[Sheet] | None:
    """The tables of XML, a page, a workbook or Parquet, told by the content; None where it is text.

    Raises: DocumentError where it cannot be read.
    """
    kind = kind_of(data)
    if kind == "parquet":
        return iter((_parquet(data, path),))
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_MARKUP):
        return iter((_xml(data, path),))
    return _document(data, path) if kind in {"html", "excel"} else None


def delimited(head: str, opened: Callable[[], TextIO]) -> Sheet:
    """The rows of a CSV file, the mark between cells being the one its widest first line has."""
    lines = head[:_HEAD].splitlines()[:_LIMIT]
    mark = max(",\t;|", key=lambda one: max((line.count(one) for line in lines), default=0))
    return Sheet(title="", rows=_lines(opened, mark), separator=mark)


def _lines(opened: Callable[[], TextIO], mark: str) -> Iterator[Row]:
    """The rows that hold anything; the file is open while they are asked for."""
    seen: dict[str, str] = {}  # files repeat few texts many times: each is kept once
    with opened() as stream:
        reader = csv.reader(stream, delimiter=mark)
        for row in reader:
            if any(row):
                yield reader.line_num, [seen.setdefault(cell, cell) for cell in row]


def _document(data: bytes, path: Path) -> Iterator[Sheet]:
    """The tables of a page or workbook, each under the caption it has or the words before it."""
    from nktrade.documents import load  # noqa: PLC0415 - HTML and workbooks alone need it

    document = load(data, name=str(path), max_size=MAX_SIZE)
    end = 0
    for table in document.tables:
        start = min((cell.start for row in table.rows for cell in row), default=end)
        rows = [
            (document.line(row[0].start), [" ".join(cell.text.split()) for cell in row])
            for row in table.rows
            if any(cell.text.strip() for cell in row)
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
        root = ET.fromstring(data)  # noqa: S314 - as above
    except ET.ParseError as error:
        raise DocumentError(
            f"{path}: found XML that ends or breaks early ({error}), expected it whole; download it anew"
        ) from error
    found = list(root.iter(_RECORD))
    if not found:
        said = " ".join(" ".join(root.itertext()).split())[:_SAID]
        raise DocumentError(
            f"{path}: found an answer without rows ({said or 'it says nothing'}), expected elements "
            f"{_RECORD}; ask the service anew"
        )
    header = list(dict.fromkeys(cell.tag for one in found for cell in one))
    rows = ([(one.findtext(name) or "").strip() for name in header] for one in found)
    return Sheet(title="", rows=enumerate((header, *rows)))


def parquet(path: Path) -> Sheet:
    """The rows of a Parquet file as text, read as they are asked for.

    Raises: DocumentError where it is cut off or damaged.
    """
    return Sheet(title="", rows=_fetched(path))


def _fetched(path: Path) -> Iterator[Row]:
    import duckdb  # noqa: PLC0415 - heavy, for Parquet alone

    with duckdb.connect() as connection:
        try:
            yield 0, list(connection.read_parquet(str(path)).columns)
            cells = connection.execute(
                "select columns(*)::varchar from read_parquet(?)", [str(path)]
            )
            pages = iter(lambda: cells.fetchmany(_AT_ONCE), [])
            for line, row in enumerate(chain.from_iterable(pages), start=1):
                yield line, ["" if cell is None else cell for cell in row]
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise DocumentError(
                f"{path}: found Parquet that is cut off or damaged ({reason}), expected it whole; "
                "write it anew"
            ) from error


def _parquet(data: bytes, path: Path) -> Sheet:
    """The rows of a Parquet file; one out of an archive is laid down for DuckDB to read."""
    if is_parquet(path):
        return parquet(path)
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"{path.name}.parquet"
        file.write_bytes(data)
        return Sheet(title="", rows=iter(list(_fetched(file))))
