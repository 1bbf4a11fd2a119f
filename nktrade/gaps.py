"""Gaps: what was recorded, what passed no customs, and what the other side recorded, side by side.

Nothing is ever added across channels, and nothing here is an error: a gap is a result.
"""

from collections.abc import Hashable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from nktrade.checks.viewpoint import named
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import ALL_GOODS, WORLD, Channel, Flow, Kind, Severity, Verdict
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.ledger.ledger import Ledger
from nktrade.reference.commodities import lineage
from nktrade.reference.units import unit
from nktrade.report import quantities, words
from nktrade.report.ledgers import Told, ledger_of

KEY = ("flow", "reporter", "partner", "commodity", "period_start", "period_end", "unit")
ROLES = ("recorded", "unrecorded", "mirror")
_COUNTED = ("recorded", "mirror")
_READ = [*KEY, "low", "high", "kind", "channel", "compiler", "hypothetical", "repeats", "rate"]
_SIDES = ["flow", "reporter", "partner", "unit"]
_FLOWS = {"export": "exports", "import": "imports", "total": "trade"}
Row = Mapping[Hashable, Any]  # Any: cells of every type
_MIRROR = {flow.value: flow.mirrored.value for flow in Flow}
_BESIDE = ("beside_commodity", "beside_start", "beside_end")
COLUMNS = (
    *KEY,
    *(f"{role}_{end}" for role in ROLES for end in ("low", "high")),
    *_BESIDE,
    "gap_low",
    "gap_high",
    "compilers",
)
"""The columns of ``gap``, in reading order."""


def gap(ledger: Told) -> pd.DataFrame:
    """Recorded, unrecorded and mirror amounts of each flow and period as intervals, never summed.

    Seen from the country whose code comes first; ``mirror`` is the same flow as the other country
    has it. Where the very flow was not recorded, the narrowest recorded one that holds it stands in
    (``beside_...``: all goods for coal, a year for its months), with no lower end but nothing. The
    gap is the unrecorded amount less the recorded and mirrored ones.

    Shape: one row per key with an unrecorded amount or with amounts from both sides; ``COLUMNS``.
    Unit: that of the row. Missing: what nobody printed; an open end is infinite.
    Raises: LedgerError where it is given neither a ledger nor a report nor claims.

    >>> from nktrade.ledger.baselines import baseline
    >>> rows = gap(baseline("un_1718"))
    >>> rows.loc[rows["commodity"] == "coal", "unrecorded_high"].tolist()
    [3750000.0]
    """
    levels = _levels(ledger_of(ledger, of="gap").frame)
    sides = _side_by_side(levels)
    both = sides[["recorded_low", "mirror_low"]].notna().all(axis=1)
    kept = sides[sides["unrecorded_low"].notna() | both].reset_index(drop=True)
    return _subtracted(_completed(kept, sides))[list(COLUMNS)]


def gaps(reading: Reading, bases: Mapping[str, Ledger]) -> tuple[Relation, ...]:
    """The unrecorded amounts of one text beside what it or a baseline has as recorded."""
    told = [one for one in reading.claims if _is_unrecorded(one)]
    if not told:
        return ()
    counted = [_holding(base.frame, told) for base in bases.values()]
    own = Ledger.of(reading.claims)
    rows = pd.concat([own.frame[_READ], *counted], ignore_index=True)
    found = gap(Ledger(rows, own.rejected))
    return tuple(_relations(reading, told, found))


def _holding(frame: pd.DataFrame, told: list[Claim]) -> pd.DataFrame:
    """The recorded rows whose period holds that of some unrecorded claim, in its unit."""
    kept = pd.Series(data=False, index=frame.index)
    for when, measure in {(one.period, one.figure.unit) for one in told}:
        if when is None or measure is None:
            continue
        holds = (frame["period_start"] <= pd.Timestamp(when.first)) & (
            frame["period_end"] >= pd.Timestamp(when.last)
        )
        kept |= holds & (frame["unit"] == unit(measure).canonical)
    return frame[_READ][kept & (frame["channel"] != Channel.UNRECORDED)]


