"""Localisation of many records at once: all sets of least weight, level by level."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from nktrade.core.interval import ZERO
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
    """One entry per set found: the place among the violating rows, in order."""
    numbers: Places
    """Which of ``sets`` that is."""
    sets: tuple[tuple[int, ...], ...]
    """Suspects of each set that was tried."""
    left: Places
    """Rows for the plain way: a print outside its domain, or more figures wrong than are swept."""

    @property
    def sizes(self) -> Places:
        """Figures in each set found."""
        return np.array([len(one) for one in self.sets] or [0])[self.numbers]

    def located(self, template: Template) -> pd.DataFrame:
        """One row per record, set and figure."""
        first = np.searchsorted(self.rows, self.rows)
        order = np.arange(len(self.rows)) - first
        names = [template.suspects[one] for number in self.numbers for one in self.sets[number]]
        table = (self.violating[self.rows], order)
        return pd.DataFrame(
            dict(
                zip(
                    self.COLUMNS,
                    (*(np.repeat(one, self.sizes) for one in table), names),
                    strict=True,
                )
            )
        )


def sweep(template: Template, prints: Prints) -> Found:
    """All sets of least weight for every record whose prints cannot all be true."""
    lows, highs, strange = held(template, prints, widest=False)
    above, below = template.excesses(lows, highs)
    is_bad = ((above > 0) | (below > 0)).any(axis=1) & ~strange
    bad = np.flatnonzero(is_bad)
    levels = template.levels()
    parts = [
        _block(
            template, levels, lows[bad[start : start + _BLOCK]], highs[bad[start : start + _BLOCK]]
        )
        for start in range(0, len(bad), _BLOCK)
    ]
    weights = np.concatenate([part[0] for part in parts]) if parts else np.zeros(0)
    solved = ~np.isnan(weights)
    hits = [part[1] + [[number * _BLOCK], [0]] for number, part in enumerate(parts)]
    pairs = np.concatenate(hits, axis=1) if hits else np.zeros((2, 0), dtype=np.intp)
    pairs = pairs[:, np.lexsort((pairs[1], pairs[0]))]
    return Found(
        lows,
        highs,
        bad[solved],
        weights[solved],
        (np.cumsum(solved) - 1)[pairs[0]],
        pairs[1],
        tuple(chosen for level in levels for chosen in level),
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
    template: Template, levels: list[list[tuple[int, ...]]], lows: Floats, highs: Floats
) -> tuple[Floats, Places]:
    """Least weight of each record (NaN where no swept set suffices), and rows with their sets."""
    shares = template.shares(lows, highs)
    weights = np.full(len(lows), np.nan)
    found: list[Places] = [np.zeros((2, 0), dtype=np.intp)]
    number = 0
    for level in levels:
        open_rows = np.flatnonzero(np.isnan(weights))
        if not len(open_rows):
            break
        rest = shares[open_rows]
        covers = np.stack(
            [
                (rest[:, chosen].sum(axis=1) >= _NEARLY_ALL).all(axis=1)
                for chosen in map(list, level)
            ],
            axis=1,
        )
        rows, columns = np.nonzero(covers)
        found.append(np.stack([open_rows[rows], columns + number]))
        weight = sum((template.weights[one] for one in level[0]), ZERO)
        weights[open_rows[covers.any(axis=1)]] = float(weight)
        number += len(level)
    return weights, np.concatenate(found, axis=1)
