"""Recorded trade month by month: vintages apart, what is unrecorded and the mirror as bands, gaps as gaps."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.codes import ALL_GOODS, Channel, Flow, Kind
from nktrade.core.period import Period
from nktrade.customs.margins import margins
from nktrade.ledger.ledger import Ledger
from nktrade.report import plot_canvas as canvas
from nktrade.report.quantities import Scale
from nktrade.report.words import area_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_AROUND = 18
"""Months shown on either side of a claim."""
_MONEY = "USD"
_RATES = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.SHARE_PCT, Kind.RATIO})
"""Claims that tell of a flow in percent or as a difference: its levels are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Which trade is drawn, seen from the reporter."""

    flow: Flow
    reporter: str
    partner: str
    commodity: str = ALL_GOODS
    unit: str = _MONEY

    @classmethod
    def of(cls, claim: Claim) -> "Series":
        """The series of which a claim tells one month or more.

        Raises: PlotError where the claim lacks flow, side or unit.
        """
        found = cls.told_by(claim)
        if found is None:
            raise canvas.PlotError(
                f"series of {claim.id}: found a claim without flow, side or unit, expected all of "
                "them; take another claim of report.claims, or mend this one with report.amend"
            )
        return found

    @classmethod
    def told_by(cls, claim: Claim) -> "Series | None":
        """The series of a claim; None where the claim lacks flow, side or unit."""
        if not (claim.flow and claim.reporter and claim.partner and claim.figure.unit):
            return None
        return cls(
            flow=claim.flow,
            reporter=claim.reporter,
            partner=claim.partner,
            commodity=claim.commodity or ALL_GOODS,
            unit=_MONEY if claim.kind in _RATES else claim.figure.unit,
        )

    def __str__(self) -> str:
        towards = {Flow.EXPORT: "to", Flow.IMPORT: "from"}.get(self.flow, "with")
        what = "Total trade" if self.flow is Flow.TOTAL else f"{self.flow.capitalize()}s"
        goods = "" if self.commodity == ALL_GOODS else f" of {self.commodity}"
        return f"{what}{goods}: {area_name(self.reporter)} {towards} {area_name(self.partner)}"


@dataclass(frozen=True, slots=True)
class _Print:
    """One printed figure of the series, in its unit."""

    period: Period
    value: float
    low: float
    high: float
    is_own: bool
    is_text: bool
    is_unrecorded: bool
    as_of: date
    baseline: str
    origin: str

    @property
    def is_month(self) -> bool:
        return self.period.is_whole_months and self.period.month_count == 1

    @property
    def month(self) -> date:
        return self.period.first


def trade_series(
    ledger: Ledger, series: Series, *, around: Period | None = None, ax: "Axes | None" = None
) -> "Axes":
    """First prints as a line broken at every gap, later prints beside it, bands behind it.

    A month of the text is a star. An unrecorded amount of several months is drawn as its monthly
    mean, which assumes that it ran evenly.
    """
    prints = _prints(ledger, series, around)
    months = [one for one in prints if one.is_month and not one.is_unrecorded]
    unrecorded = [one for one in prints if one.is_unrecorded]
    drawn = canvas.axes(ax)
    if not months and not unrecorded:
        return canvas.nothing(drawn, f"{series}: no month of it is in the text or in a baseline.")
    scale = canvas.scaled(
        Fraction(one.value) / one.period.month_count for one in (*months, *unrecorded)
    )
    own = [one for one in months if one.is_own and not one.is_text]
    partners = [one for one in months if not one.is_own and not one.is_text]
    _line(drawn, own or partners, scale)
    if own:
        _mirror(drawn, partners, series, scale)
    _unrecorded(drawn, unrecorded, scale)
    _stars(drawn, [one for one in months if one.is_text], scale)
    drawn.set_ylabel(f"{scale.unit(series.unit)} a month")
    drawn.yaxis.set_major_formatter("{x:,.10g}")
    drawn.set_ylim(bottom=min(0.0, drawn.get_ylim()[0]))
    drawn.grid(axis="y", color=canvas.PALE, linewidth=0.6)
    shown = [*own, *partners, *(one for one in unrecorded if not one.is_text)]
    return canvas.finish(
        drawn, title=str(series), sources=_sources(shown), note=_gaps(own or partners)
    )


def is_recorded(ledger: Ledger, claim: Claim) -> bool:
    """Whether a baseline of the ledger has a month of the trade that the claim tells of, near its time."""
    series = Series.told_by(claim)
    prints = _prints(ledger, series, claim.period) if series and claim.period else []
    return any(one.is_month and not one.is_text and not one.is_unrecorded for one in prints)


def _prints(ledger: Ledger, series: Series, around: Period | None) -> list[_Print]:
    """Every level of the series from either side, near the period asked for."""
    frame = ledger.frame
    is_own = (frame["reporter"] == series.reporter) & (frame["partner"] == series.partner)
    is_other = (frame["reporter"] == series.partner) & (frame["partner"] == series.reporter)
    chosen = is_own & (frame["flow"] == series.flow)
    chosen |= is_other & (frame["flow"] == series.flow.mirrored)
    chosen &= (frame["kind"] == Kind.LEVEL) & (frame["commodity"] == series.commodity)
    chosen &= (frame["unit"] == series.unit) & frame["rate"].isna() & frame["period_start"].notna()
    found = [_print(row, series) for row in frame[chosen].to_dict("records")]
    if around is None:
        return found
    near = Period(around.shifted(-_AROUND).first, around.shifted(_AROUND).last)
    return [one for one in found if near.overlaps(one.period)]


def _print(row: dict[Any, Any], series: Series) -> _Print:  # Any: cells of every type
    return _Print(
        period=Period(row["period_start"].date(), row["period_end"].date()),
        value=row["value"],
        low=row["low"],
        high=row["high"],
        is_own=row["reporter"] == series.reporter,
        is_text=row["layer"] == "text",
        is_unrecorded=row["channel"] == Channel.UNRECORDED,
        as_of=row["as_of"].date() if pd.notna(row["as_of"]) else date.max,
        baseline=row["document"],
        origin=row["origin"] if isinstance(row["origin"], str) else "",
    )


def _line(ax: "Axes", prints: Sequence[_Print], scale: Scale) -> None:
    """First prints joined from month to month, and later prints that differ from them."""
    first: dict[date, _Print] = {}
    for one in sorted(prints, key=lambda one: one.as_of):
        first.setdefault(one.month, one)
    if not first:
        return
    worth = float(scale.worth)
    months = _every_month(first)
    ax.plot(
        months,  # type: ignore[arg-type] # matplotlib takes days
        [first[one].value / worth if one in first else math.nan for one in months],
        color=canvas.BLUE,
        marker="o",
        markersize=3,
        linewidth=1.4,
        label="recorded, first print",
    )
    away = [
        one
        for one in prints
        if not one.low <= first[one.month].value <= one.high and one is not first[one.month]
    ]
    if away:
        ax.plot(
            [one.month for one in away],  # type: ignore[arg-type] # as above
            [one.value / worth for one in away],
            "D",
            color=canvas.ORANGE,
            fillstyle="none",
            markersize=5,
            label="later print, or another compiler",
        )


def _mirror(ax: "Axes", prints: Sequence[_Print], series: Series, scale: Scale) -> None:
    """What the partner records, brought to this side's valuation by the widest margin known."""
    if not prints or series.flow not in {Flow.EXPORT, Flow.IMPORT}:
        return
    fitting = [one for one in margins() if one.exporter is None and one.importer is None]
    least, most = min(one.low for one in fitting), max(one.high for one in fitting)
    factors = (1 / most, 1 / least) if series.flow is Flow.EXPORT else (least, most)
    lows, highs = (
        {one.month: value(one) * float(factor) / float(scale.worth) for one in prints}
        for value, factor in zip((_low, _high), factors, strict=True)
    )
    months = _every_month(lows)
    ax.fill_between(
        months,  # type: ignore[arg-type] # matplotlib takes days
        [lows.get(one, math.nan) for one in months],
        [highs.get(one, math.nan) for one in months],
        color=canvas.SKY,
        alpha=0.45,
        linewidth=2,
        label="the partner's record, freight and insurance allowed for",
    )


