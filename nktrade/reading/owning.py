"""Owning: the goods and the sides of one figure, from its topic and from what stands right behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from nktrade.core.codes import ALL_GOODS, WORLD
from nktrade.reading.around import Around
from nktrade.reading.cases import Cases
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, Known, Sides
from nktrade.reading.figures import Spot
from nktrade.reading.roles import ROLES, WATCHERS
from nktrade.reading.scene import Ground
from nktrade.reading.setting import is_bought, is_sold
from nktrade.reading.surroundings import CHINA, NORTH
from nktrade.reading.topic import RATES, Topic
from nktrade.reading.words import Mention
from nktrade.reference import areas, lineage

_WEIGHED = frozenset({"t", "kg", "bbl", "bbl/d", "m3", "L", "count"})
_LOCAL_MONEY = frozenset({"KRW", "KPW"})
_BARRELS = frozenset({"bbl", "bbl/d"})
_FUEL = "refined petroleum"
_DAILY = frozenset({"per_day", "daily average"})
_TIED = 3
_ORDER = 10
"""Prices of one thing lie within a factor of ten."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Says whose a figure is, and of what."""

    ground: Ground
    cases: Cases
    spots: Sequence[Spot]

    def sides(self, items: Sequence[Mention], index: int, topic: Topic, goods: Known) -> Sides:
        """The sides of the flow, with a country that stands with the figure itself."""
        part = self.cases.part(items, index)
        found = topic.sides
        if (topic.named and topic.flow and topic.head >= 0) or (
            topic.named and topic.flow and self._is_listed(topic)
        ):
            found = self.cases.allotter.adapted(topic.flow, topic.named, found)
        elif topic.named and topic.flow:
            found = self.cases.allotter.sides(topic.flow, topic.named, found, topic.goods.value)
        if part and found.partner.value == NORTH and self.ground.setting.is_north:
            found = Sides(Known(part), found.partner)
        elif part and found.reporter.value != part:
            found = Sides(found.reporter, Known(part))
        if topic.flow and (found.is_guessed or found.reporter.value is None):
            found = self.cases.allotter.usual(topic.flow, goods.value)
        return found

    def _is_listed(self, topic: Topic) -> bool:
        """Whether countries without a flow word are those that the home trades with, one by one."""
        if topic.is_listing and not self.ground.setting.is_north:
            return topic.sides.reporter.value not in {None, *(one.code for one in topic.named)}
        home = self.ground.setting.home
        codes = {each.code for each in topic.named}
        is_home = topic.sides.reporter.value == home and home not in codes
        is_bare = all(each.case in {"possessor", "subject"} for each in topic.named)
        return not self.ground.setting.is_north and is_home and is_bare

    def goods(self, items: Sequence[Mention], index: int, spot: Spot, topic: Topic) -> Known:
        """The goods that the figure counts: tied behind it, else the topic's; tons of all are of something."""
        tied = self.cases.goods_behind(items, index)
        if tied:
            return Known(tied)
        goods = topic.goods if _fits(spot, topic.goods.value) else Known(ALL_GOODS, PRIOR)
        whole = self._share_of(items, index, topic)
        if whole is not None and spot.unit not in _WEIGHED:
            return whole
        if goods.value not in {None, ALL_GOODS} or not _WEIGHED & {spot.unit, spot.per}:
            return goods if goods.value else Known(ALL_GOODS, PRIOR)
        named = [one.value for one in items if one.role == "commodity" and one.value != ALL_GOODS]
        named = [code for code in named if _fits(spot, code)]
        if named:
            return Known(named[0], CLAUSE)
        before = self.ground.state.commodity
        if before not in {None, ALL_GOODS} and _fits(spot, before):
            return Known(before, DISCOURSE)
        return Known(_FUEL, PRIOR) if spot.unit == "bbl" else Known(goods.value or ALL_GOODS, PRIOR)

    def _share_of(self, items: Sequence[Mention], index: int, topic: Topic) -> Known | None:
        """Of a whole all goods, of its share the goods spoken of before it: 전체 수출 28억 달러의 26.7%."""
        since = [one for one in items[:index] if one.role in {"figure", "commodity"}]
        is_own = bool(since) and since[-1].role == "commodity"
        if self.is_whole(items, index):
            return None if is_own else Known(ALL_GOODS, CLAUSE)
        is_share = index > 0 and items[index - 1].role == "figure"
        if is_share and self.cases.owns_next(items, index - 1) and topic.part.value:
            return topic.part if topic.goods.value == ALL_GOODS else None
        return None

    def part(self, items: Sequence[Mention], index: int, topic: Topic) -> Known | None:
        """The goods of a share of a flow right before it: told behind it to be it, or spoken of before the flow."""
        before = [one.role for one in items[:index] if one.role != "whole"][-2:]
        if before[-1:] != ["flow"] and before != ["flow", "figure"]:
            return None
        return self._part_behind(items, index) or self._part_before(topic)

    def _part_before(self, topic: Topic) -> Known | None:
        """The goods spoken of before the flow; of trade both ways those of its own sentence alone."""
        is_own = topic.flow != "total" or topic.part.trust > DISCOURSE
        return topic.part if topic.part.value and is_own else None

    def _part_behind(self, items: Sequence[Mention], index: int) -> Known | None:
        """The goods told behind a share to be it: 수출의 62%는 석탄이 차지했다, 出口的62%为煤炭."""
        behind = items[index + 1 :]
        if self.ground.lexicon.heads == "before":
            is_told = [one.role for one in behind[:2]] == ["level", "commodity"]
            return Known(behind[1].value) if is_told else None
        goods = list(takewhile(lambda one: one.role == "commodity", behind))
        is_told = bool(goods) and [one.role for one in behind[len(goods) :][:1]] == ["share"]
        is_told = is_told or (bool(goods) and self.cases.after(items[index].end) == "subject")
        return Known(goods[-1].value) if is_told else None

    def is_whole(self, items: Sequence[Mention], index: int) -> bool:
        """Whether the figure behind is a share of this one: 전체 수출 28억 달러의 26.7%."""
        behind = next((one for one in items[index + 1 :] if one.role == "figure"), None)
        is_part = behind is not None and self.spots[int(behind.value)].unit == "percent"
        return is_part and self.cases.is_parted(items, index)

    def supposed(
        self, spot: Spot, goods: str | None, topic: Topic, sides: Sides, *, is_cap: bool
    ) -> tuple[str | None, Sides]:
        """The flow that goods imply where no word names one: fuel goes to the North, ore comes from it."""
        if not (self.ground.setting.is_north and self.ground.setting.priors and goods):
            return topic.flow, sides
        flow = "import" if is_bought(goods) else "export" if is_sold(goods) else None
        if flow is None or not (is_cap or spot.unit in _WEIGHED - {"count"}):
            return topic.flow, sides
        # 石炭は51万トンが通関した: what is weighed went one way, unless its sentence says trade.
        is_open = topic.flow == "total" and (topic.goods.trust > CLAUSE or topic.head < 0)
        if topic.flow and not (is_open or self._is_against(flow, topic, sides)):
            return topic.flow, sides
        partner = self.ground.setting.partner if self.ground.setting.home == NORTH else CHINA
        partner = _other_side(topic) or partner
        return flow, Sides(Known(NORTH, PRIOR), Known(partner, PRIOR))

    def _is_against(self, flow: str, topic: Topic, sides: Sides) -> bool:
        """Whether goods named in a sentence without flow words go the other way than those before."""
        told = {"export": sides.reporter.value, "import": sides.partner.value}.get(topic.flow or "")
        is_out = told == NORTH
        is_held = topic.flow in {"export", "import"} and NORTH in {one.value for one in sides}
        return is_held and topic.goods.trust > CLAUSE and is_out != (flow == "export")

    def is_no_trade(self, items: Sequence[Mention], index: int, spot: Spot, topic: Topic) -> bool:
        """Whether it counts things in a sentence that names no flow, or hangs on what is no trade."""
        after = items[index + 1] if index + 1 < len(items) else None
        is_next = after is not None and after.start - items[index].end <= _TIED
        if is_next and after is not None and after.role == "other":
            return True
        around = Around(self.ground.text, items, index, self.ground.lexicon)
        if spot.unit == "percent" and any(one.value == RATES for one in around.left):
            return True
        if spot.unit == "percent" and around.case() == "condition":
            return True  # 90%면 152만 배럴: how full a ship is thought to be
        governed = any(one.role == "other" for one in around.right)
        if spot.per and spot.unit in _LOCAL_MONEY and self.ground.setting.is_north:
            return True  # what a kilogram costs in a market
        is_listed = any(one.role == "respectively" for one in items)
        return topic.head < 0 and ((spot.unit == "count" and not is_listed) or governed)


