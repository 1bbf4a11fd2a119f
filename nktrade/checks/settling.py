"""Settling: of all ways to fill the places of a check, those that stand as relations."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from nktrade.checks.check import Check
from nktrade.checks.choices import NONE, Choices, counts, match, numbered
from nktrade.checks.observations import CELL, Codes, Mask, Observations
from nktrade.core.codes import Kind


def settled(
    check: Check, found: Choices, holds: Mask, holds_wide: Mask, seen: Observations
) -> Codes:
    """The choices that stand as relations.

    One per set of cells: several amounts for one cell are alternatives, and a relation fails only
    where it fails for every choice. A rounder print of the same amount is no alternative. Where some
    choice holds, each carrier with a holding choice keeps its own; where one fails, the choice that
    stands closest together is shown, before all others one that no reading however wide can save.
    """
    if not check.has_alternatives:
        return np.arange(len(holds))
    keyed = _keyed(check, found, seen)
    group = _combined(found, keyed)
    own = _combined(found, found.carrier[:, None])
    sentence = seen["sentence"]
    count = len(holds)
    low, high = np.full(count, np.iinfo(np.int64).max), np.full(count, -1)
    for places in (found.cell, np.where(found.carrier < 0, found.cell, found.carrier)):
        np.minimum.at(low, found.choice, sentence[places])
        np.maximum.at(high, found.choice, sentence[places])
    spread = np.zeros(count) if check.open_roles else high - low
    order = np.lexsort([np.arange(count), low if not check.open_roles else spread, spread])
    alone = _alone(check, found, seen, holds, (low, high))
    shown = order[holds[order]]
    _, first = np.unique(np.stack([group[shown], own[shown]]), axis=1, return_index=True)
    rescued, saved = (
        _rescued(check, found, seen, ways, keyed, alone=alone) for ways in (holds, holds_wide)
    )
    failed = order[~rescued[order]]
    failed = failed[np.argsort(saved[failed], kind="stable")]
    _, first_failed = np.unique(group[failed], return_index=True)
    return np.sort(np.concatenate([shown[first], failed[first_failed]]))


def _alone(
    check: Check, found: Choices, seen: Observations, holds: Mask, ends: tuple[Codes, Codes]
) -> Codes:
    """What each choice shares with those that may save it; ``NONE`` is shared with all.

    A sentence that tells all of an equality has to add up by itself. So have levels of plain sentences, wherever they
    stand, if one of them adds up nowhere: each is of all goods, so that no other print is of another part
    (docs/decisions/134). ``ends`` are the first and the last sentence of each choice.
    """
    low, high = ends
    if check.compare != "==" or check.open_roles:
        return np.full(len(low), NONE)
    is_level = (seen["kind"][found.cell] == seen.code(Kind.LEVEL)) & (found.carrier < 0)
    is_plain, fits = np.ones(len(low), dtype=bool), np.zeros(len(seen), dtype=bool)
    np.logical_and.at(is_plain, found.choice, is_level & seen["is_plain"][found.cell].astype(bool))
    fits[found.cell[holds[found.choice]]] = True
    is_odd = np.zeros(len(low), dtype=bool)
    np.logical_or.at(is_odd, found.choice, ~fits[found.cell])
    is_odd &= ~_are_of_two_counts(found, counts(seen))
    own = high.max(initial=0) + 1 + np.arange(len(low))
    return np.where(low == high, low, np.where(is_plain & is_odd, own, NONE))


def _are_of_two_counts(found: Choices, source: Codes) -> Mask:
    """Whether the figures of a choice come from several sources, or some from none that is named."""
    count = int(found.choice.max(initial=-1)) + 1
    least, most = np.full(count, np.iinfo(np.int64).max), np.full(count, -1)
    np.minimum.at(least, found.choice, source[found.cell])
    np.maximum.at(most, found.choice, source[found.cell])
    return np.asarray(least != most)


def _keyed(check: Check, found: Choices, seen: Observations) -> Codes:
    """What a line adds to the key of its choice: the names of its cell and of its carrier's."""
    cells, carriers = _names(seen, CELL), _names(seen, (*CELL, "base_period"))
    at = np.maximum(found.carrier, 0)
    key = np.stack([cells[found.cell], np.where(found.carrier < 0, -1, carriers[at])], axis=1)
    roles = [term.role in check.open_roles for term in (*check.left.terms, *check.right.terms)]
    key[np.array(roles)[found.place], 0] = -1
    return key


