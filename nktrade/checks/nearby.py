"""What stands together: shares among their levels, ships and their loads, one amount in two units."""

from datetime import date
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.choices import FACTORS, NEAR, Choices, is_one_passage, levels, part_whole
from nktrade.checks.observations import KEY, from_both_sides
from nktrade.core.codes import ALL_GOODS, WORLD, Kind
from nktrade.core.interval import Interval
from nktrade.errors import UnitError
from nktrade.reference.densities import barrels_per_tonne

Mask = npt.NDArray[np.bool_]


def shares(check: Check, seen: pd.DataFrame) -> Choices:
    """The levels around a printed share: a part like the share itself, and what it is part of."""
    seen = from_both_sides(seen)
    printed = seen[seen["kind"] == Kind.SHARE_PCT]
    amounts = seen[seen["kind"].isin([Kind.LEVEL, Kind.CAP])]
    beside = printed.merge(amounts, on=["document"], suffixes=("_share", ""))
    beside = beside[(beside["sentence"] - beside["sentence_share"]).abs() <= NEAR]
    same = ["side_a", "side_b", "flow", "commodity"]
    alike = (beside[same].to_numpy() == beside[[f"{c}_share" for c in same]].to_numpy()).all(axis=1)
    in_time = (beside["period"] == beside["period_share"]) | (beside["kind"] == Kind.CAP)
    parts = beside[alike & in_time & (beside["kind"] == Kind.LEVEL)]
    pairs = parts.merge(beside[in_time], on=["at_share", "unit"], suffixes=("_part", "_whole"))
    pairs = pairs[_can_be_whole(pairs)].reset_index(drop=True)
    pairs["carrier"] = pairs["at_share"]
    return part_whole(check, pairs, together=False)


def _can_be_whole(pairs: pd.DataFrame) -> Mask:
    """A limit, all goods, all partners, or the larger of two amounts under one key."""
    named_limit = pairs["share_of_share_part"].str.contains("cap|quota|limit|ceiling", regex=True)
    limit = pairs["kind_whole"] == Kind.CAP
    all_goods = (pairs["commodity_whole"] == ALL_GOODS) & (pairs["commodity_part"] != ALL_GOODS)
    world = (pairs["side_b_whole"] == WORLD) & (pairs["side_b_part"] != WORLD)
    key = ("side_a", "side_b", "flow", "commodity", "period")
    sides = [pairs[[f"{name}_{side}" for name in key]].to_numpy() for side in ("part", "whole")]
    same_key = (sides[0] == sides[1]).all(axis=1)
    larger = same_key & (pairs["high_part"] < pairs["low_whole"])
    same_flow = pairs["flow_part"] == pairs["flow_whole"]
    other = pairs["at_part"] != pairs["at_whole"]
    wider = ~named_limit & same_flow & (all_goods | world | larger)
    return np.asarray(other & ((limit & named_limit) | (wider & ~limit)), dtype=bool)


def loads(check: Check, seen: pd.DataFrame) -> Choices:
    """A number of voyages, the load of each, and what they carry together."""
    every = levels(seen)
    each = every[every["rate"] == "per_shipment"]
    on = ["document", "commodity"]
    counted = each.merge(every[every["unit"] == "count"], on=on, suffixes=("_part", "_count"))
    together = every[every["rate"] == ""]
    pairs = counted.merge(
        together.add_suffix("_whole"), left_on=on, right_on=[f"{c}_whole" for c in on]
    )
    pairs = pairs[pairs["unit_part"] == pairs["unit_whole"]].rename(columns={"at_count": "carrier"})
    near = (pairs["sentence_part"] - pairs["sentence_count"]).abs() <= NEAR
    near &= is_one_passage(pairs)
    # the check reads whole = count x each, so the load stands on the right
    turned = pairs[near].rename(columns={"at_part": "at_whole", "at_whole": "at_part"})
    return part_whole(check, turned, together=False)


def conversions(check: Check, seen: pd.DataFrame) -> Choices:
    """One amount in barrels and in tonnes, with the sourced range of barrels per tonne."""
    every = levels(seen)
    on = [column for column in KEY if column not in {"unit", "rate"}]
    pairs = every.merge(every, on=on, suffixes=("_part", "_whole"))
    per_day = (pairs["unit_part"] == "bbl/d") & (pairs["period"] != "")
    is_volume = (
        (pairs["unit_part"] == "bbl") & (pairs["rate_part"] == pairs["rate_whole"])
    ) | per_day
    pairs = pairs[is_volume & (pairs["unit_whole"] == "t") & is_one_passage(pairs)]
    factors = [_barrels(*key) for key in pairs[["commodity", "unit_part", "period"]].to_numpy()]
    known = [factor is not None for factor in factors]
    terms = part_whole(check, pairs[known], together=False)
    ends = [(float(factor.low or 0), float(factor.high or 0)) for factor in factors if factor]
    terms.loc[terms["side"] < 0, FACTORS] = np.array(ends).reshape(-1, 2)
    return terms


def _barrels(commodity: str, unit: str, period: str) -> Interval | None:
    """Barrels, or barrels a day over the period, that one tonne may stand for."""
    try:
        factor = barrels_per_tonne(commodity)
    except UnitError:
        return None  # no petroleum product: nothing to convert
    if unit == "bbl":
        return factor
    first, last = (date.fromisoformat(day) for day in period.split("/"))
    return factor.scaled(Fraction(1, (last - first).days + 1))
