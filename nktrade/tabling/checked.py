"""Tabling: a customs file checked: its sums among themselves, its rows against baselines."""

from collections.abc import Iterator, Mapping

import narwhals as nw
import pandas as pd

from nktrade.core.claims import Claim, Reading
from nktrade.core.findings import Relation, Witness
from nktrade.customs.columns import MEASURES
from nktrade.customs.engines import Lazy, beside, collected, lazy, rows_of
from nktrade.ledger.ledger import Ledger
from nktrade.report.report import Checked
from nktrade.tabling.adding import Table
from nktrade.tabling.cited import Cited, Key
from nktrade.tabling.mirrored import beside_margins
from nktrade.tabling.relations import table_relations
from nktrade.tabling.unreadable import first_lines
from nktrade.witnessing import Text, Witnessing

_CELL = ["reporter", "partner", "period_start", "period_end"]


def checked_table(table: Table, bases: Mapping[str, Ledger]) -> Checked:
    """The file with what was found in it; claims are the rows that something is said of."""
    cited = Cited.of(
        table.file,
        table.customs,
        table.title,
        (*table.figures(), *_covered(table, bases)),
        first_lines(table.causes),
    )
    relations = table_relations(table, cited)
    name = cited.document.id
    claims = tuple(cited.claims.values())
    witnesses: tuple[Witness, ...] = ()
    if bases and claims:
        rows = rows_of(table.customs, (row for row, _ in cited.claims))
        witnesses = _witnesses(cited, claims, relations, bases, rows)
    told = {one for relation in relations for one in relation.claims}
    told |= {one.claim for one in witnesses}
    return Checked(
        document=cited.document,
        reading=Reading(
            document=name,
            lang="",
            claims=tuple(one for one in claims if one.id in told),
            notes=tuple(table.notes()),
        ),
        relations=relations,
        witnesses=witnesses,
        table=table.told(),
    )


def _witnesses(
    cited: Cited,
    claims: tuple[Claim, ...],
    relations: tuple[Relation, ...],
    bases: Mapping[str, Ledger],
    frame: pd.DataFrame,
) -> tuple[Witness, ...]:
    """What the baselines have for the cells of the rows."""
    name = cited.document.id
    text = Text(cited.document, Reading(document=name, lang="", claims=claims))
    ledger = Ledger.of(claims, document=cited.document)
    others = Witnessing([text], ledger, bases, {(name, one.id): one for one in claims})
    found = others.witnesses({name: relations}).get(name, ())
    own = {base: bases[base] for base in {one.against for one in found}}
    return beside_margins(found, {one.id: one for one in claims}, frame, own)


def _covered(table: Table, bases: Mapping[str, Ledger]) -> Iterator[Key]:
    """The figures of rows whose sides and days some baseline has."""
    known = pd.concat([one.frame[_CELL] for one in bases.values()]) if bases else None
    if known is None or known.empty:
        return
    frame = lazy(table.customs)
    cells = _cells(lazy(known)).select("cell").unique()
    listed = collected(cells).get_column("cell").to_list()
    both = _cells(frame).join(beside(frame, {"cell": listed}), on="cell", how="inner")
    for row in collected(both.select("row", *MEASURES)).iter_rows(named=True):
        yield from ((int(row["row"]), name) for name in MEASURES if not pd.isna(row[name]))


def _cells(frame: Lazy) -> Lazy:
    """The rows with their sides in either order and their days, as one text each."""
    sides = [nw.col(name).fill_null("") for name in ("reporter", "partner")]
    days = [nw.col(name).dt.to_string("%Y-%m-%d") for name in ("period_start", "period_end")]
    ordered = nw.when(sides[0] <= sides[1]).then(nw.lit(1)).otherwise(nw.lit(0))
    one, other = (
        nw.when(ordered == 1).then(first).otherwise(second)
        for first, second in (sides, reversed(sides))
    )
    return frame.with_columns(nw.concat_str([one, other, *days], separator="|").alias("cell"))
