"""Baselines: customs figures as printed, each with who counted, who printed, where and when.

A baseline is one description in ``sources/`` and one table in ``data/``; ``data/prints.csv`` holds
the articles that the rows were read in. Printed errors are kept apart: see ``misprints``.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from nktrade.core.paths import is_file
from nktrade.errors import LedgerError, nearest
from nktrade.ledger.columns import Columns, Objects, by_distinct, column_of, filled, is_missing
from nktrade.ledger.ledger import CHAIN, Ledger
from nktrade.ledger.rows import assemble
from nktrade.ledger.spelled import in_own_words

_HERE = Path(__file__).parent
DATA = _HERE / "data"
_PRINTS = "prints.csv"
SET_APART = frozenset({"source_error", "suspect", "garbled_numeral", "derived_by_source"})
"""What the press got wrong or worked out itself: such rows never enter a baseline."""
_TIDY = ("period_start", "flow", "reporter", "partner", "unit")
_USUAL = (
    ("kind", "level"),
    ("commodity", "all"),
    ("channel", "recorded"),
    ("standing", "official"),
)
_PROVENANCE = ("origin", "source_date", "source_url", "compiler", "as_of")
_LETTERS = ("", "b", "c")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The description of one baseline: what it is, its table, and what holds for all its rows."""

    name: str
    title: str
    file: Path
    note: str
    constants: tuple[tuple[str, str], ...]


@cache
def baseline_names() -> tuple[str, ...]:
    """The embedded baselines.

    >>> baseline_names()
    ('china_customs', 'commodities', 'dprk_annual', 'russia_customs', 'un_1718')
    """
    return tuple(sorted(file.stem for file in (_HERE / "sources").glob("*.toml")))


def baseline(name: str | Path, as_of: date | None = None) -> Ledger:
    """The rows of an embedded baseline, or of a user's own tidy CSV file, as a ledger.

    With a day, only what had been printed by that day. Several prints of one number stand side by
    side, told apart by ``as_of`` and ``version``.

    >>> len(baseline("russia_customs", as_of=date(2018, 12, 31)))
    9

    Raises: LedgerError where the name is neither, or the file lacks a column.
    """
    whole = _embedded()[str(name)] if name in baseline_names() else _own(Path(name))
    return printed_by(whole, as_of)


def printed_by(whole: Ledger, as_of: date | None) -> Ledger:
    """The rows of a ledger that had been printed by a day; all of them where none is given."""
    frame = whole.frame
    if as_of is not None:
        frame = frame[frame["as_of"] <= pd.Timestamp(as_of)]
    return Ledger(frame.reset_index(drop=True), whole.rejected.copy())


@cache
def source(name: str) -> Source:
    """The description of an embedded baseline.

    >>> source("un_1718").title
    'Returns to the UN 1718 Committee: coal and refined petroleum'
    """
    if name not in baseline_names():
        raise LedgerError(
            f"baseline {name!r}: found no such name, expected an embedded one; "
            f"{nearest(name, baseline_names())}"
        )
    with (_HERE / "sources" / f"{name}.toml").open("rb") as stream:
        told = tomllib.load(stream)
    return Source(
        name=name,
        title=told["title"],
        file=DATA / told["file"],
        note=told["note"],
        constants=tuple(told["constants"].items()),
    )


def misprints() -> pd.DataFrame:
    """Every printed figure that is held to be wrong, with why it stands apart.

    Shape: one row per figure; the columns of a ledger, status and printed.
    """
    parts = []
    for name in baseline_names():
        apart = _only(_raw(name), are_apart=True)
        rows, _ = assemble(apart, len(apart["line"]))
        parts.append(rows.assign(status=apart["status"], printed=apart["printed"]))
    return pd.concat(parts, ignore_index=True)


@cache
def _embedded() -> Mapping[str, Ledger]:
    """The embedded baselines, assembled as one table: the cost is by table, hardly by row."""
    parts = [_only(_raw(name), are_apart=False) for name in baseline_names()]
    names = tuple(dict.fromkeys(name for part in parts for name in part))
    raw = {name: np.concatenate([_column(part, name) for part in parts]) for name in names}
    rows, rejected = assemble(raw, len(raw["line"]))
    return {name: Ledger(_run_of(rows, name), _run_of(rejected, name)) for name in baseline_names()}


