"""Tabling: a customs file checked: its sums among themselves, its rows against baselines."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from nktrade.core.claims import Claim, Reading
from nktrade.core.findings import Relation, Witness
from nktrade.customs.columns import MEASURES
from nktrade.ledger.ledger import Ledger
from nktrade.report.report import Checked
from nktrade.tabling.adding import Table
from nktrade.tabling.cited import Cited, Key
from nktrade.tabling.mirrored import beside_margins
from nktrade.tabling.relations import sum_relations
from nktrade.witnessing import Text, Witnessing

_SPAN = ["period_start", "period_end"]
_SIDES = ["reporter", "partner"]


def checked_table(table: Table, bases: Mapping[str, Ledger]) -> Checked:
    """The file with what was found in it; claims are the rows that something is said of."""
    cited = Cited.of(
        table.file, table.customs, table.title, (*table.figures(), *_covered(table, bases))
    )
    relations = sum_relations(table, cited)
    name = cited.document.id
    claims = tuple(cited.claims.values())
    witnesses: tuple[Witness, ...] = ()
    if bases and claims:
        witnesses = _witnesses(cited, claims, relations, bases, table.customs.frame)
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
    known = pd.concat([_cells(one.frame) for one in bases.values()]) if bases else None
    frame = table.customs.frame
    if known is None or frame.empty:
        return
    is_covered = _cells(frame).isin(set(known))
    for name in MEASURES:
        chosen = frame["row"][is_covered & frame[name].notna()]
        yield from ((int(row), name) for row in chosen)


def _cells(frame: pd.DataFrame) -> "pd.Series[str]":
    """Sides in either order and days, as one text a row."""
    sides: Iterable[tuple[str, str]] = zip(*(frame[one].astype(str) for one in _SIDES), strict=True)
    days = zip(*(frame[one].astype(str) for one in _SPAN), strict=True)
    return pd.Series(
        ["|".join((*sorted(pair), *span)) for pair, span in zip(sides, days, strict=True)],
        index=frame.index,
        dtype=str,
    )