def _levels(frame: pd.DataFrame) -> pd.DataFrame:
    """Levels with a full key, seen from the country whose code comes first, each with its role."""
    is_recorded = frame["channel"].isin([Channel.RECORDED, Channel.UNRECORDED])
    kept = (frame["kind"] == Kind.LEVEL) & is_recorded & ~frame["hypothetical"]
    kept &= frame["repeats"].isna() & frame["rate"].isna()
    kept &= frame["flow"].isin([Flow.EXPORT, Flow.IMPORT, Flow.TOTAL])
    kept &= frame[list(KEY)].notna().all(axis=1)
    rows = frame[_READ][kept]
    reporter, partner = rows["reporter"].astype(object), rows["partner"].astype(object)
    turned = (partner < reporter) & (partner != WORLD) & (reporter != WORLD)
    role = np.where(turned, "mirror", "recorded")
    return rows.assign(
        flow=np.where(turned, rows["flow"].map(_MIRROR), rows["flow"]),
        reporter=np.where(turned, partner, reporter),
        partner=np.where(turned, reporter, partner),
        low=rows["low"].clip(lower=0),
        role=np.where(rows["channel"] == Channel.UNRECORDED, "unrecorded", role),
    )


def _side_by_side(levels: pd.DataFrame) -> pd.DataFrame:
    """One row per key: the hull of all prints in each role, and who counted."""
    wide = {
        f"{role}_{end}": levels[end].where(levels["role"] == role)
        for role in ROLES
        for end in ("low", "high")
    }
    groups = levels.assign(**wide).groupby(list(KEY), sort=True)
    ends = {name: groups[name].agg("min" if name.endswith("low") else "max") for name in wide}
    names = levels.dropna(subset=["compiler"]).drop_duplicates([*KEY, "compiler"])
    compilers = names.groupby(list(KEY))["compiler"].agg("; ".join)
    return pd.DataFrame(ends).join(compilers.rename("compilers")).reset_index()


def _completed(rows: pd.DataFrame, every: pd.DataFrame) -> pd.DataFrame:
    """Rows of which nothing was recorded, with the narrowest recorded flow that holds them."""
    own = rows[[f"{role}_low" for role in _COUNTED]].notna().any(axis=1)
    direct = rows.assign(
        beside_commodity=rows["commodity"].where(own),
        beside_start=rows["period_start"].where(own),
        beside_end=rows["period_end"].where(own),
    )
    wide = every[every[[f"{role}_low" for role in _COUNTED]].notna().any(axis=1)]
    pairs = (
        rows[~own]
        .reset_index(names="at")
        .merge(wide, on=_SIDES, suffixes=("", "_wide"))
        .reset_index(drop=True)
    )
    steps = _steps(pairs["commodity"], pairs["commodity_wide"])
    holds = (pairs["period_start_wide"] <= pairs["period_start"]) & (
        pairs["period_end"] <= pairs["period_end_wide"]
    )
    length = pairs["period_end_wide"] - pairs["period_start_wide"]
    fitting = pairs.assign(steps=steps, length=length)[holds & steps.notna()]
    nearest = fitting.sort_values(["at", "length", "steps"], kind="stable").drop_duplicates("at")
    chosen = nearest.set_index("at")
    for role in _COUNTED:
        bounded = chosen[f"{role}_high_wide"]
        direct.loc[chosen.index, f"{role}_high"] = bounded
        direct.loc[chosen.index, f"{role}_low"] = bounded.where(bounded.isna(), 0.0)
    for name, source in zip(_BESIDE, ("commodity", "period_start", "period_end"), strict=True):
        direct.loc[chosen.index, name] = chosen[f"{source}_wide"]
    direct.loc[chosen.index, "compilers"] = chosen["compilers_wide"]
    return direct


def _steps(part: pd.Series, whole: pd.Series) -> pd.Series:
    """How many steps up a commodity's lineage the other stands; missing where it does not."""
    known = {name: {wide: at for at, wide in enumerate(lineage(name))} for name in part.unique()}
    for steps in known.values():
        steps.setdefault(ALL_GOODS, len(steps))
    pairs = zip(part, whole, strict=True)
    return pd.Series([known[one].get(other, np.nan) for one, other in pairs], index=part.index)


