"""Customs: the figures of a customs file as one tidy frame, what was set apart, and what to beware of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations
from math import ceil, floor

import numpy as np
import pandas as pd

from nktrade.customs.columns import CELL, MEASURES
from nktrade.ledger.columns import Objects, column_of
from nktrade.ledger.ledger import Ledger
from nktrade.ledger.rows import assemble

_SUMMED = [*MEASURES, *(f"{name}_step" for name in MEASURES)]
_SHORT = {"value": "v", "quantity": "q", "weight": "w"}
_SAME = ("flow", "reporter", "partner", "commodity", "scope", "valuation", "compiler", "document")
_FINEST = 10**15
_HAIR = Fraction(1, 1000)
"""A part of a step that floats may be off by, and the finest that a range is written in."""
_SPAN = ["period_start", "period_end"]


@dataclass(frozen=True, slots=True, eq=False)
class Customs:
    """What a customs file says: rows read are rows kept and rows rejected."""

    frame: pd.DataFrame
    """Shape: one row per figure; columns as in ``columns.TYPES``."""
    rejected: pd.DataFrame
    """Shape: one row per record that could not enter; columns as in ``columns.REJECTED``."""
    notes: tuple[str, ...] = ()
    """What to know before adding up: levels, groups, parts, a download that may be cut off."""
    format: str = "tidy"
    rows: int = 0
    """How many lines the file has below its header: one may hold several records."""

    @property
    def read(self) -> int:
        """How many records the file held."""
        return len(self.frame) + len(self.rejected)

    def addable(self) -> pd.DataFrame:
        """The rows that may be added up: no groups, no parts, no code or period within another that is there.

        Shape: rows of ``frame``.
        """
        frame = self.frame[~self.frame["is_aggregate"] & self.frame["scope"].isna()]
        frame = frame[~_is_under(frame)]
        return frame[~_is_within(frame)].reset_index(drop=True)

    def combined(self) -> pd.DataFrame:
        """The frame with rows of one cell added up, as provinces and trade modes are parts of it.

        Shape: one row per cell; columns as in ``frame``, the first row's line and flags.
        """
        cells = list(CELL)
        if not self.frame.duplicated(cells).any():
            return self.frame
        groups = self.frame.groupby(cells, dropna=False, sort=False)
        first = groups.head(1).reset_index(drop=True)
        sums = groups[_SUMMED].sum(min_count=1).reset_index(drop=True)
        return first.assign(**{name: sums[name] for name in _SUMMED})

    def to_ledger(self) -> Ledger:
        """One ledger row per value, quantity and weight, with the interval that its digits leave.

        >>> Customs(frame=pd.DataFrame(), rejected=pd.DataFrame()).read
        0
        """
        frame = self.combined()
        is_told = (frame["quantity_unit"] == "t") & frame["quantity"].notna()
        # A quantity in tonnes is the weight already.
        return as_ledger(
            {name: frame[~is_told] if name == "weight" else frame for name in MEASURES}
        )

    def validated(self) -> "Customs":
        """The same figures, the frame held against the schema.

        Raises: LedgerError naming rows, column and rule.
        """
        from nktrade.customs.schema import check_frame  # noqa: PLC0415 - pandera only when asked

        return replace(self, frame=check_frame(self.frame))

    def __len__(self) -> int:
        return len(self.frame)

    def __repr__(self) -> str:
        told = f"Customs({self.format}: {self.read:,} rows read, {len(self):,} kept, {len(self.rejected):,} rejected"
        return "; ".join([told, *self.notes]) + ")"


def _is_under(frame: pd.DataFrame) -> pd.Series:
    """Which rows stand under a wider code that the frame has for the same cell."""
    keys = [name for name in CELL if name not in {"commodity", "code", "level", "quantity_unit"}]
    cells = frame.groupby(keys, dropna=False, sort=False).ngroup()
    known = pd.MultiIndex.from_arrays([cells, frame["code"]])
    found = pd.Series(data=False, index=frame.index)
    for level in sorted(frame["level"].unique()):
        wider = frame["code"].str.slice(stop=level) if level else "TOTAL"
        above = pd.MultiIndex.from_arrays([cells, pd.Series(wider, index=frame.index)])
        found |= (frame["level"] > level) & above.isin(known)
    return found


def _is_within(frame: pd.DataFrame) -> pd.Series:
    """Which rows are of a part of the time that the frame has as a whole for the same cell."""
    keys = [name for name in CELL if name not in {*_SPAN, "quantity_unit"}]
    cells = frame.groupby(keys, dropna=False, sort=False).ngroup()
    found = pd.Series(data=False, index=frame.index)
    spans = [(*part[_SPAN].iloc[0], part.index) for _, part in frame.groupby(_SPAN, sort=False)]
    for (first, last, span), (start, end, whole) in permutations(spans, 2):
        if start <= first and last <= end:
            found[span] |= cells[span].isin(cells[whole])
    return found


def claim_name(row: int, measure: str) -> str:
    """What the ledger calls a figure of a row.

    >>> claim_name(12, "weight")
    '12w'
    """
    return f"{row}{_SHORT[measure]}"


def as_ledger(rows: Mapping[str, pd.DataFrame]) -> Ledger:
    """One ledger row per figure, by measure the rows of a customs frame that have it."""
    parts = [_as_raw(frame, name) for name, frame in rows.items()]
    raw = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return Ledger(*assemble(raw, len(raw["digits"])))


def _as_raw(frame: pd.DataFrame, name: str) -> dict[str, Objects]:
    """The rows with this measure as raw ledger rows: digits over an exact step."""
    rows = frame[frame[name].notna()]
    steps = rows[f"{name}_step"].map(exact_step)
    counts = zip(rows[name], steps, strict=True)
    ends = [_written(Fraction(value) / step) for value, step in counts]
    unit = ["t"] * len(rows) if name == "weight" else rows[f"{name}_unit"]
    is_estimate = rows[f"{name}_estimated"]
    raw = {one: column_of(None if pd.isna(cell) else cell for cell in rows[one]) for one in _SAME}
    raw |= {
        one: column_of(cell.date() for cell in rows[one]) for one in ("period_start", "period_end")
    }
    raw |= {
        "as_of": column_of(None if pd.isna(cell) else cell.date() for cell in rows["as_of"]),
        "claim": column_of(claim_name(row, name) for row in rows["row"]),
        "digits": column_of(low for low, _ in ends),
        "ceiling_digits": column_of(high for _, high in ends),
        **{one: column_of(str(step) for step in steps) for one in ("scale", "ceiling_scale")},
        "unit": column_of(unit),
        "standing": column_of("estimate" if one else "official" for one in is_estimate),
        "zeros_known": column_of([True] * len(rows)),
        "source": raw["compiler"],
        "origin": raw["compiler"],
        "version": column_of([None] * len(rows)),
    }
    constants = {"kind": "level", "layer": "baseline", "channel": "recorded"}
    return raw | {one: column_of([word] * len(rows)) for one, word in constants.items()}


def _written(steps: Fraction) -> tuple[str, str | None]:
    """So many steps as digits. Rows added up are known to all their steps: half of them either way is a range."""
    nearest = round(steps)
    if abs(steps - nearest) < _HAIR:
        return str(nearest), None
    half = Fraction(1, 2)
    low, high = floor((steps - half) / _HAIR), ceil((steps + half) / _HAIR)
    return f"{float(max(low, 0) * _HAIR):.3f}", f"{float(high * _HAIR):.3f}"


def exact_step(step: float) -> Fraction:
    """The step as the decimal it was printed as."""
    return Fraction(repr(step)).limit_denominator(_FINEST)
