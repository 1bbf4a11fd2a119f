"""Mirrored rows: what a partner's file has for the same trade, with the margin that freight and insurance explain."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Kind, Verdict
from nktrade.core.findings import Witness
from nktrade.customs.mirror import mirror
from nktrade.errors import CheckError
from nktrade.ledger.ledger import Ledger

_ON = ("commodity", "period_start", "period_end")
_WITHIN, _OUTSIDE = "within margin", "outside margin"
_Flow = Mapping[Any, Any]
"""A row of the mirror: its numbers, and its verdict."""
_Key = tuple[object, ...]
"""Exporter, importer, goods and first day."""


def beside_margins(
    witnesses: Iterable[Witness],
    claims: Mapping[str, Claim],
    frame: pd.DataFrame,
    bases: Mapping[str, Ledger],
) -> tuple[Witness, ...]:
    """The witnesses; the mirror of a row is a finding only where no margin explains how far it is off."""
    told = {name: _flows(frame, base.frame) for name, base in bases.items()}
    return tuple(_told(one, claims[one.claim], told[one.against]) for one in witnesses)


def _told(one: Witness, claim: Claim, flows: Mapping[_Key, _Flow]) -> Witness:
    sides = (claim.reporter, claim.partner)
    pair = sides if claim.flow is Flow.EXPORT else sides[::-1]
    when = claim.period.first if claim.period else None
    flow = flows.get((*pair, claim.commodity, when))
    if flow is None or one.holds is not None or one.low is None or one.high is None:
        return one
    other = "import_value" if claim.flow is Flow.EXPORT else "export_value"
    if not one.low <= flow[other] <= one.high:  # a row of the same side, and no mirror
        return one
    margin = (
        f"the margin of freight and insurance, {flow['margin_low']:g} to {flow['margin_high']:g}"
    )
    if flow["verdict"] == _WITHIN:
        words = f"its mirror, within {margin}"
        return replace(one, verdict=Verdict.NOT_DECIDED, severity=None, explanation=words)
    return replace(one, explanation=f"its mirror, outside {margin}")


def _flows(ours: pd.DataFrame, base: pd.DataFrame) -> dict[_Key, _Flow]:
    """The flows that both sides report, by pair, goods and first day."""
    theirs = base[base["kind"] == Kind.LEVEL].rename(columns={"unit": "value_unit"})
    found: dict[_Key, _Flow] = {}
    for sold, bought in ((ours, theirs), (theirs, ours)):
        try:
            rows = mirror(sold, bought, on=_ON)
        except CheckError:  # unlike units or periods: nothing is a mirror of anything
            continue
        judged = rows[rows["verdict"].isin([_WITHIN, _OUTSIDE])]
        for row in judged.to_dict("records"):
            key = (row["exporter"], row["importer"], row["commodity"], row["period_start"].date())
            found[key] = row
    return found
