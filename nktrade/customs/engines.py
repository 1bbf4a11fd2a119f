"""Engines: a frame of any engine, a customs file or a path as a lazy table with the usual names.

A path goes to DuckDB, which streams it from disk: Parquet and tidy CSV as they are, other customs
formats through their mapping first.
"""

import os
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

import narwhals as nw
import pandas as pd

from nktrade.core.documents import CustomsFile
from nktrade.customs.columns import TYPES
from nktrade.customs.customs import Customs
from nktrade.customs.opening import is_parquet
from nktrade.customs.reading import read_customs
from nktrade.customs.stored import Stored, stored
from nktrade.documents.sources import MAX_SIZE
from nktrade.errors import CheckError, nearest

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Table = Any
"""A native frame of any engine that Narwhals knows: each has a type of its own."""
Lazy = nw.LazyFrame[Any]

_ALIASES = {
    "reporter": ("reporter", "reporterISO", "reporter_iso", "i"),
    "partner": ("partner", "partnerISO", "partner_iso", "j"),
    "flow": ("flow", "flowCode", "flow_code"),
    "code": ("code", "cmdCode", "cmd_code", "cmd", "hs6", "k"),
    "period": ("period", "t"),
    "value": ("value", "primaryValue", "primary_value", "v"),
    "classification": ("classification", "classificationCode"),
    "weight": ("weight", "netWgt", "net_wgt", "q"),
}
"""Names under which frames of Comtrade and BACI come; the first is ours."""
_MEMORY = "2GB"
_NUMBERS = count()


def lazy(table: Table | Customs | Stored) -> Lazy:
    """The table, lazy, its columns under this project's names.

    Raises: CheckError where it is no frame that Narwhals knows.
    """
    native = table.frame if isinstance(table, Customs | Stored) else table
    try:
        frame = nw.from_native(native).lazy()
    except TypeError as error:
        raise CheckError(
            f"table: found {type(table).__name__}, expected a frame of pandas, Polars, DuckDB or Spark, "
            "or a path; give one of these"
        ) from error
    names = frame.collect_schema().names()
    renamed = {
        old: new
        for new, olds in _ALIASES.items()
        if new not in names
        for old in olds[1:]
        if old in names
    }
    return frame.rename(renamed) if renamed else frame


def scanned(paths: dict[str, str | Path]) -> dict[str, Lazy]:
    """Files as lazy tables of one connection to DuckDB."""
    connection = spilling()
    return {name: lazy(_relation(connection, name, Path(path))) for name, path in paths.items()}


def spilling() -> "DuckDBPyConnection":
    """A connection to DuckDB that keeps to a share of memory and spills the rest."""
    import duckdb  # noqa: PLC0415 - heavy, for paths alone

    spilled = str(Path(gettempdir()) / f"nktrade-{os.getpid()}-{next(_NUMBERS)}")
    return duckdb.connect(
        config={
            "memory_limit": _MEMORY,
            "preserve_insertion_order": "false",
            "temp_directory": spilled,
        }
    )


def _relation(connection: "DuckDBPyConnection", name: str, path: Path) -> Table:
    if is_parquet(path):
        return connection.read_parquet(str(path))
    if path.stat().st_size > MAX_SIZE:
        return stored(CustomsFile(id=name, file=str(path), data=None), connection, name).frame
    connection.register(name, read_customs(path).frame)
    return connection.table(name)


def collected(frame: Lazy) -> nw.DataFrame[Any]:
    """The rows of a lazy table in memory: DuckDB's as pandas, for they need no Arrow that way."""
    return frame.collect("pandas") if frame.implementation.is_duckdb() else frame.collect()


def rows_of(table: Table | Customs | Stored, rows: Iterable[int]) -> pd.DataFrame:
    """The rows of a customs frame with these numbers, in their order, typed as a customs frame is."""
    wanted = sorted(set(map(int, rows)))
    if isinstance(table, Customs):
        return table.frame[table.frame["row"].isin(wanted)]
    found = collected(lazy(table).filter(nw.col("row").is_in(wanted)).sort("row")).to_pandas()
    return found.astype(dict(TYPES))


def require(frame: Lazy, columns: tuple[str, ...], what: str) -> None:
    """See that the columns are there.

    Raises: CheckError naming the first that lacks and the nearest known.
    """
    names = frame.collect_schema().names()
    for column in columns:
        if column not in names:
            raise CheckError(
                f"{what}: found no column {column!r}, expected it; {nearest(column, names)}"
            )


def beside(frame: nw.DataFrame[Any] | Lazy, columns: dict[str, list[Any]]) -> Any:  # noqa: ANN401 - lazy or not, as the frame is
    """A small table on the engine of a frame, to be joined with it."""
    implementation = frame.implementation
    if implementation.is_duckdb():
        listed = ", ".join(
            f"unnest({_literal(cells)}) as {name}" for name, cells in columns.items()
        )
        # A relation of the same connection: DuckDB joins no others.
        return nw.from_native(
            frame.to_native().limit(0).aggregate("count(*) as one").project(listed)
        )
    if implementation.is_pyspark():
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        return nw.from_native(frame.to_native().sparkSession.createDataFrame(rows))
    small = nw.from_dict(columns, backend=implementation)
    return small.lazy() if isinstance(frame, nw.LazyFrame) else small


def _literal(cells: list[Any]) -> str:  # Any: texts and numbers
    shown = [
        f"'{cell.replace(chr(39), chr(39) * 2)}'" if isinstance(cell, str) else repr(float(cell))
        for cell in cells
    ]
    kind = "varchar" if all(isinstance(cell, str) for cell in cells) else "double"
    return f"[{', '.join(shown)}]::{kind}[]"
