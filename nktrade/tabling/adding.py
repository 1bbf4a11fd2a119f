"""Adding: a customs file with every sum in it, and which of them are to be told.

A file has more rows than a reader wants told. Told are the sums that fail, and what falls short only in
files that have all parts of their wholes; the others are counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from nktrade.core.documents import CustomsFile, Unread
from nktrade.core.findings import SumsCounted, TableRead
from nktrade.customs.customs import Customs
from nktrade.customs.engines import rows_of, spilling
from nktrade.customs.files import tables_of
from nktrade.customs.formats import formats
from nktrade.customs.reading import of_tables
from nktrade.customs.stored import Stored, stored
from nktrade.customs.sums import EXCEED, HOLDS, SHORT
from nktrade.customs.tally import PART, WHOLE, Kind, Tally, tally
from nktrade.customs.unit_values import unit_values
from nktrade.errors import DocumentError
from nktrade.tabling.cited import Key
from nktrade.tabling.unreadable import causes

MOST_TOLD = 100
"""Failing sums told one by one, the largest gaps first; the others are counted."""
_MOST_FLAGS = 20
_FAR = 2
"""A price within half and twice that of its commodity is no place to look, however alike the others are."""
_ENOUGH, _PER_FAILURE = 3, 10
"""From so many sums on that hold, and so many for each that fails besides one, a file has all parts."""
_EXHAUSTIVE = ("flows", "periods", "weights")
"""Exports and imports are all of trade, and what lacks months says so itself."""
_SHOWN = 3


@dataclass(frozen=True, eq=False)
class Table:
    """A customs file that was read and added up."""

    file: CustomsFile
    customs: Customs | Stored
    tally: Tally
    flags: pd.DataFrame
    """Unit values out of line, the least probable first."""

    @property
    def title(self) -> str:
        """What kind of file it is."""
        return formats()[self.customs.format].title

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The rows of the sums that are told, by their numbers."""
        return rows_of(self.customs, self.tally.terms["row"]).set_index("row", drop=False)

    @cached_property
    def terms(self) -> pd.DataFrame:
        """The places of the sums that are told. Shape: row and side, indexed by relation."""
        return self.tally.terms.set_index("relation").sort_index()

    @cached_property
    def causes(self) -> list[pd.DataFrame]:
        """The rows whose figure is lost, by what they fail for.

        Shape: each rows of ``Customs.rejected``.
        """
        return causes(self.customs.rejected)

    @cached_property
    def complete(self) -> frozenset[str]:
        """The checks of whose sums nearly all hold."""
        return _complete(self.tally.counts)

    @cached_property
    def failing(self) -> pd.DataFrame:
        """The sums that are told.

        Shape: rows of the tally's sums by their number, the largest gaps first.
        """
        return self.tally.told.set_index("relation", drop=False)

    def places(self, relation: int, side: str) -> list[int]:
        """The rows on one side of a sum."""
        found = self.terms.loc[[relation]]
        return sorted(int(row) for row in found["row"][found["side"] == side])

    def keys(self, relation: int) -> tuple[list[Key], list[Key]]:
        """The figures of a sum's whole and of its parts; a quantity is held beside the weight of its row."""
        check, measure = self.failing.loc[relation, ["check", "measure"]]
        above = "quantity" if check == "weights" else str(measure)
        wholes = [(row, above) for row in self.places(relation, WHOLE)]
        return wholes, [(row, str(measure)) for row in self.places(relation, PART)]

    def figures(self) -> Iterator[Key]:
        """Every figure that something is to be said of."""
        for relation in self.failing.index:
            wholes, parts = self.keys(relation)
            yield from (*wholes, *parts)
        for row in self.flags["row"]:
            yield from ((int(row), "value"), (int(row), "weight"))

    def told(self) -> TableRead:
        """How many rows were read, and what became of the sums."""
        counts = self.tally.counts.sort_values("sums", ascending=False, kind="stable")
        return TableRead(
            format=self.customs.format,
            title=self.title,
            read=self.customs.read,
            kept=len(self.customs),
            rejected=self.customs.read - len(self.customs),
            unreadable=sum(map(len, self.causes)),
            sums=tuple(
                SumsCounted(
                    check=check,
                    counts=tuple(
                        (str(row["verdict"]), int(row["sums"]))
                        for row in counts[counts["check"] == check].to_dict("records")
                    ),
                )
                for check in dict.fromkeys(map(str, self.tally.counts["check"]))
            ),
        )

    def notes(self) -> Iterator[str]:
        """What to know before anything is added up, why rows are no figures, and what is only counted."""
        yield from self.customs.notes
        rejected = self.customs.rejected
        apart = rejected[rejected["expected"].isna()]
        for reason, lines in apart.groupby("reason", sort=False)["line"]:
            shown = ", ".join(map(str, lines[:_SHOWN])) + (", ..." if len(lines) > _SHOWN else "")
            yield f"{len(lines):,} rejected, on line {shown}: {reason}"
        if len(self.failing) == MOST_TOLD:
            yield f"more than {MOST_TOLD} sums fail: the largest gaps are told"
        counts = self.tally.counts
        lacking = int(counts["sums"][counts["verdict"] == SHORT].sum())
        if lacking and not set(self.failing["verdict"]) & {SHORT}:
            short = f"{lacking:,} sums fall" if lacking > 1 else "1 sum falls"
            yield f"{short} short of the whole: parts may be confidential, or not in this file"


def _complete(counts: pd.DataFrame) -> frozenset[str]:
    """The checks of whose sums nearly all hold."""
    held = counts[counts["verdict"] == HOLDS].set_index("check")["sums"]
    every = counts.groupby("check")["sums"].sum()
    failing = every - held.reindex(every.index, fill_value=0)
    is_complete = (every - failing >= _ENOUGH) & (every - failing >= _PER_FAILURE * (failing - 1))
    return frozenset(map(str, is_complete.index[is_complete]))


def _told(counts: pd.DataFrame) -> Iterator[Kind]:
    """The sums that are told: parts above their whole, and below it where the file has all parts."""
    whole = {*_EXHAUSTIVE, *_complete(counts)}
    for check, verdict in zip(counts["check"], counts["verdict"], strict=True):
        if verdict == EXCEED or (verdict == SHORT and check in whole):
            yield check, verdict


def table_of(file: CustomsFile) -> Table | Unread:
    """The file read and added up; unread where it does not say what its figures are."""
    try:
        customs = _read(file)
    except DocumentError as error:
        return Unread(file=file.name, reason=str(error))
    flags = unit_values(customs)
    is_far = ~flags["ratio"].between(1 / _FAR, _FAR)
    return Table(file, customs, tally(customs, _told, MOST_TOLD), flags[is_far].head(_MOST_FLAGS))


def _read(file: CustomsFile) -> Customs | Stored:
    """The file in memory, or where it is too large in a table on disk.

    Raises: DocumentError where it does not say what its figures are.
    """
    if file.data is None:
        return stored(file, spilling())
    return of_tables(tables_of(file), Path(file.name), given=dict(file.given))
