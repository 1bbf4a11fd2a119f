"""Claiming: drafts become claims with ids, confidences and alternatives; the rest stays unread."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from nktrade.core.claims import Alternative, Claim, Figure
from nktrade.core.codes import ALL_GOODS, WORLD, Approx, Channel, Flow, Kind, Standing, Valuation
from nktrade.core.documents import Document
from nktrade.core.period import MONTHS
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, WORDS, Known
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.goods import registered_goods
from nktrade.reading.openyears import named
from nktrade.reading.timing import usual_base
from nktrade.reference import confidence

_TRUST = {"words": WORDS, "clause": CLAUSE, "text": DISCOURSE, "prior": PRIOR}
_CHANGES = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO})


class Habit(NamedTuple):
    """What a text holds its changes against where it does not say."""

    home: str | None
    """The country whose trade its first figure tells."""
    is_monthly: bool
    """Whether it tells those of months against the month before, and none against the year before."""


def claims_of(
    document: Document, drafts: Sequence[Draft], *, is_dated: bool
) -> tuple[tuple[Claim, ...], tuple[Figure, ...]]:
    """The drafts as claims, and the figures with a unit that say nothing about trade.

    Without a date line every period rests on bounds, and is marked inferred.
    """
    drafts = [one if is_dated else one._replace(whence="prior") for one in drafts]
    kept = [one for one in drafts if one.is_claim]
    names = {one.spot.start: f"c{index}" for index, one in enumerate(kept, 1)}
    habit = _habit(kept)
    claims = tuple(_claim(document, one, names, habit) for one in kept)
    left = tuple(
        figure_of(document, one.spot) for one in drafts if one.spot.unit and not one.is_claim
    )
    return claims, left


def _habit(drafts: Sequence[Draft]) -> Habit:
    """The habit of a text, by the changes of months whose base it says."""
    told = [one.base for one in drafts if one.base and one.period and one.period.month_count == 1]
    is_monthly = set(told) == {"month_earlier"} and len(told) > 1
    return Habit(drafts[0].sides.reporter.value if drafts else None, is_monthly)


def figure_of(document: Document, spot: Spot) -> Figure:
    """The spot as a record of the house."""
    return Figure(
        document=document.id,
        start=spot.start,
        end=spot.end,
        surface=document.text[spot.start : spot.end],
        amount=spot.amount,
        unit=f"{spot.unit}/{spot.per}" if spot.per else spot.unit,
        sign=spot.sign,
        lexical=spot.numeral.lexical,
        flags=spot.numeral.flags,
    )


def _figure(document: Document, spot: Spot, kind: Kind) -> Figure:
    """The spot as a record, a limit of the register as it was set: 500,000 barrels are not 490,000."""
    figure = figure_of(document, spot)
    is_set = kind is Kind.CAP and figure.amount.approx is Approx.EXACT and registered_goods(spot)
    return replace(figure, amount=figure.amount.as_set) if is_set else figure


def _claim(document: Document, draft: Draft, names: dict[int, str], habit: Habit) -> Claim:
    kind = draft.sort.kind or Kind.LEVEL
    known = _known(draft)
    period = named(draft.period)
    return Claim(
        id=names[draft.spot.start],
        figure=_figure(document, draft.spot, kind),
        kind=kind,
        flow=Flow(draft.flow.value) if draft.flow.value else None,
        reporter=draft.sides.reporter.value,
        partner=draft.sides.partner.value,
        commodity=ALL_GOODS if draft.commodity.value is None else draft.commodity.value or None,
        period=period,
        when=None if period == draft.period else str(draft.period),
        sign=_sign(draft, kind),
        base=_base(draft, habit) if kind in _CHANGES else None,
        source=draft.source,
        channel=Channel(draft.channel or "unknown"),
        standing=Standing(draft.standing or "official"),
        valuation=Valuation(draft.valuation) if draft.valuation else None,
        scope=draft.scope,
        rate=draft.rate,
        share_of=draft.sort.share_of,
        place=draft.place,
        route=draft.route,
        actor=draft.actor,
        doubt=draft.doubt,
        version=draft.version,
        restates=names.get(draft.restates) if draft.restates is not None else None,
        repeats=names.get(draft.repeats) if draft.repeats is not None else None,
        is_plain=draft.is_plain,
        sentence=draft.sentence,
        clause=draft.segment,
        inferred=_inferred(draft, known, habit),
        missing=tuple(name for name, one in known.items() if not one.value),
        confidence=tuple(
            (name, confidence(name, one.trust)) for name, one in known.items() if one.value
        ),
        trust=tuple((name, one.trust) for name, one in known.items() if one.value),
        alternatives=_alternatives(draft),
    )


def _known(draft: Draft) -> dict[str, Known]:
    """The fields of the key, each with how far it is to be trusted."""
    (reporter, partner), period = draft.sides, named(draft.period)
    return {
        "flow": draft.flow,
        "reporter": reporter,
        "partner": partner,
        "commodity": draft.commodity,
        "period": Known(str(period) if period else None, _TRUST[draft.whence]),
    }


def _sign(draft: Draft, kind: Kind) -> str | None:
    """The direction of a change, or in whose favour a balance is."""
    is_balance = draft.flow.value == "balance" and kind is Kind.LEVEL
    return (draft.balance or draft.spot.sign if is_balance else draft.sort.sign) or None


def _inferred(draft: Draft, known: dict[str, Known], habit: Habit) -> tuple[str, ...]:
    """The fields that come from context and not from the words."""
    found = [name for name, one in known.items() if one.value and one.trust <= DISCOURSE]
    if draft.sort.kind in _CHANGES and not draft.base and _base(draft, habit):
        found.append("base")
    return tuple(found)


def _base(draft: Draft, habit: Habit) -> str | None:
    """The base in words, or the one that the text and its country tell changes of such a period against."""
    if draft.base or (draft.sort.kind is Kind.RATIO and not draft.sort.grows):
        return draft.base
    if draft.sort.grows and draft.period and draft.period.month_count > MONTHS:
        return None  # a threefold rise between 2009 and 2012
    if draft.period is None:
        return "year_earlier"
    if habit.is_monthly and draft.period.month_count == 1:
        return "month_earlier"
    return usual_base(draft.period, habit.home)


def _alternatives(draft: Draft) -> tuple[Alternative, ...]:
    """Other readings of what came from context: the other direction, the sides exchanged."""
    found: list[Alternative] = []
    flow, reporter = draft.flow, draft.sides.reporter
    if flow.trust <= DISCOURSE and flow.value in {"export", "import"}:
        found.append(Alternative("flow", Flow(flow.value).mirrored.value, round(1 - flow.trust, 2)))
    other = draft.sides.partner.value
    if reporter.value and reporter.trust <= DISCOURSE and other not in {None, WORLD}:
        found.append(Alternative("reporter", other, round((1 - reporter.trust) / 2, 2)))
    return tuple(found)
