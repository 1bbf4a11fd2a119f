"""Rereading: what a text's figures say of each other where one field of some is read otherwise.

A text bears witness to its own reading. Where an inferred owner or month is right, sums close and
repeated figures agree; read otherwise, they part. So another reading is tried on all claims of a
sentence that were read in one step, and what holds and what fails is counted again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.observations import CELL
from nktrade.checks.relations import Relations, relate

Objects = np.ndarray[tuple[int], np.dtype[np.object_]]
Instance = tuple[str, frozenset[str]]
"""A check, and the claims that take part."""
_AGREE = "one number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereading:
    """Other values of one field, for the claims of a sentence that were read in one step."""

    field: str
    claims: frozenset[str]
    columns: tuple[tuple[str, str | pd.Timestamp], ...]
    """Column of the ledger and what it would hold."""
    is_named: bool
    """Whether the text names the value elsewhere, so that it may have been carried over instead."""
    meant: str
    """The other value, in words."""
    is_told: bool = False
    """Whether a claim of the relation itself has the value in words, so that the others may share it."""
    is_nearer: bool = False
    """Whether it is told by the sentence before, over which ours was carried."""
    is_before: bool = True
    """Whether it is told before or beside the claims: what stands behind them alone was not carried over."""


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What a reading makes of the text's figures."""

    fails: frozenset[Instance]
    holds: frozenset[Instance]
    """Equalities that could have failed, and prints of one cell that agree."""

    def support(self, claims: frozenset[str], *, but: Instance) -> int:
        """How much of what holds, but for one relation, has one of these claims in it."""
        return sum(1 for one in self.holds if one != but and one[1] & claims)


def witnessed(
    frame: pd.DataFrame, checks: tuple[Check, ...], readings: Sequence[Rereading]
) -> tuple[Witnessed, ...]:
    """What holds and fails in one document as it was read, and under each other reading."""
    found = relate(_copies(frame, readings), checks)
    fails: list[set[Instance]] = [set() for _ in range(1 + len(readings))]
    holds: list[set[Instance]] = [set() for _ in fails]
    claims, size = frame["claim"].astype(str).tolist(), len(frame)
    rows = found.seen["row"]
    for relation, lines in _lines(found):
        at = [*found.lines.cell[lines], *(one for one in found.lines.carrier[lines] if one >= 0)]
        check = found.checks[found.check[relation]]
        instance = check.name, frozenset(claims[rows[one] % size] for one in at)
        copy = int(rows[at[0]]) // size
        if not found.holds[relation]:
            fails[copy].add(instance)
        elif check.compare == "==" and _is_closed(found, np.array(at)):
            holds[copy].add(instance)
    for one, other in _agreeing(found):
        instance = _AGREE, frozenset({claims[rows[one] % size], claims[rows[other] % size]})
        holds[int(rows[one]) // size].add(instance)
    return tuple(
        Witnessed(frozenset(bad), frozenset(good)) for bad, good in zip(fails, holds, strict=True)
    )


def _copies(frame: pd.DataFrame, readings: Sequence[Rereading]) -> pd.DataFrame:
    """The rows as they were read and then under each other reading, as documents of their own."""
    size, count = len(frame), 1 + len(readings)
    claims = frame["claim"].tolist()
    cells: dict[str, Objects] = {}
    for number, one in enumerate(readings, start=1):
        those = [number * size + at for at, claim in enumerate(claims) if claim in one.claims]
        for column, value in one.columns:
            if column not in cells:
                cells[column] = np.tile(frame[column].to_numpy(dtype=object), count)
            cells[column][those] = value
    read = {name: pd.Series(values, dtype=frame[name].dtype) for name, values in cells.items()}
    document = np.repeat([str(number) for number in range(count)], size)
    copies = frame.take(np.tile(np.arange(size), count)).reset_index(drop=True)
    return copies.assign(**read, document=document)


def _lines(found: Relations) -> Sequence[tuple[int, slice]]:
    """Every relation with its lines."""
    starts = np.flatnonzero(np.diff(found.lines.choice, prepend=-1)).tolist()
    ends = pairwise([*starts, len(found.lines)])
    return [(number, slice(*both)) for number, both in enumerate(ends)]


def _is_closed(found: Relations, at: np.ndarray[tuple[int], np.dtype[np.int64]]) -> bool:
    """Whether no print in it is open on a side: "more than" holds too easily to bear witness."""
    ends = (found.seen.ends(name)[at] for name in ("low", "high"))
    return all(bool(np.isfinite(one).all()) for one in ends)


def _agreeing(found: Relations) -> Sequence[tuple[int, int]]:
    """Prints of one cell in two sentences that agree."""
    seen = found.seen
    keys = seen.keys((*CELL, "base_period"), np.arange(len(seen)))
    dated = np.flatnonzero(seen["period"] != seen.code(""))
    _, name = np.unique(keys[dated], axis=0, return_inverse=True)
    low, high = seen.ends("low"), seen.ends("high")
    groups: dict[int, list[int]] = {}
    for at, group in zip(dated.tolist(), name.reshape(-1).tolist(), strict=True):
        if np.isfinite(low[at]) and np.isfinite(high[at]):
            groups.setdefault(group, []).append(at)
    return [
        (one, other)
        for group in groups.values()
        for one, other in combinations(group, 2)
        if seen["sentence"][one] != seen["sentence"][other]
        and low[one] <= high[other]
        and low[other] <= high[one]
    ]
