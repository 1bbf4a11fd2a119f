"""Topics: where particles mark the cases, a figure takes what stands before it and what its verb says behind it.

One walk over a sentence from left to right. Flow words, countries, goods and time words set the topic; each
figure is bound to the topic as it stands, unless a flow word is tied to it from behind (N달러를 수출했다,
Nドルの黒字). What a sentence leaves out holds on from the sentence before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from nktrade.core.codes import ALL_GOODS, OF_CAP, WORLD, Kind
from nktrade.core.period import Period
from nktrade.reading.afterwards import Afterwards
from nktrade.reading.around import Around
from nktrade.reading.binding import Said
from nktrade.reading.capping import is_of_limit
from nktrade.reading.clauses import Sentence
from nktrade.reading.dates import Dater
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, Known, State
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.goods import MONEYS
from nktrade.reading.listening import Listener
from nktrade.reading.owning import Owner, bound_by_limit, by_day, priced_as
from nktrade.reading.periods import resolve
from nktrade.reading.predicates import predicate
from nktrade.reading.quoting import completed
from nktrade.reading.roles import OTHER_WAY, WAYS
from nktrade.reading.scene import Ground
from nktrade.reading.sharing import of_share, whose_part
from nktrade.reading.smuggling import brought_in
from nktrade.reading.topic import HEADS, NAMES, WEIGHED, Topic
from nktrade.reading.unnamed import unnamed_in_dense
from nktrade.reading.wholes import of_all
from nktrade.reading.words import Mention, is_comparing

_PAID = "import:paid"
"""Of goods it says that they come in, of money that it comes in for goods that go out: N위안을 받았다."""
_DOERS, _PARTS = frozenset({"subject", "topic"}), frozenset({"percent", "percent_point"})
_OF_BASE = frozenset({"figure", "period", "area", "flow", "deal", "commodity", "whole", "cap"})
"""What may stand between a hedge and the part or multiple that it is told of: 超过去年全年进口额的三倍."""


def topical(sentence: Sentence, ground: Ground) -> tuple[list[Draft], State]:
    """The drafts of every figure of a sentence, and what holds after it."""
    return TopicReader(sentence, ground).drafts()


def stated(items: Sequence[Mention], state: State) -> list[Said]:
    """What a sentence states without a number, in the period spoken of."""
    said = [one for one in items if one.role in {"statement", "vague"} or is_comparing(one)]
    return [Said(one, None, state.period) for one in said]


@dataclass(frozen=True)
class TopicReader:
    """One sentence on the table, with what is known when it begins."""

    sentence: Sentence
    ground: Ground

    def drafts(self) -> tuple[list[Draft], State]:
        """The drafts of every figure of the sentence, and what holds after it."""
        items = self.listener.cases.items(self.sentence)
        topic = self.listener.opening(items)
        drafts: list[Draft] = []
        part = topic  # what the sentence is about, beside the wholes that it names
        first: Topic | None = None
        for index, one in enumerate(items):
            if one.role == "figure":
                draft, topic = self._figure(items, index, topic)
                is_whole = self.owner.is_whole(items, index) and draft.sort.kind is not Kind.CAP
                if part.flow == topic.flow and is_whole:
                    topic = part._replace(named=(), segment=topic.segment, main=topic.main)
                part = topic
                drafts = [*of_all(items[:index], drafts, draft), draft]
            else:
                part = topic if one.role in HEADS and not drafts else part
                topic = self.listener.heard(items, index, topic)
                first = topic if first is None and one.role in HEADS else first
        sums = [one for one in self.sentence.items if one.value.startswith("sum")]
        drafts = completed(self.ground, items, drafts, self._date, sums)
        drafts = unnamed_in_dense(self.ground.text, items, drafts)
        return drafts, Afterwards(
            self.sentence, self.listener, topic, drafts, first or topic
        ).state()

    def _date(self, one: Mention) -> Period | None:
        return resolve(one.when, self.ground.anchor) if one.when else None

    @cached_property
    def listener(self) -> Listener:
        """Who hears the words between the figures."""
        return Listener(self.ground)

    @cached_property
    def owner(self) -> Owner:
        """Who says whose a figure is."""
        return Owner(self.ground, self.listener.cases, self.sentence.spots)

    def _figure(self, items: Sequence[Mention], index: int, topic: Topic) -> tuple[Draft, Topic]:
        """The draft of a figure, and the topic after it."""
        spot = by_day(items, index, self.sentence.spots[int(items[index].value)])
        spot = spot if self._is_summed(spot) else priced_as(spot, topic.price)
        spot = self._hedged(items, index, spot)
        own = self._ahead(items, index, self.listener.timekeeper.dated_behind(items, index, topic))
        own = self._held_against(items, index, spot, own)
        own = _glossed(items, index, spot, own)
        own = _below_zero(spot, self._of_both_ways(spot, own))
        opens = spot.start == self.sentence.spots[0].start
        own = of_share(self.ground.state, spot, own, opens=opens)
        spot = self._around(items, index, own).hedged(spot)
        sort = predicate(spot, self._around(items, index, own))
        is_cap = sort.kind is Kind.CAP
        goods = self.owner.goods(items, index, spot, own)
        sides, flow = self.owner.sides(items, index, own, goods), own.flow
        if flow is None or own.head < 0:
            flow, sides = self.owner.supposed(spot, goods.value, own, sides, is_cap=is_cap)
        if (
            not topic.named
            and max(one.trust for one in sides) <= DISCOURSE
            and goods.trust > CLAUSE
        ):
            sides = self.listener.cases.allotter.between(flow or "", goods.value or "", sides)
        secret = next((one for one in items if one.start == own.head), None)
        if (bought := brought_in(secret, sides, goods.value)) is not None:
            flow, sides = "import", bought
            own = own._replace(flow=flow, sides=sides)
        case = self._around(items, index, own).case()
        period, whence, own = Dater(self.ground, self.listener.cases, items, index).dated(
            sort, own, case
        )
        if sort.kind is Kind.SHARE_PCT:
            goods = self.owner.part(items, index, own) or goods
            sides = whose_part(items[:index], sort, sides, self.ground.state.latest)
        draft = Draft(
            spot=spot,
            sort=sort,
            flow=Known(flow, own.trust if flow == own.flow else PRIOR),
            balance=spot.sign or own.sign if flow == "balance" else None,
            sides=bound_by_limit(sides) if is_cap else sides,
            commodity=goods,
            period=period,
            whence=whence,
            base=OF_CAP if is_of_limit(items, index, sort, topic.limit) else own.base,
            segment=own.segment,
            sentence=self.sentence.number,
            head_start=own.head,
            governed=own.is_other or self.owner.is_no_trade(items, index, spot, own),
        )
        return draft, _left(own, draft)

    def _hedged(self, items: Sequence[Mention], index: int, spot: Spot) -> Spot:
        """The part or multiple with the hedge that stands before what it is of: 不到2016年2249万吨的四分之一."""
        is_part = spot.unit in {"percent", "x"} and spot.hedge == "exact" and index > 0
        is_led = is_part and self.listener.cases.owns_next(items, index - 1)
        if (
            not is_led
            or self.ground.lexicon.heads != "before"
            or items[index - 1].role not in _OF_BASE
        ):
            return spot
        ahead = list(takewhile(lambda one: one.role in _OF_BASE, reversed(items[:index])))
        before = items[index - len(ahead) - 1].end if len(ahead) < index else 0
        words = self.ground.lexicon
        found = words.hedge_before.search(self.ground.text, before, ahead[-1].start)
        figures = [one for one in ahead if one.role == "figure"][:1]
        own = next((self.sentence.spots[int(one.value)].hedge for one in figures), "exact")
        return spot._replace(hedge=words.hedges_before[found["hedge"]] if found else own)

    def _of_both_ways(self, spot: Spot, topic: Topic) -> Topic:
        """The topic as trade of both ways, where they were told one by one and nothing names one of them."""
        state = self.ground.state
        is_open = topic.head < 0 and not topic.named and topic.goods.value in {None, ALL_GOODS}
        is_sum = set(state.flows) >= WAYS and "total" in {state.main_flow, *state.flows}
        is_money = spot.unit not in WEIGHED
        return topic._replace(flow="total", sign=None) if is_open and is_sum and is_money else topic

    def _held_against(
        self, items: Sequence[Mention], index: int, spot: Spot, topic: Topic
    ) -> Topic:
        """The topic without the country whose amount a multiple counts in: 남한의 무역총액은 북한의 456배."""
        owner = items[index - 1] if index and spot.unit == "x" else None
        if (
            owner is None
            or owner.role != "area"
            or not self.listener.cases.owns_next(items, index - 1)
        ):
            return topic
        code = owner.value.rpartition(":")[2]
        named = tuple(one for one in topic.named if one.code != code)
        return topic._replace(named=named, base=f"versus:{code}")

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
            is_taken=self.listener.cases.taker(items, index) is not None,
            is_aside=topic.main is not None,
            is_back=topic.is_earlier,
            was_share=self._tells_shares(items[:index], topic),
        )

    def _tells_shares(self, before: Sequence[Mention], topic: Topic) -> bool:
        """Whether countries are told of with their shares: the sentence before ended with one, or it lists partners."""
        is_of_one = any(one.role == "area" for one in before)
        return is_of_one and (self.ground.state.shared is not None or topic.is_listing)

    def _is_whole(self, items: Sequence[Mention], at: int, topic: Topic) -> bool:
        """Whether the flow spoken of is named again for a part of it: 반도체가 115억 달러로 전체 수출의 27.7%."""
        flow = items[at].value.partition(":")[0]
        return flow == topic.flow and self.listener.cases.owns_next(items, at)

    def _ahead(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic with what stands behind the figure and belongs to it."""
        tied = self.listener.cases.tied(items, index)
        is_bound = tied is not None
        if not is_bound and topic.head < 0 and not topic.is_other:
            is_open = topic.flow is None or (
                topic.flow == "total" and topic.goods.trust > DISCOURSE
            )
            tied = self.listener.cases.next_head(items, index, is_needed=is_open)
        if tied is None or (not is_bound and self._is_whole(items, tied, topic)):
            return topic
        names = NAMES | ({"commodity"} if topic.goods.trust <= DISCOURSE else frozenset())
        for between in range(index + 1, tied):
            if items[between].role in names and not self._is_of_next(items, index, between, tied):
                topic = self.listener.heard(items, between, topic)
        told = self.listener.headed(items, tied, topic)
        is_money = self.sentence.spots[int(items[index].value)].unit in MONEYS
        if items[tied].value == _PAID and is_bound and is_money:
            told = told._replace(flow=OTHER_WAY[told.flow or ""])
        return told._replace(period=topic.period, main=topic.main)

    def _is_of_next(self, items: Sequence[Mention], index: int, at: int, tied: int) -> bool:
        """Whether a country is of another figure under the same verb.

        Of who did as much of the same: ロシアは5トンを、中国は3トンを供給した. Of with whom the rest was traded, where
        this figure has its own: 10万トンを中国に、5万トンをロシアに輸出した.
        """
        figures = [one for one in range(index + 1, tied) if items[one].role == "figure"]
        if items[at].role != "area" or not figures:
            return False
        case = self.listener.cases.after(items[at].end)
        own = (items[one] for one in range(index + 1, figures[0]) if items[one].role == "area")
        is_taken = case in {self.listener.cases.after(one.end) for one in own}
        return at < figures[-1] if case in _DOERS else at > figures[0] and is_taken

    def _is_summed(self, spot: Spot) -> bool:
        """Whether a word right before the figure says that it is a sum: 모두 9만9천 위안."""
        near = (one for one in self.sentence.items if 0 <= spot.start - one.end <= 1)
        return any(one.value.startswith("sum") for one in near)


