"""Reading: a customs file as one tidy frame, and the rows that could not enter it, with reasons."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from nktrade.customs.columns import REJECTED, TYPES
from nktrade.customs.customs import Customs
from nktrade.customs.formats import UserMapping, checked_given
from nktrade.customs.meaning import Raw, meaning
from nktrade.customs.names import folded
from nktrade.customs.noting import CUTS, Facts, cut_off, notes
from nktrade.customs.reasons import Reason
from nktrade.customs.recognise import Found, find
from nktrade.customs.records import Records, clue, joined, records
from nktrade.customs.repeats import told_again
from nktrade.errors import DocumentError
from nktrade.ledger.columns import Objects, column_of, filled, is_missing, typed


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

    Raises: DocumentError where the format is unknown, or a field is neither in the file nor given;
        TableError where ``given`` names no field.
    """
    file = Path(path)
    found = of_tables(find(file, mapping, encoding), file, given=given, areas=areas, as_of=as_of)
    if found.rows in CUTS:
        warnings.warn(cut_off(found.rows), TruncationWarning, stacklevel=2)
    return found


def of_tables(
    tables: Sequence[Found],
    file: Path,
    *,
    given: Mapping[str, str] | None = None,
    areas: str | Path | Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Customs:
    """What tables of one format say; ``file`` is what messages and rows call them.

    Raises: DocumentError where they are a list of codes, or lack a field that is not given.
    """
    read = entered(tables, file, given=given, areas=areas, as_of=as_of)
    return Customs(
        frame=read.frame,
        rejected=read.rejected,
        notes=notes(Facts.of(read.frame, read.rows, read.spare)),
        format=tables[0].format.name,
        rows=read.rows,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entered:
    """The figures of tables, and what could not become one."""

    frame: pd.DataFrame
    rejected: pd.DataFrame
    rows: int
    spare: tuple[str, ...]
    """Columns of figures that are not read, and which are in their place."""


def entered(
    tables: Sequence[Found],
    file: Path,
    *,
    given: Mapping[str, str] | None = None,
    areas: str | Path | Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Entered:
    """The rows of tables of one format, kept and rejected.

    Raises: as ``of_tables``.
    """
    tables = _of_trade(tables, file)
    form = tables[0].format
    told = checked_given(given or {}, form)
    every = [records(one, told, file) for one in tables]
    own = _own_areas(areas)
    meant, reasons = _together([meaning(one, form, own) for one in every])
    whole = joined(every)
    if form.is_unique:
        reasons = filled(reasons, told_again(meant, reasons, whole.lines))
    is_bad = ~is_missing(reasons)
    constants = {
        "document": file.stem,
        "as_of": as_of,
        "compiler": form.compiler or file.stem,
    }
    return Entered(
        frame=_kept(meant, ~is_bad, constants, whole),
        rejected=_rejected(whole, reasons, is_bad, file.stem),
        rows=whole.rows,
        spare=whole.spare,
    )


def _of_trade(tables: Sequence[Found], file: Path) -> Sequence[Found]:
    """The tables, where they hold figures and are no list of codes."""
    if tables[0].format.is_list:
        use = ", and this one as areas=" if "area" in tables[0].format.columns else ""
        raise DocumentError(
            f"{file}: found a list of codes ({tables[0].format.title}), expected figures of trade; "
            f"name the file of figures{use}"
        )
    return tables


def _together(parts: Sequence[tuple[Raw, Objects]]) -> tuple[Raw, Objects]:
    """The columns of several tables, one under the other, and what speaks against their records."""
    columns = {name: np.concatenate([part[name] for part, _ in parts]) for name in parts[0][0]}
    return columns, np.concatenate([reasons for _, reasons in parts])


def _kept(
    meant: Mapping[str, Objects],
    is_good: np.ndarray,
    constants: Mapping[str, object],
    whole: Records,
) -> pd.DataFrame:
    count = int(is_good.sum())
    kept = {name: column[is_good] for name, column in meant.items()}
    kept |= {
        name: filled(kept.get(name, column_of([None] * count)), word)
        for name, word in constants.items()
    }
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
        **told_apart([*reasons[is_bad], *(one.reason for one in whole.ragged)]),
    }
    return typed(apart, len(lines), REJECTED).sort_values("line", kind="stable", ignore_index=True)


def told_apart(reasons: Iterable[Reason]) -> dict[str, Objects]:
    """The columns of rows set apart that say why."""
    listed = list(reasons)
    return {
        "reason": column_of(one.words for one in listed),
        "printed": column_of(one.printed for one in listed),
        "expected": column_of(one.expected for one in listed),
    }


def _own_areas(areas: str | Path | Mapping[str, str] | None) -> dict[str, str]:
    """A user's area codes: as given, or from a list of codes."""
    if areas is None or isinstance(areas, Mapping):
        return dict(areas or {})
    found = find(Path(areas))[0]
    header = [folded(name) for name in found.header]
    names = [
        header.index(folded(name))
        for one in ("code", "area")
        for name in found.format.columns.get(one, ())
        if folded(name) in header
    ]
    if not found.format.is_list or len(names) != 2:  # noqa: PLR2004 - the office's code and ISO's
        raise DocumentError(
            f"{areas}: found {found.format.title}, expected a list of areas with their ISO codes; "
            "give a dictionary of codes instead"
        )
    code, area = names
    return {row[code].strip(): row[area].strip() for _, row in found.rows if row[area].strip()}
