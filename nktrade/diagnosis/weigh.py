"""Verdicts for many records at once: ties broken by digits, likely values and their intervals."""

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

_TOLD = 4
"""Decimals of a chance that matter for its rounding."""
Objects = np.ndarray[tuple[int, ...], np.dtype[np.object_]]


def weighed_records(template: Template, prints: Prints, found: Found) -> pd.DataFrame:
    """One row per record with its verdict, suspects and likely value."""
    count = len(prints.values)
    table = pd.DataFrame(
        {
            "verdict": np.full(count, "consistent", dtype=object),
            "diagnosis": np.full(count, None, dtype=object),
            "min_cost": np.zeros(count),
            "set_count": np.zeros(count, dtype=np.int64),
            "suspects": np.full(count, None, dtype=object),
            **{name: np.full(count, np.nan) for name in ("likely_value", "low", "high")},
            "kind": np.full(count, None, dtype=object),
            "probability": np.full(count, np.nan),
        }
    )
    if len(found.violating):
        for name, column in _columns(template, prints.rows(found.violating), found).items():
            filled = table[name].to_numpy(copy=True)
            filled[found.violating] = column
            table[name] = filled
    return table


class _Singles:
    """For each violating record and figure: what the figure may have been, if it alone is wrong."""

    def __init__(self, template: Template, prints: Prints, found: Found) -> None:
        shape = (len(found.violating), len(template.names))
        self.mass, self.share = np.zeros(shape), np.zeros(shape)
        self.likely, self.low, self.high = (np.full(shape, np.nan) for _ in range(3))
        self.kind = np.full(shape, len(KINDS) - 1)
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


Columns = dict[str, np.ndarray[tuple[int, ...], np.dtype[Any]]]  # Any: texts, numbers and counts


def _columns(template: Template, prints: Prints, found: Found) -> Columns:
    """What is told of each violating record."""
    singles = _Singles(template, prints, found)
    counts = np.bincount(found.rows, minlength=len(found.violating))
    chosen = _chosen(template, prints, found, singles, counts)
    rounding = _is_rounding(template, prints)
    suspects = _suspects(template, found, counts, chosen)
    suspects[rounding] = None
    return {
        "verdict": np.full(len(counts), "inconsistent", dtype=object),
        "diagnosis": _diagnoses(suspects, rounding),
        "min_cost": found.weights,
        "set_count": counts,
        "suspects": suspects,
        **_likely(singles, np.where(rounding, -1, chosen)),
    }


def _diagnoses(suspects: Objects, rounding: Bools) -> Objects:
    """Located where figures are named, else a tie, unless it is rounding only."""
    told = np.full(len(suspects), str(Verdict.LOCATED), dtype=object)
    told[pd.isna(suspects)] = str(Verdict.TIE)
    told[rounding] = str(Verdict.ROUNDING)
    return told


def _likely(singles: _Singles, chosen: Places) -> Columns:
    """The likely number of the one figure named, its bounds, slip and chance; nothing where none is."""
    every, place, has_one = np.arange(len(chosen)), np.maximum(chosen, 0), chosen >= 0

    def only(column: Floats) -> Floats:
        return np.where(has_one, column[every, place], np.nan)

    kinds = np.array(KINDS, dtype=object)[singles.kind[every, place]]
    kinds[~has_one] = None
    with np.errstate(invalid="ignore", divide="ignore"):
        chances = only(singles.mass * singles.share) / singles.mass.sum(axis=1)
    return {
        "likely_value": only(singles.likely),
        "low": only(singles.low),
        "high": only(singles.high),
        "kind": kinds,
        "probability": _printable(chances),
    }


def _printable(chances: Floats) -> Floats:
    """Chances in the steps that single ones are told in."""
    steps, places = np.unique(np.round(chances, _TOLD), return_inverse=True)
    return np.array([np.nan if np.isnan(one) else printable(float(one)) for one in steps])[places]


def _chosen(
    template: Template,
    prints: Prints,
    found: Found,
    singles: _Singles,
    counts: Places,
) -> Places:
    """The one figure named, by weight or by digits; -1 where there is none."""
    size = len(found.violating)
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


def _suspects(
    template: Template,
    found: Found,
    counts: Places,
    chosen: Places,
) -> Objects:
    """Names of the figures called wrong, joined; None in a tie."""
    names = np.full(len(counts), None, dtype=object)
    labels = np.array(
        [", ".join(sorted(template.suspects[place] for place in one)) for one in found.sets],
        dtype=object,
    )
    alone = counts[found.rows] == 1
    names[found.rows[alone]] = labels[found.numbers[alone]]
    has_one = chosen >= 0
    names[has_one] = np.array(template.names, dtype=object)[chosen[has_one]]
    return names


def _is_rounding(template: Template, prints: Prints) -> Bools:
    """Whether the widest reading of every print resolves the violation."""
    lows, highs, strange = held(template, prints, widest=True)
    above, below = template.excesses(lows, highs)
    return np.asarray(~((above > 0) | (below > 0)).any(axis=1) & ~strange)
