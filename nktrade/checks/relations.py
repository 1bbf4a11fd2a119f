"""Relations: every check on every set of observations that can fill its places, and what it says.

Nothing else is needed by the diagnosis: one line per relation, one line per place of a relation,
and the observations. Sums are taken in floats, with enough tolerance that a float can only acquit:
who accuses recomputes in exact numbers (``exact``).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.choices import Choices, match, numbered
from nktrade.checks.observations import CELL, Codes, Floats, Mask, Observations, observe
from nktrade.checks.pairing import choices

_TOLERANCE = 1e-9
"""Far above the error of a sum of floats, far below half a digit of any print."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What was checked.

    Shape: ``check``, ``holds`` and ``holds_wide`` have one entry per relation (check is a position
    in ``checks``); ``lines`` are the places of all of them, ``lines.choice`` the relation.
    """

    checks: tuple[Check, ...]
    check: Codes
    holds: Mask
    holds_wide: Mask
    lines: Choices
    seen: Observations
    frame: pd.DataFrame
    """The rows that were related."""

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The two tidy frames: one row per relation, and one row per place of a relation."""
        names = np.array([check.name for check in self.checks], dtype=object)
        relations = pd.DataFrame(
            {"check": names[self.check], "holds": self.holds, "holds_wide": self.holds_wide}
        )
        lines = self.lines
        terms = pd.DataFrame(
            {
                "relation": lines.choice,
                "place": lines.place,
                "row": self.seen["row"][lines.cell],
                "carrier_row": np.where(
                    lines.carrier < 0, -1, self.seen["row"][np.maximum(lines.carrier, 0)]
                ),
                "low": lines.low,
                "high": lines.high,
            }
        )
        return relations, terms


def relate(frame: pd.DataFrame, checks: tuple[Check, ...]) -> Relations:
    """Every instance of every check over the rows of a ledger frame."""
    seen = observe(frame)
    if not checks:
        return Relations((), *_nothing(), seen, frame)
    parts = [_instances(check, seen) for check in checks]
    shifts = np.cumsum([0, *(len(holds) for _, holds, _ in parts)])
    lines = Choices(
        *(
            np.concatenate([getattr(part, name) for part, _, _ in parts])
            for name in ("choice", "place", "cell", "carrier", "low", "high")
        )
    )
    lines.choice[:] += np.repeat(shifts[:-1], [len(part) for part, _, _ in parts])
    return Relations(
        checks,
        np.repeat(np.arange(len(checks)), np.diff(shifts)),
        np.concatenate([holds for _, holds, _ in parts]),
        np.concatenate([wide for _, _, wide in parts]),
        lines,
        seen,
        frame,
    )


def _nothing() -> tuple[Codes, Mask, Mask, Choices]:
    """No relation and no line: a user may turn every check off."""
    none, ends = np.empty(0, dtype=np.int64), np.empty(0)
    is_none = np.empty(0, dtype=bool)
    return none, is_none, is_none, Choices(none, none, none, none, ends, ends)


def _instances(check: Check, seen: Observations) -> tuple[Choices, Mask, Mask]:
    """The settled relations of one check, numbered from zero."""
    found = choices(check, seen)
    if not len(found):
        none = np.empty(0, dtype=bool)
        return found, none, none
    holds, holds_wide = (_agree(check, found, seen, width) for width in ("", "wide_"))
    kept = _settled(check, found, holds, seen)
    numbers = np.full(len(holds), -1)
    numbers[kept] = np.arange(len(kept))
    lines = np.flatnonzero(numbers[found.choice] >= 0)
    lines = lines[np.lexsort([found.place[lines], numbers[found.choice[lines]]])]
    settled = Choices(
        numbers[found.choice[lines]],
        found.place[lines],
        found.cell[lines],
        found.carrier[lines],
        found.low[lines],
        found.high[lines],
    )
    return settled, holds[kept], holds_wide[kept]


