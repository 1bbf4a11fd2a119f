"""Sums: headings against chapters and totals, partners against World, months against running totals and years.

Written once for every engine. Rounding is granted: half a step of the whole and of every part. Parts
that fall short may be confidential or not in the file; parts that exceed their whole cannot be.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import pairwise
from typing import Any

import narwhals as nw

from nktrade.customs.customs import Customs
from nktrade.customs.engines import Lazy, Table, collected, lazy, require
from nktrade.errors import CheckError, nearest

_TOTAL, _WORLD = "TOTAL", "WLD"
_KEYS = (
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
_FLOAT = 1e-12
"""What adding up floats may lose, as a share of the whole."""
_LEVELS = (0, 2, 4, 6, 8, 10)
_SPAN = ("period_start", "period_end", "_year", "_last")
_FIGURES = ("whole", "parts", "gap", "slack", "count", "verdict")


def headings(table: Table | Customs, *, measure: str = "value") -> Table:
    """Every total, chapter and heading beside the sum of the next finer codes that the table has.

    Shape: one row per wider code with finer ones and the table's keys; check, whole, parts, gap, slack,
        count, verdict; a frame of the kind that came in.
    """
    return _like(table, _headings(_whole_rows(table, measure), measure))


def partners(table: Table | Customs, *, measure: str = "value") -> Table:
    """World beside the sum over partners, groups of areas left out.

    Shape: one row per key of World; columns as of ``headings``.
    """
    frame = _whole_rows(table, measure)
    keys = _keys(frame, without=("partner",))
    is_world = nw.col("partner") == _WORLD
    parts = frame.filter(~nw.col("is_aggregate") if "is_aggregate" in _names(frame) else ~is_world)
    found = _compared(frame.filter(is_world), parts, keys, measure)
    return _like(table, _told(found.with_columns(nw.lit(_WORLD).alias("partner")), "partners"))


def periods(table: Table | Customs, *, measure: str = "value") -> Table:
    """Running totals and years beside the sum of their months; a month without a row may be nought or missing.

    Shape: one row per period of several months that begins in January; columns as of ``headings``.
    """
    frame = _whole_rows(table, measure)
    require(frame, ("period_start", "period_end"), "periods")
    keys = _keys(frame, without=("period", "period_start", "period_end"))
    dated = _dated(frame)
    wholes = dated.filter((nw.col("_months") == nw.col("_last")) & (nw.col("_months") > 1))
    parts = _months_within(wholes, dated, keys, measure)
    cell = [*keys, *_SPAN]
    covered = parts.group_by(*cell).agg(nw.col("_covers").sum().alias("_covered"))
    found = _compared(wholes, parts, cell, measure).join(covered, on=cell, how="left")
    judged = found.with_columns(_excused().alias("verdict")).drop("_year", "_last", "_covered")
    return _like(table, _told(judged, "periods"))


def weights(table: Table | Customs) -> Table:
    """Quantities counted in tonnes beside the net weight of the same row.

    Shape: one row per row with both; columns as of ``headings``, the quantity as whole.
    """
    frame = lazy(table)
    require(frame, ("quantity", "quantity_unit", "weight"), "weights")
    keys = _keys(frame)
    both = frame.filter(
        (nw.col("quantity_unit") == "t")
        & ~nw.col("quantity").is_null()
        & ~nw.col("weight").is_null()
    )
    steps = [name for name in ("quantity_step", "weight_step") if name in _names(frame)]
    slack = reduce(lambda a, b: a + b, [nw.col(name) / 2 for name in steps], nw.lit(0.0))
    figures = both.select(
        *keys,
        nw.col("quantity").alias("whole"),
        nw.col("weight").alias("parts"),
        slack.alias("slack"),
        nw.lit(1).alias("count"),
    )
    return _like(table, _told(_judged(figures), "weights"))


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
    months = dated.filter((nw.col("_months") == 1) | is_joint).select(
        *keys,
        "_year",
        nw.col("_last").alias("_month"),
        nw.col("_months").alias("_covers"),
        measure,
        f"{measure}_step",
    )
    pairs = wholes.select(*keys, *_SPAN).join(months, on=[*keys, "_year"], how="inner")
    return pairs.filter(
        (nw.col("_month") <= nw.col("_last")) & (nw.col("_covers") < nw.col("_last"))
    )


def _excused() -> nw.Expr:
    """The verdict, where too many or too few months were added up saying so."""
    covers, last_month, verdict = nw.col("_covered"), nw.col("_last"), nw.col("verdict")
    return (
        nw.when((verdict != "holds") & (covers > last_month))
        .then(nw.lit("months are doubled"))
        .when((verdict == "parts fall short") & (covers < last_month))
        .then(nw.lit("months are missing"))
        .otherwise(verdict)
    )


def _headings(frame: Lazy, measure: str) -> Lazy:
    """Wider codes against finer ones, level by level."""
    require(frame, ("code",), "headings")
    keys = _keys(frame, without=("code",))
    level = (
        nw.when(nw.col("code") == _TOTAL).then(nw.lit(0)).otherwise(nw.col("code").str.len_chars())
    )
    levelled = frame.with_columns(level.cast(nw.Int64).alias("_level"))
    present = _levels(levelled)
    found = []
    for wide, fine in pairwise(present):
        above = nw.lit(_TOTAL) if wide == 0 else nw.col("code").str.slice(0, wide)
        parts = levelled.filter(nw.col("_level") == fine).with_columns(above.alias("code"))
        wholes = levelled.filter(nw.col("_level") == wide)
        found.append(_told(_compared(wholes, parts, [*keys, "code"], measure), "headings"))
    if not found:
        raise CheckError(
            f"headings: found codes of {', '.join(map(str, present)) or 'no'} digits alone, expected two levels; "
            "read a file that has chapters and headings"
        )
    return nw.concat(found, how="vertical") if len(found) > 1 else found[0]


def _levels(levelled: Lazy) -> list[int]:
    found = collected(levelled.group_by("_level").agg(nw.len()))
    return sorted(set(found.get_column("_level").to_list()) & set(_LEVELS))


def _compared(wholes: Lazy, parts: Lazy, keys: Sequence[str], measure: str) -> Lazy:
    """Wholes beside the sums of their parts, by key, judged."""
    step = f"{measure}_step"
    below = parts.group_by(*keys).agg(
        nw.col(measure).sum().alias("parts"),
        nw.col(step).sum().alias("_part_steps"),
        nw.len().alias("count"),
    )
    above = wholes.group_by(*keys).agg(
        nw.col(measure).sum().alias("whole"), nw.col(step).sum().alias("_whole_step")
    )
    both = above.join(below, on=list(keys), how="inner")
    slack = (nw.col("_part_steps") + nw.col("_whole_step")) / 2 + _FLOAT * nw.col("whole")
    return _judged(both.with_columns(slack.alias("slack")).drop("_part_steps", "_whole_step"))


def _judged(figures: Lazy) -> Lazy:
    gap = nw.col("parts") - nw.col("whole")
    return figures.with_columns(gap.alias("gap")).with_columns(
        nw.when(nw.col("gap").abs() <= nw.col("slack"))
        .then(nw.lit("holds"))
        .when(nw.col("gap") > 0)
        .then(nw.lit("parts exceed whole"))
        .otherwise(nw.lit("parts fall short"))
        .alias("verdict")
    )


def _told(found: Lazy, check: str) -> Lazy:
    """The columns in reading order, under the name of the check."""
    names = [name for name in _KEYS if name in _names(found)]
    return found.with_columns(nw.lit(check).alias("check")).select("check", *names, *_FIGURES)


def _whole_rows(table: Table | Customs, measure: str) -> Lazy:
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
        if kind == nw.String and name in _KEYS
    }
    return rows.with_columns(nw.col(measure).cast(nw.Float64), known.alias(step), **texts)


def _keys(frame: Lazy, without: Sequence[str] = ()) -> list[str]:
    return [name for name in _KEYS if name in _names(frame) and name not in without]


def _names(frame: Lazy) -> list[str]:
    return frame.collect_schema().names()


def _kinds(frame: Lazy) -> Mapping[str, Any]:  # Any: types of cells
    return frame.collect_schema()


def _like(table: Table | Customs, found: Lazy) -> Table:
    """The answer in the kind of frame that came in."""
    came: Table = table.frame if isinstance(table, Customs) else table
    is_eager = isinstance(nw.from_native(came), nw.DataFrame)
    return (found.collect() if is_eager else found).to_native()
