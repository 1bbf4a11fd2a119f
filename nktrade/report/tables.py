"""Any frame as an aligned table, CSV or JSON: what ``baseline`` and ``mirror`` print."""

import math
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from nktrade.report.csv_form import written
from nktrade.report.json_text import dumped, package_version
from nktrade.report.rows import Cell
from nktrade.report.text import table
from nktrade.report.visible import clipped, on_one_line

if TYPE_CHECKING:
    import pandas as pd

_WIDEST = 40
"""Columns of a cell in the aligned table; CSV and JSON have the whole."""
_MANY = 2000
"""Rows of an aligned table; nobody reads more of them at a terminal."""


def as_text(frame: "pd.DataFrame") -> str:
    """The beginning of the frame in aligned columns, empty columns left out and said so."""
    empty = [name for name in frame.columns if frame[name].isna().all()] if len(frame) else []
    shown = frame.drop(columns=empty).head(_MANY)
    rows = [[clipped(_shown(value), _WIDEST) for value in row] for row in values(shown)]
    numeric = {place for place, kind in enumerate(shown.dtypes) if kind.kind in "iuf"}
    lines = table([list(map(str, shown.columns)), *rows], numbers=frozenset(numeric))
    cut = f", of which the first {_MANY:,}: --format csv has all" if len(frame) > _MANY else ""
    count = f"{len(frame):,} rows{cut}"
    lines.append(f"{count}; empty columns: {', '.join(empty)}" if empty else count)
    return "\n".join(lines) + "\n"


def as_csv(frame: "pd.DataFrame") -> str:
    """The frame as CSV, formulas defused, missing values empty."""
    names = list(map(str, frame.columns))
    return written(names, (dict(zip(names, row, strict=True)) for row in values(frame)))


def as_json(frame: "pd.DataFrame") -> str:
    """The frame as one JSON object with its rows, missing values null."""
    names = list(map(str, frame.columns))
    rows = [dict(zip(names, row, strict=True)) for row in values(frame)]
    entry = {"schema_version": 1, "nktrade": package_version(), "rows": rows}
    return dumped(entry)


FORMS: dict[str, "Callable[[pd.DataFrame], str]"] = {
    "text": as_text,
    "csv": as_csv,
    "json": as_json,
}


def values(frame: "pd.DataFrame") -> list[list[Cell]]:
    """The cells as plain values, column by column and then by row."""
    columns = [
        [_plain(value, is_missing) for value, is_missing in zip(frame[name], gaps, strict=True)]
        for name, gaps in frame.isna().items()
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def _plain(value: Any, is_missing: bool) -> Cell:  # noqa: ANN401, FBT001 - a cell of any frame
    """A cell as JSON has it: days in ISO form, whole floats whole, infinities and gaps missing."""
    if is_missing or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, date):
        return value.isoformat().removesuffix("T00:00:00")
    plain = value.item() if hasattr(value, "item") else value
    is_whole = isinstance(plain, float) and plain.is_integer()
    if is_whole:
        return int(plain)
    return plain if isinstance(plain, str | bool | int | float) else str(plain)


def _shown(value: Any) -> str:  # noqa: ANN401 - as above
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    return on_one_line(str(value))
