"""Where two sides of one flow disagree most: a heat map of mirror discrepancies."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.report import plot_canvas as canvas
from nktrade.report.words import area_name, counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST = 30
"""Pairs that can still be read on one page; the ones furthest apart are kept."""
_FULL = 200.0
"""The symmetric difference of a flow that one side alone reports, in percent."""
_NEEDED = ("exporter", "importer", "spd")
_TICKS = 7


def mirror_map(frame: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """One row per pair, one column per period; colour is the symmetric percent difference.

    Positive: the importer reports more, freight and insurance already taken off. A flow that one
    side alone reports is hatched, one that nobody reports is left white.

    Shape: ``frame`` as ``nktrade.mirror`` gives it.
    Raises: PlotError where a column is missing.
    """
    period = next((name for name in ("period_start", "period") if name in frame.columns), None)
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing or period is None:
        raise canvas.PlotError(
            f"mirror map: found columns {', '.join(map(str, frame.columns))}, expected also "
            f"{', '.join(missing or ['period'])}; give the frame that nktrade.mirror returns"
        )
    told = _told(frame, period)
    table = told.pivot_table(
        index="pair", columns="when", values="spd", aggfunc="mean", dropna=False
    )
    drawn = canvas.axes(ax, height=1.9 + 0.32 * max(min(len(table), _MOST), 2))
    if told["spd"].isna().all():
        return canvas.nothing(drawn, "No flow is reported by both sides.")
    order = table.abs().mean(axis=1).sort_values(ascending=False, kind="stable").index[:_MOST]
    hatched = (
        told[told["spd"].isna()]
        .assign(one=1)
        .pivot_table(index="pair", columns="when", values="one")
    )
    _draw(drawn, table.loc[order], hatched.reindex_like(table).loc[order].notna().to_numpy())
    return canvas.finish(
        drawn,
        title="What importers report above (+) or below (-) their partners' exports",
        note=f"Hatched: one side reports nothing. {_left_out(len(table) - _MOST)}Source: both "
        "offices' returns.",
    )


def _told(frame: pd.DataFrame, period: str) -> pd.DataFrame:
    """Pair, period and difference in words; missing where one side alone reports."""
    pair = frame["exporter"].map(area_name) + " to " + frame["importer"].map(area_name)
    when = frame[period]
    if pd.api.types.is_datetime64_any_dtype(when):
        when = when.dt.strftime("%Y-%m")
    both = frame["spd"].where(frame["spd"].abs() < _FULL)
    return pd.DataFrame({"pair": pair, "when": when.astype(str), "spd": both.astype("float64")})


def _draw(ax: "Axes", table: pd.DataFrame, hatched: npt.NDArray[np.bool_]) -> None:
    values = table.to_numpy(dtype=float)
    reach = max(10.0, float(np.nanmax(np.abs(values), initial=0.0)))
    image = ax.imshow(values, cmap="PuOr", vmin=-reach, vmax=reach, aspect="auto")
    for row, column in np.argwhere(hatched & np.isnan(values)):
        ax.fill_between(
            [column - 0.5, column + 0.5],
            row - 0.5,
            row + 0.5,
            facecolor="white",
            edgecolor=canvas.GREY,
            hatch="////",
            linewidth=0,
        )
    step = max(1, -(-table.shape[1] // _TICKS))
    places = range(0, table.shape[1], step)
    ax.set_xticks(list(places), [str(table.columns[one]) for one in places])
    ax.set_yticks(
        range(len(table)), [canvas.wrapped([str(name)], 34) for name in table.index], fontsize=8
    )
    ax.set_xlabel("period")
    bar = ax.figure.colorbar(image, ax=ax, shrink=0.9, pad=0.02)
    bar.set_label("symmetric difference, percent", fontsize=9)


def _left_out(count: int) -> str:
    if count <= 0:
        return ""
    return f"The {_MOST} pairs furthest apart; {counted(count, 'pair')} more. "
