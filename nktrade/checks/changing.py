"""Changes beside their levels: what a text leaves open about the level that a change starts from.

A change pairs with the level of its base period. It may also mean another level of its own
sentence: "two and a half times the 28.6 million of August 2021" after "from 59.5 million in July".
So every other level of the sentence is an alternative old level, and the relation fails only if it
fails for each of them. A change is told of an amount that stands beside it, in tonnes or in dollars,
in yuan or in dollars: where its sentence has amounts in several units, any may be meant.
"""

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.choices import NEAR, Choices, days, levels, match
from nktrade.checks.observations import CARRIED, NO_BASE, Codes, Mask, Observations
from nktrade.core.codes import Flow, Kind

_TRIO = 2
"""A change and the two prices it leads from and to stand in a row."""
_TIMELESS = tuple(column for column in CARRIED if column != "period")


def beside(check: Check, seen: Observations, by_base: Choices) -> Choices:
    """The choices by base period, then those with another level of the same sentence.

    Where the text leaves the base undated, two levels are taken for new and old only if the
    sentence has just these two.
    """
    carrier, new, old = _same_sentence(check, seen)
    known = np.isin(carrier, by_base.carrier)
    pairs = np.sort(np.stack([new, old], axis=1), axis=1)
    trios = np.unique(np.column_stack([carrier, pairs]), axis=0)
    carriers, counts = np.unique(trios[:, 0], return_counts=True)
    is_open = seen["base_period"][carrier] == seen.code(NO_BASE)
    sole = is_open & np.isin(carrier, carriers[counts == 1])
    kept = known | sole
    numbers = np.arange(int(kept.sum())) + (by_base.choice.max() + 1 if len(by_base) else 0)
    more = Choices.of([(numbers, 0, new[kept], None), (numbers, 1, old[kept], carrier[kept])])
    return Choices(
        *(
            np.concatenate([getattr(by_base, name), getattr(more, name)])
            for name in ("choice", "place", "cell", "carrier", "low", "high")
        )
    )


def _same_sentence(check: Check, seen: Observations) -> tuple[Codes, Codes, Codes]:
    """Carriers with a new level of their own key and another level of their sentence as the old."""
    (term,) = check.right.terms
    kinds = term.carrier.kinds if term.carrier else ()
    carriers = np.flatnonzero(np.isin(seen["kind"], seen.codes(kinds)))
    amounts = levels(seen)
    at_left, at_right = match(
        seen.keys((*CARRIED, "sentence"), carriers), seen.keys((*CARRIED, "sentence"), amounts)
    )
    carrier, new = carriers[at_left], amounts[at_right]
    key = (*_TIMELESS, "sentence", "unit", "rate")
    at_left, at_right = match(seen.keys(key, new), seen.keys(key, amounts))
    carrier, new, old = carrier[at_left], new[at_left], amounts[at_right]
    # Nothing is measured from what came after it, nor a change of nobody knows when from a dated level.
    is_dated = seen["period"] != seen.code("")
    kept = (new != old) & ~(days(seen, old)[0] > days(seen, new)[0])
    kept &= is_dated[new] | ~is_dated[old]
    carrier, new, old = carrier[kept], new[kept], old[kept]
    first = np.argsort(~_is_as_told(seen, carrier, new, old), kind="stable")
    return carrier[first], new[first], old[first]


def _is_as_told(seen: Observations, carrier: Codes, new: Codes, old: Codes) -> Mask:
    """Whether the new amount is the larger where the change is a rise, and the smaller where it is a fall."""
    middle = seen.ends("low") + seen.ends("high")
    even = np.where(seen["kind"][carrier] == seen.code(Kind.RATIO), 2.0, 0.0)
    return np.asarray((middle[new] > middle[old]) == (middle[carrier] > even))


