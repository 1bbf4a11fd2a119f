"""Repeats: records that say again what another has said, or say two things of one number.

A publisher gives one row to a number. Where its files give several, as parts of it, the format says so.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.customs.columns import CELL, MEASURES
from nktrade.customs.reasons import Reason
from nktrade.ledger.columns import Objects, column_of, is_missing

_SHOWN = 4
_ONE = "one row to a number; take out those that do not hold"
_OWN = ("compiler", "document")
"""What all records of a file have in common."""


def told_again(found: Mapping[str, Any], reasons: Objects, lines: npt.NDArray[np.int64]) -> Objects:
    """Why a record cannot stand beside another of its cell; None where it can.

    The same figures are one number told twice, of which the first stands. Unlike ones cannot both be
    meant, and nothing says which is. Records that something speaks against already do not count.
    """
    cells = [name for name in CELL if name in found and name not in _OWN]
    frame = pd.DataFrame({name: found[name] for name in (*cells, *MEASURES)})
    sound = frame[is_missing(reasons)]
    doubled = sound[sound.duplicated(cells, keep=False)]
    again = column_of([None] * len(frame))
    for _, group in doubled.groupby(cells, dropna=False, sort=False):
        places = np.asarray(group.index)
        if len(group[list(MEASURES)].drop_duplicates()) == 1:
            again[places[1:]] = Reason(words=f"line {lines[places[0]]} says the same")
            continue
        shown = ", ".join(str(lines[at]) for at in places[:_SHOWN])
        words = f"lines {shown} say unlike things of one number, and nothing says which holds"
        again[places] = Reason(words=words, expected=_ONE)
    return again