def _run_of(every: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows of one baseline, which stand together."""
    own = np.flatnonzero(every["document"].to_numpy(dtype=object) == name)
    run = slice(own[0], own[-1] + 1) if len(own) else slice(0)
    return every.iloc[run].reset_index(drop=True)


def _column(raw: Columns, name: str) -> Objects:
    return raw[name] if name in raw else column_of([None] * len(raw["line"]))


def _only(raw: Columns, *, are_apart: bool) -> dict[str, Objects]:
    """The rows with a figure that stand apart, or those that do not."""
    apart = by_distinct(raw["status"], SET_APART.__contains__).astype(bool)
    wanted = (apart == are_apart) & ~is_missing(raw["digits"])
    return {name: column[wanted] for name, column in raw.items()}


def _raw(name: str) -> dict[str, Objects]:
    """An embedded table with its constants filled in and its prints joined, set apart or not."""
    told = source(name)
    raw = _read(told.file)
    for column, by_print in _prints(told.file.with_name(_PRINTS)).items():
        raw[column] = by_distinct(raw["print"], by_print.__getitem__)
    return _completed(raw, dict(told.constants), name)


@cache
def _prints(file: Path) -> dict[str, dict[str, str | None]]:
    raw = _read(file)
    keys = raw.pop("print")
    return {name: dict(zip(keys, column, strict=True)) for name, column in raw.items()}


def _own(file: Path) -> Ledger:
    """A user's tidy file: one row per figure, columns named as in the ledger."""
    if not is_file(file):
        raise LedgerError(
            f"baseline {str(file)!r}: found neither a file nor an embedded baseline, expected one; "
            f"{nearest(str(file), baseline_names())}"
        )
    printed = _read(file)
    raw = in_own_words(printed)
    lacking = [column for column in (*_TIDY, "digits") if column not in raw]
    if lacking:
        raise LedgerError(
            f"{file}:1: found columns {', '.join(printed)}, expected also {', '.join(lacking)}; "
            "name one column each: period_start, flow, reporter, partner, unit, value "
            "(a line is 2018-06,export,PRK,CHN,USD,12965000)"
        )
    count = len(raw["digits"])
    raw["line"] = column_of(str(line) for line in range(2, count + 2))
    return Ledger(*assemble(_completed(raw, dict(_USUAL), file.stem), count)).validated()


def _completed(raw: dict[str, Objects], constants: dict[str, str], name: str) -> dict[str, Objects]:
    """The raw rows with constants in their empty cells, ids and provenance."""
    count = len(raw["line"])
    nothing = column_of([None] * count)
    rows = dict.fromkeys(_PROVENANCE, nothing) | raw
    for column, word in constants.items():
        rows[column] = filled(rows.get(column, nothing), word)
    # Where no outlet is named, the compiler's own word is the one witness, however often printed.
    rows["origin"] = filled(rows["origin"], rows["compiler"])
    rows |= {
        column: column_of([word] * count)
        for column, word in (("document", name), ("layer", "baseline"))
    }
    return rows | {
        "claim": _numbered(rows["line"]),
        "as_of": filled(rows["as_of"], rows["source_date"]),
        "version": _joined(rows["source_date"], rows["origin"], " "),
        "source": _joined(rows["origin"], rows["compiler"], CHAIN),
    }


def _numbered(lines: Objects) -> Objects:
    """Ids from line numbers; a second and third figure of one line get a letter."""
    seen: Counter[str] = Counter()
    ids = []
    for line in lines:
        ids.append(line + _LETTERS[seen[line]])
        seen[line] += 1
    return column_of(ids)


def _joined(near: Objects, far: Objects, mark: str) -> Objects:
    """Both texts with the mark between; one alone where the other is missing or the same."""
    pairs = column_of(zip(near, far, strict=True))
    return by_distinct(pairs, lambda pair: mark.join(dict.fromkeys(filter(None, pair))) or None)


def _read(file: Path) -> dict[str, Objects]:
    """The file's columns as text; an empty cell is missing, and nothing else is (NA is Namibia)."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.reader(stream)
        header = next(rows, [])
        if len(header) == 1 and ";" in header[0]:
            raise LedgerError(
                f"{file}:1: found columns parted by semicolons, expected commas; save it with commas, "
                "and points in decimals"
            )
        listed = [row for row in rows if row]
    for number, row in enumerate(listed, start=2):
        if len(row) != len(header):
            raise LedgerError(
                f"{file}:{number}: found {len(row)} cells, expected {len(header)}; "
                "put quotes around a cell that holds a comma"
            )
    columns = zip(*listed, strict=True) if listed else ([] for _ in header)
    return {
        name: column_of(cell or None for cell in column)
        for name, column in zip(header, columns, strict=True)
    }
