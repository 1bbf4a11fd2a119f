"""Sides: the wholes of a table beside the rows that are their parts, one pair of lazy tables for each kind of sum."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import narwhals as nw

from nktrade.customs.customs import Customs
from nktrade.customs.engines import Lazy, Table, collected, lazy, require
from nktrade.customs.stored import Stored
from nktrade.errors import CheckError, nearest

KEYS = (
    "flow",
    "reporter",
    "partner",
    "code",
    "classification",
    "period",
    "period_start",
    "period_end",
    "value_unit",
    "valuation",
    "compiler",
    "document",
)
SPAN = ("period_start", "period_end", "_year", "_last")
"""What tells one running total from another."""
_TOTAL, _WORLD = "TOTAL", "WLD"
_LEVELS = (0, 2, 4, 6, 8, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Wholes and parts under the keys that they have in common."""

    check: str
    wholes: Lazy
    parts: Lazy
    keys: tuple[str, ...]
    measure: str
    constants: Mapping[str, str] = field(default_factory=dict)
    """What is the same of all wholes, and so no key."""


def heading_sides(table: Table | Customs | Stored, measure: str) -> tuple[Sides, ...]:
    """Wider codes beside the next finer ones that the table has, level by level."""
    levelled = _levelled(table, measure)
    found = []
    for wide, fine in pairwise(_levels(levelled)):
        above = nw.lit(_TOTAL) if wide == 0 else nw.col("code").str.slice(0, wide)
        parts = levelled.filter(nw.col("_level") == fine).with_columns(above.alias("code"))
        wholes = levelled.filter(nw.col("_level") == wide)
        keys = tuple(keys_of(levelled))
        found.append(
            Sides(check="headings", wholes=wholes, parts=parts, keys=keys, measure=measure)
        )
    return tuple(found)


def levels(table: Table | Customs | Stored, measure: str) -> list[int]:
    """How many digits the codes have, 0 for all trade."""
    return _levels(_levelled(table, measure))


def partner_sides(table: Table | Customs | Stored, measure: str) -> Sides:
    """World beside its partners, groups of areas left out."""
    frame = whole_rows(table, measure)
    is_world = nw.col("partner") == _WORLD
    is_group = nw.col("is_aggregate") if "is_aggregate" in _names(frame) else is_world
    return Sides(
        check="partners",
        wholes=frame.filter(is_world),
        parts=frame.filter(~is_group),
        keys=tuple(keys_of(frame, without=("partner",))),
        measure=measure,
        constants={"partner": _WORLD},
    )


def flow_sides(table: Table | Customs | Stored, measure: str) -> Sides:
    """Total trade beside exports and imports."""
    frame = whole_rows(table, measure)
    require(frame, ("flow",), "flows")
    return Sides(
        check="flows",
        wholes=frame.filter(nw.col("flow") == "total"),
        parts=frame.filter(nw.col("flow").is_in(["export", "import"])),
        keys=tuple(keys_of(frame, without=("flow", "valuation"))),
        measure=measure,
        constants={"flow": "total"},
    )


def period_sides(table: Table | Customs | Stored, measure: str) -> Sides:
    """Running totals and years beside the months in them, ``_covers`` saying how many a row has."""
    frame = whole_rows(table, measure)
    require(frame, ("period_start", "period_end"), "periods")
    keys = keys_of(frame, without=("period", "period_start", "period_end"))
    dated = _dated(frame)
    wholes = dated.filter((nw.col("_months") == nw.col("_last")) & (nw.col("_months") > 1))
    return Sides(
        check="periods",
        wholes=wholes,
        parts=_months_within(wholes, dated, keys, measure),
        keys=(*keys, *SPAN),
        measure=measure,
    )


def whole_rows(table: Table | Customs | Stored, measure: str) -> Lazy:
    """Rows with the measure that are no parts of flows, steps and missing keys filled.

    Raises: CheckError where the table lacks the measure.
    """
    frame = lazy(table)
    names = _names(frame)
    if measure not in names:
        raise CheckError(
            f"sums: found no column {measure!r}, expected it; {nearest(measure, names)}"
        )
    rows = frame.filter(~nw.col(measure).is_null())
    if "scope" in names:
        rows = rows.filter(nw.col("scope").is_null())
    step = f"{measure}_step"
    known = nw.col(step).fill_null(0.0) if step in names else nw.lit(0.0)
    texts = {
        name: nw.col(name).fill_null("")
        for name, kind in _kinds(frame).items()
        if kind == nw.String and name in KEYS
    }
    return rows.with_columns(nw.col(measure).cast(nw.Float64), known.alias(step), **texts)


def keys_of(frame: Lazy, without: Sequence[str] = ()) -> list[str]:
    """What tells the numbers of a table apart."""
    return [name for name in KEYS if name in _names(frame) and name not in without]


def _dated(frame: Lazy) -> Lazy:
    """The rows with the year they begin in, their last month, and how many months they have."""
    first, last = nw.col("period_start").dt, nw.col("period_end").dt
    return frame.with_columns(
        first.year().alias("_year"),
        last.month().alias("_last"),
        (last.month() - first.month() + 1 + 12 * (last.year() - first.year())).alias("_months"),
    )


def _months_within(wholes: Lazy, dated: Lazy, keys: Sequence[str], measure: str) -> Lazy:
    """Every month of a running total that is no running total itself, beside its whole."""
    is_joint = (nw.col("_months") == 2) & (nw.col("_last") == 2)  # noqa: PLR2004 - January and February, one release
    row = [name for name in ("row",) if name in _names(dated)]
    months = dated.filter((nw.col("_months") == 1) | is_joint).select(
        *keys,
        *row,
        "_year",
        nw.col("_last").alias("_month"),
        nw.col("_months").alias("_covers"),
        measure,
        f"{measure}_step",
    )
    pairs = wholes.select(*keys, *SPAN).unique().join(months, on=[*keys, "_year"], how="inner")
    return pairs.filter(
        (nw.col("_month") <= nw.col("_last")) & (nw.col("_covers") < nw.col("_last"))
    )


def _levelled(table: Table | Customs | Stored, measure: str) -> Lazy:
    """The rows with the length of their codes, 0 for all trade."""
    frame = whole_rows(table, measure)
    require(frame, ("code",), "headings")
    level = (
        nw.when(nw.col("code") == _TOTAL).then(nw.lit(0)).otherwise(nw.col("code").str.len_chars())
    )
    return frame.with_columns(level.cast(nw.Int64).alias("_level"))


def _levels(levelled: Lazy) -> list[int]:
    found = collected(levelled.group_by("_level").agg(nw.len()))
    return sorted(set(found.get_column("_level").to_list()) & set(_LEVELS))


def _names(frame: Lazy) -> list[str]:
    return frame.collect_schema().names()


def _kinds(frame: Lazy) -> Mapping[str, Any]:  # Any: types of cells
    return frame.collect_schema()
