"""The cap tracker: what the UN's caps allow, and how much of them returns and claims have used.

Returns of member states and allegations stand in groups of their own and are never added. A month
that nobody printed is a missing month, not a month without deliveries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd

from nktrade.checks.limits import allowances
from nktrade.checks.viewpoint import NORTH
from nktrade.core.codes import WORLD, Approx, Channel, Flow, Kind, Standing
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.errors import TableError, UnitError
from nktrade.ledger.baselines import baseline
from nktrade.ledger.ledger import Ledger
from nktrade.ledger.units import convert_product
from nktrade.reference.areas import area
from nktrade.report.ledgers import Told, ledger_of

SOURCES = ("un_1718", "commodities")
"""The baselines that hold capped goods."""
_CAP = ("commodity", "year", "resolution", "paragraph", "cap", "cap_unit", "cap_start", "cap_end")
_GROUP = (*_CAP, "supplier", "channel", "standing", "compiler")
_PRINT = ("period_start", "period_end", "unit")
_TOLD = ("value", "low", "high", "prints", "as_of", "source", "source_url")
COLUMNS = (
    *("commodity", "year", "supplier", "period_start", "period_end", "is_missing"),
    *("value", "low", "high", "unit"),
    *("cumulative_low", "cumulative_high", "cap", "cap_unit", "use_low", "use_high"),
    *("resolution", "paragraph", "channel", "standing", "compiler"),
    *("prints", "as_of", "source", "source_url"),
)
"""The columns of ``caps``, in reading order."""
_HUNDRED = 100
_MIDDLE = 14
Row = dict[str, Any]  # Any: cells of every type
_OPEN = (0.0, np.inf)
RETURNS = "UN 1718 Committee"
"""Who publishes the member states' returns, month by month."""


def caps(
    year: int | None = None,
    supplier: str | None = None,
    claims: Told = (),
) -> pd.DataFrame:
    """What was printed of capped goods by year, supplier and month, beside the use of the cap.

    Seen from North Korea: the supplier is who delivers (of coal, who buys); WLD is all together.
    ``claims`` stand beside the embedded returns in groups of their own. ``cumulative`` runs from the
    first month of the cap's year through the row's last: no less than the months and runs printed
    so far, no more than a later print allows. ``use`` is its share of the cap in percent; tonnes
    count in barrels by the range of the product's densities.

    Shape: one row per month, or printed run of months, and unit; ``COLUMNS``.
    Missing: a month of a return that was not printed has ``is_missing`` and no amount; an end that
        no print bounds is missing.
    Raises: TableError where the supplier is no area or the year no number; LedgerError where claims
        are none.

    >>> china = caps(year=2021, supplier="CHN")
    >>> float(china["cumulative_high"].max())
    91909.5
    """
    suppliers = supplier.split(",") if supplier else []
    for code in suppliers:
        area(code)
    added = ledger_of(claims, of="caps")
    every = Ledger.joined([*(baseline(name) for name in SOURCES), added])
    groups = _together(_groups(_prints(_placed(_levels(every.frame)))))
    frame = pd.DataFrame([row for group in groups for row in group.rows()], columns=list(COLUMNS))
    kept = pd.Series(data=True, index=frame.index)
    if year is not None:
        kept &= frame["year"] == _whole(year)
    if suppliers:
        kept &= frame["supplier"].isin([*suppliers, supplier])
    order = ["commodity", "year", "supplier", "channel", "standing", "compiler", "period_end"]
    by = [*order, "period_start", "unit"]
    return frame[kept].sort_values(by, kind="stable", ignore_index=True)


def _whole(year: object) -> object:
    """The year, if it is a number: a text would only find nothing."""
    if not isinstance(year, Integral):
        raise TableError(f"caps: year {year!r}: expected a whole number such as 2021")
    return year


