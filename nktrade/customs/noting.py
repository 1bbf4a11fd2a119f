"""Notes: what to know of a file before anything of it is added up."""

from collections.abc import Iterator

import pandas as pd

from nktrade.customs.columns import CELL
from nktrade.customs.records import Records

CUTS = frozenset({500, 10_000, 100_000, 250_000})
"""How many rows the query services of Comtrade and China customs give at most."""
_SHOWN = 4


def cut_off(rows: int) -> str:
    """What a file with as many rows as a query gives at most may lack."""
    return f"{rows:,} rows exactly: the most that a query gives; the rest may be missing"


def notes(frame: pd.DataFrame, whole: Records) -> tuple[str, ...]:
    """What a reader must know, the gravest first."""
    return tuple(_notes(frame, whole))


def _notes(frame: pd.DataFrame, whole: Records) -> Iterator[str]:
    if whole.rows in CUTS:
        yield cut_off(whole.rows)
    if not whole.rows:
        yield "no rows below the header: the query found nothing, or asked for what there is not"
    elif frame.empty:
        yield "no row entered: see rejected"
    levels = sorted(frame["level"].unique())
    if len(levels) > 1:
        yield f"codes of {', '.join(map(str, levels))} digits: add up one level alone"
    lengths = sorted(_months(frame).unique())
    if len(lengths) > 1:
        yield f"periods of {', '.join(map(str, lengths))} months: add up one length alone"
    editions = sorted(frame["classification"].dropna().unique())
    if len(editions) > 1:
        yield f"several classifications: {', '.join(editions)}"
    yield from (f"not read: the column {one}" for one in whole.spare)
    yield from _parts(frame)


def _parts(frame: pd.DataFrame) -> Iterator[str]:
    """Which rows hold others, are held by them, or share a number with them."""
    groups = int(frame["is_aggregate"].sum())
    if groups:
        yield f"{_rows(groups)} World or other groups: they hold the others"
    scopes = frame["scope"].dropna()
    if len(scopes):
        shown = ", ".join(sorted(scopes.unique())[:_SHOWN])
        yield f"{_rows(len(scopes))} parts of others: {shown}"
    shared = int(frame.duplicated(list(CELL), keep=False).sum())
    if shared:
        yield f"{shared:,} rows share flow, sides, goods and period with others: a ledger adds them up"


def _rows(count: int) -> str:
    return f"{count:,} rows are" if count > 1 else "1 row is"


def _months(frame: pd.DataFrame) -> pd.Series:
    first, last = frame["period_start"].dt, frame["period_end"].dt
    months: pd.Series = 12 * (last.year - first.year) + last.month - first.month + 1
    return months
