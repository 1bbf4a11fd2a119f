"""Changes beside their levels: what a text leaves open about the level that a change starts from.

A change pairs with the level of its base period. It may also mean another level of its own
sentence: "two and a half times the 28.6 million of August 2021" after "from 59.5 million in July".
So every other level of the sentence is an alternative old level, and the relation fails only if it
fails for each of them.
"""

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.choices import Choices, levels, match
from nktrade.checks.observations import CARRIED, NO_BASE, Codes, Observations

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
    unlike = new != old
    return carrier[unlike], new[unlike], old[unlike]
