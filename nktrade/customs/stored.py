"""Stored: a customs file of any size, read in parts into a table that an engine keeps on disk.

What only the whole file shows, each part is told: see ``evidence``. Rows that say again what another has
said are found in the table, whatever parts they came in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from nktrade.core.documents import CustomsFile
from nktrade.customs.columns import CELL, MEASURES, REJECTED, TYPES
from nktrade.customs.evidence import NOWHERE, evidence
from nktrade.customs.files import tables_of
from nktrade.customs.noting import KINDS, Facts, notes
from nktrade.customs.reading import Entered, entered, told_apart
from nktrade.customs.reasons import Reason
from nktrade.customs.recognise import Found
from nktrade.customs.repeats import told_again
from nktrade.customs.sheets import Row
from nktrade.ledger.columns import column_of, is_missing, typed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

PART = 100_000
"""Rows read at a time."""
_KEPT = 10_000
"""Rejected rows of either sort that are kept to be shown; the others are counted."""
_KINDS = {"int64": "bigint", "float64": "double", "bool": "boolean", "datetime64[us]": "timestamp"}
"""What DuckDB calls the types of columns; texts are the others."""
_MONTHS = (
    "12 * (year(period_end) - year(period_start)) + month(period_end) - month(period_start) + 1"
)
_COLUMNS = ", ".join(f"{name} {_KINDS.get(str(kind), 'varchar')}" for name, kind in TYPES.items())
_SHARED = f"select {', '.join(CELL)}, count(*) as n from {{table}} group by all having count(*) > 1"  # noqa: S608 - names of ours alone
_SAME = " and ".join(f"t.{name} is not distinct from s.{name}" for name in CELL)


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """What a large customs file says, its figures in a table of an engine."""

    frame: Any
    """A relation of DuckDB. Shape: as ``Customs.frame``."""
    rejected: pd.DataFrame
    """The first rejected rows. Shape: as ``Customs.rejected``."""
    notes: tuple[str, ...]
    format: str
    read: int
    kept: int

    def __len__(self) -> int:
        return self.kept


@dataclass(frozen=True, slots=True)
class _Store:
    """A table of a connection that parts of a file go to."""

    connection: "DuckDBPyConnection"
    table: str
    """A name of ours, and nothing that a file says."""

    def asked(self, query: str, rows: pd.DataFrame | None = None) -> "DuckDBPyRelation | None":
        """The answer to a query over ``{table}``, and over ``rows`` where they are given."""
        if rows is not None:
            self.connection.register("rows", rows)
        return self.connection.sql(query.replace("{table}", self.table))

    def frame(self, query: str) -> pd.DataFrame:
        """The answer in memory."""
        found = self.asked(query)
        return pd.DataFrame() if found is None else found.df()

    def without(self, rows: pd.DataFrame) -> None:
        """The table without these rows."""
        self.asked("delete from {table} where row in (select row from rows)", rows[["row"]])


def stored(file: CustomsFile, connection: "DuckDBPyConnection", table: str = "trade") -> Stored:
    """The file in a table of the connection.

    Raises: DocumentError where its format is unknown, or a field is neither in the file nor given.
    """
    store = _Store(connection, table)
    store.asked(f"create table {{table}} ({_COLUMNS}, words bigint)")
    (found,) = tables_of(file)
    shown = evidence(found)
    form, rejected, rows, count = found.format, list[pd.DataFrame](), 0, 0
    spare: tuple[str, ...] = ()
    for part, words in _parts(file, shown):
        frame = part.frame[part.frame["line"] != NOWHERE]
        told = frame.assign(row=frame["row"] + count, words=frame["line"].map(words))
        store.asked("insert into {table} by name select * from rows", told)
        rejected.append(part.rejected[part.rejected["line"] != NOWHERE])
        rows, count, spare = rows + len(words), count + len(part.frame), part.spare
    rejected.append(_word_for_word(store))
    if form.is_unique:
        rejected.append(_told_again(store))
    facts = _facts(store, rows, spare)
    apart = pd.concat(rejected).sort_values("line", kind="stable", ignore_index=True)
    return Stored(
        frame=store.asked("select * exclude words from {table}"),
        rejected=_shown(apart).assign(document=Path(file.name).stem),
        notes=notes(facts),
        format=form.name,
        read=facts.kept + len(apart),
        kept=facts.kept,
    )


def _parts(file: CustomsFile, shown: Sequence[Row]) -> Iterator[tuple[Entered, dict[int, int]]]:
    """The rows of each part, and by their lines what tells rows that are equal word for word."""
    (found,) = tables_of(file)
    # What is told again is looked for in the whole table.
    form = replace(found.format, is_unique=False)
    while rows := list(islice(found.rows, PART)):
        part: Found = replace(found, format=form, rows=iter([*shown, *rows]))
        width = len(found.header)
        words = {line: hash(tuple(cells[:width])) for line, cells in rows}
        yield entered((part,), Path(file.name), given=dict(file.given)), words


def _word_for_word(store: _Store) -> pd.DataFrame:
    """The rows that another before them equals, taken out of the table."""
    again = store.frame(
        "select row, line, first, partner, code from {table} join (select words, min(line) as first "
        "from {table} group by words having min(line) < max(line)) using (words) where line > first"
    )
    store.without(again)
    lines = again.drop_duplicates("line")
    reasons = [Reason(words=f"line {one} again, word for word") for one in lines["first"]]
    return _rejected(lines, reasons)


def _told_again(store: _Store) -> pd.DataFrame:
    """The rows of a cell that another has already, taken out of the table."""
    doubled = store.frame(
        f"select t.* from {{table}} t join ({_SHARED}) s on {_SAME} order by t.row"  # noqa: S608 - as above
    )
    nothing = column_of([None] * len(doubled))
    found = {name: doubled[name].to_numpy() for name in (*CELL, *MEASURES)}
    reasons = told_again(found, nothing, doubled["line"].to_numpy())
    is_again = ~is_missing(reasons)
    store.without(doubled[is_again])
    return _rejected(doubled[is_again], list(reasons[is_again]))


def _rejected(rows: pd.DataFrame, reasons: Sequence[Reason]) -> pd.DataFrame:
    clues = [
        f"{partner} | {code}" for partner, code in zip(rows["partner"], rows["code"], strict=True)
    ]
    columns = {
        "document": column_of([""] * len(rows)),
        "line": rows["line"].to_numpy(),
        "found": column_of(clues),
        **told_apart(reasons),
    }
    return typed(columns, len(rows), REJECTED)


def _shown(apart: pd.DataFrame) -> pd.DataFrame:
    """The first that are no figures by their nature, and the first whose figure could not be read."""
    is_lost = apart["expected"].notna()
    return pd.concat([apart[~is_lost].head(_KEPT), apart[is_lost].head(_KEPT)]).sort_values(
        "line", kind="stable", ignore_index=True
    )


def _facts(store: _Store, rows: int, spare: tuple[str, ...]) -> Facts:
    kinds = ", ".join(f"{_MONTHS} as months" if name == "months" else name for name in KINDS)
    shared = store.frame(f"select coalesce(sum(n), 0) as n from ({_SHARED})")  # noqa: S608 - as above
    return Facts(
        rows=rows,
        kinds=store.frame(f"select {kinds}, count(*) as count from {{table}} group by all"),  # noqa: S608 - as above
        shared=int(shared["n"].iloc[0]),
        spare=spare,
    )
