"""Comparing: which two flows a sentence holds against each other: replaced, made up for, overtook.

What is named before and behind the word are the two sides. What one side leaves out, the other has:
North Korean coal made up for Australian.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from nktrade.core.claims import Stream
from nktrade.core.codes import WORLD, Flow
from nktrade.reading.discourse import State
from nktrade.reading.foremost import agent, foremost, rank_of
from nktrade.reading.framing import Bound
from nktrade.reading.parties import HEADS
from nktrade.reading.roles import WAYS
from nktrade.reading.scene import Scene
from nktrade.reading.setting import usual_partner
from nktrade.reading.surroundings import NORTH
from nktrade.reading.words import RIVAL, Mention

LED = "led"
_CLAUSE_END = re.compile(r"[,;:.](?!\d)")
_NAMING = frozenset({"area", "commodity", "case", "pronoun", "world", *HEADS})
_PASSED = frozenset({"change", "hedge", "filler", "whole", "level", "share", "neutral"})
"""What may stand in a side and names nothing: the fall in its coal exports."""


_Pair = tuple[Stream, Stream | None]


class Compared(NamedTuple):
    """What is said of two flows; the other is None where all others are meant, or it is not named."""

    says: str
    one: Stream
    other: Stream | None
    start: int
    end: int


class _Side(NamedTuple):
    """What is named on one side of the word."""

    area: str | None = None
    goods: str | None = None
    stream: Stream | None = None


class _Rank(NamedTuple):
    """As what the one overtook the other: as North Korea's largest supplier of coal."""

    flow: str
    owner: str | None
    goods: str | None
    is_first: bool
    """Whether it is called the largest, and not one of several or the second."""


def compared(scene: Scene, word: Mention) -> Compared | None:
    """The flows that a word compares; None where its sentence does not name them."""
    says, _, order = word.value.removeprefix(f"{RIVAL}:").partition(":")
    if says == LED and not scene.ground.lexicon.spaced:
        return _crowned(scene, word)
    came, lost, every = _runs(scene.items, word, order)
    one = _side(scene, came, is_last=True)
    other = _Side() if says == LED else _side(scene, lost)
    rank = _rank(scene, word, {one.area, other.area})
    pair: _Pair | None = None
    if says == LED:
        if one.area and rank and rank.is_first:
            pair = _ranked(rank, one.area), None
    elif one.area and other.area and rank:
        says, pair = "overtook", (_ranked(rank, one.area), _ranked(rank, other.area))
    elif order == "gap" and other.area is None:
        pair = _filled(scene, word, one, every)
    else:
        pair = _told(one, other) if one.stream or other.stream else _made(scene, one, other, every)
    if pair is None:
        return None
    ends = [word, *every]
    start, end = min(item.start for item in ends), max(item.end for item in ends)
    return Compared(says, *_settled(*pair), start, end)


def _crowned(scene: Scene, word: Mention) -> Compared | None:
    """Who became the largest, in a language whose noun says of what."""
    found = foremost(scene, word)
    if found is None:
        return None
    owner = found.owner or _buyer(scene, {found.area})
    stream = Stream(flow=found.flow, reporter=owner, partner=found.area, commodity=found.goods)
    return Compared(LED, stream, None, found.start, found.end)


def _settled(one: Stream, other: Stream | None) -> _Pair:
    """Both flows seen from one side: nobody trades with himself, and none is held against its mirror."""
    if other is None:
        return one, None
    sides = (one.partner, one.reporter)
    if one.flow and (other.reporter, other.partner, other.flow) == (*sides, one.flow.mirrored):
        other = replace(one, flow=other.flow, commodity=other.commodity)
    if {one.reporter, other.reporter} & {one.partner, other.partner}:
        return replace(one, reporter=None), replace(other, reporter=None)
    return one, other


