"""Prints of one number side by side: who agrees, how many are independent, how far revisions go."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import numpy as np
import pandas as pd

from nktrade.core.codes import Kind
from nktrade.ledger.baselines import DATA, baseline, baseline_names, misprints
from nktrade.ledger.columns import KEY
from nktrade.reference.compilers import witness
from nktrade.reference.tables import read_table

_CELL = [column for column in KEY if column != "compiler"]
_MONTH = 30
_AGES = (0, 1, 6, 14, 1200)
"""Months since the first print: the same release, the next, the half-year, a year later and after."""
_PLACES = 6
_SHARES = {"half": 0.5, "nine_tenths": 0.9, "greatest": 1.0}


def origins(frame: pd.DataFrame) -> frozenset[str]:
    """The independent origins among rows: who first printed them, reprints and unknown ones aside.

    >>> rows = baseline("china_customs").frame
    >>> june = rows[(rows["period_start"] == "2018-06-01") & (rows["flow"] == "export")]
    >>> sorted(origins(june[june["kind"] == "level"]))
    ['Asiapress', 'Reuters']
    """
    found = frame["origin"].fillna(frame["compiler"]).dropna().unique()
    return frozenset(one for one in map(witness, found) if one)


def coverage(frame: pd.DataFrame) -> pd.DataFrame:
    """How many prints and independent origins each month has, months without any included.

    Shape: one row per month from the first to the last, flow and unit of a level; columns month,
    flow, unit, prints, origins.
    """
    levels = frame[(frame["kind"] == Kind.LEVEL) & (frame["commodity"] == "all")]
    months = levels["period_start"].dt.to_period("M")
    is_month = months == levels["period_end"].dt.to_period("M")
    monthly = levels[is_month].assign(month=months[is_month])
    if monthly.empty:
        return pd.DataFrame(columns=["month", "flow", "unit", "prints", "origins"])
    every = pd.period_range(monthly["month"].min(), monthly["month"].max(), freq="M")
    wanted = pd.MultiIndex.from_product(
        [every, sorted(monthly["flow"].unique()), sorted(monthly["unit"].unique())],
        names=["month", "flow", "unit"],
    )
    known = {name: witness(name) for name in monthly["origin"].dropna().unique()}
    groups = monthly.assign(witness=monthly["origin"].map(known)).groupby(["month", "flow", "unit"])
    counted = groups.agg(prints=("claim", "size"), origins=("witness", "nunique"))
    found: pd.DataFrame = counted.reindex(wanted, fill_value=0).reset_index()
    return found


def consensus(frame: pd.DataFrame) -> pd.DataFrame:
    """What the prints of each number agree on, and which of them dissent.

    The interval is where the printed intervals of most independent origins meet, and of most prints
    among equals; where several are equal in both, the interval holds them all, for a tie is no
    consensus. A number with one origin has no more than that origin's word.

    Shape: one row per key and compiler; columns of the key, low, high, prints, origins,
        dissenters (their claims, with commas).
    """
    levels = _levels(frame)
    pairs = (
        levels[["cell", "low"]]
        .drop_duplicates()
        .merge(levels, "left", "cell", suffixes=("_at", ""))
    )
    pairs = pairs.assign(holds=pairs["low_at"].between(pairs["low"], pairs["high"]))
    meetings = pairs[pairs["holds"]].groupby(["cell", "low_at"], as_index=False)
    votes = meetings.agg(
        low=("low", "max"),
        high=("high", "min"),
        origins=("witness", "nunique"),
        held=("claim", "size"),
    )
    best = votes[votes["origins"] == votes.groupby("cell")["origins"].transform("max")]
    best = best[best["held"] == best.groupby("cell")["held"].transform("max")]
    agreed = best.groupby("cell").agg(
        low=("low", "min"), high=("high", "max"), origins=("origins", "max")
    )
    judged = pairs.merge(best[["cell", "low_at"]], on=["cell", "low_at"])
    is_heard = judged.groupby(["cell", "claim"])["holds"].any()
    unheard = is_heard[~is_heard].reset_index().groupby("cell")["claim"].agg(",".join)
    cells = levels.drop_duplicates("cell").set_index("cell")[[*_CELL, "compiler"]]
    prints = levels.groupby("cell").size().rename("prints")
    found: pd.DataFrame = cells.join([agreed, prints, unheard.rename("dissenters")])
    return found.reset_index(drop=True)


def corrections() -> pd.DataFrame:
    """Each misprinted level beside what sound prints of the same number agree on, where there are any.

    Shape: one row per misprint with a sound number; document, claim, status, printed, the key, value,
        and low, high, origins of the consensus.
    """
    wrong = misprints()
    sound = consensus(pd.concat([baseline(name).frame for name in baseline_names()]))
    kept = [*KEY, "document", "claim", "status", "printed", "value"]
    levels = wrong.loc[wrong["kind"] == Kind.LEVEL, kept]
    return levels.merge(sound[[*KEY, "low", "high", "origins"]], on=list(KEY))


def _levels(frame: pd.DataFrame) -> pd.DataFrame:
    """The levels, each with the number of its cell and who first printed it."""
    levels = frame[frame["kind"] == Kind.LEVEL]
    known = {name: witness(name) for name in levels["origin"].dropna().unique()}
    return levels.assign(
        cell=levels.groupby([*_CELL, "compiler"], dropna=False, sort=False).ngroup(),
        witness=levels["origin"].map(known),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How far later prints of one number lie from the first, beyond rounding and cutting off.

    Unit: shares of the first print.
    """

    compiler: str
    against: str
    """The compiler of the later print; the same one for a revision proper."""
    months: int
    """At least so many months after the first print."""
    pairs: int
    half: Fraction
    """Half of the pairs lie no further apart."""
    nine_tenths: Fraction
    greatest: Fraction


