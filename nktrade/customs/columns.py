"""The columns of a customs frame: names, in reading order, and what each holds."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from nktrade.ledger.columns import DAY, TEXT, Objects

TYPES: Mapping[str, Any] = {  # Any: dtypes of several libraries
    "row": "int64",
    "line": "int64",
    "flow": TEXT,
    "reporter": TEXT,
    "partner": TEXT,
    "commodity": TEXT,
    "code": TEXT,
    "classification": TEXT,
    "level": "int64",
    "period_start": DAY,
    "period_end": DAY,
    "value": "float64",
    "value_step": "float64",
    "value_unit": TEXT,
    "quantity": "float64",
    "quantity_step": "float64",
    "quantity_unit": TEXT,
    "weight": "float64",
    "weight_step": "float64",
    "valuation": TEXT,
    "scope": TEXT,
    "is_reported": "bool",
    "is_aggregate": "bool",
    "value_estimated": "bool",
    "quantity_estimated": "bool",
    "weight_estimated": "bool",
    "note": TEXT,
    "compiler": TEXT,
    "document": TEXT,
    "as_of": DAY,
}
"""``value`` in its currency, ``quantity`` in the canonical unit beside it, ``weight`` net in tonnes; a step
is what one of the last printed digit is worth. ``level`` counts the digits of the code, 0 for all trade;
``scope`` says which part of the flow a row is, missing where it is the whole."""
REJECTED: Mapping[str, Any] = {
    "document": TEXT,
    "line": "int64",
    "found": TEXT,
    "reason": TEXT,
    "printed": TEXT,
    "expected": TEXT,
}  # Any: as above
"""``expected`` says what could be read, and what to do; it is missing where a row is no figure by its nature, as
totals, notes and blanks are. ``printed`` is the cell in question, missing where it is the whole row."""
MEASURES = ("value", "quantity", "weight")
NOTHING = frozenset({"", "NA", "N/A", "#N/A", "<NA>", "NaN", "nan", "null", "NULL", "None"})
"""What programmes write in the cells of figures that they do not have."""
CELL = (
    "flow",
    "reporter",
    "partner",
    "commodity",
    "code",
    "classification",
    "level",
    "period_start",
    "period_end",
    "value_unit",
    "quantity_unit",
    "valuation",
    "scope",
    "compiler",
    "document",
    "as_of",
)
"""What makes rows parts of one number: they may be added up, and no others."""


def blanked(column: Objects, is_blank: npt.NDArray[np.bool_]) -> Objects:
    """The column with nothing in the cells so marked."""
    found = column.copy()
    found[is_blank] = None
    return found
