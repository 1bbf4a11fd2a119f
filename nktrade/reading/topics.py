"""Topics: where particles mark the cases, a figure takes what stands before it and what its verb says behind it.

One walk over a sentence from left to right. Flow words, countries, goods and time words set the topic; each
figure is bound to the topic as it stands, unless a flow word is tied to it from behind (N달러를 수출했다,
Nドルの黒字). What a sentence leaves out holds on from the sentence before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, OF_CAP, WORLD, Kind
from nktrade.core.period import Period
from nktrade.reading.afterwards import sides_after, spoken_after
from nktrade.reading.around import Around
from nktrade.reading.binding import Said
from nktrade.reading.clauses import Sentence
from nktrade.reading.discourse import DISCOURSE, PRIOR, Known, State
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.kinds import Sort
from nktrade.reading.listening import Listener
from nktrade.reading.owning import Owner, bound_by_limit, by_day, priced_as
from nktrade.reading.periods import resolve
from nktrade.reading.predicates import predicate
from nktrade.reading.quoting import completed
from nktrade.reading.scene import Ground
from nktrade.reading.timing import distance, shifted, usual_base
from nktrade.reading.topic import HEADS, NAMES, Topic
from nktrade.reading.words import Mention, is_comparing

_TIED = 3
_WEIGHED = frozenset({"t", "kg", "bbl", "bbl/d", "m3"})
_COMPARED = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO})
_PARTS = frozenset({"percent", "percent_point"})
_SUPPOSED = frozenset({"forecast", "hypothetical"})


def topical(sentence: Sentence, ground: Ground) -> tuple[list[Draft], State]:
    """The drafts of every figure of a sentence, and what holds after it."""
    return TopicReader(sentence, ground).drafts()


def stated(items: Sequence[Mention], state: State) -> list[Said]:
    """What a sentence states without a number, in the period spoken of."""
    said = [one for one in items if one.role in {"statement", "vague"} or is_comparing(one)]
    return [Said(one, None, state.period) for one in said]


class Dated(NamedTuple):
    """The period of a figure, whence it is known, and the topic with its old level told apart."""

    period: Period | None
    whence: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class TopicReader:
    """One sentence on the table, with what is known when it begins."""

    sentence: Sentence
    ground: Ground

    def drafts(self) -> tuple[list[Draft], State]:
        """The drafts of every figure of the sentence, and what holds after it."""
        items = self.listener.cases.items(self.sentence)
        topic = self.listener.opening()
        drafts: list[Draft] = []
        part = topic  # what the sentence is about, beside the wholes that it names
        for index, one in enumerate(items):
            if one.role == "figure":
                draft, topic = self._figure(items, index, topic)
                is_whole = self.owner.is_whole(items, index) and draft.sort.kind is not Kind.CAP
                if part.flow == topic.flow and is_whole:
                    topic = part._replace(named=(), segment=topic.segment)
                part = topic
                drafts.append(draft)
            else:
                part = topic if one.role in HEADS and not drafts else part
                topic = self.listener.heard(items, index, topic)
        drafts = completed(self.ground.text, items, drafts, self._date)
        return drafts, self._after(topic, drafts)

    def _date(self, one: Mention) -> Period | None:
        return resolve(one.when, self.ground.anchor) if one.when else None

    @property
    def listener(self) -> Listener:
        """Who hears the words between the figures."""
        return Listener(self.ground)

    @property
    def owner(self) -> Owner:
        """Who says whose a figure is."""
        return Owner(self.ground, self.listener.cases, self.sentence.spots)

    def _figure(self, items: Sequence[Mention], index: int, topic: Topic) -> tuple[Draft, Topic]:
        """The draft of a figure, and the topic after it."""
        spot = by_day(items, index, self.sentence.spots[int(items[index].value)])
        spot = priced_as(spot, topic.price)
        own = self._ahead(items, index, self.listener.dated_behind(items, index, topic))
        own = self._of_both_ways(spot, own)
        sort = predicate(spot, self._around(items, index, own))
        is_cap = sort.kind is Kind.CAP
        goods = self.owner.goods(items, index, spot, own)
        sides, flow = self.owner.sides(items, index, own, goods), own.flow
        if flow is None or own.head < 0:
            flow, sides = self.owner.supposed(spot, goods.value, own, sides, is_cap=is_cap)
        period, whence, own = self._dated(items, index, sort, own)
        before = items[index - 1] if index else None
        if sort.kind is Kind.SHARE_PCT and before is not None and before.role == "flow":
            goods = own.part if own.part.value else goods
        draft = Draft(
            spot=spot,
            sort=sort,
            flow=Known(flow, own.trust if flow == own.flow else PRIOR),
            balance=spot.sign or own.sign if flow == "balance" else None,
            sides=bound_by_limit(sides) if is_cap else sides,
            commodity=goods,
            period=None if is_cap else period,
            whence=whence,
            base=OF_CAP if _is_of_limit(items, index, sort) else own.base,
            segment=own.segment,
            sentence=self.sentence.number,
            head_start=own.head,
            governed=own.is_other or self.owner.is_no_trade(items, index, spot, own),
        )
        return draft, _left(own, draft)

    def _of_both_ways(self, spot: Spot, topic: Topic) -> Topic:
        """The topic as trade of both ways, where they were told one by one and nothing names one of them."""
        state = self.ground.state
        is_open = topic.head < 0 and not topic.named and topic.goods.value in {None, ALL_GOODS}
        is_sum = {"export", "import"} <= set(state.flows) and state.main_flow == "total"
        is_money = spot.unit not in _WEIGHED
        return topic._replace(flow="total", sign=None) if is_open and is_sum and is_money else topic

    def _around(self, items: Sequence[Mention], index: int, topic: Topic) -> Around:
        return Around(
            self.ground.text,
            items,
            index,
            self.ground.lexicon,
            kind=topic.kind,
            carried=topic.carried,
            points=any(one.unit == "percent_point" for one in self.sentence.spots),
            is_past=topic.is_past,
            is_limit=self.ground.state.is_limit and topic.head < 0,
            is_aside=topic.main is not None,
        )

    def _dated(self, items: Sequence[Mention], index: int, sort: Sort, topic: Topic) -> Dated:
        """The period of the figure: that of the topic, or of the level compared with."""
        if not sort.is_base:
            return self._aside(items, index, sort, topic)
        if topic.past is not None:
            return Dated(topic.past, "words", topic)
        if _is_dated(items, index) and topic.period is not None:
            return Dated(topic.period, "words", topic._replace(period=topic.prior or topic.period))
        return Dated(self._earlier(items, index, topic), "clause", topic)

    def _aside(self, items: Sequence[Mention], index: int, sort: Sort, topic: Topic) -> Dated:
        """The period of a figure behind an older level told aside: its own, or the main one of a change."""
        if sort.kind is Kind.RATIO and (now := self._left_for_older(items, index, topic)):
            return Dated(now, topic.whence, topic._replace(period=now, main=None))
        if topic.main is None or topic.period is None or sort.kind not in _COMPARED:
            return Dated(topic.period, topic.whence, topic)
        owned = index > 0 and self.listener.cases.owns_next(items, index - 1)
        named = index > 0 and items[index - 1].role == "change"
        is_second = any(one.role == "figure" for one in items[:index])
        if not (owned or (named and is_second)):
            return Dated(topic.period, topic.whence, topic)
        told = distance(topic.main, topic.period)
        base = told if owned else topic.base or told
        back = topic._replace(period=topic.main, main=None, base=base)
        return Dated(back.period, back.whence, back)

    def _left_for_older(self, items: Sequence[Mention], index: int, topic: Topic) -> Period | None:
        """The period spoken of before the older one that a multiple counts in: 是去年的3倍."""
        owner = items[index - 1] if index else None
        owned = owner is not None and self.listener.cases.owns_next(items, index - 1)
        is_named = owner is not None and owned and self._date(owner) == topic.period
        return topic.main or (topic.prior if topic.is_back or is_named else None)

    def _ahead(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic with what stands behind the figure and belongs to it."""
        tied = self.listener.cases.tied(items, index)
        if tied is None and topic.head < 0 and not topic.is_other:
            tied = self.listener.cases.next_head(items, index, is_needed=topic.flow is None)
        if tied is None:
            return topic
        names = NAMES | ({"commodity"} if topic.goods.trust <= DISCOURSE else frozenset())
        for between in range(index + 1, tied):
            if items[between].role in names:
                topic = self.listener.heard(items, between, topic)
        return self.listener.headed(items, tied, topic)

    def _earlier(self, items: Sequence[Mention], index: int, topic: Topic) -> Period | None:
        """The period of an old level that only the comparison behind it dates."""
        later = [one.when for one in items[index + 1 :] if one.when is not None]
        base = next((one.base for one in later if one.is_base), topic.base)
        moved = self._around(items, index, topic).case() == "origin"
        if base is None and moved and topic.period is not None:
            base = usual_base(topic.period, topic.sides.reporter.value)
        return shifted(topic.period, base) if base and topic.period else None

    def _is_dealt(self) -> bool:
        return any(one.role == "respectively" for one in self.sentence.items)

    def _flows(self, claims: Sequence[Draft]) -> tuple[str, ...]:
        """The flows counted since the last total."""
        told = (self.listener.way(one.flow.value, one.sides) for one in claims)
        here = {flow for flow in told if flow}
        return () if "total" in here else tuple(sorted({*self.ground.state.flows, *here}))

    def _after(self, topic: Topic, drafts: Sequence[Draft]) -> State:
        """What holds when the sentence is over."""
        claims = [one for one in drafts if not one.governed and one.flow.value and one.sort.kind]
        is_dealt = self._is_dealt()
        is_supposed = any(one.value in _SUPPOSED for one in self.sentence.items)
        spoken = spoken_after(
            self.ground.state, topic, claims, is_dealt=is_dealt, is_supposed=is_supposed
        )
        kept, bound = topic.outer or topic, claims
        if topic.outer:  # parts are over with their sentence
            bound = [one for one in claims if one.spot.start < topic.parted]
        sides = sides_after(self.ground.state, topic, claims, bound, is_dealt=is_dealt)
        main = self.ground.state.main
        named = {one.value for one in sides}
        if main.partner.value == WORLD and main.reporter.value in named:
            if sides.reporter.value != main.reporter.value:  # a supplier, or a customer
                kept = kept._replace(flow=self.ground.state.main_flow or kept.flow)
            sides = main  # a partner named among others lasts no longer than its sentence
        ways = (one.flow.value for one in claims if one.flow.value != "balance")
        first = next((one.sides for one in claims if one.sort.kind is not Kind.CAP), main)
        return self.ground.state._replace(
            sides=sides,
            main=main if main.reporter.value else first,
            flow=kept.flow,
            sign=kept.sign,
            commodity=bound[-1].commodity.value if bound else kept.goods.value,
            period=spoken,
            event=topic.event,
            is_limit=not drafts and any(one.role == "cap" for one in self.sentence.items),
            year=spoken.first.year if spoken else self.ground.state.year,
            base=topic.base or self.ground.state.base,
            flows=self._flows(claims),
            main_flow=self.ground.state.main_flow or next(iter(ways), None),
            subject=kept.sides.reporter.value or self.ground.state.subject,
        )