def _left(topic: Topic, draft: Draft) -> Topic:
    """The topic once a figure has come."""
    kind = draft.sort.kind
    moves = kind in {Kind.CHANGE_PCT, Kind.CHANGE_ABS}
    trader = draft.sides.reporter.value or ""
    is_one = kind is Kind.LEVEL and trader not in {"", WORLD} and "," not in trader
    return topic._replace(
        price=draft.spot if draft.spot.per else topic.price,
        limit=draft.spot.start if kind is Kind.CAP else -1,
        kind=kind if draft.spot.unit in _PARTS else topic.kind,
        carried=draft.sort.sign if moves and not draft.spot.sign else topic.carried,
        is_past=False,
        counted=draft.commodity,
        weighed=draft.commodity if draft.spot.unit in WEIGHED else topic.weighed,
        traders=tuple(dict.fromkeys([*topic.traders, *([trader] if is_one else [])]))[-2:],
        flow=topic.flow or draft.flow.value,
        goods=draft.commodity
        if topic.goods.value in {None, ALL_GOODS} and WEIGHED & {draft.spot.unit, draft.spot.per}
        else topic.goods
        if topic.goods.value
        else draft.commodity,
        sides=draft.sides if kind is not Kind.CAP else topic.sides,
        named=(),
    )


def _below_zero(spot: Spot, topic: Topic) -> Topic:
    """The topic as a balance where its sum is below zero and the sentence names no flow: EUに対しては▲2兆円."""
    is_balance = spot.sign == "-" and spot.unit in MONEYS and topic.head < 0
    return topic._replace(flow="balance", sign="-") if is_balance else topic


def _glossed(items: Sequence[Mention], index: int, spot: Spot, topic: Topic) -> Topic:
    """The topic with the level compared with, where it stands in brackets behind the word: 较上年同期（6100吨）增长35%."""
    is_open = index > 1 and (items[index - 1].role, items[index - 1].value) == ("stop", "(")
    when = items[index - 2].when if is_open and spot.unit not in _PARTS | {"x"} else None
    return topic._replace(is_past=True) if when and when.is_rate else topic
