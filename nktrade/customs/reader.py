"""The reader of one file: its records, its format, and the first reason against each record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from nktrade.customs.formats import Format
from nktrade.customs.reasons import Reason
from nktrade.customs.records import Records
from nktrade.ledger.columns import Objects, column_of, is_missing

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """What stands in a file, and what speaks against its records so far."""

    records: Records
    form: Format
    own_areas: Mapping[str, str]
    reasons: Objects
    """Filled as reading goes on: the one column of a file that grows while it is read."""

    @classmethod
    def of(cls, records: Records, form: Format, own_areas: Mapping[str, str]) -> "Reader":
        """A reader against whose records nothing speaks yet."""
        return cls(records, form, own_areas, column_of([None] * len(records)))

    def has(self, name: str) -> bool:
        """Whether the file, its format or its user says anything of a field."""
        return name in self.records.fields

    def text(self, name: str) -> Objects:
        """A field as text; empty where nothing says it."""
        return self.records.fields.get(name, column_of([""] * len(self.records)))

    def refuse(
        self,
        is_bad: npt.ArrayLike,
        words: Callable[[int], str],
        *,
        expected: str | None = None,
        printed: Objects | None = None,
    ) -> None:
        """Note why records cannot enter, where nothing speaks against them yet.

        What was expected is told where a figure would be lost, and not where the record is none.
        """
        for at in np.flatnonzero(np.asarray(is_bad, dtype=bool) & is_missing(self.reasons)):
            cell = None if printed is None else str(printed[at]) or None
            self.reasons[at] = Reason(words=words(int(at)), printed=cell, expected=expected)

    def settle(self, has_figure: Flags) -> None:
        """Records that print no figure lose none, whatever speaks against them: notes and headings."""
        for at in np.flatnonzero(~has_figure & ~is_missing(self.reasons)):
            self.reasons[at] = replace(self.reasons[at], expected=None)