def _left(topic: Topic, draft: Draft) -> Topic:
    """The topic once a figure has come."""
    kind = draft.sort.kind
    moves = kind in {Kind.CHANGE_PCT, Kind.CHANGE_ABS}
    return topic._replace(
        price=draft.spot if draft.spot.per else topic.price,
        kind=kind if draft.spot.unit in _PARTS else topic.kind,
        carried=draft.sort.sign if moves else topic.carried,
        is_past=False,
        flow=topic.flow or draft.flow.value,
        goods=draft.commodity
        if topic.goods.value in {None, ALL_GOODS} and draft.spot.unit in _WEIGHED
        else topic.goods
        if topic.goods.value
        else draft.commodity,
        sides=draft.sides if kind is not Kind.CAP else topic.sides,
        named=(),
    )


def _is_dated(items: Sequence[Mention], index: int) -> bool:
    """Whether a time word stands right before the figure."""
    before = items[index - 1] if index else None
    return bool(before and before.when and items[index].start - before.end <= _TIED)


def _is_of_limit(items: Sequence[Mention], index: int, sort: Sort) -> bool:
    """Whether a multiple counts in limits: 상한의 2배, 上限的4.5倍."""
    before = items[max(0, index - 2) : index]
    return sort.kind is Kind.RATIO and any(one.role == "cap" for one in before)
