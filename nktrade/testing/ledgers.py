"""Ledgers: a world as a customs ledger, row by row, true or with one fault in it.

The rows are written as a report with one row a line, so every kind of fault that reports know can
be planted in ledgers too; ``frame_of`` then turns claims into the ledger's columns.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.codes import ALL_GOODS, Flow, Kind
from nktrade.core.period import MONTHS, Period
from nktrade.ledger.ledger import Ledger
from nktrade.testing.amounts import Manner, written
from nktrade.testing.choice import Choice
from nktrade.testing.faults import plant
from nktrade.testing.filling import Scene, printed_piece
from nktrade.testing.languages import language
from nktrade.testing.pieces import Piece, Turn, joined
from nktrade.testing.worlds import Fact, World
from nktrade.testing.writing import WrittenReport, report_from

KINDS = (
    "substitution",
    "transposition",
    "omission",
    "insertion",
    "shift",
    "scale",
    "swap",
    "direction",
    "percentage",
    "period",
    "currency",
    "unit",
    "total",
    "balance",
)
"""The kinds of fault that a ledger can have: all but those of citations."""
_PRECISIONS = (15, 8, 6, 5)
"""Digits to which an office prints; the first is to the dollar."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FaultyLedger:
    """A ledger that is true but for one slip."""

    frame: pd.DataFrame
    """Shape: one row per claim, the columns of ``nktrade.Ledger.frame``."""
    true: pd.DataFrame
    """The same without the slip."""
    kind: str
    claims: tuple[str, ...]
    """Ids, in the column ``claim``, of the rows that the slip made false."""
    is_checkable: bool
    """Whether the rows cannot all be true at their widest, the false ones among them."""


def frame_of(claims: Iterable[Claim]) -> pd.DataFrame:
    """The claims as ledger rows.

    Shape: one row per claim, the columns of ``nktrade.Ledger.frame``.
    """
    return Ledger.of(claims).frame


def consistent_rows(world: World, choice: Choice) -> WrittenReport:
    """The world as a ledger in writing: months, runs, changes and goods, one row a line."""
    digits = choice.one(_PRECISIONS)
    manner = Manner(
        language=language("en"),
        choice=choice,
        notations=("full",),
        hedge_once_in=0,
        fewest_digits=digits,
        most_digits=digits,
    )
    scene = Scene(
        language=manner.language,
        world=world,
        manner=manner,
        choice=choice,
        published=world.month.last + timedelta(days=20),
        period=world.month,
    )
    rows = [_row(fact, replace(scene, sentence=row)) for row, fact in enumerate(_facts(world))]
    return report_from(joined([row for row in rows if row is not None]), scene, "rows")


def faulty_ledger(rows: WrittenReport, kind: str, choice: Choice) -> FaultyLedger | None:
    """The rows with one fault of the kind, or None where they offer no place for it."""
    fault = plant(rows, kind, choice)
    if fault is None:
        return None
    return FaultyLedger(
        frame=frame_of(fault.claims),
        true=frame_of(rows.claims),
        kind=kind,
        claims=fault.affected,
        is_checkable=fault.is_checkable,
    )


def _facts(world: World) -> Iterator[Fact]:
    """What a customs office publishes for a year, and the same months of the year before."""
    year = world.run.first.year
    for months in (year - 1, year):
        for month in range(1, world.run.month_count + 1):
            period = Period.month(months, month)
            yield from (Fact(kind=Kind.LEVEL, flow=flow, period=period) for flow in Flow)
    for period in dict.fromkeys((world.month, world.run)):
        for flow in (Flow.EXPORT, Flow.IMPORT, Flow.TOTAL):
            change = Fact(kind=Kind.CHANGE_PCT, flow=flow, period=period, base="year_earlier")
            yield replace(change, unit="percent")
    if world.run != world.month:
        yield from (Fact(kind=Kind.LEVEL, flow=flow, period=world.run) for flow in Flow)
    yield from _goods_facts(world)


def _goods_facts(world: World) -> Iterator[Fact]:
    for goods in world.goods:
        value = Fact(
            kind=Kind.LEVEL, flow=goods.flow, period=world.month, commodity=goods.commodity
        )
        yield value
        yield replace(value, unit=goods.unit)
        yield replace(value, kind=Kind.UNIT_PRICE, unit=f"USD/{goods.unit}")
        yield replace(value, kind=Kind.SHARE_PCT, unit="percent")


def _row(fact: Fact, scene: Scene) -> Piece | None:
    """Period, flow, goods and amount, with a sign where the amount has a direction."""
    truth = scene.world.truth(fact)
    found = written(abs(truth), fact.unit, scene.manner)
    if found is None:
        return None
    goods = "" if fact.commodity == ALL_GOODS else f" of {fact.commodity}"
    return joined(
        [
            _label(fact.period, scene),
            Piece(text=f"\t{fact.flow}{goods}\t"),
            _sign(fact, scene),
            printed_piece(fact, truth, *found, scene),
            Piece(text="\n"),
        ]
    )


def _label(period: Period, scene: Scene) -> Piece:
    shift = -1 if period.month_count == 1 else -MONTHS
    turn = Turn(
        kind="period",
        start=0,
        end=len(str(period)),
        false=str(period.shifted(shift)),
        sentence=scene.sentence,
        shift=shift,
    )
    return Piece(text=str(period), turns=(turn,))


def _sign(fact: Fact, scene: Scene) -> Piece:
    if fact.base is None and fact.flow is not Flow.BALANCE:
        return Piece()
    true, false = ("+", "-") if scene.world.truth(fact) > 0 else ("-", "+")
    turn = Turn(
        kind="direction",
        start=0,
        end=1,
        false=false,
        sentence=scene.sentence,
        flow=fact.flow,
        base=fact.base,
    )
    return Piece(text=true, turns=(turn,))
