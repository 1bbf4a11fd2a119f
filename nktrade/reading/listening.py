"""Listening: how each word that is heard changes what holds at a place of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nktrade.core.codes import ALL_GOODS, WORLD, Flow
from nktrade.reading.cases import Cases
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, WORDS, Known, Sides
from nktrade.reading.neighbours import counted, is_aside, is_part
from nktrade.reading.partnering import explains, is_by_partner, is_listed_below, of_list, sent
from nktrade.reading.roles import BOTH_WAYS, WAYS, Party
from nktrade.reading.scene import Ground
from nktrade.reading.timekeeping import Timekeeper
from nktrade.reading.topic import HEADS, NAMES, OF_BEFORE, RATES, WEIGHED, Topic
from nktrade.reading.words import Mention

_TELLING = HEADS | NAMES | {"commodity", "theme", "part"}
"""Roles of words that tell what a figure is of."""


@dataclass(frozen=True)
class Listener:
    """Hears the words of a sentence one after another."""

    ground: Ground

    @cached_property
    def cases(self) -> Cases:
        """Who does what in this text."""
        return Cases(self.ground.text, self.ground.lexicon, self.ground.setting)

    @cached_property
    def timekeeper(self) -> Timekeeper:
        """Who hears the time words."""
        return Timekeeper(self.ground, self.cases)

    def opening(self, items: Sequence[Mention]) -> Topic:
        """What holds when a sentence begins; one that says nothing of its own goes on about the one before."""
        state = self.ground.state
        if is_listed_below(self.ground, items):
            state = state._replace(sides=state.latest)
        if explains(self.ground, items):
            state = state._replace(sides=state.latest.older(CLAUSE))
        trust = CLAUSE if self._goes_on(items) else DISCOURSE
        is_parted = bool(items) and items[0].role == "part"  # うち中国からは, of what was told last
        return Topic(
            flow=state.flow,
            sign=state.sign,
            trust=trust,
            sides=state.sides.older(CLAUSE if is_parted or self._is_of_one(items) else DISCOURSE),
            goods=Known(state.announced or state.commodity, CLAUSE if state.announced else trust),
            period=(state.summed if is_parted else None) or state.period,
            whence="clause" if trust == CLAUSE else "text",
            event=state.event,
            traders=state.traders,
            price=state.price,
            is_other=state.is_other
            and {one.value for one in items if one.role in HEADS} <= OF_BEFORE,
        )

    def _goes_on(self, items: Sequence[Mention]) -> bool:
        """Whether a sentence names nothing but what the goods of the one before are worth: 금액은, 수출액은."""
        state = self.ground.state
        worth = {"value", f"{state.flow}:value"} if state.unit in WEIGHED else {"value"}
        told = any(one.role in _TELLING and one.value not in worth for one in items)
        return state.is_one and state.is_told and not told

    def _is_of_one(self, items: Sequence[Mention]) -> bool:
        """Whether a sentence that names no country and no goods has the sides of the one before: 出口28亿,进口35亿."""
        state = self.ground.state
        is_told = any(one.role in _TELLING - HEADS for one in items)
        is_facing = state.flow in WAYS or state.sides.partner.value == WORLD
        return state.is_one and is_facing and not is_told

    def heard(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic after a word."""
        one = items[index]
        if one.role in HEADS:
            is_taken = one.start <= topic.head and not one.value.endswith(":all")
            return topic if is_taken else self.headed(items, index, topic)
        if one.role in NAMES:
            return self._named(items, index, topic)
        if one.when is not None:
            return self.timekeeper.heard(items, index, one.when, topic)
        if one.role == "theme" and one.value.startswith("partner"):
            return self._listing(one, topic)
        return self._ranked(items, index, topic) if one.value == "rank" else self._noted(one, topic)

    def _noted(self, one: Mention, topic: Topic) -> Topic:
        """The topic after a word that needs no neighbour to be understood."""
        if one.role == "stop":
            return topic._replace(segment=topic.segment + 1)
        if one.role in {"commodity", "theme"}:
            theme = self.ground.state.main_goods or ALL_GOODS  # 国別では: the goods of the text
            goods = one.value if one.role == "commodity" else theme
            return self._off_balance(topic)._replace(goods=Known(goods))
        if one.role == "other":
            return topic._replace(is_other=topic.is_other or one.value != RATES)
        if one.role == "part" and topic.outer is None:
            return topic._replace(outer=topic, parted=one.start)
        is_share = one.role == "share" and (topic.flow is None or topic.is_of_a_country)
        return self._of_a_country(topic) if is_share else topic

    def _of_a_country(self, topic: Topic) -> Topic:
        """The topic where a share is a country's: of what was told partner by partner, else of all trade with it."""
        if topic.named and is_by_partner(self.ground, topic):
            partner = Known(topic.named[-1].code)
            return topic._replace(sides=Sides(topic.sides.reporter, partner), named=())
        sides = self.cases.allotter.sides("total", topic.named, topic.sides, topic.goods.value)
        return topic._replace(flow="total", sign=None, trust=CLAUSE, sides=sides)

    def _named(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic with a country more; one joined by 'and' shares the case of its neighbour."""
        party = self.cases.party(items, index)
        if party is None:
            return topic
        topic = self._off_balance(topic)
        topic = of_list(self.ground.state, party, sent(self.ground, party, topic))
        party = self._of_market(items, index, party)
        is_next = is_by_partner(self.ground, topic) and not any(one.role in HEADS for one in items)
        if topic.is_listing or is_next:
            party = self._listed(party, topic)
        is_list = any(one.role == "respectively" for one in items)
        if not topic.named or not self.cases.joined(items, index, is_list=is_list):
            return topic._replace(named=(*topic.named, party))
        last = topic.named[-1]
        case = last.case if self.ground.lexicon.heads == "before" else party.case
        both = Party(f"{last.code},{party.code}", case, is_list)
        return topic._replace(named=(*topic.named[:-1], both))

    def _listing(self, one: Mention, topic: Topic) -> Topic:
        """The topic where the sentence tells with whom is traded: 东盟为第一大贸易伙伴; and which way: 輸入先では."""
        named = tuple(self._listed(each, topic) for each in topic.named)
        way = one.value.partition(":")[2]
        is_open = way and topic.head < 0
        told = topic._replace(flow=way, sign=None, trust=WORDS) if is_open else topic
        return told._replace(is_listing=True, named=named)

    def _ranked(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic gone back to what partners were told of, where the next of them is named: 2위 러시아는."""
        flow, behind = self.ground.state.listed, items[index + 1 : index + 2]
        is_next = bool(behind) and behind[0].role == "area" and topic.head < 0
        is_next = is_next and self.ground.text[items[index].start - 1].isdecimal()
        if flow is None or not is_next:
            return topic
        return topic._replace(flow=flow, sign=None, sides=self.ground.state.main, is_listing=True)

    def _listed(self, party: Party, topic: Topic) -> Party:
        """The party as one with whom is traded, where a sentence tells with whom: 东盟为第一大贸易伙伴."""
        is_own = self.ground.setting.is_north or party.code == topic.sides.reporter.value
        is_bare = party.case in {"possessor", "subject"}
        return party._replace(case="counterpart") if is_bare and not is_own else party

    def _of_market(self, items: Sequence[Mention], index: int, party: Party) -> Party:
        """The party as a market of the home's, where its exports are told market by market: 베트남 수출은."""
        setting, told = self.ground.setting, self.ground.state.latest
        head = next(iter(items[index + 1 :]), None)
        is_bare = head is not None and head.role == "flow" and head.start - items[index].end == 1
        is_by_market = told.partner.value not in {None, WORLD} or any(
            one.role == "theme" for one in items[:index]
        )
        is_home = told.reporter.value == setting.home and is_by_market
        is_named = is_bare and party.case == "possessor" and party.code != setting.home
        is_market = is_named and is_home and not setting.is_north
        return party._replace(case="counterpart") if is_market else party

    def way(self, flow: str | None, sides: Sides) -> str | None:
        """The flow as the first reporter sees it."""
        first = self.ground.state.main.reporter.value
        is_other = first is not None and sides.partner.value == first
        return Flow(flow).mirrored.value if flow and is_other else flow

    def _off_balance(self, topic: Topic) -> Topic:
        """The topic with the flow that a text is about, where goods or a country follow a balance told before."""
        told = self.ground.state.main_flow
        if topic.flow != "balance" or topic.head >= 0 or told is None:
            return topic
        return topic._replace(flow=told, sign=None)

    def headed(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic after a flow word: its sides from the countries named, its goods from those beside it."""
        one = items[index]
        flow, _, sign = one.value.partition(":")
        is_other = self.ground.state.is_other and topic.is_other and flow in OF_BEFORE
        if one.role == "deal" and flow == "total" and topic.flow in WAYS and not topic.named:
            return topic  # 대금을 물자로 치렀다: goods spoken of on the way tell none
        if flow == "value":
            is_open = not topic.goods.value or len(counted(_since_head(items, index))) > 1
            goods = Known(ALL_GOODS, CLAUSE) if is_open else topic.goods
            return topic._replace(goods=goods, is_other=is_other)
        named = (*topic.named, *filter(None, [self.cases.object_of(items, index)]))
        goods = Known(ALL_GOODS, CLAUSE) if sign == "all" else self._goods_of(items, index, topic)
        if flow == "sum":
            flow, sign = self._summed(topic), ""
        sides = (
            self._both(items[:index], topic)
            or self.cases.allotter.of_all(named, is_all=sign == "all")
            or self.cases.allotter.sides(flow, named, topic.sides, goods.value)
        )
        if not named:
            sides = self._faced(flow, sides, goods)
        if sign == "notified":
            flow, sides = self.cases.allotter.notified(named, topic.sides, goods.value)
        elif not self.ground.setting.is_north:
            is_all = self._is_all(items, index) or is_part(sides.partner.value, items[index:])
            sides = self._abroad(flow, sides, topic, is_all=is_all)
        return topic._replace(
            flow=flow,
            sign=sign if flow == "balance" else None,
            trust=WORDS,
            head=one.start,
            sides=sides,
            goods=goods,
            part=topic.goods,
            named=(),
            is_other=is_other,
            period=self.timekeeper.summed_up(flow, topic) or topic.main or topic.period,
            main=None,
        )

    def _faced(self, flow: str, sides: Sides, goods: Known) -> Sides:
        """The sides of goods that the words name, as these go between them, where the text's reporter is the partner."""
        is_turned = sides.partner.value == self.ground.state.main.reporter.value
        if is_turned and goods.value and goods.trust > CLAUSE:
            return self.cases.allotter.facing(flow, goods.value, sides)
        return sides

    def _summed(self, topic: Topic) -> str:
        """The flow of a sum: the one spoken of, or trade where both ways were told."""
        told = {*self.ground.state.flows, self.way(topic.flow, topic.sides)}
        is_total = topic.flow == "balance" or (told >= WAYS and topic.head < 0)
        return topic.flow if topic.flow and not is_total else "total"

    def _both(self, items: Sequence[Mention], topic: Topic) -> Sides | None:
        """The two countries told of one after the other, where their sum is told: 두 나라를 합하면."""
        traders = topic.traders
        is_both = any(one.value == "pair" and one.role == "pronoun" for one in items)
        is_one_way = (
            topic.flow in WAYS and not topic.named and topic.sides.partner.value not in traders
        )
        if not is_both or not is_one_way or len(traders) <= 1:
            return None
        return Sides(Known(",".join(sorted(traders)), CLAUSE), topic.sides.partner)

    def _is_all(self, items: Sequence[Mention], index: int) -> bool:
        """Whether a flow word means trade with everybody, and is not only the whole of a share: 전체 수출의 60%."""
        since = next((at for at in range(index, 0, -1) if items[at - 1].role == "figure"), 0)
        is_whole = any(one.role == "whole" for one in items[since:index])
        is_all = is_whole or items[index].value.endswith(":all")
        return is_all and not self.cases.owns_next(items, index)

    def _abroad(self, flow: str, found: Sides, topic: Topic, *, is_all: bool) -> Sides:
        """The sides where nobody trades with the North: all is with everybody; who sells to a buyer sells to it."""
        reporter, partner = found
        of_two = flow == "total" and {*self.ground.setting.named} == {reporter.value, partner.value}
        if is_all and partner.trust <= CLAUSE and not of_two:
            return Sides(reporter, Known(WORLD, PRIOR))
        main, told = self.ground.state.main.reporter, self.ground.state.main_flow
        if partner.trust <= PRIOR and {flow, told} == WAYS and main.value != reporter.value:
            return Sides(reporter, main.older(DISCOURSE))  # who sells to the buyer of the text
        spoken = topic.sides.partner.value
        both = flow == "balance" and set(self.ground.state.flows) >= WAYS
        is_of_two = topic.flow in BOTH_WAYS or both
        is_of_two = is_of_two and spoken == self.ground.state.main.partner.value
        if partner.trust <= PRIOR and is_of_two and main.value == reporter.value:
            return Sides(reporter, topic.sides.partner.older(DISCOURSE))
        is_turned = {flow, topic.flow} == WAYS
        is_part = flow == topic.flow and "," in (reporter.value or "")
        other = topic.sides.reporter if is_turned else topic.sides.partner
        if is_turned and topic.sides.partner == partner and "," in (partner.value or ""):
            return Sides(partner, reporter)  # those who were named to be sold to buy
        if partner.trust > PRIOR or other.value in {None, reporter.value}:
            return found
        return Sides(reporter, other.older(DISCOURSE)) if is_turned or is_part else found

    def _goods_of(self, items: Sequence[Mention], index: int, topic: Topic) -> Known:
        """The goods of a flow word: named since the last figure or before in its sentence, else all."""
        if items[index].value == "sum" and topic.price is not None and topic.goods.value:
            return topic.goods.older(CLAUSE)  # 톤당 580달러로, 총액은
        if topic.goods.trust > DISCOURSE:
            is_over = topic.counted.value is not None and is_aside(items, index)
            return topic.counted if is_over else topic.goods
        if items[index].value == f"{topic.flow}:value" and topic.weighed.value:
            return topic.weighed.older(CLAUSE)  # 물량이 1만6천t으로 늘면서 수입액은
        if items[index].role == "flow" and not self._is_worth(items[index], topic):
            return Known(ALL_GOODS, CLAUSE)
        return Known(topic.goods.value or ALL_GOODS, DISCOURSE)

    def _is_worth(self, head: Mention, topic: Topic) -> bool:
        """Whether it names what the goods are worth that the sentence before weighed: 수출액은, 輸出額は."""
        flow, _, measure = head.value.partition(":")
        is_same = flow == topic.flow and self.ground.state.unit in WEIGHED
        return measure == "value" and is_same and not topic.named


def _since_head(items: Sequence[Mention], index: int) -> Sequence[Mention]:
    """What stands between the flow word before a word and that word."""
    heads = (at for at in range(index - 1, -1, -1) if items[at].role in HEADS)
    return items[next(heads, 0) : index]
