"""Notes: what to know of a file before anything of it is added up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from nktrade.customs.columns import CELL

KINDS = ("level", "months", "classification", "is_aggregate", "scope")
"""What rows are counted by."""
CUTS = frozenset({500, 10_000, 100_000, 250_000})
"""How many rows the query services of Comtrade and China customs give at most."""
_SHOWN = 4


def cut_off(rows: int) -> str:
    """What a file with as many rows as a query gives at most may lack."""
    return f"{rows:,} rows exactly: the most that a query gives; the rest may be missing"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Facts:
    """What is told of a file, counted."""

    rows: int
    kinds: pd.DataFrame
    """How many kept rows are alike. Shape: level, months, classification, is_aggregate, scope, count."""
    shared: int
    """Kept rows that share a cell with others."""
    spare: tuple[str, ...] = ()
    """Columns of figures that are not read, and which are in their place."""

    @classmethod
    def of(cls, frame: pd.DataFrame, rows: int, spare: tuple[str, ...]) -> "Facts":
        """The same of a frame in memory."""
        kinds = frame.assign(months=_months(frame)).groupby(list(KINDS), dropna=False).size()
        shared = int(frame.duplicated(list(CELL), keep=False).sum())
        return cls(rows=rows, kinds=kinds.rename("count").reset_index(), shared=shared, spare=spare)

    @property
    def kept(self) -> int:
        """How many rows were kept."""
        return int(self.kinds["count"].sum())

    def each(self, name: str) -> list[Any]:  # Any: numbers or texts
        """What rows have of one thing, in order."""
        return sorted(self.kinds[name].dropna().unique())


def notes(facts: Facts) -> tuple[str, ...]:
    """What a reader must know, the gravest first."""
    return tuple(_notes(facts))


def _notes(facts: Facts) -> Iterator[str]:
    if facts.rows in CUTS:
        yield cut_off(facts.rows)
    if not facts.rows:
        yield "no rows below the header: the query found nothing, or asked for what there is not"
    elif not facts.kept:
        yield "no row entered: see rejected"
    levels = facts.each("level")
    if len(levels) > 1:
        yield f"codes of {', '.join(map(str, levels))} digits: add up one level alone"
    lengths = facts.each("months")
    if len(lengths) > 1:
        yield f"periods of {', '.join(map(str, lengths))} months: add up one length alone"
    editions = facts.each("classification")
    if len(editions) > 1:
        yield f"several classifications: {', '.join(editions)}"
    yield from (f"not read: the column {one}" for one in facts.spare)
    yield from _parts(facts)


def _parts(facts: Facts) -> Iterator[str]:
    """Which rows hold others, are held by them, or share a number with them."""
    kinds = facts.kinds
    groups = int(kinds["count"][kinds["is_aggregate"].astype(bool)].sum())
    if groups:
        yield f"{_rows(groups)} World or other groups: they hold the others"
    scopes = facts.each("scope")
    if scopes:
        count = int(kinds["count"][kinds["scope"].notna()].sum())
        yield f"{_rows(count)} parts of others: {', '.join(scopes[:_SHOWN])}"
    if facts.shared:
        yield f"{facts.shared:,} rows share flow, sides, goods and period with others: a ledger adds them up"


def _rows(count: int) -> str:
    return f"{count:,} rows are" if count > 1 else "1 row is"


def _months(frame: pd.DataFrame) -> pd.Series:
    first, last = frame["period_start"].dt, frame["period_end"].dt
    months: pd.Series = 12 * (last.year - first.year) + last.month - first.month + 1
    return months
