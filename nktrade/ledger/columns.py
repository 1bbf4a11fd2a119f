"""The columns of the ledger: names, in reading order, and what each holds."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

TEXT = pd.StringDtype(na_value=np.nan)
DAY = "datetime64[us]"

KEY = (
    "kind",
    "flow",
    "reporter",
    "partner",
    "commodity",
    "period_start",
    "period_end",
    "unit",
    "rate",
    "channel",
    "scope",
    "valuation",
    "compiler",
)
"""What makes a row observe one cell and no other."""

TYPES: Mapping[str, Any] = {  # Any: dtypes of several libraries
    "claim": TEXT,
    "document": TEXT,
    "layer": TEXT,
    "kind": TEXT,
    "flow": TEXT,
    "reporter": TEXT,
    "partner": TEXT,
    "commodity": TEXT,
    "period_start": DAY,
    "period_end": DAY,
    "unit": TEXT,
    "rate": TEXT,
    "channel": TEXT,
    "scope": TEXT,
    "valuation": TEXT,
    "compiler": TEXT,
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "wide_low": "float64",
    "wide_high": "float64",
    "digits": TEXT,
    "scale": TEXT,
    "approx": TEXT,
    "slack": TEXT,
    "zeros_known": "bool",
    "ceiling_digits": TEXT,
    "ceiling_scale": TEXT,
    "sign": TEXT,
    "base": TEXT,
    "standing": TEXT,
    "share_of": TEXT,
    "version": TEXT,
    "as_of": DAY,
    "place": TEXT,
    "route": TEXT,
    "actor": TEXT,
    "hypothetical": "bool",
    "plain": "bool",
    "sentence": "int64",
    "clause": "int64",
    "repeats": TEXT,
    "restates": TEXT,
    "source": TEXT,
    "source_url": TEXT,
    "origin": TEXT,
    "printed_unit": TEXT,
    "inferred": TEXT,
    "when": TEXT,
}
REJECTED: Mapping[str, Any] = {  # Any: as above
    "document": TEXT,
    "claim": TEXT,
    "reason": TEXT,
}
Objects = npt.NDArray[np.object_]
"""A raw column: texts, days or truths as Python has them; None where a cell is empty."""
Columns = Mapping[str, Objects]


def typed(
    raw: Columns, count: int, types: Mapping[str, Any] = TYPES
) -> pd.DataFrame:  # Any: dtypes
    """The columns as a frame with exactly the given ones, in order and type; what lacks is missing.

    Shape: as many rows as counted, numbered from nought.
    """
    empty = {kind: _nothing(kind, count) for kind in set(types.values())}
    found = {
        name: pd.array(raw[name], dtype=kind) if name in raw else empty[kind]
        for name, kind in types.items()
    }
    return pd.DataFrame(found, index=pd.RangeIndex(count))


def by_distinct(column: npt.NDArray[Any], worth: Callable[[Any], object]) -> Objects:  # Any: cells
    """What each cell is worth, reckoned once for each distinct one; None where it is missing."""
    codes, distinct = pd.factorize(column)
    found = np.empty(len(distinct) + 1, dtype=object)
    found[:-1] = [worth(cell) for cell in distinct]
    return found[codes]  # a missing cell has code -1, the last


def is_missing(column: Objects) -> npt.NDArray[np.bool_]:
    """Which cells are empty."""
    return np.asarray(pd.isna(column), dtype=bool)


def filled(column: Objects, filling: Any) -> Objects:  # noqa: ANN401 - a text or a whole column
    """The column with one thing, or another column, where cells are missing."""
    found: Objects = np.where(is_missing(column), filling, column)
    return found


def column_of(cells: Iterable[object]) -> Objects:
    """The cells as a raw column."""
    listed = list(cells)
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found


def _nothing(kind: Any, count: int) -> Any:  # noqa: ANN401 - dtypes in, extension arrays out
    missing = {"bool": False, "int64": 0, "float64": np.nan, DAY: pd.NaT}.get(str(kind), np.nan)
    return pd.array([missing] * count, dtype=kind)
