"""Comparisons: one flow said to have replaced, made up for or overtaken another, beside both of them.

How much must come in for what was lost, and since when one must have been the smaller, no text defines:
where figures fit one meaning and not another, what is said stays open, with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import NamedTuple

import pandas as pd

from nktrade.checks.series import NOTHING, By, Printed, Series, every_series
from nktrade.core.claims import Statement, Stream
from nktrade.core.codes import ALL_GOODS, WORLD, Flow
from nktrade.core.period import MONTHS, Period
from nktrade.reference import areas

COMPARISONS = frozenset({"replaced", "eased", "overtook", "led"})
"""What a statement of two flows says; "eased" made up for a part alone, "led" is held against all others."""
_LATELY = timedelta(days=183)
"""How old the last figures of what "is making up for" another may be."""
_PERCENT = 100
_WORDS = {Flow.IMPORT: ("imports", "from"), Flow.EXPORT: ("exports", "to")}


class Held(NamedTuple):
    """Whether figures fit what is said (None: open), and the figures, or why it is open."""

    fits: bool | None
    beside: str


class _Ends(NamedTuple):
    """The two flows of a comparison at one time."""

    one: Printed
    other: Printed


def compared(said: Statement, when: Period, rows: pd.DataFrame) -> Held:
    """The comparison beside the figures of its flows."""
    if said.beside is None and said.says != "led":
        return Held(None, "what it took the place of is not said")
    said = _of_one(said, rows)
    if said.flow is None or said.reporter is None:
        return Held(None, "whose trade it speaks of is not said")
    return _led(said, when, rows) if said.beside is None else _beside(said, said.beside, when, rows)


def _of_one(said: Statement, rows: pd.DataFrame) -> Statement:
    """The statement, of the one country whose trade with both is printed, where it names none."""
    other = said.beside
    if said.reporter is not None or other is None:
        return said
    names = {*rows["reporter"], *rows["partner"]} - {WORLD, said.partner, other.partner}
    of_both = [
        name
        for name in sorted(names)
        if all(every_series(replace(one, reporter=name), rows) for one in (said.stream, other))
    ]
    if len(of_both) != 1:
        return said
    return replace(said, reporter=of_both[0], beside=replace(other, reporter=of_both[0]))


def _beside(said: Statement, other: Stream, when: Period, rows: pd.DataFrame) -> Held:
    """The comparison beside both of its flows, now and before."""
    pair = _pair(said.stream, other, rows)
    now = _latest(pair, when) if said.period is None else when
    ends = _ends(pair, now)
    if ends is None:
        return Held(None, f"no baseline has both flows of that time ({now}) in one count")
    bases = {base: then for base in _before(now) if (then := _ends(pair, base))}
    told = "; ".join(
        f"{_name(stream)}: {series.told((*bases, now))}"
        for stream, series in zip((said.stream, other), pair, strict=True)
    )
    if not bases:
        return Held(None, f"no baseline has both flows before it; {told}")
    judged = _overtook if said.says == "overtook" else _replaced
    fits, why = judged(said, ends, bases)
    return Held(fits, f"{why}; {told}" if fits is None else told)


def _overtook(_: Statement, now: _Ends, bases: Mapping[Period, _Ends]) -> tuple[bool | None, str]:
    """Whether the one is the larger now, and was the smaller before."""
    if now.one.high <= now.other.low:
        return False, ""
    was_less = any(then.one.low < then.other.high for then in bases.values())
    return (True, "") if was_less else (None, "it was the larger one already")


def _replaced(
    said: Statement, now: _Ends, bases: Mapping[Period, _Ends]
) -> tuple[bool | None, str]:
    """Whether the one rose while the other fell, and by as much where not a part alone is meant."""
    fitting = [
        then
        for then in bases.values()
        if now.one.high > then.one.low and now.other.low < then.other.high
    ]
    if not fitting or said.says == "eased":
        return bool(fitting), ""
    gains = [(now.one.high - then.one.low, then.other.low - now.other.high) for then in fitting]
    if any(gain >= loss for gain, loss in gains):
        return True, ""
    share = max(gain / loss for gain, loss in gains)
    part = f"at most {share * _PERCENT:.2g} percent of what the other fell by"
    return None, f"it rose by {part}, and how much is meant is not said"


def _led(said: Statement, when: Period, rows: pd.DataFrame) -> Held:
    """Whether it is the largest of all countries that are printed of that time, in one count."""
    by, own, rivals = _counted(said.stream, when, rows)
    if own is None or not rivals:
        return Held(None, f"no baseline has it beside others in that time ({when}) in one count")
    first = max(rivals, key=lambda code: rivals[code].low)
    told = (
        f"{_name(said.stream)} {when}: {own.value:,.0f}; the largest other of {len(rivals)} printed: "
        f"{first} {rivals[first].value:,.0f} {by.unit} ({by.compiler})"
    )
    return Held(own.high >= rivals[first].low, told)


def _counted(
    stream: Stream, when: Period, rows: pd.DataFrame
) -> tuple[By, Printed | None, Mapping[str, Printed]]:
    """The flow and that of each other country in its place, in the count that has most of them."""
    side = "reporter" if stream.partner == WORLD else "partner"
    own = getattr(stream, side)
    rows = rows[rows["commodity"] == (stream.commodity or ALL_GOODS)]
    found: dict[By, dict[str, Printed]] = {}
    for code in sorted({own, *rows["reporter"], *rows["partner"]} & _countries()):
        for by, series in every_series(replace(stream, **{side: code}), rows).items():
            if ends := series.over(when):
                found.setdefault(by, {})[code] = ends
    known = [by for by, one in found.items() if own in one]
    by = max(known, key=lambda one: len(found[one]), default=NOTHING.by)
    best = found.get(by, {})
    return by, best.get(own), {code: ends for code, ends in best.items() if code != own}


@cache
def _countries() -> frozenset[str]:
    return frozenset(code for code, one in areas().items() if one.kind == "country")


def _pair(one: Stream, other: Stream, rows: pd.DataFrame) -> tuple[Series, Series]:
    """Both flows in one unit and by one compiler: the one that has most periods of both."""
    first, second = every_series(one, rows), every_series(other, rows)
    both = {by: (first[by], second[by]) for by in first if by in second}
    return max(both.values(), key=_shared, default=(NOTHING, NOTHING))


def _shared(pair: tuple[Series, Series]) -> int:
    return len(pair[0].amounts.keys() & pair[1].amounts.keys())


def _latest(pair: tuple[Series, Series], day: Period) -> Period:
    """The last period of both before a day that is not long past; the day itself where there is none."""
    known = [
        one
        for one in pair[0].amounts.keys() & pair[1].amounts.keys()
        if one.last <= day.last and day.last - one.last <= _LATELY
    ]
    return max(known, key=lambda one: (one.last, one.first), default=day)


def _ends(pair: tuple[Series, Series], when: Period) -> _Ends | None:
    one, other = (series.over(when) for series in pair)
    return _Ends(one, other) if one and other else None


def _before(when: Period) -> Iterator[Period]:
    """The same time a year before, and the month before a month: either may be meant."""
    yield when.shifted(-MONTHS)
    if when.month_count == 1:
        yield when.shifted(-1)


def _name(stream: Stream) -> str:
    """The flow in words: imports of coal, CHN from AUS."""
    flow, way = _WORDS.get(stream.flow or Flow.TOTAL, ("trade", "with"))
    goods = "" if stream.commodity in {None, ALL_GOODS} else f" of {stream.commodity}"
    return f"{flow}{goods}, {stream.reporter} {way} {stream.partner or WORLD}"
