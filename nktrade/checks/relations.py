"""Relations: every check on every set of observations that can fill its places, and what it says.

The result is two tidy frames. ``instances`` has one row per relation; ``terms`` has one row per
place of a relation. Nothing else is needed by the diagnosis. Sums are taken in floats, with enough
tolerance that a float can only acquit: who accuses recomputes in exact numbers (``exact``).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.choices import COLUMNS, FACTORS
from nktrade.checks.observations import KEY, observe
from nktrade.checks.pairing import choices

Floats = npt.NDArray[np.float64]
_TOLERANCE = 1e-9
"""Far above the error of a sum of floats, far below half a digit of any print."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What was checked.

    Shape: ``instances`` one row per relation: relation, check, document, left_low, left_high,
    right_low, right_high, holds, holds_wide. ``terms`` one row per place: relation, place, role,
    side, sign, cell, carrier, is_divided; cell and carrier are positions in ``seen``.
    """

    instances: pd.DataFrame
    terms: pd.DataFrame
    seen: pd.DataFrame


def relate(frame: pd.DataFrame, checks: tuple[Check, ...]) -> Relations:
    """Every instance of every check over the rows of a ledger frame."""
    seen = observe(frame)
    found = [_instances(number, check, seen) for number, check in enumerate(checks)]
    instances = pd.concat([part for part, _ in found], ignore_index=True)
    terms = pd.concat([part for _, part in found], ignore_index=True)
    instances["relation"] = instances.groupby(["check", "choice"], sort=False).ngroup()
    terms = terms.merge(instances[["check", "choice", "relation"]], on=["check", "choice"])
    instances = instances.drop(columns="choice")
    instances["check"] = instances["check"].map(dict(enumerate(check.name for check in checks)))
    return Relations(instances, terms.drop(columns=["choice", "check"]), seen)


def _instances(number: int, check: Check, seen: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    terms = choices(check, seen)
    if terms.empty:
        nothing = pd.DataFrame(columns=["check", "choice", "document", "holds", "holds_wide"])
        return nothing.assign(check=number), pd.DataFrame(columns=[*COLUMNS, *FACTORS, "check"])
    sums = _sums(terms, seen)
    sums["check"] = number
    sums["holds"] = _agree(sums, check.compare, "")
    sums["holds_wide"] = _agree(sums, check.compare, "wide_")
    return _settled(sums, terms, seen).drop(columns="group"), terms.assign(check=number)


def _sums(terms: pd.DataFrame, seen: pd.DataFrame) -> pd.DataFrame:
    """Both sides of every choice as intervals, at the printed digits and at the widest reading."""
    cells, carriers = seen.iloc[terms["cell"]], seen.iloc[terms["carrier"].clip(lower=0)]
    parts = {}
    for width in ("", "wide_"):
        low, high = (cells[width + end].to_numpy(dtype=float) for end in ("low", "high"))
        factor_low, factor_high = _factors(terms, carriers, width)
        corners = [
            _times(end, factor) for end in (low, high) for factor in (factor_low, factor_high)
        ]
        signed = np.sort(np.stack(corners) * terms["sign"].to_numpy(), axis=0)
        parts[width + "low"], parts[width + "high"] = signed[0], signed[-1]
    lines = pd.DataFrame(parts).assign(choice=terms["choice"], side=terms["side"])
    sides = lines.groupby(["side", "choice"])[list(parts)].sum()
    sums = sides.loc[1].add_prefix("left_").join(sides.loc[-1].add_prefix("right_"))
    first = terms.drop_duplicates("choice").set_index("choice")["cell"]
    sums["document"] = seen["document"].to_numpy()[first.loc[sums.index]]
    return sums.reset_index()


def _factors(terms: pd.DataFrame, carriers: pd.DataFrame, width: str) -> tuple[Floats, Floats]:
    """What each carrier multiplies by; one where there is none."""
    low, high = (carriers[width + end].to_numpy(dtype=float) for end in ("low", "high"))
    kind, unit = carriers["kind"].to_numpy(), carriers["unit"].to_numpy()
    percent = np.where(unit == "percent", 0.01, 1.0)
    base = np.where(kind == "change_pct", 1.0, 0.0)
    low, high = base + low * percent, base + high * percent
    divided = terms["is_divided"].to_numpy(dtype=bool)
    with np.errstate(divide="ignore"):
        low, high = np.where(divided, 1 / high, low), np.where(divided, 1 / low, high)
    alone = (terms["carrier"] < 0).to_numpy()
    constant_low, constant_high = (terms[f"factor_{end}"].to_numpy() for end in ("low", "high"))
    return np.where(alone, constant_low, low), np.where(alone, constant_high, high)


def _times(ends: Floats, factors: Floats) -> Floats:
    """An end of nothing times an open end is nothing."""
    with np.errstate(invalid="ignore"):
        product = ends * factors
    return np.where(np.isnan(product), 0.0, product)


def _agree(sums: pd.DataFrame, compare: str, width: str) -> "pd.Series[bool]":
    left_low, left_high = sums[f"left_{width}low"], sums[f"left_{width}high"]
    right_low, right_high = sums[f"right_{width}low"], sums[f"right_{width}high"]
    ends = sums[[f"{side}_{width}{end}" for side in ("left", "right") for end in ("low", "high")]]
    room = ends.abs().where(np.isfinite(ends), 0).max(axis=1) * _TOLERANCE
    below = left_low <= right_high + room
    return below if compare == "<=" else below & (right_low <= left_high + room)


def _settled(sums: pd.DataFrame, terms: pd.DataFrame, seen: pd.DataFrame) -> pd.DataFrame:
    """One relation per set of cells: what holds for some choice holds; else the nearest choice.

    Where some choice holds, every carrier that has a holding choice keeps its own.
    """
    sums = sums.merge(_described(terms, seen), on="choice")
    rescued = sums.groupby("group")["holds"].transform("any")
    sums = sums[sums["holds"] | ~rescued]
    order = sums.sort_values(["spread", "first", "choice"], kind="stable")
    per = ["group", "carriers"] if "carriers" in order else ["group"]
    settled = order[order["holds"]].drop_duplicates(per)
    failed = order[~order["holds"]].drop_duplicates("group")
    return (
        pd.concat([settled, failed])
        .sort_values("choice")
        .drop(columns=["spread", "first", "carriers"])
    )


def _described(terms: pd.DataFrame, seen: pd.DataFrame) -> pd.DataFrame:
    """For each choice: the cells it speaks of, how far apart they stand, and its carriers."""
    cell_keys = seen.groupby([*KEY, "kind"], sort=False).ngroup().to_numpy()
    carrier_keys = seen.groupby([*KEY, "kind", "base_period"], sort=False).ngroup().to_numpy()
    cell, carrier = terms["cell"].to_numpy(), terms["carrier"].to_numpy()
    lines = pd.DataFrame({"choice": terms["choice"], "place": terms["place"]})
    lines["key"] = cell_keys[cell].astype(str)
    lines["key"] += np.where(
        carrier >= 0, "*" + carrier_keys[carrier].astype(str).astype(object), ""
    )
    sentence = seen["sentence"].to_numpy()
    lines["low"] = np.minimum(sentence[cell], np.where(carrier >= 0, sentence[carrier], np.inf))
    lines["high"] = np.maximum(sentence[cell], np.where(carrier >= 0, sentence[carrier], -np.inf))
    lines["carriers"] = carrier.astype(str)
    lines = lines.sort_values(["choice", "place"])
    by_choice = lines.groupby("choice")
    described = by_choice.agg(
        group=("key", "|".join),
        low=("low", "min"),
        high=("high", "max"),
        carriers=("carriers", "|".join),
    )
    described["spread"] = described["high"] - described["low"]
    described["first"] = described["low"]
    return described.drop(columns=["low", "high"]).reset_index()
