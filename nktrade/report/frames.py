"""Claims, findings, relations and baseline as tidy pandas frames."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from nktrade.errors import CheckError, nearest
from nktrade.report import rows

if TYPE_CHECKING:
    from nktrade.report.report import Report

_KINDS: dict[str, str] = {
    **dict.fromkeys(("start", "end", "line", "source_start", "source_end"), "int64"),
    **dict.fromkeys(("occurrence", "origins"), "int64"),
    **dict.fromkeys(("value", "low", "high", "likely_value", "confidence"), "float64"),
    **dict.fromkeys(("left_low", "left_high", "right_low", "right_high"), "float64"),
    **dict.fromkeys(("gap_low", "gap_high", "probability"), "float64"),
    **dict.fromkeys(("period_start", "period_end", "as_of"), "datetime64[s]"),
    **dict.fromkeys(("lexical", "hypothetical"), "bool"),
    "holds": "boolean",
}
"""The type of each column; what is not named here is text."""


def claims(report: "Report") -> pd.DataFrame:
    """Every claim of every document.

    Shape: one row per claim; columns as in the JSON, lists joined by blanks.
    Unit: ``value``, ``low`` and ``high`` in whole ``unit``; open ends are missing.
    """
    return _frame(rows.CLAIM_COLUMNS, rows.claim_rows(report))


def findings(report: "Report") -> pd.DataFrame:
    """Every finding, most severe first.

    Shape: one row per finding; its row number is what ``Report.explain`` takes.
    """
    return _frame(rows.FINDING_COLUMNS, rows.finding_rows(report))


def relations(report: "Report") -> pd.DataFrame:
    """Every instance of a check, held or not.

    Shape: one row per relation; each interval in two columns, ``args`` as role=claim claim.
    """
    return _frame(rows.RELATION_COLUMNS, rows.relation_rows(report))


def baseline(report: "Report") -> pd.DataFrame:
    """Every baseline row held against a claim.

    Shape: one row per claim and baseline row.
    """
    return _frame(rows.BASELINE_COLUMNS, rows.baseline_rows(report))


def implied(report: "Report") -> pd.DataFrame:
    """Every value that follows from the figures without being printed, with its assumptions.

    Shape: one row per implied value; ``cell`` names what it is of and its unit.
    """
    return _frame(rows.IMPLIED_COLUMNS, rows.implied_rows(report))


def named(report: "Report", name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """The frame of this name, with these of its columns or all.

    Raises: CheckError where there is no such frame or column, naming the nearest.
    """
    if name not in _TABLES:
        raise CheckError(
            f"table {name!r}: found no such frame of a report, expected one of {', '.join(_TABLES)}; "
            f"{nearest(str(name), _TABLES)}"
        )
    frame = _TABLES[name](report)
    strange = [one for one in columns or () if one not in frame]
    if strange:
        raise CheckError(
            f"column {strange[0]!r}: found none of that name in {name}, expected one of its columns; "
            f"{nearest(strange[0], frame.columns)}"
        )
    return frame if columns is None else frame[list(columns)]


_TABLES = {
    "claims": claims,
    "findings": findings,
    "relations": relations,
    "baseline": baseline,
    "implied": implied,
}


def _frame(columns: tuple[str, ...], found: Iterable[rows.Row]) -> pd.DataFrame:
    every = list(found)
    return pd.DataFrame(
        {
            name: pd.Series([row[name] for row in every], dtype=_KINDS.get(name, "str"))
            for name in columns
        }
    )
