"""Listed: amounts that are told one by one, each with its share right behind it, and the sum that ends them.

Russia 110 million (2.6%), Germany 68 million (1.6%): what the first share is said to be of, the others are of
too. Where a list ends with an amount behind the last share, as a table does, that is what all of them are of.
"""

from dataclasses import dataclass

import numpy as np

from nktrade.checks.choices import stretches
from nktrade.checks.observations import Codes, Mask, Observations
from nktrade.core.codes import Kind

_SEVERAL = 2
"""One amount and its share are no list."""


@dataclass(frozen=True, slots=True)
class Listed:
    """For each observation, by what it stands among.

    ``of`` is what the first share of its list is of, ``is_member`` says whether it is of a list, ``is_sum``
    whether it ends one.
    """

    of: Codes
    is_member: Mask
    is_sum: Mask


def listed(seen: Observations) -> Listed:
    """The lists of amounts and shares that begin their sentence or table."""
    kinds = seen.codes([Kind.LEVEL, Kind.CAP, Kind.SHARE_PCT])
    told = np.flatnonzero(np.isin(seen["kind"], kinds))
    at, first = np.unique(seen["at"][told], return_index=True)
    told = told[first]
    of = np.full(len(seen), seen.code(""))
    is_member, is_sum = np.zeros((2, len(seen)), dtype=bool)
    if not len(told):
        return Listed(of, is_member, is_sum)
    is_share = seen["kind"][told] == seen.code(Kind.SHARE_PCT)
    run = stretches(seen.at(told).joined({"at": seen["at"][told]}))
    opens = np.append(True, run[1:] != run[:-1])
    is_broken = np.where(opens, is_share, is_share == np.append(True, is_share[:-1]))
    starts = np.flatnonzero(opens)
    start = starts[run]
    broken, shares = np.cumsum(is_broken), np.cumsum(is_share)
    is_whole_run = broken - np.where(start > 0, broken[start - 1], 0) == 0
    before = shares - np.where(start > 0, shares[start - 1], 0)
    of_first = np.minimum(start + 1, len(told) - 1)
    last = np.zeros(len(starts), dtype=np.int64)
    np.maximum.at(last, run[~is_share], np.flatnonzero(~is_share))
    ends = (np.arange(len(told)) == last[run]) & ~is_share & (before >= _SEVERAL)
    places = np.searchsorted(at, seen["at"])
    found = (places < len(at)) & (at[np.minimum(places, len(at) - 1)] == seen["at"])
    here = np.minimum(places, len(at) - 1)
    of[found] = seen["share_of"][told[of_first]][here[found]]
    is_member[found] = is_whole_run[here[found]]
    is_sum[found] = (is_whole_run & ends)[here[found]]
    return Listed(of, is_member, is_sum)