@dataclass(frozen=True, slots=True)
class _Group:
    """Prints of one supplier, compiler and standing within one year of a cap."""

    key: Row
    prints: pd.DataFrame
    months: tuple[Period, ...]
    """The calendar months whose middle day lies in the cap's year."""
    floor: tuple[float, ...] = ()
    """For each month, what others' prints show to have been delivered by its end."""

    @property
    def is_return(self) -> bool:
        """Whether member states reported it to the committee, which asks for every month."""
        return (self.key["compiler"], self.key["channel"]) == (RETURNS, Channel.RECORDED.value)

    def rows(self) -> Iterator[Row]:
        """What was printed, and of a return what was not."""
        ends = dict(zip([one.last for one in self.months], self.cumulative(), strict=True))
        amounts = self._amounts()
        for span, one in zip(self._spans(), self._printed(), strict=True):
            run = amounts[span] if span.first == self.months[0].first else (np.nan, np.nan)
            pair = ends.get(span.last, run)
            yield {**self.key, **one, "is_missing": False, **self._use(pair)}
        for month in self.months if self.is_return else ():
            if month not in amounts:
                days = map(pd.Timestamp, (month.first, month.last))
                row = dict(zip(_PRINT, (*days, self.key["cap_unit"]), strict=True))
                told = {**row, "prints": 0, "is_missing": True}
                yield {**self.key, **told, **self._use(ends[month.last])}

    def cumulative(self) -> list[tuple[float, float]]:
        """For each month, what had been delivered by its end, in the cap's unit."""
        own = self._amounts()
        runs = [own.get(Period(self.months[0].first, one.last), _OPEN) for one in self.months]
        steps = [own.get(month, _OPEN) for month in self.months]
        floor = self.floor or (0.0,) * len(self.months)
        low, high, lows, highs = 0.0, 0.0, [], []
        for run, step, others in zip(runs, steps, floor, strict=True):
            low = max(low + step[0], run[0], others)
            high = min(high + step[1], run[1])
            lows.append(low)
            highs.append(high)
        # What was delivered by a month's end is no more than by any later one's.
        highs = list(accumulate(reversed(highs), min))[::-1]
        pairs = zip(lows, highs, strict=True)
        return [(min(pair), max(pair) if np.isfinite(max(pair)) else np.nan) for pair in pairs]

    def _amounts(self) -> dict[Period, tuple[float, float]]:
        """By period, where the prints in both units meet; their hull where they do not."""
        found: dict[Period, tuple[float, float]] = {}
        for span, one in zip(self._spans(), self._printed(), strict=True):
            low, high = _converted(
                one["low"], one["high"], one["unit"], self.key["cap_unit"], self.key["commodity"]
            )
            other = found.get(span, (-np.inf, np.inf))
            meet = max(low, other[0]), min(high, other[1])
            hull = min(low, other[0]), max(high, other[1])
            found[span] = meet if meet[0] <= meet[1] else hull
        return {span: (max(low, 0.0), high) for span, (low, high) in found.items()}

    def _printed(self) -> list[Row]:
        records = self.prints.to_dict("records")
        return [{str(name): cell for name, cell in one.items()} for one in records]

    def _spans(self) -> list[Period]:
        ends = zip(self.prints["period_start"], self.prints["period_end"], strict=True)
        return [Period(first.date(), last.date()) for first, last in ends]

    def _use(self, pair: tuple[float, float]) -> dict[str, float]:
        low, high = pair
        share = _HUNDRED / self.key["cap"]
        names = ("cumulative_low", "cumulative_high", "use_low", "use_high")
        return dict(zip(names, (low, high, low * share, high * share), strict=True))


def _levels(frame: pd.DataFrame) -> pd.DataFrame:
    """The levels of which North Korea is a side, seen from it."""
    is_own, is_other = frame["reporter"] == NORTH, frame["partner"] == NORTH
    kept = (frame["kind"] == Kind.LEVEL) & (is_own | is_other) & frame["period_start"].notna()
    kept &= ~frame["hypothetical"] & frame["repeats"].isna() & frame["rate"].isna()
    kept &= frame["flow"].isin([Flow.EXPORT, Flow.IMPORT]) & frame["scope"].isna()
    rows = frame[kept]
    turned = rows["reporter"] != NORTH
    mirrored = rows["flow"].map({Flow.EXPORT: Flow.IMPORT, Flow.IMPORT: Flow.EXPORT})
    return rows.assign(
        flow=rows["flow"].astype(object).where(~turned, mirrored),
        supplier=rows["partner"].astype(object).where(~turned, rows["reporter"]).fillna(WORLD),
        compiler=rows["compiler"].astype(object).fillna(rows["document"]),
        channel=rows["channel"].fillna(Channel.UNKNOWN.value),
        standing=rows["standing"].fillna(Standing.OFFICIAL.value),
    )


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    """Each row with the cap that it counts against; rows without one fall out."""
    key = ["commodity", "flow", "unit", "period_start", "period_end"]
    distinct = rows[key].drop_duplicates()
    found = [
        {**one, **cap}
        for one in (dict(zip(key, cells, strict=True)) for cells in distinct.to_numpy(dtype=object))
        if (cap := _cap(one)) is not None
    ]
    return rows.merge(pd.DataFrame(found, columns=[*key, *_CAP[1:]]), on=key)


