"""Relations: every check on every set of observations that can fill its places, and what it says.

Nothing else is needed by the diagnosis: one line per relation, one line per place of a relation,
and the observations. Sums are taken in floats, with enough tolerance that a float can only acquit:
who accuses recomputes in exact numbers (``exact``).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.choices import Choices
from nktrade.checks.observations import Codes, Floats, Mask, Observations, observe
from nktrade.checks.pairing import choices
from nktrade.checks.settling import settled

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
    kept = settled(check, found, holds, seen)
    numbers = np.full(len(holds), -1)
    numbers[kept] = np.arange(len(kept))
    lines = np.flatnonzero(numbers[found.choice] >= 0)
    lines = lines[np.lexsort([found.place[lines], numbers[found.choice[lines]]])]
    standing = Choices(
        numbers[found.choice[lines]],
        found.place[lines],
        found.cell[lines],
        found.carrier[lines],
        found.low[lines],
        found.high[lines],
    )
    return standing, holds[kept], holds_wide[kept]


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
