"""Afterwards: what of a topic holds on when its sentence is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nktrade.core.codes import WORLD, Kind
from nktrade.core.period import MONTHS, Period
from nktrade.reading.clauses import Sentence
from nktrade.reading.discourse import DISCOURSE, Sides, State
from nktrade.reading.drafts import Draft, told_of
from nktrade.reading.listening import Listener
from nktrade.reading.neighbours import announced, sets_limit
from nktrade.reading.timing import lasting
from nktrade.reading.topic import HEADS, Topic

_PARTS = frozenset({Kind.RATIO, Kind.SHARE_PCT})
_STOPS = ("。", ".", "!", '"', "」", "”")
_OF_ANOTHER = frozenset({Kind.CAP, Kind.SHARE_PCT})
"""What a limit binds and whose share is told is not yet whose trade a text is about."""
_SUPPOSED = frozenset({"forecast", "hypothetical"})


@dataclass(frozen=True)
class Afterwards:
    """A sentence that is over: what it was about in the end, and the drafts of its figures."""

    sentence: Sentence
    listener: Listener
    topic: Topic
    drafts: Sequence[Draft]
    first: Topic
    """What held behind its first flow word."""

    def state(self) -> State:
        """What holds from now on."""
        if not self._claims and self._before.main.reporter.value and self._is_told():
            return self._of_words()
        spoken = self._spoken()
        return self._with_trade(self._before)._replace(
            period=spoken,
            month=next((one for one in self._dated() if one.month_count == 1), self._before.month),
            summed=self._summed(),
            opened=self._before.opened or next(iter(self._dated()), None),
            event=self.topic.event,
            is_limit=self._sets_limit,
            year=spoken.first.year if spoken else self._before.year,
            base=self.topic.base or self._before.base,
            price=next((one.spot for one in self.drafts[::-1] if one.spot.per), None),
            announced=None,
            opens=False,
            is_other=self._is_other,
            told=told_of(self._claims) or self._before.told,
        )

    @property
    def _before(self) -> State:
        return self.listener.ground.state

    @cached_property
    def _claims(self) -> list[Draft]:
        return [one for one in self.drafts if one.is_claim]

    @cached_property
    def _bound(self) -> list[Draft]:
        """The claims that are no parts of another: parts are over with their sentence."""
        if not self.topic.outer:
            return self._claims
        return [one for one in self._claims if one.spot.start < self.topic.parted]

    @property
    def _is_other(self) -> bool:
        """Whether all its amounts were no trade; without any, whether those before it were none."""
        if not self.drafts:
            return self._before.is_other
        return self.topic.is_other and not self._claims

    @property
    def _sets_limit(self) -> bool:
        return not self.drafts and sets_limit(self.sentence.items)

    @cached_property
    def _is_dealt(self) -> bool:
        return any(one.role == "respectively" for one in self.sentence.items)

    @property
    def _ends_with_sum(self) -> bool:
        """Whether its last figure is of what went both ways, which it told one by one before."""
        heads = [one.value for one in self.sentence.items if one.role in HEADS]
        is_sum = bool(heads) and heads[-1].startswith("sum") and bool(self._bound)
        return is_sum and self._bound[-1].flow.value == "total"

    def _is_told(self) -> bool:
        """Whether it is a sentence that ends, and no heading or question of what follows it."""
        text = self.listener.ground.text
        return text[self.sentence.start : self.sentence.end].rstrip().endswith(_STOPS)

    def _of_words(self) -> State:
        """What holds after a sentence without figures: the flow that it is about, 輸出は鉄鋼が振るわなかった."""
        before, topic = self._before, self.topic
        first = next(iter(self.sentence.items), None)
        if first and first.role in HEADS and self.listener.cases.after(first.end) == "subject":
            before = before._replace(flow=topic.flow, sign=topic.sign, sides=topic.sides)
        return before._replace(
            event=topic.event,
            is_limit=self._sets_limit,
            announced=announced(self.sentence.items),
            is_one=False,
            is_other=self._is_other,
        )

    def _with_trade(self, before: State) -> State:
        """The state with whose trade, in what and which way, is spoken of."""
        claims, bound, main = self._claims, self._bound, before.main
        kept, sides = self._sided()
        ways = (one.flow.value for one in claims if one.flow.value != "balance")
        first = next((one.sides for one in claims if one.sort.kind not in _OF_ANOTHER), main)
        return before._replace(
            sides=sides,
            main=main if main.reporter.value else first,
            traders=self.topic.traders,
            main_goods=before.main_goods or next((one.commodity.value for one in claims), None),
            flow="total" if self._ends_with_sum else kept.flow,
            sign=kept.sign,
            commodity=_spoken_of(bound) if bound else kept.goods.value,
            unit=next((one.spot.unit for one in claims[::-1] if _is_amount(one)), before.unit),
            is_one=len({(one.flow.value, one.sides, one.commodity.value) for one in claims}) == 1,
            is_told=kept.trust > DISCOURSE,
            listed=claims[0].flow.value if claims and self.topic.is_listing else before.listed,
            latest=claims[-1].sides if claims else before.latest,
            shared=claims[-1].sides if claims and claims[-1].sort.kind is Kind.SHARE_PCT else None,
            by_partner=self._by_partner(),
            flows=self._flows(),
            main_flow=before.main_flow or next(iter(ways), None),
            subject=kept.sides.reporter.value or before.subject,
        )

    def _sided(self) -> tuple[Topic, Sides]:
        """The topic that holds on, and whose trade: a partner named among others lasts no longer than its sentence."""
        if self._is_heading:
            return self.first, self.first.sides
        main, kept, sides = self._before.main, self.topic.outer or self.topic, self._sides()
        if main.partner.value != WORLD or main.reporter.value not in {one.value for one in sides}:
            return kept, sides
        if sides.reporter.value != main.reporter.value:  # a supplier, or a customer
            kept = kept._replace(flow=self._before.main_flow or kept.flow)
        return kept, main

    @property
    def _is_heading(self) -> bool:
        """Whether it stands above a text and has no figure: what it names first the text is about, 貿易赤字 対米輸出減."""
        is_open = self._before.main.reporter.value is None and not self.drafts
        return is_open and not self._is_told()

    def _sides(self) -> Sides:
        """The sides of the last figure that no part and no limit has; of a list, those who trade with it."""
        topic, bound = self.topic, self._bound
        if self._is_dealt:
            is_listed = "," in (topic.sides.partner.value or "")
            return self._before.sides if is_listed else topic.sides
        kept = (topic.outer or topic).sides
        sides = next((one.sides for one in reversed(bound) if one.sort.kind is not Kind.CAP), kept)
        whole = bound[-1].flow.value if bound else self._before.flow
        parts = self._claims[len(bound) :]
        return _of_parts(sides, parts[-1].sides) if parts and whole == "total" else sides

    def _spoken(self) -> Period | None:
        """The period spoken of; one that is only supposed, or dealt out in a list, is over."""
        before, topic = self._before.period, self.topic
        current = [
            one.period
            for one in self._claims
            if one.period and not one.sort.is_base and one.sort.kind is not Kind.CAP
        ]
        spoken = current[-1] if current else topic.period
        spoken = topic.prior if topic.is_back else topic.main or spoken
        # 82% of an amount is one with it.
        amounts = [one for one in self._claims if one.sort.kind not in _PARTS]
        spoken = spoken if self._reports else lasting(before, spoken, len(amounts))
        is_subject = spoken == self._before.opened  # the run that a text begins with
        if before and spoken and _sums_up(spoken, before) and not is_subject:
            spoken = before
        if before and _is_in_parts(before, current):
            spoken = before
        if before and any(one.value in _SUPPOSED for one in self.sentence.items):
            spoken = before
        if self._is_dealt and len({str(one) for one in current}) > 1:
            is_whole = topic.period and all(topic.period.covers(one) for one in current)
            spoken = topic.period if is_whole else before or spoken
        return spoken

    @property
    def _reports(self) -> bool:
        """Whether it tells what was published of a time: 併せて発表した3月の収支は."""
        times = (one.start for one in self.sentence.items if one.when is not None)
        return any(self.listener.timekeeper.is_reported(start) for start in times)

    def _summed(self) -> Period | None:
        """The longer time that it added up, which ends with the one spoken of; the last one where it dates nothing."""
        before, told = self._before.period, next(iter(self._dated()), None)
        summed = self._before.summed
        is_aside = not any(map(_is_amount, self._claims))  # 9月は前月比12.3%増えた
        if told is None or (is_aside and summed and summed != told and summed.covers(told)):
            return summed
        if before and before != told and _is_in_parts(before, self._dated()):
            return before
        if before and before != told and before.covers(told) and told.month_count > 1:
            return told  # 23年の貿易額は20億ドル。1~9月に3万トン。同じ期間に
        return told if before and _sums_up(told, before) else None

    def _dated(self) -> list[Period]:
        """The periods of its figures, the last first, those of old levels aside."""
        return [one.period for one in self._claims[::-1] if one.period and not one.sort.is_base]

    def _by_partner(self) -> str | None:
        """The goods that are told partner by partner, until a flow word says what comes next."""
        roles = {one.role for one in self.sentence.items}
        last = next(iter(self._claims[::-1]), None)
        partner = last.sides.partner.value if last else None
        if last and "area" in roles and partner not in {None, WORLD}:
            return None if last.sort.kind is Kind.CAP else last.commodity.value
        return self._before.by_partner if roles.isdisjoint(HEADS) else None

    def _flows(self) -> tuple[str, ...]:
        """The flows counted since the last total, and that."""
        told = [self.listener.way(one.flow.value, one.sides) for one in self._claims]
        since = told[::-1].index("total") + 1 if "total" in told else 0
        here = {flow for flow in told[-since:] if flow}
        before = set(self._before.flows) if not since else set[str]()
        return tuple(sorted(here if here & before else here | before))


def _sums_up(period: Period, spoken: Period) -> bool:
    """Whether a period within a year ends with a shorter one, that spoken of."""
    return spoken.month_count < period.month_count <= MONTHS and period.last == spoken.last


def _is_in_parts(whole: Period, told: Sequence[Period]) -> bool:
    """Whether it was told part by part, month by month or quarter by quarter."""
    parts = {str(one) for one in told if one != whole}
    return len(parts) > 1 and all(whole.covers(one) for one in told)


def _of_parts(sides: Sides, told: Sides) -> Sides:
    """The sides of the parts of a total, which has no direction, where they are its own: 其中朝鲜出口."""
    is_same_pair = {one.value for one in told} == {one.value for one in sides}
    return told if is_same_pair else sides


def _spoken_of(claims: Sequence[Draft]) -> str | None:
    """The goods that the next sentence goes on about: of limits the first, else the last."""
    is_of_limits = all(one.sort.kind is Kind.CAP for one in claims)
    return claims[0 if is_of_limits else -1].commodity.value


def _is_amount(draft: Draft) -> bool:
    return draft.sort.kind is Kind.LEVEL
