"""Wholes and their parts: what adds up to a whole, what cannot exceed it, what is said twice."""

import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.choices import (
    Choices,
    days,
    is_inside,
    is_one_passage,
    levels,
    pairs_of,
    part_whole,
)
from nktrade.checks.observations import from_both_sides
from nktrade.core.codes import ALL_GOODS, WORLD, Flow
from nktrade.reference.commodities import commodities


def tiles(check: Check, seen: pd.DataFrame) -> Choices:
    """Parts that follow each other day by day from the driver's first to its last."""
    every = levels(seen)
    pairs = pairs_of(every, every, leave=("period",))
    pairs = pairs[is_inside(pairs) & (pairs["period_part"] != pairs["period_whole"])]
    pairs = pairs.drop_duplicates(["at_whole", "period_part"]).sort_values(
        ["at_whole", "period_part"]
    )
    first, last = days(pairs["period_part"])
    gap = (first - last.groupby(pairs["at_whole"]).shift()).dt.days
    whole_first, whole_last = days(pairs["period_whole"])
    by_whole = pairs["at_whole"]
    complete = (
        gap.fillna(1).eq(1).groupby(by_whole).transform("all")
        & first.groupby(by_whole).transform("min").eq(whole_first)
        & last.groupby(by_whole).transform("max").eq(whole_last)
    )
    return part_whole(check, pairs[complete], together=True)


def inside(check: Check, seen: pd.DataFrame) -> Choices:
    """A part and the whole that holds it, alike in all else."""
    every = levels(seen)
    every = every[every["flow"].isin([Flow.EXPORT, Flow.IMPORT, Flow.TOTAL])]
    if "period" in dict(check.left.terms[0].where):
        pairs = pairs_of(every, every, leave=("period",))
        pairs = pairs[is_inside(pairs) & (pairs["period_part"] != pairs["period_whole"])]
        return part_whole(check, pairs, together=False)
    ((column, value),) = check.right.terms[0].where
    every = from_both_sides(every) if column == "side_b" else every
    parts = every[(every[column] != value) & (every[column] != "") & (every["period"] != "")]
    pairs = pairs_of(parts, every[every[column] == value], leave=(column,))
    return part_whole(check, pairs, together=False)


def groups(check: Check, seen: pd.DataFrame) -> Choices:
    """Two or more kinds of one thing in one passage, beside the thing they are kinds of."""
    every = levels(seen)
    ((column, _),) = check.left.terms[0].where
    every = from_both_sides(every) if column == "side_b" else every
    pairs = pairs_of(every, every, leave=(column,))
    pairs = pairs[is_one_passage(pairs) & (pairs[f"{column}_part"] != "")]
    pairs = pairs[_KIND_OF[column](pairs[f"{column}_part"], pairs[f"{column}_whole"])]
    pairs = pairs.drop_duplicates(["at_whole", f"{column}_part"])
    several = pairs.groupby("at_whole")["at_part"].transform("size") > 1
    return part_whole(check, pairs[several], together=True)


def twice(check: Check, seen: pd.DataFrame) -> Choices:
    """One cell claimed from both sides, in the order of the text.

    Two amounts that one side gives for one cell are a first print and a revision, or two sources:
    alternatives, no relation.
    """
    every = levels(seen)
    pairs = pairs_of(every, every, leave=())
    both_sides = pairs["is_turned_part"] != pairs["is_turned_whole"]
    pairs = pairs[(pairs["at_part"] < pairs["at_whole"]) & both_sides]
    return part_whole(check, pairs, together=False)


def _is_kind_of(part: "pd.Series[str]", whole: "pd.Series[str]") -> "pd.Series[bool]":
    """Direct kinds alone: a kind of a kind would be counted twice beside it."""
    parents = {name: row.parent or "" for name, row in commodities().items()}
    listed = pd.Series(
        [
            part_name in whole_name.replace(" and ", ", ").split(", ") and part_name != whole_name
            for part_name, whole_name in zip(part, whole, strict=True)
        ],
        index=part.index,
        dtype=bool,
    )
    return ((part.map(parents).fillna("") == whole) & (whole != ALL_GOODS)) | listed


def _is_partner_of(part: "pd.Series[str]", whole: "pd.Series[str]") -> "pd.Series[bool]":
    """Single countries in the world, and members of a list of countries in that list."""
    is_country = ~part.str.contains(",") & ~part.isin([WORLD, "EUU"]) & ~part.str.contains("-")
    listed = [one in many.split(",") and one != many for one, many in zip(part, whole, strict=True)]
    return (is_country & (whole == WORLD)) | pd.Series(listed, index=part.index, dtype=bool)


_KIND_OF = {"commodity": _is_kind_of, "side_b": _is_partner_of}
