"""Unreadable rows: rows of a customs file whose figure is lost, for nobody can read what stands there.

A warning, and no error: what cannot be read proves no figure wrong, and the fault may be the reader's. Rows
that fail for one reason are told once.
"""

from collections.abc import Iterable, Iterator

import pandas as pd

from nktrade.checks.notes import UNREADABLE
from nktrade.core.codes import Severity, Verdict
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.customs.excerpts import BETWEEN

_MOST = 20
"""Reasons of one kind that are told one by one; more of them are told as one."""
_SHOWN = 3
"""Lines, and printed cells, that are shown of those that fail for one reason."""


def causes(rejected: pd.DataFrame) -> list[pd.DataFrame]:
    """The rows whose figure is lost, by what they fail for, in the order of the file.

    Shape: each rows of ``Customs.rejected``.
    """
    lost = rejected[rejected["expected"].notna()]
    found = (part for _, alike in lost.groupby("expected", sort=False) for part in _parted(alike))
    return sorted(found, key=lambda rows: int(rows["line"].iloc[0]))


def _parted(alike: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Rows of which the same is expected, by their reasons, where these are not too many."""
    if alike["reason"].nunique() > _MOST:
        yield alike
        return
    yield from (rows for _, rows in alike.groupby("reason", sort=False))


def first_lines(several: Iterable[pd.DataFrame]) -> list[int]:
    """The lines that are shown of each cause."""
    return [line for rows in several for line in _lines(rows)]


def unreadable(several: Iterable[pd.DataFrame], document: Document) -> Iterator[Relation]:
    """A warning for each cause, at the first of its cells."""
    for rows in several:
        shown = rows.drop_duplicates("line").head(_SHOWN)
        cells = zip(shown["line"], shown["printed"], strict=True)
        places = tuple(_place(document, int(line), printed) for line, printed in cells)
        yield Relation(
            id="",
            document=document.id,
            check=UNREADABLE.name,
            type=UNREADABLE.type,
            args=(),
            left=None,
            right=None,
            gap=None,
            holds=None,
            verdict=Verdict.NOT_CHECKABLE,
            severity=Severity.WARNING,
            explanation=_said(rows),
            surface=_surface(rows, document, places),
            places=places,
        )


def _lines(rows: pd.DataFrame) -> list[int]:
    return [int(line) for line in rows["line"].unique()[:_SHOWN]]


def _place(document: Document, line: int, printed: object) -> tuple[int, int]:
    """The cell on its line of the excerpt; the whole row, where none is printed so."""
    start = document.line_starts[line - 1]
    row = document.text[start:].partition("\n")[0]
    at = start
    for cell in row.split(BETWEEN):
        if cell == printed:
            return at, at + len(cell)
        at += len(cell) + len(BETWEEN)
    return start, start + len(row)


def _said(rows: pd.DataFrame) -> str:
    """What was found, where, and what was expected."""
    first = rows.iloc[0]
    shown, count = _lines(rows), rows["line"].nunique()
    where = ", ".join(map(str, shown)) + (", ..." if count > len(shown) else "")
    also = rows["reason"].nunique() - 1
    others = f", and {also:,} reasons like it" if also else ""
    lines = f"{count:,} rows{others}: lines {where}" if count > 1 else ""
    return "; ".join(filter(None, (first["reason"], lines, f"expected {first['expected']}")))


def _surface(rows: pd.DataFrame, document: Document, places: tuple[tuple[int, int], ...]) -> str:
    """What is printed there; it is by this that the finding is known when it is met again."""
    if rows["printed"].isna().any():
        printed = [document.text[start:end] for start, end in places]
        more = rows["line"].nunique() - len(places)
    else:
        every = list(rows["printed"].unique())
        printed, more = every[:_SHOWN], len(every) - _SHOWN
    listed = ", ".join(dict.fromkeys(printed))
    return f"{listed} and {more:,} more" if more > 0 else listed