def _cap(one: Row) -> Row | None:
    """The cap in the row's unit, else one that the unit can be brought to."""
    span = Period(one["period_start"].date(), one["period_end"].date())
    held = list(allowances(one["commodity"], Flow(one["flow"]), span))
    own = [each for each in held if each[2] == one["unit"]]
    near = [each for each in held if _is_way(one["unit"], each[2], one["commodity"])]
    if not (own or near):
        return None
    measure, cap, unit, year = (own or near)[0]
    last = min(year.last, measure.last or year.last)
    told = (year.last.year, measure.resolution, measure.paragraph, float(cap), unit)
    return dict(zip(_CAP[1:], (*told, year.first, last), strict=True))


def _groups(rows: pd.DataFrame) -> tuple[_Group, ...]:
    return tuple(
        _group(dict(zip(_GROUP, key, strict=True)), prints[[*_PRINT, *_TOLD]])
        for key, prints in rows.groupby(list(_GROUP), sort=True)
    )


def _group(key: Row, prints: pd.DataFrame) -> _Group:
    first, last = key["cap_start"], key["cap_end"]
    run = Period(first, last)
    months = [Period.month(first.year, first.month + step) for step in range(run.month_count)]
    kept = [one for one in months if first <= one.first.replace(day=_MIDDLE) <= last]
    return _Group(key, prints, tuple(kept))


def _prints(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per group, period and unit: the last exact print, and where all meet or their hull.

    A hedged print says nothing where an exact one stands.
    """
    key = [*_GROUP, *_PRINT]
    exact = rows.assign(is_exact=rows["approx"] == Approx.EXACT)
    is_told = exact["is_exact"] | ~exact.groupby(key)["is_exact"].transform("any")
    groups = exact[is_told].sort_values("as_of", kind="stable").groupby(key, sort=True)
    found = groups.agg(prints=("claim", "size"))
    for end, inner, outer in (("low", "max", "min"), ("high", "min", "max")):
        found[end] = groups[end].agg(inner)
        found[f"outer_{end}"] = groups[end].agg(outer)
    meets = found["low"] < found["high"]
    for end in ("low", "high"):
        found[end] = found[end].where(meets, found[f"outer_{end}"]).clip(lower=0)
    return groups[["value", "as_of", "source", "source_url"]].last().join(found).reset_index()


def _together(groups: Sequence[_Group]) -> list[_Group]:
    """The groups, and all suppliers of each return: no less than what theirs show together."""
    returns: dict[tuple[Any, ...], list[_Group]] = {}
    for group in groups:
        if group.is_return:
            key = tuple(group.key[name] for name in _GROUP if name != "supplier")
            returns.setdefault(key, []).append(group)
    found = [one for one in groups if not (one.is_return and one.key["supplier"] == WORLD)]
    for members in returns.values():
        whole = next((one for one in members if one.key["supplier"] == WORLD), None)
        parts = [one for one in members if one is not whole]
        prints = whole.prints if whole else members[0].prints.iloc[:0]
        together = {**members[0].key, "supplier": WORLD}
        found.append(_Group(together, prints, members[0].months, _floor(parts) if parts else ()))
    return found


def _floor(parts: Sequence[_Group]) -> tuple[float, ...]:
    """Month by month, the most that suppliers who do not overlap show together."""
    lows = {one.key["supplier"]: [low for low, _ in one.cumulative()] for one in parts}
    single = [found for who, found in lows.items() if "," not in who]
    joint = [found for who, found in lows.items() if "," in who]
    return tuple(
        max(sum(found[at] for found in single), *(found[at] for found in joint), 0.0)
        for at in range(len(parts[0].months))
    )


@cache
def _is_way(unit: str, to: str, commodity: str) -> bool:
    try:
        convert_product(Interval.point(1), unit, to, commodity)
    except UnitError:
        return False
    return True


def _converted(low: float, high: float, unit: str, to: str, commodity: str) -> tuple[float, float]:
    """Both ends in another unit, as wide as the product's densities make them."""
    if unit == to:
        return low, high
    factor = _factor(unit, to, commodity)
    return max(low, 0.0) * factor[0], high * factor[1]


@cache
def _factor(unit: str, to: str, commodity: str) -> tuple[float, float]:
    one = convert_product(Interval.point(1), unit, to, commodity)
    return float(one.low or 0), float(one.high or 0)
