"""Verdicts for many records at once: ties broken by digits, likely values and their intervals."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from nktrade.core.codes import Verdict
from nktrade.diagnosis.prints import Prints
from nktrade.diagnosis.priors import error_rate, prior
from nktrade.diagnosis.repair import printable
from nktrade.diagnosis.slips import KINDS, slips
from nktrade.diagnosis.sweep import Found, Places, held
from nktrade.diagnosis.template import Bools, Floats, Template

COLUMNS = (
    "verdict",
    "diagnosis",
    "min_cost",
    "set_count",
    "suspects",
    "likely_value",
    "low",
    "high",
    "kind",
    "probability",
)
_BLANKS = {"min_cost": 0, "set_count": 0}
"""What stands for a record that holds, where it is no NaN."""
_TOLD = 4
"""Decimals of a chance that matter for its rounding."""
_VERDICTS = ("consistent", "inconsistent")
_DIAGNOSES = (None, Verdict.LOCATED, Verdict.TIE, Verdict.ROUNDING)
_NOTHING, _LOCATED, _TIE, _ROUNDING = range(len(_DIAGNOSES))


def weighed_records(template: Template, prints: Prints, found: Found) -> pd.DataFrame:
    """One row per record with its verdict, suspects and likely value."""
    words, numbers = _columns(template, prints.rows(found.violating), found)

    def spread(column: Numbers, blank: float) -> Numbers:
        filled = np.full(len(prints.values), blank, dtype=column.dtype)
        filled[found.violating] = column
        return filled

    told = {name: _worded(labels, spread(codes, 0)) for name, (labels, codes) in words.items()}
    counted = {name: spread(one, _BLANKS.get(name, np.nan)) for name, one in numbers.items()}
    return pd.DataFrame({**told, **counted})[[*COLUMNS]]


def _worded(labels: Sequence[str | None], codes: Places) -> pd.Series:
    """The label of each code: so few occur that none is made twice."""
    known = pd.Series([None if one is None else str(one) for one in labels])
    return known.take(codes).reset_index(drop=True)


class _Singles:
    """For each violating record and figure: what the figure may have been, if it alone is wrong."""

    def __init__(self, template: Template, prints: Prints, found: Found) -> None:
        shape = (len(found.violating), len(template.names))
        self.mass, self.share = np.zeros(shape), np.zeros(shape)
        self.likely, self.low, self.high = (np.full(shape, np.nan) for _ in range(3))
        self.kind = np.zeros(shape, dtype=np.int64)
        lows, highs = found.lows[found.violating], found.highs[found.violating]
        for number in np.unique(found.numbers[found.sizes == 1]):
            name = template.suspects[found.sets[number][0]]
            if name in template.names:
                rows = found.rows[found.numbers == number]
                place = template.names.index(name)
                bounds = template.implied(place, lows[rows], highs[rows])
                self._fill(place, rows, prints.rows(rows), bounds)

    def _fill(
        self, place: int, rows: Places, prints: Prints, bounds: tuple[Floats, Floats]
    ) -> None:
        low, high = bounds
        found = slips(prints, place, low, high)
        self.mass[rows, place] = found.mass * error_rate("figure")
        self.likely[rows, place], self.share[rows, place] = found.likely, found.share
        self.kind[rows, place] = found.kinds
        self.low[rows, place], self.high[rows, place] = low, high


Numbers = np.ndarray[tuple[int, ...], np.dtype[Any]]  # Any: floats and counts
Words = tuple[Sequence[str | None], Places]
"""Labels, the first of them for what is not told, and which of them each record has."""


def _columns(
    template: Template, prints: Prints, found: Found
) -> tuple[dict[str, Words], dict[str, Numbers]]:
    """What is told of each violating record, in words and in numbers."""
    singles = _Singles(template, prints, found)
    chosen = _chosen(template, prints, found, singles)
    is_rounding = _is_rounding(template, prints)
    labels, suspects = _suspects(template, found, chosen)
    suspects[is_rounding] = _NOTHING
    chosen[is_rounding] = -1
    diagnoses = np.where(suspects > 0, _LOCATED, _TIE)
    diagnoses[is_rounding] = _ROUNDING
    every, place, has_one = np.arange(len(chosen)), np.maximum(chosen, 0), chosen >= 0
    words: dict[str, Words] = {
        "verdict": (_VERDICTS, np.ones_like(suspects)),
        "diagnosis": (_DIAGNOSES, diagnoses),
        "suspects": (labels, suspects),
        "kind": ((None, *KINDS), np.where(has_one, 1 + singles.kind[every, place], 0)),
    }
    with np.errstate(invalid="ignore", divide="ignore"):
        chances = (singles.mass * singles.share)[every, place] / singles.mass.sum(axis=1)
    numbers = {
        "likely_value": singles.likely[every, place],
        "low": singles.low[every, place],
        "high": singles.high[every, place],
        "probability": _printable(np.where(has_one, chances, np.nan)),
    }
    numbers = {name: np.where(has_one, one, np.nan) for name, one in numbers.items()}
    counts = np.bincount(found.rows, minlength=len(chosen))
    return words, {"min_cost": found.weights, "set_count": counts, **numbers}


def _printable(chances: Floats) -> Floats:
    """Chances in the steps that single ones are told in."""
    steps, places = np.unique(np.round(chances, _TOLD), return_inverse=True)
    return np.array([np.nan if np.isnan(one) else printable(float(one)) for one in steps])[places]


def _chosen(
    template: Template,
    prints: Prints,
    found: Found,
    singles: _Singles,
) -> Places:
    """The one figure named, by weight or by digits; -1 where there is none."""
    size = len(found.violating)
    counts = np.bincount(found.rows, minlength=size)
    mass = singles.mass
    best = mass.argmax(axis=1)
    top = mass[np.arange(size), best]
    cells = [len(one) == 1 and template.suspects[one[0]] in template.names for one in found.sets]
    is_single = np.bincount(found.rows, np.array(cells or [False])[found.numbers], size)
    printed = ((mass <= 0) | (prints.lengths > 0)).all(axis=1)
    all_singles = is_single == counts
    is_clear = top >= prior("decisive_odds") * (mass.sum(axis=1) - top)
    named = all_singles & ((counts == 1) | (printed & is_clear))
    return np.where(named, best, -1)


def _suspects(template: Template, found: Found, chosen: Places) -> Words:
    """Names of the figures called wrong, joined; nothing in a tie."""
    counts = np.bincount(found.rows, minlength=len(found.violating))
    sets = [", ".join(sorted(template.suspects[place] for place in one)) for one in found.sets]
    codes = np.zeros(len(counts), dtype=np.intp)
    is_alone = counts[found.rows] == 1
    codes[found.rows[is_alone]] = 1 + found.numbers[is_alone]
    has_one = chosen >= 0
    codes[has_one] = 1 + len(sets) + chosen[has_one]
    return (None, *sets, *template.names), codes


def _is_rounding(template: Template, prints: Prints) -> Bools:
    """Whether the widest reading of every print resolves the violation."""
    lows, highs, strange = held(template, prints, widest=True)
    above, below = template.excesses(lows, highs)
    return np.asarray(~((above > 0) | (below > 0)).any(axis=1) & ~strange)