def sized(seen: Observations, found: Choices) -> Choices:
    """The choices, and for a balance the same with the change turned round.

    "The deficit grew by 3 billion" is told of its size; as a number with its sign it fell.
    """
    is_change = seen["kind"][found.cell] == seen.code(Kind.CHANGE_ABS)
    is_change &= seen["flow"][found.cell] == seen.code(Flow.BALANCE)
    turning = np.isin(found.choice, found.choice[is_change])
    if not turning.any():
        return found
    is_level = seen["kind"][found.cell] == seen.code(Kind.LEVEL)
    deficits = found.choice[is_level & (seen.ends("high")[found.cell] <= 0)]
    is_deficit = np.isin(found.choice, deficits).astype(np.int64)
    # Of a deficit the size is what is mostly meant, so the turned choice has the lower number.
    plain, turned = (
        2 * found.choice + is_deficit,
        2 * found.choice[turning] + 1 - is_deficit[turning],
    )
    numbers = np.unique(np.concatenate([plain, turned]), return_inverse=True)[1]
    again = [
        np.concatenate([one, one[turning]]) for one in (found.place, found.cell, found.carrier)
    ]
    sign = np.where(is_change[turning], -1.0, 1.0)
    ends = [np.concatenate([one, one[turning] * sign]) for one in (found.low, found.high)]
    return Choices(numbers, *again, *ends)


def in_points(seen: Observations, found: Choices) -> Choices:
    """The choices of two shares and their difference that one passage tells, where words say which way it went."""
    sentence, is_told = seen["sentence"][found.cell], seen["sign"][found.cell] != seen.code("")
    is_change = seen["kind"][found.cell] == seen.code(Kind.CHANGE_ABS)
    at = np.zeros(int(found.choice.max(initial=-1)) + 1, dtype=np.int64)
    at[found.choice[is_change]] = sentence[is_change]
    is_apart = (np.abs(sentence - at[found.choice]) > NEAR) | (is_change & ~is_told)
    return found.without(found.choice[is_apart])


def of_prices(seen: Observations, found: Choices) -> Choices:
    """The choices of a change and the two prices that it stands in a row with, the old one in its own clause."""
    told = np.flatnonzero(seen["kind"] != seen.code(Kind.SHARE_PCT))
    rank = np.searchsorted(seen["at"][told], seen["at"])
    change = np.full(int(found.choice.max(initial=-1)) + 1, -1)
    change[found.choice[found.carrier >= 0]] = found.carrier[found.carrier >= 0]
    of = change[found.choice]
    is_far = np.abs(rank[found.cell] - rank[of]) > _TRIO
    is_far |= seen["sentence"][found.cell] != seen["sentence"][of]
    is_far |= (found.carrier >= 0) & (seen["clause"][found.cell] != seen["clause"][of])
    return found.without(found.choice[is_far])


def are_in_own_unit(seen: Observations, change: Codes, level: Codes) -> Mask:
    """Whether a level is in a unit of the change's own sentence, if that has levels of its key."""
    own = units_beside(seen)
    known = np.isin(change, own[:, 0])
    pairs = np.column_stack([change, seen["unit"][level]])
    at, _ = match(pairs, own)
    kept = ~known
    kept[at] = True
    return kept


def units_beside(seen: Observations) -> Codes:
    """Pairs of a printed change or multiple and a unit that an amount of its key and sentence has."""
    changes = np.flatnonzero(np.isin(seen["kind"], seen.codes((Kind.CHANGE_PCT, Kind.RATIO))))
    amounts = np.flatnonzero(np.isin(seen["kind"], seen.codes((Kind.LEVEL, Kind.UNIT_PRICE))))
    pairs = []
    for period in ("period", "base_period"):
        key, then = (*_TIMELESS, "sentence"), seen["period"][amounts][:, None]
        at_change, at_level = match(
            np.hstack([seen.keys(key, changes), seen[period][changes][:, None]]),
            np.hstack([seen.keys(key, amounts), then]),
        )
        pairs.append(np.column_stack([changes[at_change], seen["unit"][amounts[at_level]]]))
    return np.unique(np.concatenate(pairs), axis=0)
