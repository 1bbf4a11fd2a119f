"""Unit values against the commodity's own distribution, with the rate of false alarms under control.

A flag is a place to look, never an error: goods of one code differ. How many rows were asked stands in
every answer, for of a million rows some are always far out.

Source: Benjamini and Hochberg, Controlling the False Discovery Rate, 1995.
"""

from collections.abc import Sequence

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.customs.customs import Customs
from nktrade.customs.engines import Lazy, Table, collected, lazy, require
from nktrade.customs.stored import Stored

LEAST = 20
"""Rows a commodity needs before its distribution says anything."""
_FREEDOM = 4
"""Degrees of freedom of the tails: unit values of one code have heavier ones than the normal law."""
_TO_SIGMA = 1.4826
"""Median absolute deviations of a normal law to its standard deviation."""
_SLIP = 0.15
"""How near, in powers of ten, a ratio must lie to 10, 100 or 1000 for a slip of scale to be named."""
_SHOWN = (
    "row",
    "line",
    "flow",
    "reporter",
    "partner",
    "code",
    "period",
    "period_start",
    "period_end",
)


def unit_values(
    table: Table | Customs | Stored, *, by: Sequence[str] = ("code", "flow"), rate: float = 0.05
) -> pd.DataFrame:
    """The rows whose value per tonne lies too far from that of their commodity, nearest first to last.

    Of the flagged rows, a share of ``rate`` at most is expected to be chance.

    Shape: one row per flagged row; its keys, value, weight, unit_value, median, ratio, probability,
        likely_scale (10, 100, 1000 or their inverse, where the ratio lies near), checks (rows asked).
    """
    frame = lazy(table)
    require(frame, ("value", "weight", *by), "unit_values")
    scored = _scored(frame, list(by))
    counted = collected(scored.select(nw.len().alias("checks")))
    checks = int(counted.get_column("checks").to_list()[0])
    names = [
        name for name in dict.fromkeys((*_SHOWN, *by)) if name in frame.collect_schema().names()
    ]
    # Nothing less probable than the rate can be flagged, so the rest stays on its engine.
    far = collected(
        scored.filter(nw.col("score").abs() >= _quantile(rate)).select(
            *names, "value", "weight", "unit_value", "median", "score"
        )
    )
    found = pd.DataFrame({name: far.get_column(name).to_list() for name in far.columns})
    found = found.assign(
        probability=_tails(found.pop("score").to_numpy(dtype=float)), checks=checks
    )
    flagged = found[discoveries(found["probability"].to_numpy(), checks, rate)]
    ratio = flagged["unit_value"] / flagged["median"]
    told = flagged.assign(ratio=ratio, likely_scale=_slips(ratio))
    return told.sort_values(["probability", *names], ignore_index=True)


def discoveries(
    probabilities: npt.NDArray[np.float64], checks: int, rate: float
) -> npt.NDArray[np.bool_]:
    """Which of the least probable among so many checks are discoveries at this rate of false ones.

    >>> discoveries(np.array([0.001, 0.03, 0.02]), checks=4, rate=0.05).tolist()
    [True, True, True]
    >>> discoveries(np.array([0.001, 0.03, 0.02]), checks=100, rate=0.05).tolist()
    [False, False, False]
    """
    ranks = np.sort(probabilities)
    passing = np.flatnonzero(ranks <= rate * np.arange(1, len(ranks) + 1) / max(checks, 1))
    bound = ranks[passing[-1]] if passing.size else -1.0
    return probabilities <= bound


def _scored(frame: Lazy, by: list[str]) -> Lazy:
    """Rows with a unit value and how many spreads of their commodity it lies from the median."""
    priced = frame.filter((nw.col("value") > 0) & (nw.col("weight") > 0))
    if "scope" in frame.collect_schema().names():
        priced = priced.filter(nw.col("scope").is_null())
    logs = priced.with_columns(
        (nw.col("value") / nw.col("weight")).alias("unit_value")
    ).with_columns(nw.col("unit_value").log().alias("_log"))
    centres = logs.group_by(*by).agg(
        nw.col("_log").median().alias("_centre"), nw.len().alias("_rows")
    )
    centred = logs.join(centres, on=by, how="inner").filter(nw.col("_rows") >= LEAST)
    apart = centred.with_columns((nw.col("_log") - nw.col("_centre")).alias("_apart"))
    spreads = (
        apart.with_columns(nw.col("_apart").abs().alias("_size"))
        .group_by(*by)
        .agg(nw.col("_size").median().alias("_spread"))
    )
    whole = apart.join(spreads, on=by, how="inner").filter(nw.col("_spread") > 0)
    return whole.with_columns(
        (nw.col("_apart") / (_TO_SIGMA * nw.col("_spread"))).alias("score"),
        nw.col("_centre").exp().alias("median"),
    )


def _tails(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    from scipy.special import stdtr  # noqa: PLC0415 - for this alone

    return np.asarray(2 * stdtr(_FREEDOM, -np.abs(scores)), dtype=np.float64)


def _quantile(rate: float) -> float:
    from scipy.special import stdtrit  # noqa: PLC0415 - as above

    return -float(stdtrit(_FREEDOM, rate / 2))


def _slips(ratio: pd.Series) -> pd.Series:
    """The power of ten by which a figure seems to have slipped; missing where none is near."""
    powers = np.log10(ratio)
    nearest = powers.round().clip(-3, 3)
    is_near = (nearest != 0) & ((powers - nearest).abs() <= _SLIP)
    found: pd.Series = (10.0**nearest).where(is_near)
    return found