def _subtracted(rows: pd.DataFrame) -> pd.DataFrame:
    most = rows[["recorded_high", "mirror_high"]].max(axis=1)
    least = rows[["recorded_low", "mirror_low"]].min(axis=1)
    return rows.assign(
        gap_low=rows["unrecorded_low"] - most, gap_high=rows["unrecorded_high"] - least
    )


def _is_unrecorded(claim: Claim) -> bool:
    is_level = claim.kind is Kind.LEVEL and claim.repeats is None and claim.rate is None
    return is_level and claim.channel is Channel.UNRECORDED and not claim.is_hypothetical


def _relations(reading: Reading, every: list[Claim], found: pd.DataFrame) -> Iterator[Relation]:
    for row in found.dropna(subset=["gap_low"]).to_dict("records"):
        told = [one for one in every if _has_key(one, row)]
        if not told:
            continue
        left = Interval.hull(_amount(one) for one in told)
        right = Interval.hull(
            _ends(row, role) for role in _COUNTED if not pd.isna(row[f"{role}_high"])
        )
        meets = left.meets(right)
        yield Relation(
            id="",
            document=reading.document,
            check="recorded and unrecorded",
            type="fact",
            args=(("claims", tuple(one.id for one in told)),),
            left=left,
            right=right,
            gap=left - right,
            holds=None,
            verdict=None if meets else Verdict.GAP,
            severity=None if meets else Severity.NOTE,
            explanation=_words(told, row, left - right),
        )


def _has_key(claim: Claim, row: Row) -> bool:
    if claim.period is None or claim.figure.unit is None or claim.commodity != row["commodity"]:
        return False
    ends = (pd.Timestamp(claim.period.first), pd.Timestamp(claim.period.last))
    same = ends == (row["period_start"], row["period_end"])
    sides = {(claim.reporter, claim.partner, claim.flow)}
    sides.add((claim.partner, claim.reporter, claim.flow.mirrored if claim.flow else None))
    is_seen = (row["reporter"], row["partner"], row["flow"]) in sides
    return same and is_seen and unit(claim.figure.unit).canonical == row["unit"]


def _amount(claim: Claim) -> Interval:
    return claim.amount.printed.scaled(unit(claim.figure.unit or "").factor)


def _ends(row: Row, role: str) -> Interval:
    low, high = (float(str(row[f"{role}_{end}"])) for end in ("low", "high"))
    return Interval.of(str(low), None if np.isinf(high) else str(high))


def _words(told: list[Claim], row: Row, difference: Interval) -> str:
    measure = str(row["unit"])
    seen_by = dict(zip(_COUNTED, (row["reporter"], row["partner"]), strict=True))
    beside = [
        f"{_counted(row, role)} as seen from {words.area_name(str(seen_by[role]))}"
        for role in _COUNTED
        if not pd.isna(row[f"{role}_high"])
    ]
    when = words.period(Period(*(pd.Timestamp(str(row[name])).date() for name in _BESIDE[1:])))
    goods = "all goods" if row["beside_commodity"] == ALL_GOODS else row["beside_commodity"]
    counted = row["compilers"]
    by = f" ({counted.replace('; ', ', ')})" if isinstance(counted, str) else ""
    return (
        f"{named(told)} beside recorded {_FLOWS[row['flow']]} of {goods} in {when}: "
        f"{', '.join(beside)}{by}; the channels are never added; {_apart(difference, measure)}"
    )


def _apart(difference: Interval, measure: str) -> str:
    """How far the unrecorded amount lies from the recorded one, and on which side."""
    low, high = difference.low, difference.high
    if high is not None and high < 0:
        return f"what passed no customs is less by {quantities.span(-difference, measure)}"
    open_below = low is None or low > 0
    more = difference if open_below else Interval(Fraction(0), high)
    return f"what passed no customs is more by {quantities.span(more, measure)}"


def _counted(row: Row, role: str) -> str:
    """The recorded amount in words; of a wider flow, what it leaves at most."""
    ends, measure = _ends(row, role), str(row["unit"])
    if ends.low == 0 and ends.high is not None:
        return f"at most {quantities.quantity(ends.high, measure)}"
    return quantities.about(ends, measure)
