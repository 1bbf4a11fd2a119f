"""The register of measures as a table: what the UN Security Council restricts, and which of it binds."""

from dataclasses import fields
from datetime import date
from typing import Any

import pandas as pd

from nktrade.core.codes import ALL_GOODS, Flow
from nktrade.errors import TableError, nearest
from nktrade.reference.commodities import commodities
from nktrade.reference.measures import Measure, resolutions
from nktrade.reference.measures import measures as register
from nktrade.reference.sources import sources

_SHOWN = [one.name for one in fields(Measure) if one.name not in {"resolution", "source"}]
_DAYS = ["adopted", "first", "last", "grace_until", "deadline"]
_CAPS = ["cap", "other_cap"]
COLUMNS = ("resolution", "adopted", *_SHOWN, "source", "source_url")
"""The columns of ``measures``, in reading order."""


def measures(
    commodity: str | None = None, flow: Flow | str | None = None, on: date | str | None = None
) -> pd.DataFrame:
    """The measures on the DPRK's trade; those alone that concern some goods, a direction, a day.

    Seen from the DPRK: an export leaves it. A measure concerns a commodity if all of it falls under
    the measure, by name or by HS heading; on a day, if it is in force then, days of grace included.

    Shape: one row per measure, by resolution and paragraph; ``COLUMNS``.
    Unit: caps in ``cap_unit`` and ``other_cap_unit``. Missing: what a paragraph does not set.
    Raises: TableError where commodity, flow or day is not known.

    >>> measures("sand", "export", on="2019-05-01")[["resolution", "paragraph", "kind"]].to_numpy().tolist()
    [[2397, '6', 'ban']]
    """
    goods = None if commodity is None else _goods(commodity)
    ways = None if flow is None else {_flow(flow), "both"}
    day = None if on is None else _day(on)
    kept = [
        one
        for one in register()
        if (goods is None or one.covers(goods))
        and (ways is None or one.flow in ways)
        and (day is None or one.binds(day))
    ]
    frame = pd.DataFrame(map(_row, kept), columns=list(COLUMNS))
    days = {name: pd.to_datetime(frame[name]) for name in _DAYS}
    return frame.assign(**days, **{name: frame[name].astype("float64") for name in _CAPS})


def _row(one: Measure) -> dict[str, Any]:  # Any: cells of every type
    cells = {name: getattr(one, name) for name in _SHOWN}
    listed = {name: "; ".join(cells[name]) for name in ("commodities", "hs")}
    caps = {name: None if cells[name] is None else float(cells[name]) for name in _CAPS}
    read = sources()[one.source]
    adopted = resolutions()[one.resolution].adopted
    told = {"resolution": one.resolution, "adopted": adopted}
    return {**told, **cells, **listed, **caps, "source": read.title, "source_url": read.url}


def _goods(name: str) -> str:
    if name == ALL_GOODS or name not in commodities():
        raise TableError(
            f"measures: commodity {name!r}: found no such goods, expected one name of the table of "
            f"commodities; {nearest(name, commodities())}"
        )
    return name


def _flow(name: Flow | str) -> str:
    known = (Flow.EXPORT.value, Flow.IMPORT.value)
    if str(name) not in known:
        raise TableError(
            f"measures: flow {str(name)!r}: expected export (what leaves the DPRK) or import; "
            f"{nearest(str(name), known)}"
        )
    return str(name)


def _day(day: date | str) -> date:
    try:
        return day if isinstance(day, date) else date.fromisoformat(day)
    except ValueError:
        raise TableError(
            f"measures: on {day!r}: found no day, expected one such as 2019-05-01"
        ) from None
