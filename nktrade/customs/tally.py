"""Tally: every sum that a customs file has in itself, and the rows that take part in each."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from nktrade.customs.columns import MEASURES
from nktrade.customs.customs import Customs
from nktrade.customs.engines import Lazy, lazy
from nktrade.customs.sides import Sides, flow_sides, heading_sides, partner_sides, period_sides
from nktrade.customs.sums import compared, weighed

WHOLE, PART = "whole", "part"
_SUMS = ["relation", "check", "measure", "whole", "parts", "gap", "count", "verdict"]
_TERMS = ["relation", "row", "side"]


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """The sums of one file, held or not."""

    sums: pd.DataFrame
    """Shape: one row per sum; relation, check, measure, whole, parts, gap, count, verdict."""
    terms: pd.DataFrame
    """Shape: one row per place of a sum; relation, row (of the customs frame), side."""


def tally(customs: Customs) -> Tally:
    """Every sum of the file by the functions of ``sums``, each with its rows."""
    sums, terms, count = [], [], 0
    for one in _sides(customs):
        found = _numbered(compared(one), count).assign(check=one.check, measure=one.measure)
        if one.check == "flows":
            found = found[found["count"] > 1]
        count += len(found)
        sums.append(found[_SUMS])
        known = lazy(found[["relation", *one.keys]])
        terms += [_places(one.wholes, known, one, WHOLE), _places(one.parts, known, one, PART)]
    beside, both = _weights(customs, count)
    return Tally(
        pd.concat([*sums, beside], ignore_index=True), pd.concat([*terms, both], ignore_index=True)
    )


def _sides(customs: Customs) -> Iterator[Sides]:
    """The pairs of wholes and parts that the file has rows for, in its first measure."""
    measure = next((name for name in MEASURES if customs.frame[name].notna().any()), None)
    if measure is None:
        return
    yield from heading_sides(customs, measure)
    yield partner_sides(customs, measure)
    yield flow_sides(customs, measure)
    yield period_sides(customs, measure)


def _numbered(found: Lazy, start: int) -> pd.DataFrame:
    frame: pd.DataFrame = found.collect().to_pandas()
    return frame.assign(relation=range(start, start + len(frame)))


def _places(rows: Lazy, known: Lazy, sides: Sides, side: str) -> pd.DataFrame:
    """The rows of one side, each under the number of its sum."""
    found = rows.join(known, on=list(sides.keys), how="inner").select("relation", "row")
    return found.collect().to_pandas().assign(side=side)[_TERMS]


def _weights(customs: Customs, start: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Quantities beside net weights of one row, as far as neither was estimated."""
    frame = customs.frame
    counted = frame[~(frame["quantity_estimated"] | frame["weight_estimated"])]
    found = _numbered(weighed(lazy(counted), ["row"]), start)
    sums = found.assign(check="weights", measure="weight")[_SUMS]
    return sums, pd.concat([found.assign(side=side)[_TERMS] for side in (WHOLE, PART)])
