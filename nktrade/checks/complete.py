"""Complete lists: parts that leave nothing of their whole out, so that they have to add up to it.

What is told of two countries together is what is told of each of them. A list that ends with what is
left ("other goods") is all that there is: 68, 31, 29, 16 and 316 million of 461.
"""

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.choices import Choices, match, numbered, pairs_of, part_whole, stretches
from nktrade.checks.observations import KEY, Codes, Mask, Observations
from nktrade.checks.repeated import agree
from nktrade.checks.wholes import are_apart, flows, once
from nktrade.core.codes import ALL_GOODS, REST


def members(check: Check, seen: Observations) -> Choices:
    """Every country of a list that is named country by country, beside what is told of them together."""
    seen = seen.from_both_sides()
    every = flows(seen)
    names = list(seen.vocabulary)
    lists = every[[len(names[code].split(",")) > 1 for code in seen["side_b"][every]]]
    part, whole = pairs_of(seen, every, lists, leave=("side_b",))
    sizes = {code: names[code].split(",") for code in np.unique(seen["side_b"][lists]).tolist()}
    is_member = np.array(
        [
            names[one] in sizes[of]
            for one, of in zip(
                seen["side_b"][part].tolist(), seen["side_b"][whole].tolist(), strict=True
            )
        ],
        dtype=bool,
    )
    part, whole = part[is_member], whole[is_member]
    kept = ~np.isin(whole, _torn(seen, "side_b", part, whole))
    part, whole = once(part[kept], whole[kept], seen["side_b"])
    wholes, counts = np.unique(whole, return_counts=True)
    told = [len(sizes[code]) for code in seen["side_b"][wholes].tolist()]
    full = wholes[counts == told]
    kept = np.isin(whole, full)
    return part_whole(check, seen, part[kept], whole[kept], together=True)


def all_kinds(check: Check, seen: Observations) -> Choices:
    """All goods, and the goods of one list that ends with the other goods; each is told once, and none overlaps."""
    every = flows(seen)
    goods, rest, everything = (seen["commodity"][every], seen.code(REST), seen.code(ALL_GOODS))
    part, whole = pairs_of(
        seen, every[goods != everything], every[goods == everything], leave=("commodity",)
    )
    stretch = stretches(seen)
    kept = stretch[part] == stretch[whole]
    part, whole = part[kept], whole[kept]
    closed = whole[seen["commodity"][part] == rest]
    unknown = whole[seen["commodity"][part] == seen.code("")]
    torn = [
        _torn(seen, "commodity", part, whole),
        _doubled(seen, every[goods == everything], stretch),
    ]
    kept = np.isin(whole, closed) & ~np.isin(whole, np.concatenate([unknown, *torn]))
    part, whole = once(part[kept], whole[kept], seen["commodity"])
    overlapping = whole[~are_apart(seen, part, whole)]
    kept = ~np.isin(whole, overlapping)
    return part_whole(check, seen, part[kept], whole[kept], together=True)


def _torn(seen: Observations, column: str, part: Codes, whole: Codes) -> Codes:
    """The wholes of which some part is told twice, and not alike."""
    pairs = np.column_stack([whole, seen[column][part]])
    one, other = match(pairs, pairs)
    differ = ~agree(seen, part[one], part[other])
    return np.unique(whole[one[differ]])


def _doubled(seen: Observations, every: Codes, stretch: Codes) -> Codes:
    """Amounts of all goods beside others of the same: some are sums of less."""
    keys = numbered(np.column_stack([seen.keys(KEY, every), stretch[every]]))[:, None]
    one, other = match(keys, keys)
    differ: Mask = ~agree(seen, every[one], every[other])
    return np.unique(every[one[differ]])
