"""Leaving: what holds when a sentence is over."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from nktrade.core.codes import ALL_GOODS, WORLD, Kind
from nktrade.core.period import Period
from nktrade.reading.discourse import CLAUSE, WORDS, Sides, State, Theme, told_ways, turned
from nktrade.reading.drafts import Draft, told_of
from nktrade.reading.framing import Bound
from nktrade.reading.parts import Part
from nktrade.reading.pooling import pooled_after
from nktrade.reading.roles import WAYS
from nktrade.reading.scene import Scene
from nktrade.reading.timing import distance, lasting, period_of
from nktrade.reading.together import LENT

_HEAD = re.compile(r"\s*")
_PARTED = 3
"""Parts of a time told in one sentence from which on they are its parts, and no new time is spoken of."""
_OPENS = frozenset({"hard", ";"})
_FULL_STOPS = (".", "!", "?", '"', "'", ")")


def after(scene: Scene, drafts: Sequence[Draft]) -> State:
    """What holds when the sentence is over."""
    claims = [one for one in drafts if one.is_claim]
    state = _after_trade(scene, claims)._replace(is_other=_is_other(scene, drafts))
    if claims and state.main.reporter.value is None:
        theme, sides = _founded(scene, claims[0])
        focus = state.focus or _focus(scene, claims[-1])
        state = state._replace(theme=theme, main=sides, focus=focus)
    elif not claims and state.focus is None and _is_headline(scene):
        state = _headed(scene, state)._replace(focus=_served(scene))
    if state.theme and not drafts and scene.bound and _is_line(scene):
        head = scene.bound[-1]  # a heading, 2. Exports: what stands below is of them
        theme = Theme(head.frame.flow, head.frame.sign, head.commodity.value)
        state = state._replace(theme=theme)
    return _after_times(scene, claims, state)


def _after_trade(scene: Scene, claims: Sequence[Draft]) -> State:
    """What is spoken of: whose trade, which way, of what, in which unit."""
    state = scene.ground.state
    subject = _subject(scene)
    told = told_of(claims)
    heads = {one.head_start for one in claims}
    bound = [one for one in scene.bound if one.start in heads] or scene.bound
    counted = [one for one in bound if one.frame.head.value != "total:sum"]
    topic = next(iter((*counted[-1:], *bound[-1:])), None)
    rates = [one.sort.kind for one in claims if one.spot.unit == "percent"]
    flows = tuple(one.flow.value for one in claims if one.flow.value)
    return state._replace(
        way=_way(claims, state),
        sides=topic.sides if topic else state.sides,
        flow=topic.frame.flow if topic else state.flow,
        sign=topic.frame.sign if topic else state.sign,
        flows=flows or state.flows,
        ways=told_ways(state, [(one.flow.value, one.sides) for one in claims]),
        others=state.others | _others(claims, state),
        amounts=_amounts(claims) if claims else state.amounts,
        told=told or state.told,
        commodity=_topic(scene, claims),
        subject=subject or (topic.sides.reporter.value if topic else None) or state.subject,
        pointed=scene.pointed._replace(side=_partner_told(scene)),
        pooled=pooled_after(told, state) if claims else state.pooled,
        maker=next((one for part in scene.parts if (one := part.maker)), state.maker),
        price=next((one for one in reversed(scene.spots) if one.per), None),
        is_share=rates[-1] is Kind.SHARE_PCT if rates else state.is_share,
        level=claims[0].spot.start if [one.sort.kind for one in claims] == [Kind.LEVEL] else None,
        unit=next((one.spot.unit for one in claims if one.spot.unit in LENT), state.unit),
    )


def _partner_told(scene: Scene) -> str | None:
    """The partner that the words of a sentence name last, or the country named last before any was: exports there."""
    named = (one.sides.partner for one in reversed(scene.bound) if one.frame.partner)
    told = (one.value for one in named if one.value and one.value != WORLD and "," not in one.value)
    areas = (one.value for one in reversed(scene.items) if one.role == "area")
    before = scene.pointed.side
    return next(told, None) or before or next((code for code in areas if code.isupper()), None)


def _subject(scene: Scene) -> str | None:
    """The country that the sentence is about: the first named, unless its clause only says when or why."""
    told = [part for part in scene.parts if part.subject]
    main = (part for part in told if part.items[0].role != "compare" and not _is_led(part))
    return next((part.subject for part in (*main, *told)), None)


def _is_led(part: Part) -> bool:
    """Whether a clause hangs on the one behind it: after China stopped, the North found others."""
    return part.items[0].role == "break" and part.items[0].value in {"hard", "when", "since"}


def _is_other(scene: Scene, drafts: Sequence[Draft]) -> bool:
    """Whether all its amounts were no trade; without any, whether those before it were none."""
    if not drafts:
        return scene.ground.state.is_other
    goes_on = scene.ground.state.is_other or any(one.role == "other" for one in scene.items)
    return goes_on and all(one.governed for one in drafts)


def _after_times(scene: Scene, claims: Sequence[Draft], state: State) -> State:
    """Of which time is spoken, and against what it is held."""
    times = [one for one in scene.times if not one.compared and one.clauses is None]
    years = [one.when.year for one in times if one.when.year]
    current = [
        one.period
        for one in _lasting_claims(scene, claims)
        if one.period and not one.sort.is_base and one.sort.kind is not Kind.CAP
    ]
    is_limit = bool(claims) and all(one.sort.kind is Kind.CAP for one in claims)
    named = [] if is_limit else times[:1]
    spoken = [period_of(one, scene.times, scene.ground.anchor) for one in named]
    told = _topical(_outlook(spoken, current) or current or spoken)
    # 82 percent of the $3 billion is one with it.
    amounts = [one for one in claims if one.sort.kind is not Kind.RATIO]
    before = state.period if state.first else None  # that of a headline gives way
    period = lasting(before, told, _most_alike(amounts)) or state.period
    if state.period and _is_parted(state.period, current):
        period = state.period
    told_months = [one.period for one in claims if not one.sort.is_base]
    months = [one for one in (*spoken, *told_months, period) if one and one.month_count == 1]
    return state._replace(
        period=period,
        month=months[-1] if months else state.month,
        first=state.first or (period if claims and not _is_headline(scene) else None),
        year=told.last.year if told else years[-1] if years else state.year,
        base=next((one.base for one in reversed(claims) if one.base), None)
        or _stepped(claims)
        or state.base,
    )


def _most_alike(claims: Sequence[Draft]) -> int:
    """How many figures of one unit are told: 388 tons and $6 million are one thing told twice."""
    return max(Counter(one.spot.unit for one in claims).values(), default=0)


def _stepped(claims: Sequence[Draft]) -> str | None:
    """The base that a level and an old one lie apart: 5 tons came in May, up from 4 tons a year earlier."""
    for old, new in pairwise(reversed(claims)):
        if old.sort.is_base and not new.sort.is_base and new.sort.kind is Kind.LEVEL:
            return distance(new.period, old.period)
    return None


def _is_headline(scene: Scene) -> bool:
    """Whether the sentence is the line above a text: its time may be another than that of the text."""
    return _HEAD.fullmatch(scene.ground.text, 0, scene.start) is not None and _is_line(scene)


def _is_line(scene: Scene) -> bool:
    """Whether the sentence stands above others without a full stop, as a headline does."""
    text = scene.ground.text
    end = text.find("\n", scene.start)
    has_below = 0 <= end < len(text) - 1
    return has_below and not text[scene.start : end].rstrip().endswith(_FULL_STOPS)


def _lasting_claims(scene: Scene, claims: Sequence[Draft]) -> Sequence[Draft]:
    """The claims without those that are made in passing, unless the text has no other."""
    passing = {number for one in scene.times for number in one.clauses or ()}
    told = [one for one in claims if one.whence != "words" or one.segment not in passing]
    return told if told or scene.ground.state.period else claims


def _outlook(spoken: Sequence[Period | None], current: Sequence[Period]) -> Sequence[Period | None]:
    """The time a sentence opens with, where its figures only look back: none were sold in 2014, after 5 tons in 2013."""
    opened = [
        one
        for one in spoken
        if one
        and all(old.last < one.first and old.month_count == one.month_count for old in current)
    ]
    return opened if current else ()


def _way(claims: Sequence[Draft], state: State) -> str | None:
    """The first direction told, as the reporter of the first claim of all sees it."""
    told = next((one for one in claims if one.flow.value in WAYS), None)
    return turned(told.flow.value, told.sides, state.main) if told else state.way


def _others(claims: Sequence[Draft], state: State) -> frozenset[str]:
    """The countries that the words name beside the one in focus."""
    focus = state.focus or (claims[0].sides.reporter.value if claims else None)
    named = {side.value for one in claims for side in one.sides if side.trust >= CLAUSE}
    return frozenset(code for code in named if code not in {None, focus, WORLD})


def _amounts(claims: Sequence[Draft]) -> tuple[str, ...]:
    """The flows of all goods of which amounts are told."""
    levels = [one for one in claims if one.sort.kind is Kind.LEVEL]
    of_all = [one.flow.value for one in levels if one.commodity.value == ALL_GOODS]
    return tuple([flow for flow in of_all if flow])


def _founded(scene: Scene, first: Draft) -> tuple[Theme, Sides]:
    """What a text is about, and whose trade it tells: its first claim, in a headline what comes before it.

    Japan's exports fall, car shipments to China by 5 percent: what follows is of all its exports.
    """
    opened = next(iter(scene.bound), None)
    is_led = opened is not None and opened.start < first.head_start and _is_headline(scene)
    if opened is None or not is_led or opened.sides.reporter.value != first.sides.reporter.value:
        return Theme(first.flow.value, first.balance, first.commodity.value), first.sides
    frame = opened.frame
    return Theme(frame.flow, frame.sign, opened.commodity.value), opened.sides


def _headed(scene: Scene, state: State) -> State:
    """What is spoken of below a headline without a figure: what it tells first, not what it adds on one partner."""
    match scene.bound:
        case [opened, *_, last] if (
            opened.sides.reporter.value is not None
            and opened.sides.reporter.value == last.sides.reporter.value
        ):
            frame = opened.frame
            return state._replace(sides=opened.sides, flow=frame.flow, sign=frame.sign)
        case _:
            return state


def _focus(scene: Scene, claim: Draft) -> str | None:
    """The country that a text turns out to be about: one whose supplier is named, not the supplier."""
    served = _served(scene) is not None
    return (claim.sides.partner if served else claim.sides.reporter).value


def _served(scene: Scene) -> str | None:
    """The country whose supplier or buyer a sentence names: Russia overtook Iran as its top supplier."""
    agents = (one for one in scene.bound if one.frame.head.value.endswith(":agent"))
    return next((one.sides.partner.value for one in agents if one.frame.partner is not None), None)


def _topic(scene: Scene, claims: Sequence[Draft]) -> str | None:
    """The goods spoken of: after a list of several, none in particular."""
    claims = [one for one in claims if not _is_in_passing(scene, one)] or claims
    if claims:
        owned = {one.commodity.value for one in claims} - {ALL_GOODS}
        return claims[-1].commodity.value if len(owned) <= 1 else ALL_GOODS
    told = scene.bound[-1].commodity if scene.bound else None
    if told is not None and told.trust >= WORDS and told.value != ALL_GOODS:
        return told.value
    if told is not None and _is_of_trade(scene.bound[-1]):
        return ALL_GOODS
    return _named(scene) or scene.ground.state.commodity


def _is_in_passing(scene: Scene, claim: Draft) -> bool:
    """Whether a figure is told of goods in an aside: exports to the U.S. fell by 3 percent, with cars down 7.5 percent."""
    said = [one for one in scene.parts[claim.segment].items if one.role != "stop"][:2]
    return [one.role for one in said] == ["case", "commodity"] and said[0].value == "counterpart"


def _is_of_trade(bound: Bound) -> bool:
    """Whether a sentence ends on the trade of two as a whole: trade between them was negligible."""
    frame = bound.frame
    is_whole = frame.renews and frame.flow == "total" and bound.commodity.value == ALL_GOODS
    return is_whole and bound.sides.partner.trust >= WORDS


def _named(scene: Scene) -> str | None:
    """The goods that the last clause about any opens with, else those it names last: clothing, sewn from cloth, rose."""
    goods: str | None = None
    is_open = False
    for part in scene.parts:
        opens = not part.number or part.items[0].value in _OPENS
        if part.goods and (opens or not is_open):
            goods = part.goods[-1]
        is_open = part.topic is not None if opens else is_open
    return goods


def _is_parted(whole: Period, told: Sequence[Period]) -> bool:
    """Whether a sentence tells a time one part after the other: by quarter it was 4 in the first, 5 in the second, 6 in the third."""
    parts = {one for one in told if whole.first <= one.first <= one.last <= whole.last} - {whole}
    return len(parts) >= _PARTED and parts == {*told}


def _topical(periods: Sequence[Period | None]) -> Period | None:
    """The period spoken of after several: the last named, or a later one of its length."""
    named = [one for one in periods if one is not None]
    return max((one for one in named if one.month_count == named[-1].month_count), default=None)
