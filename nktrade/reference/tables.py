"""The one loader of reference tables: a CSV file becomes a tuple of frozen records.

A table is a CSV file in UTF-8 whose header names the fields of a record, in any order. Cells are
read by the type of their field; a list is written with semicolons. An empty cell is None, and an
error where the field must not be empty.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from nktrade.errors import TableError

TABLES = Path(__file__).with_name("tables")

Record = TypeVar("Record")
_Reader = Callable[[str], object]


def read_table(file: Path | str, record: type[Record]) -> tuple[Record, ...]:
    """Every row of the file as a record of the given dataclass, in the order of the file.

    A bare name is a table of this package; a path is a user's own.

    Raises: TableError with file, line, column, what was found and what was expected.
    """
    path = TABLES / f"{file}.csv" if isinstance(file, str) else file
    readers = _readers(record)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        header = next(rows, [])
        _require_columns(path, header, record)
        return tuple(
            record(
                **dict(zip(header, _cells(path, rows.line_num, header, row, readers), strict=True))
            )
            for row in rows
        )


def unique(
    records: Iterable[Record], key: Callable[[Record], Iterable[str]], table: str
) -> dict[str, Record]:
    """The records by each of their keys.

    Raises: TableError when one key would mean two records.
    """
    found: dict[str, Record] = {}
    for record in records:
        for name in key(record):
            other = found.setdefault(name, record)
            if other is not record:
                raise TableError(
                    f"{table}.csv: found {name!r} for {other} and for {record}, "
                    "expected one meaning per name; take it from one of the rows"
                )
    return found


def _cells(
    path: Path, line: int, header: list[str], row: list[str], readers: dict[str, _Reader]
) -> Iterator[object]:
    if len(row) != len(header):
        raise TableError(
            f"{path.name}:{line}: found {len(row)} cells, expected {len(header)} "
            f"({', '.join(header)}); put quotes around a cell that holds a comma"
        )
    for column, text in zip(header, row, strict=True):
        try:
            yield readers[column](text)
        except (ValueError, ZeroDivisionError) as error:
            raise TableError(
                f"{path.name}:{line}, column {column}: found {text!r}, expected {error}; "
                "correct the cell"
            ) from None


def _require_columns(path: Path, header: list[str], record: type) -> None:
    known = fields(record)
    needed = {field.name for field in known if _is_needed(field)}
    strange, lacking = set(header) - {field.name for field in known}, needed - set(header)
    if strange or lacking or len(set(header)) < len(header):
        raise TableError(
            f"{path.name}:1: found columns {', '.join(header) or 'none'}, expected "
            f"{', '.join(field.name for field in known)}; "
            f"unknown or repeated: {', '.join(sorted(strange)) or '-'}, "
            f"missing: {', '.join(sorted(lacking)) or '-'}"
        )


def _is_needed(field: "Field[Any]") -> bool:  # Any: a field of any record
    return field.default is MISSING and field.default_factory is MISSING


def _readers(record: type) -> dict[str, _Reader]:
    return {name: _reader(name, kind) for name, kind in get_type_hints(record).items()}


def _reader(name: str, kind: object) -> _Reader:
    if kind in _OPTIONAL:
        inner = _OPTIONAL[kind]
        return lambda text: inner(text) if text else None
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return partial(_member, kind)
    raise TableError(f"field {name}: found type {kind}, expected one of {list(_PLAIN)}; use one")


def _text(cell: str) -> str:
    if not cell or cell != cell.strip():
        raise ValueError("a text without blanks around it")
    return cell


def _words(cell: str) -> tuple[str, ...]:
    words = tuple(cell.split(";")) if cell else ()
    if any(not word or word != word.strip() for word in words):
        raise ValueError("words parted by single semicolons")
    return words


def _whole(cell: str) -> int:
    if not cell.isascii() or not cell.removeprefix("-").isdigit():
        raise ValueError("a whole number")
    return int(cell)


def _exact(cell: str) -> Fraction:
    try:
        return Fraction(cell)
    except (ValueError, ZeroDivisionError):
        raise ValueError("a number such as 7.33 or 1/20") from None


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("a day such as 2017-12-22") from None


def _member(kind: type[StrEnum], cell: str) -> StrEnum:
    try:
        return kind(cell)
    except ValueError:
        raise ValueError(f"one of {', '.join(one.value for one in kind)}") from None


def _truth(cell: str) -> bool:
    if cell not in {"yes", "no"}:
        raise ValueError("yes or no")
    return cell == "yes"


_PLAIN: dict[object, _Reader] = {
    str: _text,
    int: _whole,
    bool: _truth,
    Fraction: _exact,
    date: _day,
    tuple[str, ...]: _words,
}
_OPTIONAL: dict[object, _Reader] = {
    str | None: _text,
    int | None: _whole,
    Fraction | None: _exact,
    date | None: _day,
}
