"""Prints: the rows of a baseline that speak of a claim's cell, gathered into vintages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from nktrade.checks.choices import match
from nktrade.checks.exact import Amounts
from nktrade.checks.observations import Observations, observe
from nktrade.core.codes import Flow, Kind
from nktrade.core.findings import Print
from nktrade.core.interval import Interval
from nktrade.reference.compilers import witnesses

_CELL = (
    "kind",
    "side_a",
    "side_b",
    "flow",
    "commodity",
    "period",
    "unit",
    "rate",
    "channel",
    "scope",
)
_CHANGE = (*_CELL, "base_period")


@dataclass(frozen=True, slots=True)
class Printed:
    """One row of a baseline that speaks of a claim's cell."""

    interval: Interval
    told: Print
    source: str

    @property
    def as_of(self) -> date | None:
        """When it was printed."""
        return self.told.as_of

    @property
    def origin(self) -> str:
        """Who printed it."""
        return self.told.origin

    @property
    def compiler(self) -> str:
        """Who counted."""
        return self.told.compiler


@dataclass(frozen=True, slots=True)
class Vintage:
    """Prints of one cell that agree with each other."""

    interval: Interval
    rows: tuple[Printed, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """The independent origins among them."""
        return tuple(sorted(witnesses(row.origin for row in self.rows)))

    @property
    def as_of(self) -> date | None:
        """When it was first printed."""
        return min((row.as_of for row in self.rows if row.as_of), default=None)


def rows_for(
    text: pd.DataFrame, baseline: pd.DataFrame, amounts: Amounts
) -> dict[tuple[str, tuple[str, str]], tuple[Printed, ...]]:
    """For each baseline and claim of the text (document and id), the rows of the claim's cell.

    ``amounts`` gives the exact amount of a baseline row. Intervals have the sign that the claim's
    own side would give them.
    """
    in_time = baseline["period_start"].isin(text["period_start"])
    near = baseline[in_time & baseline["period_end"].isin(text["period_end"])]
    seen = observe(pd.concat([text.assign(layer="text"), near], ignore_index=True))
    is_text = seen["row"] < len(text)
    found: dict[tuple[str, tuple[str, str]], list[Printed]] = {}
    for kind, columns in ((Kind.LEVEL, _CELL), (Kind.CHANGE_PCT, _CHANGE)):
        chosen = (seen["kind"] == seen.code(kind)) & (seen["period"] != seen.code(""))
        ours, theirs = np.flatnonzero(chosen & is_text), np.flatnonzero(chosen & ~is_text)
        at_ours, at_theirs = match(seen.keys(columns, ours), seen.keys(columns, theirs))
        for one, other in zip(ours[at_ours], theirs[at_theirs], strict=True):
            claim = text.iloc[seen["row"][one]]
            label = near.index[seen["row"][other] - len(text)]
            printed = amounts(int(label)).printed
            is_minus = bool(seen["is_negative"][other]) != _turns_sign(seen, int(one))
            name = str(near.loc[label, "document"])
            key = (name, (str(claim["document"]), str(claim["claim"])))
            row = _printed(near, int(label), -printed if is_minus else printed)
            found.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _turns_sign(seen: Observations, at: int) -> bool:
    """Whether the claim's own side gives this balance the other sign."""
    is_balance = seen["flow"][at] == seen.code(Flow.BALANCE)
    is_level = seen["kind"][at] == seen.code(Kind.LEVEL)
    return bool(seen["is_turned"][at] and is_balance and is_level)


def _printed(rows: pd.DataFrame, label: int, interval: Interval) -> Printed:
    near, url = (_cell(rows, label, name) for name in ("source", "source_url"))
    return Printed(
        interval=interval,
        told=print_of(rows, label),
        source=" ".join(part for part in (near, url) if part),
    )


def print_of(rows: pd.DataFrame, label: int) -> Print:
    """Where one of these rows of a baseline was printed."""
    names = ("claim", "compiler", "origin", "source_url")
    row, compiled, origin, url = (_cell(rows, label, name) for name in names)
    day = pd.Timestamp(str(rows.at[label, "as_of"]))  # noqa: PD008 - a single cell
    when = None if pd.isna(day) else day.date()
    return Print(row=row, compiler=compiled, origin=origin, as_of=when, url=url)


def _cell(rows: pd.DataFrame, label: int, name: str) -> str:
    cell = rows.at[label, name]  # noqa: PD008 - as above
    return cell if isinstance(cell, str) else ""


def vintages(rows: Sequence[Printed], own: frozenset[str]) -> tuple[Vintage, ...]:
    """The rows of others, those that agree together, in the order of their printing."""
    groups: list[list[Printed]] = []
    others = [row for row in rows if not own & witnesses([row.origin])]
    for row in sorted(others, key=lambda one: (one.as_of or date.max, one.origin)):
        fitting = (group for group in groups if all(row.interval.meets(x.interval) for x in group))
        group = next(fitting, None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return tuple(Vintage(_shared(group), tuple(group)) for group in groups)


def _shared(group: Sequence[Printed]) -> Interval:
    interval = group[0].interval
    for row in group[1:]:
        interval = interval.meet(row.interval) or interval
    return interval
