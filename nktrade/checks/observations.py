"""Observations: the ledger's rows seen from one side, each with the key of the cell it observes.

An export of A to B and an import of B from A are one cell, so every bilateral row is turned to the
side whose code comes first; a surplus of A with B becomes a deficit of B with A. What is missing
in a key is an empty string, which equals nothing but itself, and only nearby.
"""

import numpy as np
import pandas as pd

from nktrade.core.codes import WORLD, Channel, Flow, Kind, Standing
from nktrade.core.period import Period

KEY = (
    "document",
    "side_a",
    "side_b",
    "flow",
    "commodity",
    "period",
    "unit",
    "rate",
    "channel",
    "scope",
    "valuation",
    "compiler",
    "route",
    "world",
)
CARRIED = tuple(column for column in KEY if column not in {"unit", "rate"})
"""The key of a printed percentage: it has no unit and no rate of its own."""
ENDS = ("low", "high", "wide_low", "wide_high")
_MONEY_PER = "/"
_MIRRORED = {flow.value: flow.mirrored.value for flow in Flow}


def observe(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a ledger frame that observe something, keyed and signed.

    Shape: one row per claim that is no repeat; the frame's own index is kept as ``row``, the
    position here as ``at``.
    """
    kept = frame[frame["repeats"].isna()] if "repeats" in frame else frame
    seen = pd.DataFrame({"row": kept.index, "claim": kept["claim"].to_numpy()})
    seen["kind"] = _words(kept, "kind")
    for column in ("document", "flow", "commodity", "unit", "rate", "scope", "valuation"):
        seen[column] = _words(kept, column)
    seen["period"] = _periods(kept["period_start"], kept["period_end"])
    seen["route"] = _words(kept, "route")
    seen["share_of"] = _words(kept, "share_of")
    seen["restates"] = _words(kept, "restates")
    unrecorded = _words(kept, "channel") == Channel.UNRECORDED
    seen["channel"] = np.where(unrecorded, Channel.UNRECORDED.value, "")
    supposed = _words(kept, "standing").isin([Standing.HYPOTHETICAL, Standing.FORECAST])
    seen["world"] = np.where(supposed, "supposed", "")
    seen["compiler"] = _compilers(seen["document"], _words(kept, "compiler"))
    for column in ("sentence", "clause"):
        seen[column] = kept[column].fillna(0).to_numpy() if column in kept else 0
    _turn(seen, kept)
    _sign(seen, kept)
    seen["base_period"] = _bases(seen["period"], _words(kept, "base"))
    money = seen["unit"].str.partition(_MONEY_PER)
    seen["money"], seen["quantity"] = money[0], money[2]
    seen["at"] = range(len(seen))
    return seen


def from_both_sides(seen: pd.DataFrame) -> pd.DataFrame:
    """Every observation as each of its two countries sees it, for questions about one of them.

    Balances are left out: their sign would turn too.
    """
    flows = seen[seen["flow"] != Flow.BALANCE]
    two_sided = (flows["side_b"] != WORLD) & (flows["side_a"] != "") & (flows["side_b"] != "")
    other = flows[two_sided].rename(columns={"side_a": "side_b", "side_b": "side_a"})
    return pd.concat([flows, other.assign(flow=other["flow"].map(_MIRRORED))], ignore_index=True)


def _words(frame: pd.DataFrame, column: str) -> "pd.Series[str]":
    if column not in frame:
        return pd.Series("", index=range(len(frame)), dtype="str")
    return frame[column].astype("str").fillna("").reset_index(drop=True)


def _periods(first: "pd.Series[pd.Timestamp]", last: "pd.Series[pd.Timestamp]") -> "pd.Series[str]":
    ends = [days.dt.strftime("%Y-%m-%d").reset_index(drop=True) for days in (first, last)]
    return (ends[0] + "/" + ends[1]).fillna("").astype("str")


def _compilers(document: "pd.Series[str]", compiler: "pd.Series[str]") -> "pd.Series[str]":
    """A text that names one compiler speaks of it throughout."""
    named = compiler[compiler != ""].groupby(document[compiler != ""]).agg(["nunique", "first"])
    sole = named.loc[named["nunique"] == 1, "first"]
    return compiler.mask(compiler == "", document.map(sole).fillna("")).astype("str")


def _turn(seen: pd.DataFrame, kept: pd.DataFrame) -> None:
    """Put the country whose code comes first on side a, and turn the flow with it."""
    reporter, partner = _words(kept, "reporter"), _words(kept, "partner")
    turned = (partner < reporter) & (partner != WORLD) & (partner != "") & (reporter != WORLD)
    seen["side_a"] = reporter.mask(turned, partner)
    seen["side_b"] = partner.mask(turned, reporter)
    seen["flow"] = seen["flow"].mask(turned, seen["flow"].map(_MIRRORED).fillna(""))
    seen["is_turned"] = turned.to_numpy()


def _sign(seen: pd.DataFrame, kept: pd.DataFrame) -> None:
    """Give every amount the sign its words gave it; a balance turned round changes its sign."""
    minus = (_words(kept, "sign") == "-") & seen["kind"].isin(
        [Kind.LEVEL, Kind.CHANGE_ABS, Kind.CHANGE_PCT]
    )
    minus &= (seen["kind"] != Kind.LEVEL) | (seen["flow"] == Flow.BALANCE)
    money_kinds = seen["kind"].isin([Kind.LEVEL, Kind.CHANGE_ABS])
    minus ^= seen["is_turned"] & (seen["flow"] == Flow.BALANCE) & money_kinds
    seen["is_negative"] = minus
    for low, high in (("low", "high"), ("wide_low", "wide_high")):
        below, above = kept[low].to_numpy(), kept[high].to_numpy()
        seen[low] = np.where(minus, -above, below)
        seen[high] = np.where(minus, -below, above)


def _bases(period: "pd.Series[str]", base: "pd.Series[str]") -> "pd.Series[str]":
    """The period before the change, worked out once for each distinct pair."""
    pairs = period + "|" + base
    known = {pair: _base_period(*pair.split("|", 1)) for pair in pairs.unique()}
    return pairs.map(known).astype("str")


def _base_period(period: str, base: str) -> str:
    if not period or not base:
        return "no base"
    before = Period.of(period).before(base)
    return "no base" if before is None else f"{before.first}/{before.last}"
