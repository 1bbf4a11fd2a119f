"""Reading: a customs file as one tidy frame, and the rows that could not enter it, with reasons."""

import warnings
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from nktrade.customs.columns import REJECTED, TYPES
from nktrade.customs.customs import Customs
from nktrade.customs.formats import Format, UserMapping
from nktrade.customs.meaning import meaning
from nktrade.customs.recognise import find, folded
from nktrade.customs.records import Records, clue, records
from nktrade.errors import DocumentError
from nktrade.ledger.columns import Objects, column_of, is_missing, typed

CUTS = frozenset({500, 10_000, 100_000, 250_000})
"""How many rows the query services of Comtrade and China customs give at most."""


class TruncationWarning(UserWarning):
    """A file has exactly as many rows as a query service gives at most."""


def read_customs(
    path: str | Path,
    *,
    mapping: UserMapping | None = None,
    given: Mapping[str, str] | None = None,
    areas: str | Path | Mapping[str, str] | None = None,
    as_of: date | None = None,
    encoding: str | None = None,
) -> Customs:
    """A customs file in any known format, or in a user's own with a mapping of its columns.

    ``given`` says what the file leaves out: ``{"flow": "export", "period": "2018-06"}``. ``areas`` gives ISO
    codes for the file's own, as a dictionary or a list such as BACI's file of countries. ``as_of`` is the day
    the figures were published or downloaded.

    Raises: DocumentError where the format is unknown, or a field is neither in the file nor given.
    """
    file = Path(path)
    found = find(file, mapping, encoding)
    if found.format.is_list:
        raise DocumentError(
            f"{file}: found a {found.format.title}, expected figures of trade; "
            "name the file of figures, and this one as areas="
        )
    whole = records(found, dict(given or {}), file)
    meant, reasons = meaning(whole, found.format, _own_areas(areas))
    is_bad = ~is_missing(reasons)
    constants = {
        "document": file.stem,
        "as_of": as_of,
        "compiler": found.format.compiler or file.stem,
    }
    frame = _kept(meant, ~is_bad, constants, whole)
    rejected = _rejected(whole, reasons, is_bad, file.stem)
    notes = _notes(frame, whole, found.format)
    return Customs(frame=frame, rejected=rejected, notes=notes, format=found.format.name)


def _kept(
    meant: Mapping[str, Objects],
    is_good: np.ndarray,
    constants: Mapping[str, object],
    whole: Records,
) -> pd.DataFrame:
    count = int(is_good.sum())
    kept = {name: column[is_good] for name, column in meant.items()}
    kept |= {name: column_of([word] * count) for name, word in constants.items()}
    kept |= {"line": whole.lines[is_good], "row": np.arange(count)}
    return typed(kept, count, TYPES)


def _rejected(whole: Records, reasons: Objects, is_bad: np.ndarray, document: str) -> pd.DataFrame:
    places = [int(at) for at in np.flatnonzero(is_bad)]
    lines = [int(whole.lines[at]) for at in places] + [one.line for one in whole.ragged]
    apart: dict[str, Any] = {  # Any: texts and numbers
        "document": column_of([document] * len(lines)),
        "line": np.array(lines, dtype=np.int64),
        "found": column_of(
            [*(clue(whole.fields, at) for at in places), *(one.found for one in whole.ragged)]
        ),
        "reason": column_of([*reasons[is_bad], *(one.reason for one in whole.ragged)]),
    }
    return typed(apart, len(lines), REJECTED).sort_values("line", kind="stable", ignore_index=True)


def _own_areas(areas: str | Path | Mapping[str, str] | None) -> dict[str, str]:
    """A user's area codes: as given, or from a list of codes."""
    if areas is None or isinstance(areas, Mapping):
        return dict(areas or {})
    found = find(Path(areas))
    header = [folded(name) for name in found.header]
    names = [
        header.index(name)
        for one in ("code", "area")
        for name in found.format.columns.get(one, ())
        if name in header
    ]
    if not found.format.is_list or len(names) != 2:  # noqa: PLR2004 - the office's code and ISO's
        raise DocumentError(
            f"{areas}: found {found.format.title}, expected a list of areas with their ISO codes; "
            "give a dictionary of codes instead"
        )
    code, area = names
    return {row[code].strip(): row[area].strip() for _, row in found.rows if row[area].strip()}


def _notes(frame: pd.DataFrame, whole: Records, form: Format) -> tuple[str, ...]:
    """What a reader must know before adding anything up."""
    notes = []
    if whole.rows in CUTS:
        notes.append(
            f"{whole.rows:,} rows exactly: the most that a query gives; the rest may be missing"
        )
        warnings.warn(notes[-1], TruncationWarning, stacklevel=3)
    levels = sorted(frame["level"].unique())
    if len(levels) > 1:
        notes.append(f"codes of {', '.join(map(str, levels))} digits: add up one level alone")
    editions = sorted(frame["classification"].dropna().unique())
    if len(editions) > 1:
        notes.append(f"several classifications: {', '.join(editions)}")
    groups = int(frame["is_aggregate"].sum())
    if groups:
        notes.append(f"{groups:,} rows are World or other groups: they hold the others")
    parts = int(frame["scope"].notna().sum())
    if parts:
        notes.append(
            f"{parts:,} rows are parts of others: {', '.join(sorted(frame['scope'].dropna().unique())[:4])}"
        )
    if form.missing and frame.empty:
        notes.append("no row entered: see rejected")
    return tuple(notes)