def _agree(check: Check, found: Choices, seen: Observations, width: str) -> Mask:
    """Whether both sides of every choice can be one number."""
    terms = (*check.left.terms, *check.right.terms)
    signs = np.array([term.sign for term in terms])[found.place]
    is_left = found.place < len(check.left.terms)
    values = seen.ends(f"{width}low")[found.cell], seen.ends(f"{width}high")[found.cell]
    factors = _factors(terms, found, seen, width)
    corners = np.stack([_times(end, factor) for end in values for factor in factors]) * signs
    low, high = corners.min(axis=0), corners.max(axis=0)
    count = int(found.choice.max()) + 1
    sums = {
        (side, end): np.bincount(found.choice[mask], weights=ends[mask], minlength=count)
        for side, mask in (("left", is_left), ("right", ~is_left))
        for end, ends in (("low", low), ("high", high))
    }
    size = np.max([np.where(np.isfinite(end), np.abs(end), 0) for end in sums.values()], axis=0)
    room = size * _TOLERANCE
    below = sums["left", "low"] <= sums["right", "high"] + room
    if check.compare == "<=":
        return np.asarray(below)
    return np.asarray(below & (sums["right", "low"] <= sums["left", "high"] + room))


def _factors(
    terms: tuple[object, ...], found: Choices, seen: Observations, width: str
) -> tuple[Floats, Floats]:
    """What each carrier multiplies by; the sourced constant, mostly one, where there is none."""
    at = np.maximum(found.carrier, 0)
    percent = np.where(seen["unit"][at] == seen.code("percent"), 0.01, 1.0)
    base = np.where(seen["adds_to_one"][at], 1.0, 0.0)
    low, high = (base + seen.ends(width + end)[at] * percent for end in ("low", "high"))
    divided = np.array([getattr(term, "is_divided", False) for term in terms])[found.place]
    crosses = (low <= 0) & (high >= 0)
    with np.errstate(divide="ignore"):
        over_low = np.where(crosses, -np.inf, 1 / high)
        over_high = np.where(crosses, np.inf, 1 / low)
    low, high = np.where(divided, over_low, low), np.where(divided, over_high, high)
    alone = found.carrier < 0
    return np.where(alone, found.low, low), np.where(alone, found.high, high)


def _times(ends: Floats, factors: Floats) -> Floats:
    """An end of nothing times an open end is nothing."""
    with np.errstate(invalid="ignore"):
        product = ends * factors
    return np.where(np.isnan(product), 0.0, product)


def _settled(check: Check, found: Choices, holds: Mask, seen: Observations) -> Codes:
    """The choices that stand as relations.

    One per set of cells: several amounts for one cell are alternatives, and a relation fails only
    where it fails for every choice. A rounder print of the same amount is no alternative. Where some
    choice holds, each carrier with a holding choice keeps its own; where one fails, the choice that
    stands closest together is shown.
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
    rescued = holds | _has_alternative(found, seen, holds, keyed)
    if check.pairing == "changes":
        rescued |= _has_alternative(found, seen, holds, _of_one_change(found, seen))
    shown = order[holds[order]]
    _, first = np.unique(np.stack([group[shown], own[shown]]), axis=1, return_index=True)
    failed = order[~rescued[order]]
    _, first_failed = np.unique(group[failed], return_index=True)
    return np.sort(np.concatenate([shown[first], failed[first_failed]]))


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


def _has_alternative(found: Choices, seen: Observations, holds: Mask, keyed: Codes) -> Mask:
    """Which failing choices have another of their group that holds, with other amounts.

    Two prints that agree are one number at two precisions: where the finer one fails, the rounder
    one cannot save it.
    """
    saved, group = np.zeros(len(holds), dtype=bool), _combined(found, keyed)
    failing, holding = np.flatnonzero(~holds), np.flatnonzero(holds)
    at_failing, at_holding = match(group[failing][:, None], group[holding][:, None])
    if not len(at_failing):
        return saved
    one, other = failing[at_failing], holding[at_holding]
    ours, theirs = (_lines_of(found, choices) for choices in (one, other))
    key = np.column_stack([found.place, keyed])
    left, right = match(
        np.column_stack([ours[0], key[ours[1]]]), np.column_stack([theirs[0], key[theirs[1]]])
    )
    pair, mine, its = ours[0][left], ours[1][left], theirs[1][right]
    is_same = _meet(seen, found.cell[mine], found.cell[its])
    is_same &= _meet(seen, found.carrier[mine], found.carrier[its])
    is_same &= found.low[mine] == found.low[its]
    same = np.bincount(pair[is_same], minlength=len(one))
    saved[one[same < np.bincount(ours[0], minlength=len(one))]] = True
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
