"""Briefs: short reports of real months, in our own words, each with one slip in one figure.

The months come from a baseline; the words, the rounding and the slip are ours. A brief says all
three flows and their changes on the year, so its figures bind one another, as in real reports.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pandas as pd

from nktrade.core.codes import Flow
from nktrade.core.period import MONTHS, Period
from nktrade.errors import LedgerError
from nktrade.testing.amounts import Manner
from nktrade.testing.choice import Choice, Seeded
from nktrade.testing.faults import FaultyReport, plant
from nktrade.testing.filling import Scene, filled
from nktrade.testing.languages import language
from nktrade.testing.slips import DIGIT_SLIPS
from nktrade.testing.worlds import World
from nktrade.testing.writing import WrittenReport, report_from

_COLUMNS = ("period", "flow", "value")
_ROUNDING = Fraction(1, 1000)
"""How far a printed total may lie from the sum of the printed parts and still be their total."""
_FEWEST = 3
"""With fewer digits in the source, a brief would say nothing that could be wrong."""
_TRIES = 20


def briefs_from_baseline(
    frame: pd.DataFrame, seed: int, *, count: int = 20, lang: str = "en"
) -> tuple[FaultyReport, ...]:
    """So many briefs of different months, each with one slip in its digits that can be noticed.

    Missing: fewer where the frame has fewer months with both flows, their total, and the same
    month a year earlier.
    Shape: ``frame`` has one row per figure: ``period`` (2018-06), ``flow``, ``value`` in dollars,
    seen from China. Where a month has several prints, those that add up with most digits are taken.

    Raises: LedgerError where a column is missing.
    """
    missing = [name for name in _COLUMNS if name not in frame.columns]
    if missing:
        raise LedgerError(
            f"baseline for briefs: found columns {', '.join(map(str, frame.columns))}, expected "
            f"{', '.join(_COLUMNS)}; rename or add {', '.join(missing)}"
        )
    choice = Seeded(f"briefs {seed}")
    worlds = list(_worlds(frame))
    briefs: list[FaultyReport] = []
    while worlds and len(briefs) < count:
        world, digits = worlds.pop(choice.whole(0, len(worlds) - 1))
        briefs += _with_slip(world, choice, lang, digits)
    return tuple(briefs)


def brief_of(
    world: World, choice: Choice, *, lang: str = "en", digits: int = 4
) -> WrittenReport | None:
    """The last month of the world in a few sentences, or None where a change would print as zero."""
    words = language(lang)
    manner = Manner(
        language=words,
        choice=choice,
        notations=tuple(words.styles["wire"].notations),
        hedge_once_in=0,
        fewest_digits=digits,
        most_digits=digits,
    )
    scene = Scene(
        language=words,
        world=world,
        manner=manner,
        choice=choice,
        published=world.month.last + timedelta(days=choice.whole(18, 26)),
        period=world.month,
    )
    piece = filled(choice.one([one for one in words.sentences if one.role == "brief"]), scene)
    return report_from(piece, scene, "brief") if piece else None


def _with_slip(world: World, choice: Choice, lang: str, digits: int) -> list[FaultyReport]:
    """One brief with one slip that somebody could find, if one of a few tries gives it."""
    for _ in range(_TRIES):
        brief = brief_of(world, choice, lang=lang, digits=digits)
        kind = choice.one((*DIGIT_SLIPS, "percentage"))
        fault = plant(brief, kind, choice) if brief else None
        if fault and fault.is_checkable:
            return [fault]
    return []


def _worlds(frame: pd.DataFrame) -> Iterator[tuple[World, int]]:
    """A world for every month whose two flows and total are known, there and a year earlier.

    Only these two months are in it; nothing may be asked of the others, which stand at zero. With
    it the digits to which all its figures are known, so that no brief prints more.
    """
    known = dict(_known_months(frame))
    for month, (out, back, digits) in known.items():
        before = known.get(month.shifted(-MONTHS))
        if before is None or min(digits, before[2]) < _FEWEST:
            continue
        last = MONTHS + month.first.month
        empty = (0,) * last
        place = month.first.month - 1
        world = World(
            reporter="CHN",
            partner="PRK",
            compiler="China customs",
            counted_by="CHN",
            first=date(month.first.year - 1, 1, 1),
            exports=empty,
            imports=empty,
        )
        filled_in = replace(
            world,
            exports=_placed(empty, {place: before[0], last - 1: out}),
            imports=_placed(empty, {place: before[1], last - 1: back}),
        )
        yield filled_in, min(digits, before[2])


def _placed(months: tuple[int, ...], values: dict[int, int]) -> tuple[int, ...]:
    return tuple(values.get(place, value) for place, value in enumerate(months))


def _known_months(frame: pd.DataFrame) -> Iterator[tuple[Period, tuple[int, int, int]]]:
    """Exports, imports and known digits of each month in which some print of all flows adds up.

    Of several such prints, the one with most digits.
    """
    for period, rows in frame.groupby("period", sort=True):
        values = {flow: rows.loc[rows["flow"] == flow.value, "value"].tolist() for flow in Flow}
        adding_up = [
            (int(out), int(back), min(map(_known_digits, (out, back, total))))
            for out in values[Flow.EXPORT]
            for back in values[Flow.IMPORT]
            for total in values[Flow.TOTAL]
            if abs(out + back - total) <= _ROUNDING * Fraction(total)
        ]
        if adding_up:
            yield Period.of(str(period)), max(adding_up, key=lambda one: one[2])


def _known_digits(value: float) -> int:
    """Digits without trailing zeros: no more than were printed."""
    return len(str(int(value)).rstrip("0"))