@cache
def revisions() -> tuple[Revision, ...]:
    """The sizes of revisions in the embedded baselines, by compilers and age of the later print."""
    return read_table(DATA / "revisions.csv", Revision)


def known_revision(compiler: str, against: str, months: int | None = None) -> Fraction | None:
    """The greatest difference seen between prints of one number by these compilers; None if unseen.

    With an age in months, only between prints no further apart. The greatest and not the usual one,
    for a difference that has been seen as a revision must not pass for an error.

    Unit: share of the number.

    >>> known_revision("China customs", "China customs", months=5)
    Fraction(15597, 1000000)
    """
    wanted = {(compiler, against), (against, compiler)}
    sizes = [
        one.greatest
        for one in revisions()
        if (one.compiler, one.against) in wanted and (months is None or one.months <= months)
    ]
    return max(sizes, default=None)


def measured_revisions() -> pd.DataFrame:
    """The table of revisions, measured anew on the embedded baselines.

    Shape: one row per pair of compilers and age; the fields of ``Revision``.
    """
    every = pd.concat([baseline(name).frame for name in baseline_names()], ignore_index=True)
    is_sound = (every["kind"] == Kind.LEVEL) & (every["approx"] == "exact") & (every["value"] > 0)
    ends = ["value", "wide_low", "wide_high"]
    prints = every.loc[is_sound, [*_CELL, "compiler", *ends, "as_of", "claim"]]
    first = prints.sort_values(["as_of", "claim"], kind="stable").drop_duplicates(_CELL)
    pairs = prints.merge(first, on=_CELL, suffixes=("", "_first"))
    pairs = pairs[
        (pairs["as_of"] >= pairs["as_of_first"]) & (pairs["claim"] != pairs["claim_first"])
    ]
    above = pairs["wide_low"] - pairs["wide_high_first"]
    below = pairs["wide_low_first"] - pairs["wide_high"]
    beyond = above.where(above > below, below).clip(lower=0)
    ages = (pairs["as_of"] - pairs["as_of_first"]).dt.days // _MONTH
    bins = np.searchsorted(_AGES, ages, side="right") - 1
    sized = pairs.assign(
        size=beyond / pairs["value_first"], months=np.take(_AGES, bins), against=pairs["compiler"]
    )
    groups = sized.groupby(["compiler_first", "against", "months"])["size"]
    sizes = {name: groups.quantile(share).round(_PLACES) for name, share in _SHARES.items()}
    found = pd.DataFrame({"pairs": groups.size(), **sizes})
    return found.reset_index(names=["compiler", "against", "months"])
