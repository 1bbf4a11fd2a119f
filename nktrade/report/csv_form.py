"""Findings and claims as CSV that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from nktrade.report.rows import CLAIM_COLUMNS, FINDING_COLUMNS, Cell, claim_rows, finding_rows

if TYPE_CHECKING:
    from nktrade.report.report import Report

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def findings_csv(report: "Report") -> str:
    """One row per finding, most severe first."""
    return written(FINDING_COLUMNS, finding_rows(report))


def claims_csv(report: "Report") -> str:
    """One row per claim, in the order of documents and text."""
    return written(CLAIM_COLUMNS, claim_rows(report))


def defused(cell: Cell) -> Cell:
    """The cell, a text that a spreadsheet would run as a formula led by an apostrophe.

    Numbers keep their minus, and a lone sign is no formula.

    >>> defused("=cmd|' /C calc'!A0"), defused(-5), defused("-")
    ("'=cmd|' /C calc'!A0", -5, '-')
    """
    is_formula = isinstance(cell, str) and len(cell) > 1 and cell.startswith(_FORMULA)
    return f"'{cell}" if is_formula else cell


def written(columns: Iterable[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """Rows under a header of these columns, every text defused."""
    file = io.StringIO(newline="")
    table = csv.DictWriter(file, list(columns), lineterminator="\n")
    table.writeheader()
    table.writerows({name: defused(cell) for name, cell in row.items()} for row in rows)
    return file.getvalue()
