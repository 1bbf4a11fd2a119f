"""Topics: where particles mark the cases, a figure takes what stands before it and what its verb says behind it.

One walk over a sentence from left to right. Flow words, countries, goods and time words set the topic; each
figure is bound to the topic as it stands, unless a flow word is tied to it from behind (N달러를 수출했다,
Nドルの黒字). What a sentence leaves out holds on from the sentence before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, WORLD, Kind
from nktrade.core.period import Period
from nktrade.reading.binding import Said
from nktrade.reading.clauses import Sentence
from nktrade.reading.cases import Cases, Party
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, Known, Sides, State
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.periods import When, resolve
from nktrade.reading.predicates import Around, predicate
from nktrade.reading.quoting import completed
from nktrade.reading.scene import Ground
from nktrade.reading.setting import is_bought, is_sold
from nktrade.reading.timing import distance, shifted
from nktrade.reading.words import Mention

_HEADS = frozenset({"flow", "deal", "deed"})
_WEIGHED = frozenset({"t", "kg", "bbl", "bbl/d", "m3", "L", "count"})
_FUEL = "refined petroleum"
_TIED = 3


class Topic(NamedTuple):
    """What holds at a place of the sentence."""

    flow: str | None = None
    sign: str | None = None
    trust: float = DISCOURSE
    head: int = -1
    """Where the flow word stands; -1 where the sentence has not named one yet."""
    sides: Sides = Sides()
    goods: Known = Known(None)
    part: Known = Known(None)
    """The goods spoken of before the flow word: a share is theirs."""
    period: Period | None = None
    prior: Period | None = None
    """The period spoken of before it."""
    whence: str = "text"
    base: str | None = None
    past: Period | None = None
    """The period of a level compared with, until its figure has come."""
    is_past: bool = False
    named: tuple[Party, ...] = ()
    """Countries named since the last flow word."""
    is_other: bool = False
    segment: int = 0
    kind: Kind | None = None
    """What sort the last percentage was."""
    carried: str | None = None
    """The direction of the last change."""


def topical(sentence: Sentence, ground: Ground) -> tuple[list[Draft], State]:
    """The drafts of every figure of a sentence, and what holds after it."""
    return TopicReader(sentence, ground).drafts()


def stated(items: Sequence[Mention], state: State) -> list[Said]:
    """What a sentence states without a number, in the period spoken of."""
    return [Said(one, None, state.period) for one in items if one.role in {"statement", "vague"}]


@dataclass(frozen=True, slots=True)
class TopicReader:
    """One sentence on the table, with what is known when it begins."""

    sentence: Sentence
    ground: Ground

    def drafts(self) -> tuple[list[Draft], State]:
        """The drafts of every figure of the sentence, and what holds after it."""
        items = self.cases.items(self.sentence)
        topic = self._opening(items)
        drafts: list[Draft] = []
        for index, one in enumerate(items):
            if one.role == "figure":
                draft, topic = self._figure(items, index, topic)
                drafts.append(draft)
            else:
                topic = self._heard(items, index, topic)
        drafts = completed(self.ground.text, items, drafts)
        return drafts, self._after(topic, drafts)

    @property
    def cases(self) -> Cases:
        return Cases(self.ground.text, self.ground.lexicon, self.ground.setting)

    def _opening(self, items: Sequence[Mention]) -> Topic:
        """What holds when the sentence begins."""
        state = self.ground.state
        return Topic(
            flow=state.flow,
            sign=state.sign,
            sides=state.sides.older(DISCOURSE),
            goods=Known(state.commodity, DISCOURSE),
            period=state.period,
            base=None,
        )

    def _heard(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic after a word."""
        one = items[index]
        if one.role in _HEADS:
            return topic if one.start <= topic.head else self._headed(items, index, topic)
        if one.role == "stop":
            return topic._replace(segment=topic.segment + 1)
        if one.role in {"area", "world", "pronoun"}:
            party = self.cases.party(items, index)
            if party and topic.named and self.cases.joined(items, index):
                last = topic.named[-1]
                case = last.case if self.ground.lexicon.heads == "before" else party.case
                both = Party(f"{last.code},{party.code}", case)
                return topic._replace(named=(*topic.named[:-1], both))
            return topic._replace(named=(*topic.named, party)) if party else topic
        if one.role == "commodity":
            return topic._replace(goods=Known(one.value))
        if one.role == "whole" and one.value == "all":
            return topic._replace(goods=Known(ALL_GOODS, CLAUSE))
        if one.role == "share" and topic.flow is None:
            sides = self.cases.sides("total", topic.named, topic.sides, topic.goods.value)
            return topic._replace(flow="total", sign=None, trust=CLAUSE, sides=sides)
        if one.role == "other":
            return topic._replace(is_other=True)
        if one.when is not None and one.value != "none":
            return self._dated(items, index, one.when, topic)
        return topic

    def _headed(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic after a flow word: its sides from the countries named, its goods from those beside it."""
        one = items[index]
        flow, _, sign = one.value.partition(":")
        if flow == "value":
            listed = {each.value for each in items[:index] if each.role == "commodity"}
            goods = topic.goods if topic.goods.value else Known(ALL_GOODS, CLAUSE)
            goods = Known(ALL_GOODS, CLAUSE) if len(listed) > 1 else goods
            return topic._replace(goods=goods, is_other=False)
        named = topic.named
        behind = self.cases.object_of(items, index)
        if behind:
            named = (*named, behind)
        goods = Known(ALL_GOODS, CLAUSE) if sign == "all" else self._goods_of(items, index, topic)
        if flow == "sum":
            both = {"export", "import"} <= {*self.ground.state.flows, topic.flow}
            flow, sign = topic.flow or "total", ""
            flow = "total" if flow == "balance" or (both and topic.head < 0) else flow
        sides = self.cases.sides(flow, named, topic.sides, goods.value)
        return topic._replace(
            flow=flow,
            sign=sign if flow == "balance" else None,
            trust=0.98,
            head=one.start,
            sides=sides,
            goods=goods,
            part=topic.goods,
            named=(),
            is_other=False,
        )

    def _goods_of(self, items: Sequence[Mention], index: int, topic: Topic) -> Known:
        """The goods of a flow word: named since the last figure or before in its sentence, else all."""
        if topic.goods.trust > DISCOURSE:
            return topic.goods
        if items[index].role == "flow":
            return Known(ALL_GOODS, CLAUSE)
        return Known(topic.goods.value or ALL_GOODS, DISCOURSE)

    def _dated(self, items: Sequence[Mention], index: int, when: When, topic: Topic) -> Topic:
        """The topic after a time word: the period spoken of, or what something is compared with."""
        if when.is_base:
            past = shifted(topic.period, when.base or "") if topic.period else None
            return topic._replace(base=when.base, past=past, is_past=when.is_point)
        owner = next((each.code for each in topic.named if each.case == "possessor"), None)
        reporter = owner or topic.sides.reporter.value or self.ground.setting.home
        anchor = self.ground.anchor._replace(
            period=topic.period, reporter=reporter, year=self._year(topic)
        )
        period = resolve(when, anchor)
        if period is None:
            return topic
        again = when.means == "same" and when.has_year
        if again or self.cases.is_compared(items, index):
            base = distance(topic.period, period) if topic.period else None
            return topic._replace(base=base or topic.base, past=period, is_past=True)
        return topic._replace(
            period=period, prior=topic.period, whence="words", past=None, is_past=False
        )

    def _dated_behind(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic with a time word of the same clause behind the figure, where none stands before."""
        if topic.whence == "words" or topic.is_past:
            return topic
        for at in range(index + 1, len(items)):
            one = items[at]
            if one.role in {"stop", "figure"}:
                break
            if one.when is not None and not one.when.is_base and one.value != "none":
                found = self._dated(items, at, one.when, topic)
                return topic if found.is_past else found
        return topic

    def _year(self, topic: Topic) -> int | None:
        return topic.period.first.year if topic.period and topic.whence == "words" else None

    def _figure(self, items: Sequence[Mention], index: int, topic: Topic) -> tuple[Draft, Topic]:
        """The draft of a figure, and the topic after it."""
        one = items[index]
        spot = _by_day(items, index, self.sentence.spots[int(one.value)])
        own = self._ahead(items, index, self._dated_behind(items, index, topic))
        points = any(each.unit == "percent_point" for each in self.sentence.spots)
        around = Around(
            self.ground.text, items, index, self.ground.lexicon, own.kind, own.carried, points,
            own.is_past,
        )  # fmt: skip
        sort = predicate(spot, around)
        goods = self._goods(items, index, spot, own)
        sides, flow = self._bound_sides(items, index, own, goods), own.flow
        if flow is None or (own.head < 0 and own.trust <= PRIOR):
            flow, sides = self._supposed(spot, goods.value, own, sides)
        period, whence = (own.past, "words") if sort.is_base else (own.period, own.whence)
        if sort.is_base and period is None and _is_dated(items, index):
            period = own.period
            own = own._replace(period=own.prior or own.period)
        if sort.is_base and period is None:
            period, whence = self._earlier(items, index, own), "clause"
        owner = items[index - 1] if index else None
        if sort.kind is Kind.SHARE_PCT and owner is not None and owner.role == "flow":
            goods = own.part if own.part.value else goods
        if sort.kind is Kind.CAP:
            period, sides = None, self._bound_by_limit(sides)
        draft = Draft(
            spot=spot,
            sort=sort,
            flow=Known(flow, own.trust),
            balance=spot.sign or own.sign if flow == "balance" else None,
            sides=sides,
            commodity=goods,
            period=period,
            whence=whence,
            base=own.base,
            segment=own.segment,
            sentence=self.sentence.number,
            head_start=own.head,
            governed=own.is_other or self._is_no_trade(items, index, spot, own),
        )
        parts = sort.kind if spot.unit in {"percent", "percent_point"} else own.kind
        moves = sort.kind in {Kind.CHANGE_PCT, Kind.CHANGE_ABS}
        left = own._replace(
            kind=parts,
            carried=sort.sign if moves else own.carried,
            is_past=False,
            goods=own.goods if own.goods.value else goods,
            sides=sides if sort.kind is not Kind.CAP else own.sides,
            named=() if own.head >= 0 else own.named,
        )
        return draft, left

    def _ahead(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic with what stands behind the figure and belongs to it."""
        tied = self.cases.tied(items, index)
        if tied is None and topic.head < 0 and not topic.is_other:
            tied = self.cases.next_head(items, index, is_needed=topic.flow is None)
        if tied is None:
            return topic
        names = {"area", "world", "pronoun"}
        if topic.goods.trust <= DISCOURSE:
            names = names | {"commodity"}
        for between in range(index + 1, tied):
            if items[between].role in names:
                topic = self._heard(items, between, topic)
        return self._headed(items, tied, topic)

    def _bound_sides(
        self, items: Sequence[Mention], index: int, topic: Topic, goods: Known
    ) -> Sides:
        """The sides of the flow, with a country that stands with the figure itself."""
        part = self.cases.part(items, index)
        found = topic.sides
        if topic.named and topic.flow and topic.head >= 0:
            found = self.cases.adapted(topic.flow, topic.named, found)
        elif topic.named and topic.flow:
            found = self.cases.sides(topic.flow, topic.named, found, topic.goods.value)
        if part:
            found = Sides(found.reporter, Known(part))
        if topic.flow and (found.is_guessed or found.reporter.value is None):
            found = self.cases.usual(topic.flow, goods.value)
        return found

    def _goods(self, items: Sequence[Mention], index: int, spot: Spot, topic: Topic) -> Known:
        """The goods that the figure counts: tied behind it, else the topic's; tons of all are of something."""
        tied = self.cases.goods_behind(items, index)
        if tied:
            return Known(tied)
        goods = topic.goods
        if goods.value not in {None, ALL_GOODS} or spot.unit not in _WEIGHED:
            return goods if goods.value else Known(ALL_GOODS, PRIOR)
        named = [one.value for one in items if one.role == "commodity" and one.value != ALL_GOODS]
        if named:
            return Known(named[0], CLAUSE)
        if self.ground.state.commodity not in {None, ALL_GOODS}:
            return Known(self.ground.state.commodity, DISCOURSE)
        return Known(_FUEL, PRIOR) if spot.unit == "bbl" else Known(goods.value or ALL_GOODS, PRIOR)

    def _supposed(
        self, spot: Spot, goods: str | None, topic: Topic, sides: Sides
    ) -> tuple[str | None, Sides]:
        """The flow that goods imply where no word names one: fuel goes to the North, ore comes from it."""
        if topic.flow or not (
            self.ground.setting.is_north and self.ground.setting.priors and goods
        ):
            return topic.flow, sides
        flow = "import" if is_bought(goods) else "export" if is_sold(goods) else None
        if flow is None or spot.unit not in _WEIGHED - {"count"}:
            return None, sides
        partner = self.ground.setting.partner if self.ground.setting.home == "PRK" else "CHN"
        return flow, Sides(Known("PRK", PRIOR), Known(partner, PRIOR))

    def _bound_by_limit(self, sides: Sides) -> Sides:
        """Limits bind the North's trade with everybody."""
        if "PRK" not in {one.value for one in sides}:
            return sides
        return Sides(*(one if one.value == "PRK" else Known(WORLD, PRIOR) for one in sides))

    def _earlier(self, items: Sequence[Mention], index: int, topic: Topic) -> Period | None:
        """The period of an old level that only the comparison behind it dates."""
        later = [one.when for one in items[index + 1 :] if one.when is not None]
        base = next((one.base for one in later if one.is_base), topic.base)
        return shifted(topic.period, base) if base and topic.period else None

    def _is_no_trade(self, items: Sequence[Mention], index: int, spot: Spot, topic: Topic) -> bool:
        """Whether it counts things in a sentence that names no flow, or hangs on what is no trade."""
        after = items[index + 1] if index + 1 < len(items) else None
        is_next = after is not None and after.start - items[index].end <= _TIED
        if is_next and after is not None and after.role == "other":
            return True
        behind = Around(self.ground.text, items, index, self.ground.lexicon).right
        governed = any(one.role == "other" for one in behind)
        return topic.head < 0 and (spot.unit == "count" or governed)

    def _flows(self, claims: Sequence[Draft]) -> tuple[str, ...]:
        """The flows counted since the last total."""
        here = {one.flow.value for one in claims if one.flow.value}
        return () if "total" in here else tuple(sorted({*self.ground.state.flows, *here}))

    def _after(self, topic: Topic, drafts: Sequence[Draft]) -> State:
        """What holds when the sentence is over."""
        claims = [one for one in drafts if not one.governed and one.flow.value and one.sort.kind]
        current = [
            one.period
            for one in claims
            if one.period and not one.sort.is_base and one.sort.kind is not Kind.CAP
        ]
        last = claims[-1] if claims else None
        bound = [one for one in claims if one.sort.kind is not Kind.CAP]
        sides = bound[-1].sides if bound else topic.sides
        goods = last.commodity.value if last else topic.goods.value
        return self.ground.state._replace(
            sides=sides,
            flow=topic.flow,
            sign=topic.sign,
            commodity=goods,
            period=current[-1] if current else topic.period,
            year=topic.period.first.year if topic.period else self.ground.state.year,
            base=topic.base or self.ground.state.base,
            flows=self._flows(claims),
            subject=topic.sides.reporter.value or self.ground.state.subject,
        )


def _is_dated(items: Sequence[Mention], index: int) -> bool:
    """Whether a time word stands right before the figure."""
    before = items[index - 1] if index else None
    return bool(before and before.when and items[index].start - before.end <= _TIED)


def _by_day(items: Sequence[Mention], index: int, spot: Spot) -> Spot:
    """The spot with barrels as barrels a day where a word for a day stands before it."""
    before = items[index - 1] if index else None
    daily = before is not None and before.value == "per_day"
    is_near = before is not None and spot.start - before.end <= _TIED * 2
    return spot._replace(unit="bbl/d") if spot.unit == "bbl" and daily and is_near else spot
