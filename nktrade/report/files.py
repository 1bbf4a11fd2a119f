"""Frames as the files of other programs: Stata with labels, and Parquet."""

import datetime as dt
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pandas as pd

from nktrade.report.delivery import deliver_bytes
from nktrade.report.json_text import package_version
from nktrade.report.labels import CODES, LABELS

if TYPE_CHECKING:
    import os

_UNICODE: Literal[118] = 118
"""The edition of Stata's files that holds every script, of Stata 14 and later."""
_SHORT = 2045
"""Bytes beyond which Stata keeps a text in another way."""
_RENAMED = {"end": "end_"}
"""What a variable is called whose name is a word of Stata's own."""
_NO_TIME = dt.datetime(1960, 1, 1)  # noqa: DTZ001 - Stata's own beginning of time, in no zone
"""Stamped into Stata files, so that one frame is one file, byte for byte."""


def write_stata(frame: pd.DataFrame, path: "str | os.PathLike[str]", title: str) -> None:
    """The frame as a Stata file with a label on every variable and on the values of codes.

    Days are Stata days; missing texts are empty.

    Raises: DeliveryError where the file cannot be written.
    """
    names = {str(name): _RENAMED.get(str(name), str(name)) for name in frame}
    shown = pd.DataFrame({own: _for_stata(frame[name]) for name, own in names.items()})
    texts = [name for name, column in shown.items() if column.dtype == object]
    data = io.BytesIO()
    shown.to_stata(
        data,
        write_index=False,
        version=_UNICODE,
        time_stamp=_NO_TIME,
        data_label=f"nktrade {package_version()}: {title}",
        variable_labels={own: LABELS[name] for name, own in names.items()},
        convert_dates={name: "td" for name, kind in shown.dtypes.items() if kind.kind == "M"},
        convert_strl=[name for name in texts if _longest(shown[name]) > _SHORT],
    )
    deliver_bytes(data.getvalue(), path)


def write_parquet(frame: pd.DataFrame, path: "str | os.PathLike[str]") -> None:
    """The frame as a Parquet file.

    Raises: DeliveryError where the file cannot be written.
    """
    import duckdb  # noqa: PLC0415 - heavy, for this alone

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        part = Path(folder) / "part.parquet"
        connection.from_df(frame).write_parquet(str(part))
        deliver_bytes(part.read_bytes(), path)


def _for_stata(column: pd.Series) -> pd.Series:
    """The column in a type that Stata has: codes with labels, days, numbers or plain text."""
    words = None if column.empty else CODES.get(str(column.name))
    if words == ("no", "yes"):
        truths = column.astype("boolean").map({True: "yes", False: "no"})
        return truths.astype(pd.CategoricalDtype(list(words)))
    if words is not None:
        return column.astype(pd.CategoricalDtype(list(words)))
    return column if column.dtype.kind in "ifM" else column.fillna("").astype(object)


def _longest(column: pd.Series) -> int:
    return max((len(text.encode()) for text in column), default=0)