def _of_one_change(found: Choices, seen: Observations) -> Codes:
    """The same for a printed change and amounts in whatever unit: it is told of one of them."""
    unitless = _names(seen, tuple(column for column in CELL if column not in {"unit", "period"}))
    return np.stack([unitless[found.cell], found.carrier], axis=1)


def _rescued(
    check: Check, found: Choices, seen: Observations, holds: Mask, keyed: Codes, *, alone: Codes
) -> Mask:
    """Which choices hold, or have another of their group that does."""
    saved = holds | _has_alternative(found, seen, holds, keyed, alone)
    if check.pairing == "changes":
        saved |= _has_alternative(found, seen, holds, _of_one_change(found, seen), alone)
    return saved


def _has_alternative(
    found: Choices, seen: Observations, holds: Mask, keyed: Codes, alone: Codes
) -> Mask:
    """Which failing choices have another of their group that holds, with other amounts or in another order.

    Two prints that agree are one number at two precisions: where the finer one fails, the rounder
    one cannot save it, unless each takes the other's place, as new and old of a change may. Nor can
    another sentence save one that tells all of a relation by itself.
    """
    saved, group = np.zeros(len(holds), dtype=bool), _combined(found, keyed)
    failing, holding = np.flatnonzero(~holds), np.flatnonzero(holds)
    at_failing, at_holding = match(group[failing][:, None], group[holding][:, None])
    one, other = failing[at_failing], holding[at_holding]
    kept = (alone[one] == NONE) | (alone[one] == alone[other])
    one, other = one[kept], other[kept]
    if not len(one):
        return saved
    ours, theirs = (_lines_of(found, choices) for choices in (one, other))
    key = np.column_stack([found.place, keyed])
    left, right = match(
        np.column_stack([ours[0], key[ours[1]]]), np.column_stack([theirs[0], key[theirs[1]]])
    )
    pair, mine, its = ours[0][left], ours[1][left], theirs[1][right]
    is_same = _meet(seen, found.cell[mine], found.cell[its])
    is_same &= _meet(seen, found.carrier[mine], found.carrier[its])
    is_same &= found.low[mine] == found.low[its]
    count = len(one)
    size, same = np.bincount(ours[0], minlength=count), np.bincount(pair[is_same], minlength=count)
    stays = np.bincount(pair[found.cell[mine] == found.cell[its]], minlength=count)
    unplaced = _combined(replace(found, place=np.zeros_like(found.place)), found.cell[:, None])
    is_turned = (unplaced[one] == unplaced[other]) & (stays < size)
    saved[one[(same < size) | is_turned]] = True
    return saved


def _lines_of(found: Choices, choices: Codes) -> tuple[Codes, Codes]:
    """The lines of each of these choices: the position of the choice, and the line."""
    return match(choices[:, None], found.choice[:, None])


def _meet(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether two prints can be one number; no carrier is like no carrier."""
    low, high = seen.ends("low"), seen.ends("high")
    agree = (low[one] <= high[other]) & (low[other] <= high[one])
    agree &= seen["unit"][one] == seen["unit"][other]
    return np.asarray(agree & (one >= 0) | (one == other))


def _names(seen: Observations, columns: tuple[str, ...]) -> Codes:
    """One number per distinct key."""
    every = np.arange(len(seen))
    return numbered(seen.keys(columns, every))


def _combined(found: Choices, keyed: npt.NDArray[np.int64]) -> Codes:
    """One number per distinct run of keys, for every choice; lines of a choice by their place."""
    order = np.lexsort([found.cell, found.place, found.choice])
    choice = found.choice[order]
    starts = np.flatnonzero(np.append(True, choice[1:] != choice[:-1]))
    step = np.arange(len(choice)) - np.repeat(starts, np.diff(np.append(starts, len(choice))))
    combined = np.zeros(int(choice.max()) + 1, dtype=np.int64)
    for number in range(int(step.max()) + 1):
        lines = order[step == number]
        key = np.full((len(combined), keyed.shape[1]), -2)
        key[found.choice[lines]] = keyed[lines]
        combined = numbered(np.column_stack([combined, key]))
    return combined
