"""Binding: each figure of a sentence with its flow, sides, goods and period, by clause and distance."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nktrade.core.codes import Kind
from nktrade.core.period import Period
from nktrade.reading.coordinated import coordinated, pooled
from nktrade.reading.dating import dated
from nktrade.reading.dealing import recalled
from nktrade.reading.discourse import CLAUSE, Known
from nktrade.reading.drafts import Draft
from nktrade.reading.equivalents import with_equivalents
from nktrade.reading.figures import PARTS
from nktrade.reading.frames import Frame
from nktrade.reading.framing import Bound
from nktrade.reading.going_on import goes_on_changing
from nktrade.reading.goods import (
    LABOUR,
    MONEYS,
    WORKERS,
    goods_of_figure,
    refined_or_crude,
    registered_goods,
)
from nktrade.reading.heads import head_of, is_governed
from nktrade.reading.kinds import Place, Sort, direction, past_limit
from nktrade.reading.parties import HEADS
from nktrade.reading.parts import Part
from nktrade.reading.placing import place_of
from nktrade.reading.scene import Scene
from nktrade.reading.siding import adapted, continued, settled, turned_by_goods
from nktrade.reading.sorting import sort_of
from nktrade.reading.spoken import goods_told, in_apposition, of_quantity
from nktrade.reading.times import listed_before
from nktrade.reading.timing import period_of
from nktrade.reading.together import together
from nktrade.reading.unnamed import unnamed
from nktrade.reading.words import Mention, is_comparing

_LEADING = len(" adding a further roughly ")
_SAYING = frozenset({"statement", "vague", "moved", "compared", "case"})
"""What may state something of a flow: of cases only those of a rival."""
_LISTING = frozenset({"commodity", "stop", "break"})
_WEAK_HEADS = frozenset({"value", "paid", "total:sum"})


class Said(NamedTuple):
    """A word that states something of a flow without a number, with the frame it speaks of."""

    mention: Mention
    bound: Bound | None
    period: Period | None


def drafts_of(scene: Scene) -> list[Draft]:
    """One draft for every figure of the sentence, after each has seen the others."""
    drafts: list[Draft] = []
    carried: str | None = None
    for part in scene.parts:
        if "figure" not in part.roles:
            carried = next((one.value for one in part.items if one.role == "change"), carried)
        for index, one in enumerate(part.items):
            if one.role != "figure":
                continue
            place = place_of(scene.parts, part, index, carried)
            said = part.items[: index + 1]
            if place.follows and goes_on_changing(said, scene.parts, drafts, carried):
                place = place._replace(follows=False)
            sort = _limited(scene, one, _sorted(scene, one, place))
            sort = _joined(scene, part, index, sort, drafts)
            sort = Sort(Kind.LEVEL) if _is_of_gap(scene, part, one) else sort
            sort = _shared(scene, part, index, sort, drafts)
            if scene.spot(one).unit == "percent" and (sign := past_limit(part.items, index)):
                sort = Sort(Kind.CHANGE_PCT, sign)
            moved = "+" if sort.kind is Kind.RATIO else None
            carried = sort.sign or direction(place) or carried or moved
            drafts.append(_draft(scene, part, index, sort, drafts))
    named = unnamed(scene, drafts)
    found = together(scene.ground.text, scene.items, named, scene.ground.state.unit)
    told = scene.ground.state.told
    found = recalled(scene.items, coordinated(scene.items, found), told)
    found = pooled(scene.items, found, told)
    found = [_facing(one) for one in found]
    return with_equivalents(found, scene.spots, scene.same)


def _sorted(scene: Scene, figure: Mention, place: Place) -> Sort:
    """The sort of a figure by its words, a multiple that something grew by, or an amount that fell in some months."""
    text, words = scene.ground.text, scene.ground.lexicon
    sort = sort_of(text, scene.spot(figure), place, words.occurs)
    if sort.kind is Kind.CHANGE_ABS and (
        words.falls_in.match(text, figure.end) or _adds(scene, place)
    ):
        return Sort(Kind.LEVEL)
    grown = sort.kind is Kind.RATIO and words.grows.search(text, figure.start, figure.end)
    return sort._replace(grows=bool(grown))


def _adds(scene: Scene, place: Place) -> bool:
    """Whether an amount is what some goods come to beside others: iron ore added $72 million; no flow added to itself."""
    moved = any(one.role in {"flow", "deal", "compare"} for one in (*place.left, *place.right))
    moved = moved or any(one.value in {"origin", "destination"} for one in place.right)
    start = place.figure.start
    text, words = scene.ground.text, scene.ground.lexicon
    return not moved and words.adds.search(text, max(0, start - _LEADING), start) is not None


def _facing(draft: Draft) -> Draft:
    """The draft with its sides as its goods, which a list may have dealt to it, go between them."""
    sides = turned_by_goods(draft.sides, draft.flow.value or "", draft.commodity)
    return draft if sides is draft.sides else draft._replace(sides=sides)


def _is_of_gap(scene: Scene, part: Part, figure: Mention) -> bool:
    """Whether it is money by which one way of trade exceeds the other."""
    gaps = [one.segment for one in scene.bound if one.frame.is_gap]
    return part.number in gaps and scene.spot(figure).unit in MONEYS


def _joined(scene: Scene, part: Part, index: int, sort: Sort, drafts: Sequence[Draft]) -> Sort:
    """The sort of a level that stands beside an old one: against $3 million and $4 million in May."""
    before = drafts[-1] if drafts and index == 1 and part.items[0].value == "soft" else None
    if before is None or sort.kind is not Kind.LEVEL or not before.sort.is_base:
        return sort
    listed = listed_before(scene.parts[part.number - 1].items)
    is_beside = listed is not None and listed.start <= before.spot.start < listed.end
    is_like = is_beside and before.spot.unit == scene.spot(part.items[1]).unit
    return sort._replace(is_base=is_like)


def _shared(scene: Scene, part: Part, index: int, sort: Sort, drafts: Sequence[Draft]) -> Sort:
    """The sort of a percentage told of what had a share before: before the war it had been 1 percent; 80 percent of that went."""
    if sort.kind is Kind.RATIO and _is_of_that(scene, part, index):
        return sort._replace(kind=Kind.SHARE_PCT)
    parts = [one for one in drafts if one.spot.unit in PARTS]
    kinds = [(one.sort.kind, one.spot.unit) for one in parts[-2:]]
    if sort.is_base and kinds == [(Kind.SHARE_PCT, "percent"), (Kind.CHANGE_ABS, "percent_point")]:
        return sort._replace(kind=Kind.SHARE_PCT)  # 48 percent, up 6 points from 42 percent
    if sort.kind is not None or not scene.ground.state.is_share:
        return sort
    is_open = scene.spot(part.items[index]).unit == "percent"
    goes_on = any(one.value == "self" for one in part.items[:index])
    return sort._replace(kind=Kind.SHARE_PCT) if is_open and goes_on else sort


def _is_of_that(scene: Scene, part: Part, index: int) -> bool:
    """Whether the part itself is said to have gone somewhere: 80 percent of that went to India."""
    behind = scene.parts[part.number + 1].items if part.number + 1 < len(scene.parts) else ()
    hangs_on = part.items[0].value == ","  # 90 percent of which went to China
    is_of = not hangs_on and [one.value for one in part.items[index + 1 :]] == ["of"]
    return is_of and [one.value for one in behind[:1]] == ["relative"] and _acts(behind[1:2])


def _acts(items: Sequence[Mention]) -> bool:
    return any(one.role in {"deed", "share"} for one in items)


def _limited(scene: Scene, figure: Mention, sort: Sort) -> Sort:
    """The sort of a figure, a limit where its amount is one of the register and limits are spoken of."""
    if sort.kind is not Kind.LEVEL or not scene.ground.setting.is_north:
        return sort
    is_told = scene.roles & {"cap", "resolution"}
    return Sort(Kind.CAP) if is_told and registered_goods(scene.spot(figure)) else sort


def said_in(scene: Scene) -> list[Said]:
    """What the sentence states without a number, each with its frame and period."""
    found = []
    for part in scene.parts:
        for one in part.items:
            if one.role not in _SAYING or not _says(one) or _is_no_move(part, one):
                continue
            here = [bound for bound in scene.bound if bound.segment == part.number]
            earlier = [bound for bound in scene.bound if bound.segment < part.number]
            own = [bound for bound in here if bound.frame.head == one]
            bound = next(iter((*own, *here[-1:], *earlier[-1:], *scene.bound[:1])), None)
            when = _period_in(scene, part)
            if when is None and is_comparing(one):
                when = _sole_period(scene)
            if bound and one.role == "moved":
                goods = (*part.goods, *_listed_behind(scene.parts[part.number + 1 :]))
                each = (bound._replace(commodity=Known(good)) for good in dict.fromkeys(goods))
                found += [Said(one, by, when) for by in each]
            else:
                found.append(Said(one, bound, when))
    return found


def _says(one: Mention) -> bool:
    """Whether a word of such a role states something: a case only where it names a rival."""
    return one.role != "case" or is_comparing(one)


def _listed_behind(parts: Sequence[Part]) -> Iterator[str]:
    """The goods that go on a list: buses, trucks, and cement."""
    for part in parts:
        if not {one.role for one in part.items} <= _LISTING:
            return
        yield from part.goods


def _is_no_move(part: Part, said: Mention) -> bool:
    """Whether the clause names no goods that are moved, or says that they are not."""
    is_denied = any(one.role == "modal" and one.start < said.start for one in part.items)
    return said.role == "moved" and (is_denied or not part.goods)


def _draft(scene: Scene, part: Part, index: int, sort: Sort, drafts: Sequence[Draft]) -> Draft:
    figure = part.items[index]
    spot = scene.spot(figure)
    head = head_of(scene, part, index, sort)
    governed = is_governed(scene, part, index, head)
    head = adapted(scene, head, part, figure) or continued(scene, part, figure)
    head = head or _as_before(part, figure, drafts)
    own = LABOUR if spot.unit == WORKERS else goods_of_figure(part.items, index)
    own = own or (Known(part.topic, CLAUSE) if part.topic and not part.goods else None)
    own = own or of_quantity(scene, part, index, drafts) or in_apposition(scene, part, index)
    registered = registered_goods(spot) if sort.kind is Kind.CAP else None
    goods = own or (Known(registered) if registered else goods_told(scene, head, figure, sort))
    goods = refined_or_crude(goods, spot, is_north=scene.ground.setting.is_north)
    when = dated(scene, part, index, sort, head=head, drafts=drafts)
    return Draft(
        spot=spot,
        sort=when.sort,
        flow=Known(head.frame.flow, head.trust) if head else Known(None),
        balance=head.frame.sign if head else None,
        sides=settled(scene, head, figure, goods, sort),
        commodity=goods,
        owns_goods=own is not None,
        period=when.period,
        whence=when.whence,
        base=when.base,
        segment=part.number,
        sentence=scene.number,
        head_start=head.start if head else -1,
        is_bare=not any(one.role in HEADS and one.value not in _WEAK_HEADS for one in part.items),
        governed=governed,
    )


def _as_before(part: Part, figure: Mention, drafts: Sequence[Draft]) -> Bound | None:
    """The flow of the figure before in the sentence, where goods alone said which it is."""
    before = drafts[-1] if drafts else None
    if before is None or before.governed or before.flow.value is None:
        return None
    frame = Frame(figure, before.flow.value, before.balance)
    return Bound(frame, part.number, before.sides, before.commodity, before.flow.trust)


def _period_in(scene: Scene, part: Part) -> Period | None:
    """The period that a clause names, else the one that opens its sentence: as of April, it ceased."""
    plain = [one for one in scene.times if not one.compared and one.segment <= part.number]
    here = [one for one in plain if one.segment == part.number]
    opening = [one for one in plain if not _holds_figure(scene.parts[: one.segment + 1])]
    resolved = (period_of(one, scene.times, scene.ground.anchor) for one in (*here, *opening))
    return next((one for one in resolved if one), None)


def _sole_period(scene: Scene) -> Period | None:
    """The one period that a sentence names: overtook Japan as the largest buyer in 2013."""
    named = [period_of(one, scene.times, scene.ground.anchor) for one in scene.times]
    return named[0] if len(named) == 1 else None


def _holds_figure(parts: Sequence[Part]) -> bool:
    return any("figure" in part.roles for part in parts)
