"""Sums: headings against chapters and totals, partners against World, months against running totals and years.

Written once for every engine. Rounding is granted: half a step of the whole and of every part. Parts
that fall short may be confidential or not in the file; parts that exceed their whole cannot be.
"""

from collections.abc import Sequence
from functools import reduce

import narwhals as nw

from nktrade.customs.customs import Customs
from nktrade.customs.engines import Lazy, Table, lazy, require
from nktrade.customs.sides import (
    KEYS,
    SPAN,
    Sides,
    flow_sides,
    heading_sides,
    keys_of,
    levels,
    partner_sides,
    period_sides,
)
from nktrade.errors import CheckError

HOLDS, EXCEED, SHORT = "holds", "parts exceed whole", "parts fall short"
_FLOAT = 1e-12
"""What adding up floats may lose, as a share of the whole."""
_FIGURES = ("whole", "parts", "gap", "slack", "count", "verdict")


def headings(table: Table | Customs, *, measure: str = "value") -> Table:
    """Every total, chapter and heading beside the sum of the next finer codes that the table has.

    Shape: one row per wider code with finer ones and the table's keys; check, whole, parts, gap, slack,
        count, verdict; a frame of the kind that came in.

    Raises: CheckError where all codes have one length.
    """
    found = [told(one) for one in heading_sides(table, measure)]
    if not found:
        present = ", ".join(map(str, levels(table, measure))) or "no"
        raise CheckError(
            f"headings: found codes of {present} digits alone, expected two levels; "
            "read a file that has chapters and headings"
        )
    return _like(table, nw.concat(found, how="vertical") if len(found) > 1 else found[0])


def partners(table: Table | Customs, *, measure: str = "value") -> Table:
    """World beside the sum over partners, groups of areas left out.

    Shape: one row per key of World; columns as of ``headings``.
    """
    return _like(table, told(partner_sides(table, measure)))


def flows(table: Table | Customs, *, measure: str = "value") -> Table:
    """Total trade beside exports and imports, where the table has all three.

    Shape: one row per key of total trade; columns as of ``headings``.
    """
    return _like(table, told(flow_sides(table, measure)).filter(nw.col("count") > 1))


def periods(table: Table | Customs, *, measure: str = "value") -> Table:
    """Running totals and years beside the sum of their months; a month without a row may be nought or missing.

    Shape: one row per period of several months that begins in January; columns as of ``headings``.
    """
    return _like(table, told(period_sides(table, measure)))


def weights(table: Table | Customs) -> Table:
    """Quantities counted in tonnes beside the net weight of the same row.

    Shape: one row per row with both; columns as of ``headings``, the quantity as whole.
    """
    frame = lazy(table)
    require(frame, ("quantity", "quantity_unit", "weight"), "weights")
    return _like(table, _in_order(weighed(frame, keys_of(frame)), "weights"))


def told(sides: Sides) -> Lazy:
    """The wholes of one kind beside the sums of their parts, judged, in reading order."""
    constants = {name: nw.lit(word) for name, word in sides.constants.items()}
    return _in_order(compared(sides), sides.check, **constants)


def compared(sides: Sides) -> Lazy:
    """The wholes under all their keys beside the sums of their parts, judged."""
    measure, keys = sides.measure, list(sides.keys)
    step = f"{measure}_step"
    covers = [nw.col("_covers").sum().alias("_covered")] if sides.check == "periods" else []
    below = sides.parts.group_by(*keys).agg(
        nw.col(measure).sum().alias("parts"),
        nw.col(step).sum().alias("_part_steps"),
        nw.len().alias("count"),
        *covers,
    )
    above = sides.wholes.group_by(*keys).agg(
        nw.col(measure).sum().alias("whole"), nw.col(step).sum().alias("_whole_step")
    )
    both = above.join(below, on=keys, how="inner")
    slack = (nw.col("_part_steps") + nw.col("_whole_step")) / 2 + _FLOAT * nw.col("whole")
    judged = _judged(both.with_columns(slack.alias("slack")).drop("_part_steps", "_whole_step"))
    return judged.with_columns(_excused().alias("verdict")).drop("_covered") if covers else judged


def weighed(frame: Lazy, keys: Sequence[str]) -> Lazy:
    """The rows with a quantity in tonnes beside their net weight, judged."""
    both = frame.filter(
        (nw.col("quantity_unit") == "t")
        & ~nw.col("quantity").is_null()
        & ~nw.col("weight").is_null()
    )
    names = frame.collect_schema().names()
    steps = [name for name in ("quantity_step", "weight_step") if name in names]
    slack = reduce(lambda a, b: a + b, [nw.col(name) / 2 for name in steps], nw.lit(0.0))
    figures = both.select(
        *keys,
        nw.col("quantity").alias("whole"),
        nw.col("weight").alias("parts"),
        slack.alias("slack"),
        nw.lit(1).alias("count"),
    )
    return _judged(figures)


def _excused() -> nw.Expr:
    """The verdict, where too many or too few months were added up saying so."""
    covers, last_month, verdict = nw.col("_covered"), nw.col(SPAN[-1]), nw.col("verdict")
    return (
        nw.when((verdict != HOLDS) & (covers > last_month))
        .then(nw.lit("months are doubled"))
        .when((verdict == SHORT) & (covers < last_month))
        .then(nw.lit("months are missing"))
        .otherwise(verdict)
    )


def _judged(figures: Lazy) -> Lazy:
    gap = nw.col("parts") - nw.col("whole")
    return figures.with_columns(gap.alias("gap")).with_columns(
        nw.when(nw.col("gap").abs() <= nw.col("slack"))
        .then(nw.lit(HOLDS))
        .when(nw.col("gap") > 0)
        .then(nw.lit(EXCEED))
        .otherwise(nw.lit(SHORT))
        .alias("verdict")
    )


def _in_order(found: Lazy, check: str, **constants: nw.Expr) -> Lazy:
    """The columns in reading order, under the name of the check."""
    whole = found.with_columns(nw.lit(check).alias("check"), **constants)
    present = whole.collect_schema().names()
    return whole.select("check", *(name for name in KEYS if name in present), *_FIGURES)


def _like(table: Table | Customs, found: Lazy) -> Table:
    """The answer in the kind of frame that came in."""
    came: Table = table.frame if isinstance(table, Customs) else table
    is_eager = isinstance(nw.from_native(came), nw.DataFrame)
    return (found.collect() if is_eager else found).to_native()
