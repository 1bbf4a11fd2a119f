"""Choices: the ways in which observations can fill the places of a check, written long.

One line per place names the observation that stands there and the carrier that multiplies it, so
that a sum of two and a sum of twelve have the same shape.
"""

import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.observations import KEY
from nktrade.core.codes import Kind

Choices = pd.DataFrame
"""Columns: choice, place, role, side, sign, cell, carrier, is_divided, factor_low, factor_high.

Cell and carrier are positions in the observations (carrier -1: none); the factor is a sourced
constant, such as barrels per tonne, and one elsewhere."""
COLUMNS = ["choice", "place", "role", "side", "sign", "cell", "carrier", "is_divided"]
FACTORS = ["factor_low", "factor_high"]
NEAR = 1
"""How many sentences apart claims may stand to be of one passage."""


def levels(seen: pd.DataFrame) -> pd.DataFrame:
    """The observations that state a level."""
    return seen[seen["kind"] == Kind.LEVEL]


def pairs_of(parts: pd.DataFrame, wholes: pd.DataFrame, *, leave: tuple[str, ...]) -> pd.DataFrame:
    """Parts beside wholes that share the key but for what is left out."""
    on = [column for column in KEY if column not in leave]
    pairs = parts.merge(wholes, on=on, suffixes=("_part", "_whole"))
    if "period" not in leave:
        return pairs[(pairs["period"] != "") | is_one_passage(pairs)]
    return pairs[(pairs["period_part"] != "") & (pairs["period_whole"] != "")]


def is_one_passage(pairs: pd.DataFrame) -> "pd.Series[bool]":
    """Whether part and whole stand in neighbouring sentences."""
    return (pairs["sentence_part"] - pairs["sentence_whole"]).abs() <= NEAR


def days(period: "pd.Series[str]") -> "tuple[pd.Series[pd.Timestamp], pd.Series[pd.Timestamp]]":
    """First and last day of periods written as two dates with a slash."""
    ends = period.str.partition("/")
    return pd.to_datetime(ends[0]), pd.to_datetime(ends[2])


def is_inside(pairs: pd.DataFrame) -> "pd.Series[bool]":
    """Whether every day of the part lies in the whole."""
    first, last = days(pairs["period_part"])
    whole_first, whole_last = days(pairs["period_whole"])
    return (first >= whole_first) & (last <= whole_last)


def part_whole(check: Check, pairs: pd.DataFrame, *, together: bool) -> Choices:
    """Long choices of parts and their whole; together: all parts of one whole are one choice."""
    part, whole = check.left.terms[0], check.right.terms[0]
    numbers = pairs["at_whole"] if together else pd.Series(range(len(pairs)), index=pairs.index)
    line = pd.DataFrame({"choice": numbers, "cell": pairs["at_part"], "carrier": -1})
    line = line.assign(place=range(len(line)), role=part.role, side=1, sign=part.sign)
    last = pd.DataFrame({"choice": numbers, "cell": pairs["at_whole"], "carrier": -1})
    if "carrier" in pairs:
        last["carrier"] = pairs["carrier"]
    last = last.assign(place=len(line), role=whole.role, side=-1, sign=whole.sign)
    last = last.drop_duplicates("choice") if together else last
    both = pd.concat([line, last], ignore_index=True).assign(is_divided=False)
    both["factor_low"], both["factor_high"] = 1.0, 1.0
    return both[[*COLUMNS, *FACTORS]]
