"""Tally: every sum that a customs file has in itself, counted, and those that are to be told with their rows.

On the engine of the file: of a large one only what is told comes into memory.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import narwhals as nw
import pandas as pd

from nktrade.customs.columns import MEASURES
from nktrade.customs.customs import Customs
from nktrade.customs.engines import Lazy, collected, lazy
from nktrade.customs.sides import Sides, flow_sides, heading_sides, partner_sides, period_sides
from nktrade.customs.stored import Stored
from nktrade.customs.sums import HOLDS, compared, weighed

WHOLE, PART, WEIGHTS = "whole", "part", "weights"
Kind = tuple[str, str]
"""A check and a verdict."""
Telling = Callable[[pd.DataFrame], Iterable[Kind]]
"""Which sums are told, by how many there are of each kind."""
_SUMS = ["relation", "check", "measure", "whole", "parts", "gap", "count", "verdict"]
_TERMS = ["relation", "row", "side"]
_NEARLY = 1 - 1e-9
"""What adding up the same floats in another order may leave of a gap."""


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """The sums of one file."""

    counts: pd.DataFrame
    """Shape: one row per kind of sum; check, verdict, sums."""
    told: pd.DataFrame
    """Shape: one row per sum that is told, the largest gaps first; relation, check, measure, whole, parts,
    gap, count, verdict."""
    terms: pd.DataFrame
    """Shape: one row per place of a sum that is told; relation, row (of the customs frame), side."""
    held: frozenset[int]
    """Those of its rows that stand in a sum that holds."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """The sums of one kind, judged."""

    sides: Sides
    judged: Lazy

    @property
    def keys(self) -> list[str]:
        return list(self.sides.keys)

    def counts(self) -> pd.DataFrame:
        """How many there are of each verdict."""
        found = collected(self.judged.group_by("verdict").agg(nw.len().alias("sums")))
        return found.to_pandas().assign(check=self.sides.check)

    def told(self, kinds: Iterable[Kind], most: int) -> pd.DataFrame:
        """The sums of these verdicts with the largest gaps."""
        verdicts = [verdict for check, verdict in kinds if check == self.sides.check]
        sized = self.judged.with_columns(nw.col("gap").abs().alias("size"))
        wanted = sized.filter(nw.col("verdict").is_in(verdicts))
        order = [True, *(False for _ in self.keys)]
        top = collected(wanted.sort("size", *self.keys, descending=order).head(most))
        return top.to_pandas().assign(check=self.sides.check, measure=self.sides.measure)

    def terms(self, told: pd.DataFrame) -> pd.DataFrame:
        """The rows of the sums told, each under the number of its sum."""
        if told.empty:
            return pd.DataFrame(columns=_TERMS)
        is_large = nw.col("gap").abs() >= _NEARLY * float(told["size"].min())
        of_kind = nw.col("verdict").is_in(list(told["verdict"].unique()))
        known = self.judged.filter(is_large & of_kind).select(self.keys)
        parts = []
        for rows, side in ((self.sides.wholes, WHOLE), (self.sides.parts, PART)):
            found = rows.join(known, on=self.keys, how="inner")
            placed = collected(found.select(list(dict.fromkeys(["row", *self.keys])))).to_pandas()
            parts.append(
                placed.merge(told[["relation", *self.keys]], on=self.keys).assign(side=side)
            )
        return pd.concat(parts)[_TERMS]

    def held(self, rows: list[int]) -> Iterator[int]:
        """Those of the rows that stand in a sum that holds."""
        holding = self.judged.filter(nw.col("verdict") == HOLDS).select(self.keys)
        for side in (self.sides.wholes, self.sides.parts):
            own = side.filter(nw.col("row").is_in(rows)).join(holding, on=self.keys, how="inner")
            yield from collected(own.select("row")).get_column("row").to_list()


def tally(customs: Customs | Stored, telling: Telling, most: int) -> Tally:
    """The sums of the file by the functions of ``sums``; so many of them at most are told."""
    every = list(_every(customs))
    counts = pd.concat([one.counts() for one in every], ignore_index=True)
    counts = counts.groupby(["check", "verdict"], sort=False, as_index=False).agg({"sums": "sum"})
    kinds = frozenset(telling(counts))
    told, terms, start = list[pd.DataFrame](), list[pd.DataFrame](), 0
    for one in every:
        sums = one.told(kinds, most)
        sums = sums.assign(relation=list(range(start, start + len(sums))))
        told.append(sums)
        terms.append(one.terms(sums))
        start += len(sums)
    places = pd.concat(terms, ignore_index=True).astype({"relation": "int64", "row": "int64"})
    # The oldest pandas that users may have warns of frames without rows, whose types it leaves out.
    some = [one for one in told if len(one)] or told
    joined = pd.concat(some, ignore_index=True).astype({"relation": "int64"})
    chosen = _largest(joined, places, most)
    places = places[places["relation"].isin(chosen["relation"])]
    rows = sorted(map(int, set(places["row"])))
    beside = (one for one in every if one.sides.check != WEIGHTS)
    held = frozenset(row for one in beside for row in (one.held(rows) if rows else ()))
    return Tally(counts=counts, told=chosen[_SUMS], terms=places, held=held)


def _largest(told: pd.DataFrame, places: pd.DataFrame, most: int) -> pd.DataFrame:
    """The sums with the largest gaps, of equal ones that whose whole the file has first."""
    first = places[places["side"] == WHOLE].groupby("relation")["row"].min()
    placed = told.assign(first=told["relation"].map(first).astype("float64"))
    return placed.sort_values(["size", "first"], ascending=[False, True], kind="stable").head(most)


def _every(customs: Customs | Stored) -> Iterator[_Sums]:
    """The kinds of sums that the file has rows for, in its first measure."""
    frame = lazy(customs)
    for sides in _sides(customs, frame):
        judged = compared(sides)
        is_pair = sides.check == "flows"
        yield _Sums(sides, judged.filter(nw.col("count") > 1) if is_pair else judged)
    known = frame.filter(~(nw.col("quantity_estimated") | nw.col("weight_estimated")))
    beside = Sides(check=WEIGHTS, wholes=known, parts=known, keys=("row",), measure="weight")
    yield _Sums(beside, weighed(known, ["row"]))


def _sides(customs: Customs | Stored, frame: Lazy) -> Iterator[Sides]:
    counts = collected(frame.select([nw.col(name).count() for name in MEASURES]))
    measure = next((name for name in MEASURES if counts.get_column(name).to_list()[0]), None)
    if measure is None:
        return
    yield from heading_sides(customs, measure)
    yield partner_sides(customs, measure)
    yield flow_sides(customs, measure)
    yield period_sides(customs, measure)