def _low(one: _Print) -> float:
    return one.low


def _high(one: _Print) -> float:
    return one.high


def _unrecorded(ax: "Axes", prints: Sequence[_Print], scale: Scale) -> None:
    """Estimates of what passed no customs, as bands over their period; an open end fades out."""
    for one in prints:
        spread = float(scale.worth) * one.period.month_count
        low = one.low if math.isfinite(one.low) else 0.0
        high = one.high if math.isfinite(one.high) else 1.5 * one.value
        ax.fill_between(
            [one.period.first, one.period.last],  # type: ignore[arg-type] # matplotlib takes days
            low / spread,
            high / spread,
            color=canvas.VERMILLION,
            alpha=0.35,
            linewidth=2,
            label="unrecorded estimate, monthly mean",
        )


def _stars(ax: "Axes", prints: Sequence[_Print], scale: Scale) -> None:
    if prints:
        ax.plot(
            [one.month for one in prints],  # type: ignore[arg-type] # matplotlib takes days
            [one.value / float(scale.worth) for one in prints],
            "*",
            color=canvas.VERMILLION,
            markersize=12,
            label="printed in the text",
        )


def _every_month(months: Iterable[date]) -> list[date]:
    """All months from the first to the last, those without a print too."""
    known = sorted(months)
    count = Period(known[0], known[-1]).month_count
    return [Period.month(known[0].year, known[0].month + step).first for step in range(count)]


def _sources(prints: Iterable[_Print]) -> list[str]:
    found: dict[str, list[str]] = {}
    for one in prints:
        found.setdefault(one.baseline, []).append(one.origin)
    return [canvas.printed_by(name, who) for name, who in sorted(found.items())]


def _gaps(prints: Sequence[_Print]) -> str:
    months = {one.month for one in prints}
    if not months:
        return "No month of it is in a baseline."
    span = len(_every_month(months))
    missing = span - len(months)
    return f"No print for {missing} of these {span} months." if missing else ""
