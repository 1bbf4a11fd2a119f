"""Use of a cap: what was delivered from the first day of its year on, against what it allows."""

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from nktrade.core.codes import Channel, Flow, Kind
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.errors import UnitError
from nktrade.ledger.ledger import Ledger
from nktrade.reference.densities import barrels_per_tonne
from nktrade.reference.measures import Measure, measures, measures_binding
from nktrade.report import plot_canvas as canvas
from nktrade.report.quantities import quantity
from nktrade.report.words import area_name, period
from nktrade.report.words import day as day_in_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BARRELS, _TONNES = "bbl", "t"
_MARGIN = timedelta(days=8)
"""So that the last day of the year is not cut."""


def cap_use(
    ledger: Ledger, commodity: str, day: date, *, flow: Flow = Flow.IMPORT, ax: "Axes | None" = None
) -> "Axes":
    """Cumulative deliveries to the DPRK, or from it, in the year of the cap that binds on that day.

    Each point is one printed cumulative figure with its interval: tonnes become barrels by the
    factors of all products, so the interval is wide. What is alleged stands apart. Nothing is added up.

    Raises: PlotError where no cap binds that commodity on that day.
    """
    measure = _measure(commodity, flow, day)
    allowed = measure.allowance(day)
    drawn = canvas.axes(ax)
    rows = _rows(ledger.frame, measure, allowed, flow) if allowed else pd.DataFrame()
    if rows.empty or allowed is None:
        return canvas.nothing(drawn, f"No cumulative figure under {measure} is in the ledger.")
    cap = measure.cap or Fraction(0)
    scale = canvas.scaled([cap])
    worth = float(scale.worth)
    drawn.axhline(float(cap) / worth, color=canvas.BLACK, linewidth=1.4, linestyle="--")
    words = f"cap of {quantity(cap, measure.cap_unit)}"
    drawn.annotate(
        words, (0.01, float(cap) / worth), xycoords=("axes fraction", "data"), va="bottom"
    )
    for number, (name, group) in enumerate(rows.groupby("who", sort=True)):
        _points(drawn, str(name), group, number, worth)
    drawn.set_xlim(allowed.first, allowed.last + _MARGIN)  # type: ignore[arg-type] # it takes days
    drawn.yaxis.set_major_formatter("{x:,.0f}")
    drawn.set_ylim(0, max(drawn.get_ylim()[1], 1.15 * float(cap) / worth))
    drawn.set_ylabel(f"{scale.unit(measure.cap_unit)} since {day_in_words(allowed.first)}")
    drawn.grid(axis="y", color=canvas.PALE, linewidth=0.6)
    return canvas.finish(
        drawn,
        title=f"{commodity.capitalize()}, {period(allowed)}: resolution {measure.resolution}, "
        f"paragraph {measure.paragraph}",
        sources=sorted({str(one) for one in rows["origin"].dropna()}),
        note="Bars: rounding, and tonnes as barrels of any product; arrows: no upper end.",
    )


def is_capped(commodity: str, flow: Flow, day: date) -> bool:
    """Whether a cap binds that commodity on that day."""
    return bool(_caps(commodity, flow, day))


def _caps(commodity: str, flow: Flow, day: date) -> list[Measure]:
    return [one for one in measures_binding(commodity, flow, day) if one.kind == "cap"]


def _measure(commodity: str, flow: Flow, day: date) -> Measure:
    """The one cap that binds.

    Raises: PlotError naming the caps that there are.
    """
    found = _caps(commodity, flow, day)
    if found:
        return found[0]
    caps = [f"{one.good} from {one.first}" for one in measures() if one.kind == "cap"]
    raise canvas.PlotError(
        f"cap on {commodity} on {day}: found none, expected one of {'; '.join(caps)}; "
        "take such goods and a day within"
    )


def _rows(frame: pd.DataFrame, measure: Measure, allowed: Period, flow: Flow) -> pd.DataFrame:
    """Levels under the measure that count from the first day of its year, in the unit of its cap."""
    own = (frame["reporter"] == "PRK") & (frame["flow"] == flow)
    other = (frame["partner"] == "PRK") & (frame["flow"] == flow.mirrored)
    chosen = (own | other) & (frame["kind"] == Kind.LEVEL) & frame["rate"].isna()
    first, last = pd.Timestamp(allowed.first), pd.Timestamp(allowed.last)
    chosen &= (frame["period_start"] == first) & (frame["period_end"] <= last)
    goods = {name for name in frame["commodity"].dropna().unique() if measure.covers(str(name))}
    rows = frame[chosen & frame["commodity"].isin(goods)]
    rows = rows.assign(side=rows["partner"].where(rows["reporter"] == "PRK", rows["reporter"]))
    told = [
        _factor(str(row.unit), str(row.commodity), measure.cap_unit) for row in rows.itertuples()
    ]
    kept = rows[[factor is not None for factor in told]]
    factors = [factor for factor in told if factor is not None]
    return kept.assign(
        low_end=[low * float(one.low or 0) for low, one in zip(kept["low"], factors, strict=True)],
        high_end=[
            high * float(one.high or 0) for high, one in zip(kept["high"], factors, strict=True)
        ],
        who=[_who(row.side, row.channel, row.layer) for row in kept.itertuples()],
    ).sort_values(["period_end", "as_of"], kind="stable")


def _factor(unit: str, commodity: str, wanted: str | None) -> Interval | None:
    """What one of the unit is worth in the unit of the cap, as an interval; None where nothing says."""
    if unit == wanted:
        return Interval.point(1)
    try:
        barrels = barrels_per_tonne(commodity)
    except UnitError:
        return None
    if (unit, wanted) == (_TONNES, _BARRELS):
        return barrels
    return Interval.point(1) / barrels if (unit, wanted) == (_BARRELS, _TONNES) else None


def _who(side: object, channel: object, layer: object) -> str:
    name = "all suppliers" if side == "WLD" else area_name(str(side))
    if layer == "text":
        return f"{name}, printed in the text"
    return f"{name}, alleged" if channel == Channel.UNRECORDED else f"{name}, as reported"


def _points(ax: "Axes", name: str, rows: pd.DataFrame, number: int, worth: float) -> None:
    """Printed cumulative figures of one supplier; where an end is open, an arrow from the other."""
    is_apart = not name.endswith("as reported")
    low, high = (rows[end].to_numpy() / worth for end in ("low_end", "high_end"))
    is_open = ~np.isfinite(high)
    middle = np.where(is_open, low, (low + np.where(is_open, low, high)) / 2)
    spread = np.where(is_open, 0.08 * low, middle - low)
    ax.errorbar(
        rows["period_end"].to_numpy(),
        middle,
        yerr=[np.where(is_open, 0, spread), spread],
        lolims=is_open,
        fmt="*" if is_apart else "o^sDv"[number % 5],
        color=canvas.VERMILLION if is_apart else canvas.SERIES[number % 5],
        markersize=9 if is_apart else 4,
        capsize=2,
        linewidth=1,
        label=name,
    )
