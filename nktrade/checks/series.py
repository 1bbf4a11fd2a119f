"""Series: what baselines print of one flow over time, by the compiler and in the unit with most of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import NamedTuple

import pandas as pd

from nktrade.core.claims import Stream
from nktrade.core.codes import ALL_GOODS, WORLD, Channel, Kind
from nktrade.core.period import Period
from nktrade.ledger.ledger import Ledger

_READ = [
    *("period_start", "period_end", "flow", "reporter", "partner", "commodity"),
    *("unit", "compiler", "scope", "value", "low", "high"),
]


_PARTS = frozenset({"re-exports", "re-imports"})
"""Scopes of rows that the row of their whole flow holds already."""


class Printed(NamedTuple):
    """The hull of what was printed of one period, and the last print."""

    low: float
    high: float
    value: float


class By(NamedTuple):
    """In which unit, and by whom."""

    unit: str
    compiler: str


@dataclass(frozen=True, slots=True)
class Series:
    """The periods of one flow, in one unit and by one compiler."""

    amounts: Mapping[Period, Printed]
    by: By

    @classmethod
    def of(cls, stream: Stream, rows: pd.DataFrame) -> "Series":
        """The series with most periods; an empty one where nothing is printed."""
        found = every_series(stream, rows)
        return max(found.values(), key=lambda one: len(one.amounts), default=NOTHING)

    def over(self, when: Period) -> Printed | None:
        """What was printed of a period, else of all its months together."""
        if when in self.amounts:
            return self.amounts[when]
        months = [self.amounts.get(one) for one in months_in(when)] if when.is_whole_months else []
        known = [one for one in months if one is not None]
        if not known or len(known) < len(months):
            return None
        return Printed(*(sum(ends) for ends in zip(*known, strict=True)))

    def told(self, periods: Iterable[Period]) -> str:
        """Those of the periods that are known, in words."""
        known = [f"{one} {found.value:,.0f}" for one in periods if (found := self.over(one))]
        return f"{', '.join(known)} {self.by.unit} ({self.by.compiler})"


NOTHING = Series({}, By("", ""))


def every_series(stream: Stream, rows: pd.DataFrame) -> dict[By, Series]:
    """What is printed of the flow, from whichever side it is seen, by unit and compiler."""
    if stream.flow is None or stream.reporter is None:
        return {}
    goods = rows[rows["commodity"] == (stream.commodity or ALL_GOODS)]
    if goods.empty:
        return {}
    pair = (stream.reporter, stream.partner or WORLD)
    seen = zip(("reporter", "partner", "flow"), (*pair, stream.flow), strict=True)
    mirrored = zip(("partner", "reporter", "flow"), (*pair, stream.flow.mirrored), strict=True)
    is_own, is_mirror = (
        reduce(and_, (goods[name] == word for name, word in side)) for side in (seen, mirrored)
    )
    groups = goods[is_own | is_mirror].groupby(["unit", "compiler"], sort=True)
    return {By(*map(str, by)): Series(_amounts(one), By(*map(str, by))) for by, one in groups}


def _amounts(rows: pd.DataFrame) -> dict[Period, Printed]:
    ends = rows.groupby(["period_start", "period_end"]).agg(
        low=("low", "min"), high=("high", "max"), value=("value", "last")
    )
    return {
        Period(first.date(), last.date()): Printed(low, high, value)
        for (first, last), low, high, value in ends.itertuples()
    }


def printed(bases: Mapping[str, Ledger]) -> pd.DataFrame:
    """Every recorded level of the baselines, none that another holds already."""
    parts = []
    for base in bases.values():
        every = base.frame
        is_recorded = (every["kind"] == Kind.LEVEL) & (every["channel"] == Channel.RECORDED)
        frame = every[[*_READ, "document"]][is_recorded & ~every["scope"].isin(_PARTS)]
        # Where no compiler is named, the table itself is who counted.
        parts.append(frame.assign(compiler=frame["compiler"].fillna(frame["document"]))[_READ])
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=_READ)


def monthly(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of one calendar month each; of no baselines there are none."""
    if rows.empty:
        return rows
    start, end = rows["period_start"], rows["period_end"]
    is_month: pd.Series[bool] = (start.dt.year == end.dt.year) & (start.dt.month == end.dt.month)
    return rows.loc[is_month]


def months_in(when: Period) -> tuple[Period, ...]:
    """The calendar months that a period touches."""
    first = when.first
    return tuple(Period.month(first.year, first.month + step) for step in range(when.month_count))
