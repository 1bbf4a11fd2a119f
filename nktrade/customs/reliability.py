"""Reliability: how far each office's figures agree with its partners', and one value from two reports.

An office is reliable where its flows agree with reliable partners. Scores are found by turns, exporters
from importers and back; each turn is normalised, so the scale of values plays no part, and the turns end
when the scores stand still.

Source: the form of Bustos and Yildirim; the turns are the balancing of a matrix (Sinkhorn and Knopp).
"""

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.customs.engines import Table, beside, collected
from nktrade.customs.mirror import PAIR
from nktrade.errors import CheckError

_FLOOR = 1e-6
"""The least discrepancy of a pair: full agreement of one pair must not make an office infallible."""
_STILL = 1e-10
_TURNS = 10_000
Floats = npt.NDArray[np.float64]


def reliability(mirrored: Table) -> pd.DataFrame:
    """The score of every office that reports and has mirrored flows; 1 is the mean office.

    Scores of different components cannot be compared: no chain of partners joins them.

    Shape: one row per area; as_exporter, as_importer, exporter_pairs, importer_pairs,
        exporter_component, importer_component.
    Missing: a score of a side on which the area has no mirrored flow. Who does not report has no row.
    Raises: CheckError where the turns do not come to rest.
    """
    pairs = _pairs(mirrored)
    exporters, rows = np.unique(pairs["exporter"].to_numpy(dtype=str), return_inverse=True)
    importers, columns = np.unique(pairs["importer"].to_numpy(dtype=str), return_inverse=True)
    distance = np.zeros((len(exporters), len(importers)))
    distance[rows, columns] = np.maximum(pairs["index"].to_numpy(dtype=float), _FLOOR)
    sold, bought = _scores(distance)
    is_pair = distance > 0
    parts = _components(is_pair)
    sides = [
        pd.DataFrame(
            {f"as_{side}": scores, f"{side}_pairs": pairs, f"{side}_component": part}, index=areas
        )
        for side, areas, scores, pairs, part in (
            ("exporter", exporters, sold, is_pair.sum(axis=1), parts[: len(exporters)]),
            ("importer", importers, bought, is_pair.sum(axis=0), parts[len(exporters) :]),
        )
    ]
    both = sides[0].join(sides[1], how="outer")
    counts = [f"{side}_{what}" for what in ("pairs", "component") for side in PAIR]
    both[counts] = both[counts].astype("Int64")
    ordered = ["as_exporter", "as_importer", *counts]
    return both[ordered].rename_axis("area").reset_index()


def reconciled(mirrored: Table, scores: pd.DataFrame) -> Table:
    """The mirrored flows with one value each, the more reliable side counting for more.

    The weight of the exporter is its squared score over both squared scores; where one side alone reports,
    its value stands. FOB throughout.

    Shape: rows of ``mirrored`` with exporter_weight and reconciled_value, a frame of the kind that came in.
    """
    frame = nw.from_native(mirrored)
    sides = {
        "exporter": ("as_exporter", "_exporter_score"),
        "importer": ("as_importer", "_importer_score"),
    }
    for side, (column, name) in sides.items():
        known = scores.loc[scores[column].notna(), ["area", column]]
        small = beside(frame, {side: known["area"].tolist(), name: known[column].tolist()})
        frame = frame.join(small, on=side, how="left")
    seller, buyer = (nw.col(name) * nw.col(name) for _, name in sides.values())
    sold, fob = nw.col("export_value"), nw.col("fob_equivalent")
    weight = (
        nw.when(sold.is_null())
        .then(nw.lit(0.0))
        .when(fob.is_null())
        .then(nw.lit(1.0))
        .otherwise(seller / (seller + buyer))
    )
    found = frame.with_columns(weight.alias("exporter_weight")).with_columns(
        (
            nw.col("exporter_weight") * sold.fill_null(0.0)
            + (1.0 - nw.col("exporter_weight")) * fob.fill_null(0.0)
        ).alias("reconciled_value")
    )
    return found.drop([name for _, name in sides.values()]).to_native()


def _pairs(mirrored: Table) -> pd.DataFrame:
    """One row per pair of offices that both report: how far their flows lie apart, in shares of both.

    Shape: exporter, importer, index.
    """
    frame = nw.from_native(mirrored).lazy()
    sold, fob = nw.col("export_value"), nw.col("fob_equivalent")
    both = frame.filter(~nw.col("discrepancy_index").is_null()).with_columns(
        sold.fill_null(0.0).alias("_sold"), fob.fill_null(0.0).alias("_fob")
    )
    apart = (nw.col("_sold") - nw.col("_fob")).abs()
    sums = (
        both.with_columns(apart.alias("_apart"))
        .group_by(*PAIR)
        .agg(nw.col("_apart").sum(), nw.col("_sold").sum(), nw.col("_fob").sum())
    )
    found = collected(sums)
    cells = {name: found.get_column(name).to_list() for name in (*PAIR, "_apart", "_sold", "_fob")}
    pairs = pd.DataFrame(cells).sort_values(list(PAIR), ignore_index=True)
    whole = pairs["_sold"] + pairs["_fob"]
    traded = pairs[whole > 0]
    return traded.assign(index=traded["_apart"] / whole[whole > 0])[[*PAIR, "index"]]


def _scores(distance: Floats) -> tuple[Floats, Floats]:
    """Scores of exporters and importers at rest, each with geometric mean 1.

    Raises: CheckError where they do not come to rest.
    """
    is_pair = distance > 0
    sold, bought = np.ones(distance.shape[0]), np.ones(distance.shape[1])
    for _ in range(_TURNS):
        before = sold, bought
        sold = _normal(is_pair.sum(axis=1) / (distance @ bought))
        bought = _normal(is_pair.sum(axis=0) / (distance.T @ sold))
        moved = max(
            (
                np.abs(new / old - 1).max()
                for new, old in zip((sold, bought), before, strict=True)
                if new.size
            ),
            default=0.0,
        )
        if moved < _STILL:
            return sold, bought
    raise CheckError(
        f"reliability: found scores that still move by {moved:.1e} after {_TURNS} turns, "
        f"expected less than {_STILL}; drop pairs that nearly agree or hardly trade"
    )


def _normal(scores: Floats) -> Floats:
    """The scores over their geometric mean."""
    found: Floats = scores / np.exp(np.log(scores).mean()) if scores.size else scores
    return found


def _components(is_pair: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The number of the group of offices that chains of partners join, exporters first."""
    from scipy.sparse import coo_matrix  # noqa: PLC0415 - heavy, for this alone
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415 - as above

    count = sum(is_pair.shape)
    sellers, buyers = np.nonzero(is_pair)
    links = coo_matrix((np.ones(len(sellers)), (sellers, buyers + len(is_pair))), (count, count))
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.int64)
