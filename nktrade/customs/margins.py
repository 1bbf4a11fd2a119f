"""Margins: how far imports, which bear freight and insurance, may stand above exports of the same goods.

A margin is an interval with its years and its source; a user's own table has the same columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import narwhals as nw

from nktrade.errors import TableError
from nktrade.reference.tables import read_table

_TABLE = Path(__file__).with_name("tables") / "margins.csv"
_NONE = nw.lit(None, dtype=nw.Float64)
ENDS = ("low", "middle", "high")
Given = Sequence[float] | str | Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """Value of imports over value of exports for a pair of areas and a run of years; None is any.

    Unit: a ratio; 1.06 is six percent.
    """

    exporter: str | None
    importer: str | None
    first_year: int
    last_year: int | None
    low: Fraction
    middle: Fraction
    high: Fraction
    source: str
    as_of: date
    verified: bool

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.middle <= self.high:
            raise TableError(
                f"margin {self.exporter}>{self.importer}: found {self.low}, {self.middle}, {self.high}, "
                "expected three ratios above nought in rising order; exchange them"
            )


@cache
def margins() -> tuple[Margin, ...]:
    """The margins this project holds plausible, wider where goods cross a land border.

    >>> float(margins()[1].middle)
    1.06
    """
    return read_table(_TABLE, Margin)


@dataclass(frozen=True, slots=True)
class Plan:
    """The margins of one question: those of any pair, and those of named areas over them."""

    general: tuple[Margin, ...]
    named: tuple[Margin, ...]

    @classmethod
    def of(cls, given: Given) -> "Plan":
        """The margins that apply: a pair or triple of ratios for all rows, a user's table, or ours.

        Raises: TableError where ratios are not in rising order.
        """
        rows = sorted(_rows(given), key=_precision)
        return cls(
            tuple(row for row in rows if not _precision(row)),
            tuple(row for row in rows if _precision(row)),
        )

    def of_all(self, end: str) -> float | None:
        """One end of the margin, where it is the same for any pair in all years."""
        ends = {float(getattr(row, end)) for row in self.general}
        return ends.pop() if len(ends) == 1 else None

    def of_any(self, end: str, year: nw.Expr | None) -> nw.Expr:
        """One end of the margin of a year, whatever the pair."""
        return _folded(self.general, end, year, _NONE)

    def is_named(self, side: str, area: str) -> nw.Expr:
        """Whether the area in a column may have a margin of its own on this side."""
        areas = {getattr(row, side) for row in self.named}
        if not areas or None in areas:
            return nw.lit(value=bool(areas))
        return nw.col(area).is_in(sorted(areas))

    def of_pair(self, end: str, year: nw.Expr | None, general: nw.Expr) -> nw.Expr:
        """One end of the margin of a pair that may be named, the general one where it is not."""
        return _folded(self.named, end, year, general)


def _folded(rows: Sequence[Margin], end: str, year: nw.Expr | None, otherwise: nw.Expr) -> nw.Expr:
    """One end of the last row that applies."""
    found = otherwise
    for row in rows:
        found = nw.when(_applies(row, year)).then(nw.lit(float(getattr(row, end)))).otherwise(found)
    return found


def _rows(given: Given) -> tuple[Margin, ...]:
    if given is None:
        return margins()
    if isinstance(given, str | Path):
        return read_table(Path(given), Margin)
    low, *middle, high = (Fraction(str(one)) for one in given)
    return (
        Margin(
            exporter=None,
            importer=None,
            first_year=0,
            last_year=None,
            low=low,
            middle=middle[0] if middle else (low + high) / 2,
            high=high,
            source="given",
            as_of=date.min,
            verified=False,
        ),
    )


def _precision(row: Margin) -> int:
    """How many sides a row names: those that name more stand over the others."""
    return (row.exporter is not None) + (row.importer is not None)


def _applies(row: Margin, year: nw.Expr | None) -> nw.Expr:
    found = nw.lit(value=True)
    if row.exporter:
        found = found & (nw.col("exporter") == row.exporter)
    if row.importer:
        found = found & (nw.col("importer") == row.importer)
    if year is not None and row.first_year:
        found = found & (year >= row.first_year)
    if year is not None and row.last_year:
        found = found & (year <= row.last_year)
    return found
