"""Diagnosis of a frame, one record a row: the same answers as one by one, for whole batches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from nktrade.core.codes import Verdict
from nktrade.diagnosis.diagnose import diagnose_system
from nktrade.diagnosis.prints import Prints
from nktrade.diagnosis.records import plain_record, record_system, relations_system
from nktrade.diagnosis.sweep import Found, sweep
from nktrade.diagnosis.system import System
from nktrade.diagnosis.template import Template
from nktrade.diagnosis.weigh import weighed_records

_CHUNK = 100_000
"""Rows at a time: what is worked out of them is several times their size."""


@dataclass(frozen=True, slots=True, eq=False)
class FrameDiagnosis:
    """The diagnosis of every record of a frame.

    Shape: ``records`` has one row per record, labelled as in the frame; ``located_sets`` one row per
    record, set and figure.
    """

    records: pd.DataFrame
    located_sets: pd.DataFrame

    @property
    def located(self) -> pd.DataFrame:
        """The records in which figures are named as wrong."""
        return self.records[self.records["diagnosis"] == str(Verdict.LOCATED)]

    def __repr__(self) -> str:
        counts = self.records["diagnosis"].fillna("consistent").value_counts()
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        return f"FrameDiagnosis({len(self.records)} records: {told})"


def diagnose_frame(
    frame: pd.DataFrame, relations: System | Mapping[str, Any] | Sequence[Mapping[str, Any]]
) -> FrameDiagnosis:
    """Verdict, suspects and likely value of each record.

    Columns of text are prints with their rounding; columns of numbers stand for themselves.

    Raises:
        FigureSystemError: where a column is missing or holds what is no number.
    """
    from tqdm import tqdm  # noqa: PLC0415 - only long work shows a bar

    system = relations_system(relations)
    template = Template.of(system)
    starts = range(0, max(len(frame), 1), _CHUNK)
    parts = [
        _chunk(system, template, frame.iloc[start : start + _CHUNK], start)
        for start in tqdm(starts, disable=None if len(starts) > 1 else True, unit="chunk")
    ]
    records = pd.concat([records for records, _ in parts])
    located = pd.concat([located for _, located in parts], ignore_index=True)
    records.index = frame.index
    located.insert(0, "record", frame.index.to_numpy()[located.pop("place").to_numpy(dtype=int)])
    return FrameDiagnosis(records, located)


def _chunk(
    system: System, template: Template, rows: pd.DataFrame, start: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Records and located sets of one run of rows; places counted from the start of the frame."""
    prints = Prints.of(rows, template.names)
    found = sweep(template, prints)
    table = weighed_records(template, prints, found)
    located = found.located(template)
    plain: list[list[object]] = []
    for row in found.left:
        answer = diagnose_system(record_system(system, prints, int(row)))
        plain.append(plain_record(answer))
        located = pd.concat([located, _sets(answer.located_sets, int(row))], ignore_index=True)
    if plain:
        table.iloc[found.left] = pd.DataFrame(plain, columns=table.columns, index=found.left)
    located["place"] += start
    return table, located


def _sets(sets: tuple[tuple[str, ...], ...], row: int) -> pd.DataFrame:
    rows = [(row, number, name) for number, names in enumerate(sets) for name in names]
    return pd.DataFrame(rows, columns=list(Found.COLUMNS))