def _runs(items: Sequence[Mention], word: Mention, order: str) -> tuple[Sequence[Mention], ...]:
    """What names the flow that came in, what names the one that was lost, and all that is named."""
    before = _run(item for item in reversed(items) if item.end <= word.start)[::-1]
    behind = _run(item for item in items if item.start >= word.end)
    every = (*before, *behind)
    if order == "by":
        return behind, before, every
    if order == "object":
        came, lost = _at_last_name(before)
        return came or behind, lost, every
    if order == "instead":
        lost, came = _at_last_name(before)
        return came, _at_last_name(lost)[1], every
    lost, came = _at_with(behind)
    return came or before, lost, every


def _run(items: Iterable[Mention]) -> list[Mention]:
    """The words next to the verb that name a flow, its goods and its countries."""
    found = []
    for item in items:
        if item.role in _NAMING:
            found.append(item)
        elif item.role not in _PASSED and not item.value.startswith(LED):
            break
    while found and found[-1].role == "case":
        found.pop()  # it leads on to what names nothing: in 2021
    return found


def _at_last_name(items: Sequence[Mention]) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Who does it and to whom, both before the verb; one alone is the latter."""
    areas = [index for index, item in enumerate(items) if item.role == "area"]
    at = areas[-1] if areas else 0
    return items[:at], items[at:]


def _at_with(items: Sequence[Mention]) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """What stands before and behind "with": replaced Australian coal with Russian."""
    at = next((n for n, item in enumerate(items) if item.value == "counterpart"), len(items))
    return items[:at], items[at + 1 :]


def _side(scene: Scene, items: Sequence[Mention], *, is_last: bool = False) -> _Side:
    """What a side names: the country next to its goods or the verb, its goods, the flow its words make."""
    areas = [item.value for item in items if item.role == "area"]
    first = next((n for n, item in enumerate(items) if item.role == "commodity"), 0)
    owner = [item.value for item in items[:first] if item.role == "area"][-1:] or areas
    goods = [item.value for item in items if item.role == "commodity"]
    bound = [one for one in scene.bound if one.frame.head in items and one.frame.flow in WAYS]
    return _Side(
        (areas[-1] if is_last else owner[0]) if areas else None,
        goods[0] if goods else None,
        _stream(bound[0]) if bound else None,
    )


def _stream(bound: Bound) -> Stream:
    reporter, partner = bound.sides
    return Stream(
        flow=Flow(bound.frame.flow),
        reporter=reporter.value,
        partner=partner.value,
        commodity=bound.commodity.value,
    )


def _rank(scene: Scene, word: Mention, rivals: set[str | None]) -> _Rank | None:
    """As what, where behind the word one is called a supplier or a buyer."""
    text, spaced = scene.ground.text, scene.ground.lexicon.spaced
    clause = _CLAUSE_END.search(text, word.end) if spaced else None
    end = clause.start() if clause else scene.items[-1].end
    behind = [item for item in scene.items if word.end <= item.start < end]
    is_agent = ":agent" if spaced else ""
    heads = (n for n, one in enumerate(behind) if one.role == "deal" and is_agent in one.value)
    at = next(heads, None)
    if at is None:
        return _told_by_noun(scene, behind, rivals)
    # China's largest supplier of coal, or the largest supplier of coal to China.
    named = [one for one in behind if one.role in {"area", "world", "pronoun"}]
    owners = [one for one in named if one.value not in rivals]
    spoken = owners[0] if owners else None
    goods = (one.value for one in behind if one.role == "commodity")
    # Of several countries a pronoun may mean any.
    owner = None if spoken and spoken.role == "pronoun" else spoken and spoken.value
    owner = owner if owners else _buyer(scene, rivals)
    called = scene.ground.lexicon.first.match(text, word.end, behind[at].start)
    return _Rank(behind[at].value.partition(":")[0], owner, next(goods, None), called is not None)


def _told_by_noun(scene: Scene, behind: Sequence[Mention], rivals: set[str | None]) -> _Rank | None:
    """As what, where one word says supplier and became."""
    found = next((one for word in behind if (one := rank_of(scene, word))), None)
    if found is None:
        return None
    owners = [one.value for one in behind if one.role == "area" and one.value not in rivals]
    goods = (one.value for one in behind if one.role == "commodity")
    owner = owners[0] if owners else _buyer(scene, rivals)
    return _Rank(agent(found), owner, next(goods, None), is_first=True)


def _ranked(rank: _Rank, area: str) -> Stream:
    """The flow of one supplier or buyer: with whose it is, or with everybody."""
    if rank.owner == WORLD:
        return Stream(flow=Flow(rank.flow), reporter=area, partner=WORLD, commodity=rank.goods)
    flow = Flow(rank.flow).mirrored
    return Stream(flow=flow, reporter=rank.owner, partner=area, commodity=rank.goods)


def _filled(scene: Scene, word: Mention, one: _Side, every: Sequence[Mention]) -> _Pair | None:
    """Whose goods fill a gap that another clause or the sentence before has told of."""
    if one.area is None:
        return None
    state = scene.ground.state
    told = [_stream(bound) for bound in scene.bound if bound.start < word.start]
    if state.flow in WAYS:
        told.insert(0, _spoken_of(state))
    lost = next((stream for stream in reversed(told) if stream.flow in WAYS), None)
    came = _sold_by(lost, one.area) if lost else None
    if came is None or came == lost:
        buyer = _buyer(scene, {one.area}, every)
        return Stream(flow=Flow.IMPORT, reporter=buyer, partner=one.area, commodity=one.goods), None
    return replace(came, commodity=one.goods or came.commodity), lost


def _spoken_of(state: State) -> Stream:
    """The flow of the sentence before."""
    reporter, partner = state.sides
    return Stream(
        flow=Flow(state.flow or Flow.TOTAL),
        reporter=reporter.value,
        partner=partner.value,
        commodity=state.commodity,
    )


def _sold_by(stream: Stream, seller: str) -> Stream:
    """The flow, sold by another country."""
    is_bought = stream.flow is Flow.IMPORT
    return replace(stream, partner=seller) if is_bought else replace(stream, reporter=seller)


def _told(one: _Side, other: _Side) -> _Pair | None:
    """Two flows of which at least one is told by a flow word; the other has what it does not name."""
    first = one.stream or _in_place(other, one)
    second = other.stream or _in_place(one, other)
    return (first, second) if first and second and first != second else None


def _in_place(told: _Side, named: _Side) -> Stream | None:
    """The flow of the one side with what the other names in its place."""
    stream = told.stream
    if stream is None:
        return None
    if named.goods:
        stream = replace(stream, commodity=named.goods)
    if named.area in {None, told.area}:
        return stream
    is_own = stream.reporter == told.area
    return replace(stream, reporter=named.area) if is_own else replace(stream, partner=named.area)


def _made(scene: Scene, one: _Side, other: _Side, every: Sequence[Mention]) -> _Pair | None:
    """Two countries' goods on one market: that of another country named, else of whom the text is about."""
    goods = one.goods or other.goods
    if not (goods and one.area and other.area and one.area != other.area):
        return None
    buyer = _buyer(scene, {one.area, other.area}, every)
    first = Stream(flow=Flow.IMPORT, reporter=buyer, partner=one.area, commodity=one.goods or goods)
    return first, replace(first, partner=other.area, commodity=other.goods or goods)


def _buyer(scene: Scene, both: Container[str | None], named: Sequence[Mention] = ()) -> str | None:
    """Who buys from both: another country that is named, else of whom the text is about."""
    state, setting = scene.ground.state, scene.ground.setting
    here = (item.value for item in named if item.role == "area")
    spoken = state.sides.reporter.value if state.flow == Flow.IMPORT else None
    is_of_north = setting.is_north and NORTH in both
    usual = usual_partner(NORTH, setting) if is_of_north else setting.home
    options = (*here, spoken, usual)
    return next((one for one in options if one not in both and one != WORLD), None)
