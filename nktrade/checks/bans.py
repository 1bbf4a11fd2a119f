"""Bans: trade that a text reports, or expects, on a day when a UN measure forbids it.

A finding about trade, never about a figure and never a verdict on anyone: the note says which
paragraph binds and what it lets through, and leaves what follows to the reader.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from nktrade.checks.viewpoint import (
    NORTH,
    Told,
    direction,
    is_amount,
    is_trade,
    named,
    partner_of,
    roles,
    told_in,
)
from nktrade.core.claims import Claim, Reading, Statement
from nktrade.core.codes import WORLD, Channel, Flow, Kind, Severity, Standing
from nktrade.core.findings import Relation
from nktrade.core.period import Period
from nktrade.reference.areas import areas
from nktrade.reference.commodities import joined, lineage, within
from nktrade.reference.measures import Measure, measures, resolutions

_DIRECTIONS = {Flow.EXPORT: "exports of", Flow.IMPORT: "imports of"}
_TOWARDS = {Flow.EXPORT: "to", Flow.IMPORT: "from"}
_HOME, _LABOUR = "repatriation", "labour"
_PARTLY = "ban with exceptions"
_Bound = tuple[Measure, str, Flow]
"""What one note is about: the measure, the goods and their direction, seen from North Korea."""


def bans(reading: Reading, published: date | None) -> tuple[Relation, ...]:
    """One note for each measure and goods, naming what the text reports while it binds.

    Where neither claim nor document is dated, only a text that itself speaks of the measures is
    asked, and only about measures in force to this day; the note then says on what it rests.
    """
    found: dict[_Bound, list[Told]] = {}
    open_ended = published is None and _speaks_of_measures(reading)
    for one in told_in(reading):
        flow = direction(one)
        if flow is None or one.commodity is None or not (is_trade(one) or _is_expected(one)):
            continue
        for measure in _binding(one, flow, published, open_ended=open_ended):
            found.setdefault((measure, one.commodity, flow), []).append(one)
    return tuple(
        _note(reading.document, measure, goods, flow, told, is_undated=published is None)
        for (measure, goods, flow), told in _by_list(_by_widest(found)).items()
    )


def _by_list(found: Mapping[_Bound, list[Told]]) -> dict[_Bound, list[Told]]:
    """Goods that one list of the text names, together: buses, trucks and cars came in."""
    lists: dict[tuple[Measure, Flow, tuple[str, ...]], list[_Bound]] = {}
    for bound, told in found.items():
        measure, _, flow = bound
        listed = tuple(f"{one.start}" for one in told if isinstance(one, Statement))
        is_list = len(listed) == len(told)
        words = listed if is_list else (bound[1],)
        lists.setdefault((measure, flow, words), []).append(bound)
    return {
        (measure, _joined([goods for _, goods, _ in bounds]), flow): [
            one for bound in bounds for one in found[bound]
        ]
        for (measure, flow, _), bounds in lists.items()
    }


def _joined(goods: Sequence[str]) -> str:
    """The goods as one says them: buses, trucks and cars."""
    *others, last = goods
    return f"{', '.join(others)} and {last}" if others else last


def _by_widest(found: Mapping[_Bound, list[Told]]) -> dict[_Bound, list[Told]]:
    """The goods with those that they hold: dried squid is told under seafood, where both are named."""
    told: dict[_Bound, list[Told]] = {}
    for (measure, commodity, flow), every in found.items():
        others = (good for one, good, way in found if (one, way) == (measure, flow))
        holding = [good for good in others if within(commodity, good)]
        widest = min(holding, key=lambda good: len(lineage(good)))
        told.setdefault((measure, widest, flow), []).extend(every)
    return told


def _binding(
    one: Told, flow: Flow, published: date | None, *, open_ended: bool
) -> Iterator[Measure]:
    """The bans in force on every day of which the claim speaks."""
    days = _days(one, published)
    if days is None and not (open_ended and _speaks_of_its_day(one)):
        return
    for measure in measures():
        is_held = any(map(measure.covers, joined(one.commodity or "")))
        if measure.flow not in {flow, "both"} or not is_held:
            continue
        if not measure.is_ban and measure.kind != _HOME:
            continue
        if measure.last is None if days is None else _binds(measure, days):
            yield measure


def _binds(measure: Measure, days: Period) -> bool:
    since = measure.deadline if measure.kind == _HOME else None
    is_due = since is None or days.first > since
    return is_due and measure.binds(days.first) and measure.binds(days.last)


def _days(one: Told, published: date | None) -> Period | None:
    """The days of which it speaks, or the day it was printed."""
    if one.period is None and _speaks_of_its_day(one) and published is not None:
        return Period(published, published)
    return one.period


def _speaks_of_its_day(one: Told) -> bool:
    """Whether, undated, it speaks of the time of its text: statements, and what is still to come."""
    return isinstance(one, Statement) or _is_expected(one)


def _is_expected(one: Told) -> bool:
    """Whether it is a plan or a forecast of trade."""
    return isinstance(one, Claim) and one.standing is Standing.FORECAST and is_amount(one)


def _speaks_of_measures(reading: Reading) -> bool:
    cited = (resolutions().get(one.number) for one in reading.citations)
    is_cited = any(one is not None and one.is_dprk for one in cited)
    return is_cited or any(
        one.says == "banned" and NORTH in {one.reporter, one.partner} for one in reading.statements
    )


def _note(
    document: str,
    measure: Measure,
    commodity: str,
    flow: Flow,
    told: Iterable[Told],
    *,
    is_undated: bool,
) -> Relation:
    every = tuple(told)
    said = [*_sentences(measure, commodity, flow, every)]
    if is_undated and all(one.period is None for one in every):
        said.insert(
            2, "neither this nor the text is dated: the note stands if it speaks of a day in force"
        )
    return Relation(
        id="",
        document=document,
        check="reported inside a ban",
        type="text",
        args=roles(every),
        left=None,
        right=None,
        gap=None,
        holds=None,
        severity=Severity.NOTE,
        explanation="; ".join(said),
    )


def _sentences(
    measure: Measure, commodity: str, flow: Flow, told: tuple[Told, ...]
) -> Iterator[str]:
    """What is noted, by whom it was said, and what the paragraph lets through."""
    partners = sorted({one for one in map(partner_of, told) if one in areas() and one != WORLD})
    names = " and ".join(areas()[one].name for one in partners)
    beside = f" {_TOWARDS[flow]} {names}" if names else ""
    goods = f"{commodity} {_DIRECTIONS[flow]} North Korea"
    sent = "workers of North Korea sent" if commodity == _LABOUR else goods
    yield (
        f"{sent}{beside} {_verb(told)} {_under(measure)}: {measure}, in force since {measure.first}"
    )
    yield named(_amounts(told))
    if measure.kind == _HOME:
        yield f"workers were to be sent home by {measure.deadline}"
    if measure.grace_until is not None:
        yield f"goods under earlier contracts could cross until {measure.grace_until}"
    if measure.exceptions is not None:
        yield f"excepted from it: {measure.exceptions}"
    if not measure.verified:
        yield "this row of the register is not yet compared with the resolution itself"


def _amounts(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """The amounts and statements; shares and changes only where nothing else is told."""
    levels = [one for one in told if isinstance(one, Statement) or one.kind is Kind.LEVEL]
    return tuple(levels) or told


def _verb(told: tuple[Told, ...]) -> str:
    if all(one.is_hypothetical for one in told):
        return "expected"
    return "recorded" if all(map(_is_recorded, told)) else "reported"


def _under(measure: Measure) -> str:
    if measure.kind == _HOME:
        return "under an order of repatriation"
    return "inside a ban with exceptions" if measure.kind == _PARTLY else "inside a ban"


def _is_recorded(one: Told) -> bool:
    return one.channel is Channel.RECORDED and one.standing is Standing.OFFICIAL
