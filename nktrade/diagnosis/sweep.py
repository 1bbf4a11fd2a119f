"""Localisation of many records at once: all sets of least weight, level by level."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

import numpy as np
import pandas as pd

from nktrade.diagnosis.prints import Prints
from nktrade.diagnosis.template import Bools, Floats, Template

Places = np.ndarray[tuple[int, ...], np.dtype[np.intp]]
_BLOCK = 2_000
"""Violating records weighed together: their shares of all shortfalls must fit in memory."""
_NEARLY_ALL = 1 - 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What localisation found in a run of records."""

    COLUMNS: ClassVar[tuple[str, ...]] = ("place", "set", "figure")
    lows: Floats
    highs: Floats
    violating: Places
    """Rows whose prints cannot all be true, those left aside excepted."""
    weights: Floats
    """Least weight, one per violating row."""
    rows: Places
    """One entry per set found: the place among the violating rows."""
    sets: tuple[tuple[int, ...], ...]
    """The suspects of that set."""
    left: Places
    """Rows for the plain way: a print outside its domain, or more figures wrong than are swept."""

    def located(self, template: Template) -> pd.DataFrame:
        """One row per record, set and figure."""
        number: dict[int, int] = {}
        entries = []
        for row, chosen in zip(self.rows.tolist(), self.sets, strict=True):
            number[row] = number.get(row, -1) + 1
            place = int(self.violating[row])
            entries += [(place, number[row], template.suspects[one]) for one in chosen]
        return pd.DataFrame(entries, columns=list(self.COLUMNS)).astype({"place": np.int64})


def sweep(template: Template, prints: Prints) -> Found:
    """All sets of least weight for every record whose prints cannot all be true."""
    lows, highs, strange = held(template, prints, widest=False)
    above, below = template.excesses(lows, highs)
    is_bad = ((above > 0) | (below > 0)).any(axis=1) & ~strange
    bad = np.flatnonzero(is_bad)
    parts = [
        _block(template, lows[bad[start : start + _BLOCK]], highs[bad[start : start + _BLOCK]])
        for start in range(0, len(bad), _BLOCK)
    ]
    weights = np.concatenate([part[0] for part in parts]) if parts else np.zeros(0)
    solved = ~np.isnan(weights)
    renumbered = np.cumsum(solved) - 1
    rows = [
        (int(renumbered[number * _BLOCK + row]), chosen)
        for number, part in enumerate(parts)
        for row, chosen in part[1]
    ]
    rows.sort(key=lambda one: one[0])
    return Found(
        lows,
        highs,
        bad[solved],
        weights[solved],
        np.array([row for row, _ in rows], dtype=np.intp),
        tuple(chosen for _, chosen in rows),
        np.sort(np.concatenate([np.flatnonzero(strange), bad[~solved]])),
    )


def held(template: Template, prints: Prints, *, widest: bool) -> tuple[Floats, Floats, Bools]:
    """Where each figure lies by print and domain, and which records have a print outside its domain."""
    lows, highs = prints.bounds(widest=widest)
    least, most = template.domains[:, 0], template.domains[:, 1]
    lows = np.where(prints.is_missing, least, np.maximum(lows, least))
    highs = np.where(prints.is_missing, most, np.minimum(highs, most))
    return lows, highs, np.asarray((lows > highs).any(axis=1))


def _block(
    template: Template, lows: Floats, highs: Floats
) -> tuple[Floats, list[tuple[int, tuple[int, ...]]]]:
    """Least weight of each record (NaN where no swept set suffices) and its sets."""
    shares = template.shares(lows, highs)
    weights = np.full(len(lows), np.nan)
    found: list[tuple[int, tuple[int, ...]]] = []
    for level in template.levels():
        open_rows = np.flatnonzero(np.isnan(weights))
        if not len(open_rows):
            break
        weight = float(sum((template.weights[one] for one in level[0]), Fraction(0)))
        rest = shares[open_rows]
        solved = np.zeros(len(open_rows), dtype=bool)
        for chosen in level:
            covers = (rest[:, list(chosen)].sum(axis=1) >= _NEARLY_ALL).all(axis=1)
            solved |= covers
            found += [(int(row), chosen) for row in open_rows[covers]]
        weights[open_rows[solved]] = weight
    return weights, found