def _other_side(topic: Topic) -> str | None:
    """With whom the North traded, where its sentence names both with a verb that nobody knows: 俄罗斯向朝鲜提供3吨."""
    told = {one.code for one in topic.named if ROLES["export"].get(one.case)}
    others = told - {NORTH, WORLD, *WATCHERS}
    is_both = NORTH in told and len(others) == 1
    return next(iter(others)) if is_both and others <= areas().keys() else None


def _fits(spot: Spot, code: str | None) -> bool:
    """Whether goods may be counted in such a unit: barrels hold petroleum."""
    is_known = code not in {None, ALL_GOODS}
    return not is_known or spot.unit not in _BARRELS or "petroleum" in lineage(code or ALL_GOODS)


def bound_by_limit(sides: Sides) -> Sides:
    """The sides of a limit: it binds the North's trade with everybody."""
    if NORTH not in {one.value for one in sides}:
        return sides
    return Sides(*(one if one.value == NORTH else Known(WORLD, PRIOR) for one in sides))


def by_day(items: Sequence[Mention], index: int, spot: Spot) -> Spot:
    """The spot with barrels as barrels a day where a word for a day stands before it."""
    ahead = (one for one in items[:index][::-1] if one.role != "equal")  # 日量換算では212万バレル
    before = next(ahead, None)
    daily = before is not None and before.value in _DAILY
    is_near = before is not None and spot.start - before.end <= _TIED * 2
    return spot._replace(unit="bbl/d") if spot.unit == "bbl" and daily and is_near else spot


def priced_as(spot: Spot, price: Spot | None) -> Spot:
    """The spot as a price of the same unit where it is money of the size of one told before: 10월의 438달러."""
    if price is None or spot.per or spot.unit != price.unit:
        return spot
    ratio = spot.value / price.value if price.value else 0
    return spot._replace(per=price.per) if 1 < ratio * _ORDER < _ORDER**2 else spot
