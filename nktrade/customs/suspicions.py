"""Suspicions: named reasons why two sides of a mirror may differ, each with the flows that show it.

None of them is an error of a figure: they say where to look first.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import narwhals as nw
import pandas as pd

from nktrade.customs.engines import Table, collected
from nktrade.customs.mirror import PAIR
from nktrade.reference.areas import areas
from nktrade.reference.tables import read_table

_TABLE = Path(__file__).with_name("tables") / "entrepots.csv"
_NORTH, _SOUTH = "PRK", "KOR"
_MEASURES = ("export_value", "import_value", "margin_low", "margin_high")
_OWN = (
    *_MEASURES,
    "margin_middle",
    "fob_equivalent",
    "discrepancy_index",
    "spd",
    "log_ratio",
    "verdict",
    "notice",
)
_COLUMNS = ("check", "says")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrepot:
    """An area through which goods of others pass and are booked."""

    code: str
    source: str
    as_of: date
    verified: bool


@cache
def entrepots() -> frozenset[str]:
    """The codes of areas known for re-exports."""
    return frozenset(one.code for one in read_table(_TABLE, Entrepot))


def suspicions(mirrored: Table) -> pd.DataFrame:
    """The flows that a known habit of booking would explain.

    Shape: one row per flow and check; exporter, importer, the keys of ``mirrored``, export_value,
        import_value, check, says. The checks: ``north for south``, ``re-exports``, ``areas nes``.
    """
    flows, keys = _collected(mirrored)
    parts = [_north_for_south(flows, keys), _reexports(flows), _unallocated(flows, keys)]
    columns = [*PAIR, *keys, "export_value", "import_value", *_COLUMNS]
    found = pd.concat([part.reindex(columns=columns) for part in parts], ignore_index=True)
    return found.sort_values(["check", *PAIR, *keys], ignore_index=True)


def _collected(mirrored: Table) -> tuple[pd.DataFrame, list[str]]:
    """The flows that no margin explains and those that may explain them, and what tells flows apart."""
    frame = nw.from_native(mirrored).lazy()
    keys = [name for name in frame.collect_schema().names() if name not in {*PAIR, *_OWN}]
    koreas, remainders = [_NORTH, _SOUTH], _remainders()
    wanted = nw.col("verdict").is_in(["outside margin", "one-sided"])
    for side in PAIR:
        wanted = wanted | nw.col(side).is_in(koreas) | nw.col(side).is_in(remainders)
    found = collected(frame.filter(wanted).select(*PAIR, *keys, *_MEASURES, "verdict"))
    return pd.DataFrame({name: found.get_column(name).to_list() for name in found.columns}), keys


def _north_for_south(flows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Flows booked under the North whose addition to the South's closes the South's mirror.

    Source: Comtrade's codes 408 and 410 are mixed up by some reporters.
    """
    parts = []
    for korea, other, told, held in (
        ("importer", "exporter", "export_value", "import_value"),
        ("exporter", "importer", "import_value", "export_value"),
    ):
        sides = {
            area: flows[(flows[korea] == area) & flows[told].fillna(0).gt(0)] for area in (_NORTH,)
        }
        south = flows[
            (flows[korea] == _SOUTH) & flows["verdict"].isin(["outside margin", "one-sided"])
        ]
        both = sides[_NORTH].merge(south, on=[other, *keys], suffixes=("", "_south"))
        added = both[told] + both[f"{told}_south"].fillna(0)
        mirror = both[f"{held}_south"]
        sold, bought = (added, mirror) if told == "export_value" else (mirror, added)
        closes = (bought >= both["margin_low_south"] * sold) & (
            bought <= both["margin_high_south"] * sold
        )
        says = f"added to the flow with {_SOUTH} it closes that flow's mirror: {_NORTH} may stand for {_SOUTH}"
        parts.append(both[closes & (mirror > 0)].assign(check="north for south", says=says))
    return pd.concat(parts)


def _reexports(flows: pd.DataFrame) -> pd.DataFrame:
    """Flows of places through which goods of others pass."""
    known = sorted(entrepots())
    is_through = flows["exporter"].isin(known) | flows["importer"].isin(known)
    is_open = flows["verdict"].isin(["outside margin", "one-sided"])
    says = "one side is a place of re-exports: goods of others may be booked by origin or by destination"
    return flows[is_through & is_open].assign(check="re-exports", says=says)


def _unallocated(flows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Flows whose gap is no larger than what the same office books under areas not elsewhere specified."""
    parts = []
    for side, office, told, held in (
        ("importer", "exporter", "export_value", "import_value"),
        ("exporter", "importer", "import_value", "export_value"),
    ):
        nowhere = flows[flows[side].isin(_remainders())].groupby([office, *keys])[told].sum()
        open_flows = flows[flows["verdict"].isin(["outside margin", "one-sided"])]
        both = open_flows.merge(nowhere.rename("nowhere").reset_index(), on=[office, *keys])
        gap = both[held].fillna(0) - both[told].fillna(0)
        says = "the reporter books as much under areas not elsewhere specified as is missing here"
        parts.append(
            both[(gap > 0) & (gap <= both["nowhere"])].assign(check="areas nes", says=says)
        )
    return pd.concat(parts)


@cache
def _remainders() -> list[str]:
    return sorted(one.code for one in areas().values() if one.kind == "remainder")
