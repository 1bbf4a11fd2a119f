"""Relations: every check on every set of observations that can fill its places, and what it says.

Nothing else is needed by the diagnosis: one line per relation, one line per place of a relation,
and the observations. Sums are taken in floats, with enough tolerance that a float can only acquit:
who accuses recomputes in exact numbers (``exact``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.choices import Choices, first_prints
from nktrade.checks.misfits import BORNE_OUT, LATE, PRINTED, are_closed, as_printed, parted
from nktrade.checks.observations import Codes, Floats, Mask, Observations, observe
from nktrade.checks.pairing import choices
from nktrade.checks.settling import settled
from nktrade.checks.view import Term

_OF_ONE_CELL = frozenset({"equal", "conversion"})
"""Types of check that hold prints of one cell against each other."""
_CLOSE = 0.01
"""A sum that closes with less room than this share of a figure bears it out: few others would close it."""
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
    seen = first_prints(observe(frame))
    if not checks:
        return Relations((), *_nothing(), seen, frame)
    parts, seen = _parts(checks, seen)
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


def _parts(
    checks: tuple[Check, ...], seen: Observations
) -> tuple[list[tuple[Choices, Mask, Mask]], Observations]:
    """The settled relations of every check, in the order of the checks, and the observations with what fits."""
    weighed = {
        number: _weighed(check, seen)
        for number, check in enumerate(checks)
        if check.pairing != LATE
    }
    if len(weighed) < len(checks) and len(parted(seen)[0]):
        seen = _fitted(checks, weighed, seen)
    return [
        _instances(check, seen, *(weighed.get(number) or _weighed(check, seen)))
        for number, check in enumerate(checks)
    ], seen


def _fitted(
    checks: tuple[Check, ...],
    weighed: Mapping[int, tuple[Choices, Mask, Mask]],
    seen: Observations,
) -> Observations:
    """The observations, and which each check holds with in some way and fails with, one column per check.

    Equalities that bind several cells bear witness; as printed, those alone that have no end open.
    """
    seen, shape = as_printed(seen), (len(seen), len(checks))
    names = [width + name for width in ("", PRINTED) for name in ("fits", "fails")]
    found = {name: np.zeros(shape, dtype=bool) for name in (*names, BORNE_OUT)}
    is_open = ~are_closed(seen)
    for number, (ways, holds, _) in weighed.items():
        check = checks[number]
        if check.compare != "==" or check.type in _OF_ONE_CELL or not len(ways):
            continue
        places = np.concatenate([ways.cell, ways.carrier])
        choice = np.tile(ways.choice, 2)[places >= 0]
        places = places[places >= 0]
        too_open = np.isin(choice, choice[is_open[places]])
        as_read, by_digits = holds[choice], _agree(check, ways, seen, PRINTED)[choice]
        found["fits"][places[as_read], number] = True
        found["fails"][places[~as_read], number] = True
        found[f"{PRINTED}fits"][places[by_digits & ~too_open], number] = True
        found[f"{PRINTED}fails"][places[~by_digits], number] = True
        close = _are_close(check, ways, seen, PRINTED) & _spans(ways, seen)[ways.choice]
        sure = close & (by_digits & ~too_open)[: len(ways.cell)]
        found[BORNE_OUT][ways.cell[sure], number] = True
    return seen.joined(found)


def _spans(ways: Choices, seen: Observations) -> Mask:
    """Which choices bind figures of several sentences."""
    sentence = seen["sentence"][ways.cell]
    first = np.full(int(ways.choice.max()) + 1, -1)
    first[ways.choice] = sentence
    return np.bincount(ways.choice, weights=sentence != first[ways.choice]) > 0


def _nothing() -> tuple[Codes, Mask, Mask, Choices]:
    """No relation and no line: a user may turn every check off."""
    none, ends = np.empty(0, dtype=np.int64), np.empty(0)
    is_none = np.empty(0, dtype=bool)
    return none, is_none, is_none, Choices(none, none, none, none, ends, ends)


def _weighed(check: Check, seen: Observations) -> tuple[Choices, Mask, Mask]:
    """Every choice of one check, and which hold as printed and at their widest."""
    found = choices(check, seen)
    if not len(found):
        none = np.empty(0, dtype=bool)
        return found, none, none
    holds, holds_wide = (_agree(check, found, seen, width) for width in ("", "wide_"))
    return found, holds, holds_wide


def _instances(
    check: Check, seen: Observations, found: Choices, holds: Mask, holds_wide: Mask
) -> tuple[Choices, Mask, Mask]:
    """The settled relations of one check, numbered from zero."""
    if not len(found):
        return found, holds, holds_wide
    kept = settled(check, found, holds, holds_wide, seen)
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
    _, sums = _sums(check, found, seen, width)
    size = np.max([np.where(np.isfinite(end), np.abs(end), 0) for end in sums.values()], axis=0)
    room = size * _TOLERANCE
    below = sums["left", "low"] <= sums["right", "high"] + room
    if check.compare == "<=":
        return np.asarray(below)
    return np.asarray(below & (sums["right", "low"] <= sums["left", "high"] + room))


def _are_close(check: Check, found: Choices, seen: Observations, width: str) -> Mask:
    """Which lines are so large a part of their choice that it would fail were they one percent else."""
    least, sums = _sums(check, found, seen, width)
    left, right = (sums[side, "high"] - sums[side, "low"] for side in ("left", "right"))
    return np.asarray((left + right)[found.choice] <= least * _CLOSE)


def _sums(
    check: Check, found: Choices, seen: Observations, width: str
) -> tuple[Floats, dict[tuple[str, str], Floats]]:
    """The least size of every line, and the ends of both sides of every choice."""
    terms = (*check.left.terms, *check.right.terms)
    signs = np.array([term.sign for term in terms])[found.place]
    is_left = found.place < len(check.left.terms)
    values = seen.ends(f"{width}low")[found.cell], seen.ends(f"{width}high")[found.cell]
    factors = _factors(terms, found, seen, width)
    corners = np.stack([_times(end, factor) for end in values for factor in factors]) * signs
    low, high = corners.min(axis=0), corners.max(axis=0)
    count = int(found.choice.max()) + 1
    sums = {
        (side, end): np.bincount(found.choice[mask], ends[mask], count).astype(np.float64)
        for side, mask in (("left", is_left), ("right", ~is_left))
        for end, ends in (("low", low), ("high", high))
    }
    return np.abs(corners).min(axis=0), sums


def _factors(
    terms: tuple[Term, ...], found: Choices, seen: Observations, width: str
) -> tuple[Floats, Floats]:
    """What each carrier multiplies by; the sourced constant, mostly one, where there is none."""
    at = np.maximum(found.carrier, 0)
    percent = np.where(seen["unit"][at] == seen.code("percent"), 0.01, 1.0)
    is_rise = np.array([term.is_of_rise for term in terms])[found.place]
    base = np.where(seen["adds_to_one"][at] & ~is_rise, 1.0, 0.0)
    low, high = (base + seen.ends(width + end)[at] * percent for end in ("low", "high"))
    divided = np.array([term.is_divided for term in terms])[found.place]
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
