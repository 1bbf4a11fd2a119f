"""Averages: what was traded in a period beside what that was a month, as one sentence tells both."""

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.choices import Choices, levels, match, part_whole
from nktrade.checks.observations import CELL, Codes, Floats, Observations
from nktrade.core.period import Period

_ALIKE = ("sentence", *(column for column in CELL if column != "rate"))


def averages(check: Check, seen: Observations) -> Choices:
    """The amount of several months that stands right before the amount of each, with how many they are."""
    every = levels(seen)
    every = every[seen["period"][every] != seen.code("")]
    rate = seen.code("per_month")
    each, whole = every[seen["rate"][every] == rate], every[seen["rate"][every] == seen.code("")]
    at_whole, at_each = match(seen.keys(_ALIKE, whole), seen.keys(_ALIKE, each))
    whole, each = whole[at_whole], each[at_each]
    is_ahead = seen["row"][whole] < seen["row"][each]
    whole, each = _nearest(whole[is_ahead], each[is_ahead])
    counts = _months(seen, whole)
    kept = counts > 1
    constant = np.stack([counts[kept], counts[kept]], axis=1).astype(float)
    return part_whole(check, seen, whole[kept], each[kept], constant=constant)


def _nearest(whole: Codes, each: Codes) -> tuple[Codes, Codes]:
    """Of several amounts before it the last; what follows one average is told of something else."""
    order = np.lexsort((-whole, each))
    _, first = np.unique(each[order], return_index=True)
    return whole[order][first], each[order][first]


def _months(seen: Observations, at: Codes) -> Floats:
    names = list(seen.vocabulary)
    periods = [Period.of(names[code]) for code in seen["period"][at]]
    return np.array([one.month_count for one in periods], dtype=float)
