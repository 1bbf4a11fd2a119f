"""Summaries: how the flows of each group stand to their mirror."""

from collections.abc import Sequence

import narwhals as nw

from nktrade.customs.engines import Table

_VALUES = ("export_value", "import_value")


def mirror_summary(mirrored: Table, *, by: Sequence[str] = ("exporter",)) -> Table:
    """How the flows of each group stand to their mirror.

    Shape: one row per group, a frame of the kind that came in; flows, mirrored, within_margin,
        outside_margin, one_sided, not_reported, export_value, import_value, mean_discrepancy.
    """
    frame = nw.from_native(mirrored).lazy()
    # By verdict first: words are few, and asking each row after each of them is dear.
    index = nw.col("discrepancy_index")
    counted = frame.group_by(*by, "verdict").agg(
        nw.len().alias("flows"),
        *(nw.col(name).sum() for name in _VALUES),
        index.sum().alias("_apart"),
        index.count().alias("_with_index"),
    )
    verdict, flows = nw.col("verdict"), nw.col("flows")
    is_silent = verdict.str.starts_with("not reported")
    counts = {
        "mirrored": ~is_silent,
        "within_margin": verdict == "within margin",
        "outside_margin": verdict == "outside margin",
        "one_sided": verdict == "one-sided",
        "not_reported": is_silent,
    }
    marked = counted.with_columns(
        **{name: nw.when(one).then(flows).otherwise(nw.lit(0)) for name, one in counts.items()}
    )
    sums = marked.group_by(*by).agg(
        *(nw.col(name).sum() for name in ("flows", *counts, *_VALUES)),
        nw.col("_apart").sum(),
        nw.col("_with_index").sum(),
    )
    known = nw.when(nw.col("_with_index") > 0).then(nw.col("_with_index"))
    found = sums.with_columns((nw.col("_apart") / known).alias("mean_discrepancy")).drop(
        "_apart", "_with_index"
    )
    is_eager = isinstance(nw.from_native(mirrored), nw.DataFrame)
    return (found.collect() if is_eager else found).to_native()
