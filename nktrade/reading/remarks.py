"""Remarks: what the reader of a reading should know of what was not read."""

from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS
from nktrade.core.documents import Document, RawTable
from nktrade.reading.clauses import Sentence
from nktrade.reading.drafts import Draft
from nktrade.reading.tables import span_of

_SHOWN = 120
_FEWEST = 2
"""How many numbers without a unit a table has at least, of which it is worth telling."""


def remarks(
    document: Document, drafts: Sequence[Draft], runs: Sequence[Sentence]
) -> tuple[str, ...]:
    """Tables that are announced and absent, tables without a unit, and runs of figures without words."""
    return (*_absent(document), *_without_units(document.tables, drafts), *_runs(runs))


def _absent(document: Document) -> tuple[str, ...]:
    """Whether a table is announced and no table is there."""
    announced = [one for one in document.blocks if one.kind == "table_note"]
    if announced and not document.tables:
        printed = " ".join(document.text[announced[0].start : announced[0].end].split())
        shown = printed if len(printed) <= _SHOWN else f"{printed[:_SHOWN]}…"
        return (f"a table is announced and its cells are absent: {shown!r}",)
    return ()


def _without_units(tables: Sequence[RawTable], drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The tables of trade in which no number has a unit: nobody can add them to anything."""
    said = []
    for table in tables:
        start, end = span_of(table)
        told = [one for one in drafts if start <= one.spot.start < end]
        is_trade = any(one.flow.value or one.commodity.value != ALL_GOODS for one in told)
        if len(told) < _FEWEST or not is_trade or any(one.spot.unit for one in told):
            continue
        said.append(
            f"the {len(told)} numbers of the table at {start} have no unit and were not read; "
            "name it in the header, the caption or a note: (million USD)"
        )
    return tuple(said)


def _runs(runs: Sequence[Sentence]) -> tuple[str, ...]:
    """Where figures stand so close that they were not read."""
    if not runs:
        return ()
    return (
        f"{len(runs)} runs of figures without sentences were not read, the first at {runs[0].start}",
    )
