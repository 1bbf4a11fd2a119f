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


def margin_expressions(given: Given, year: nw.Expr | None) -> dict[str, nw.Expr]:
    """Low, middle and high margin of a row by its exporter, importer and year.

    ``given`` is a pair or triple of ratios for all rows, a user's table, or None for the table here.

    Raises: TableError where ratios are not in rising order.
    """
    rows = sorted(_rows(given), key=_precision)
    return {f"margin_{end}": _chosen(rows, end, year) for end in ("low", "middle", "high")}


def _chosen(rows: Sequence[Margin], end: str, year: nw.Expr | None) -> nw.Expr:
    """One end of the margin that applies. Only rows of named areas are asked one by one: few flows are."""
    general = _folded([row for row in rows if not _precision(row)], end, year, _NONE)
    named = [row for row in rows if _precision(row)]
    if not named:
        return general
    is_named = nw.lit(value=True)
    for side in ("exporter", "importer"):
        areas = {getattr(row, side) for row in named}
        is_named = is_named if None in areas else is_named & nw.col(side).is_in(sorted(areas))
    return nw.when(is_named).then(_folded(named, end, year, general)).otherwise(general)


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
