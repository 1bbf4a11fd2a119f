"""Allotting: reporter and partner of a flow, from the countries named, the text before, and what is usual."""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import WORLD
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, Known, Sides
from nktrade.reading.ranking import CONTINENTS
from nktrade.reading.roles import BOTH_WAYS, ROLES, WATCHERS, WAYS, Party
from nktrade.reading.setting import Setting, is_bought, is_sold
from nktrade.reading.surroundings import CHINA, NORTH

_REGIONS = CONTINENTS | {"ASEAN"}
_TELLERS = frozenset({"subject", "possessor", "part", "counterpart", "origin"})
"""Cases of one who reports what it sold to a committee."""
_OWNERS = frozenset({"subject", "possessor"})


class Allotter(NamedTuple):
    """Gives a flow its two sides in one document."""

    setting: Setting

    def sides(self, flow: str, named: Sequence[Party], before: Sides, goods: str | None) -> Sides:
        """Reporter and partner: as named, else as before, else as such reporting means."""
        reporter, partner = self.named(flow, named)
        if self.setting.is_north and reporter in WATCHERS and partner != NORTH:
            is_told = before.reporter.value == reporter
            reporter = reporter if is_told and partner is None else None
        if reporter and partner:
            return Sides(Known(reporter), Known(partner))
        old, other = before
        if reporter:
            is_seen = any(one.case == "viewpoint" for one in named)
            return Sides(Known(reporter), self._partner_for(reporter, before, is_seen=is_seen))
        if partner:
            return Sides(self._reporter_for(partner, before), Known(partner))
        is_home = not self.setting.is_north and old.value == self.setting.home
        is_settled = flow in BOTH_WAYS or is_home
        told = is_settled and not before.is_guessed
        # 대북 수출은 N달러였고 중고차를 수출했다: still to the North.
        is_here = other.trust >= CLAUSE
        if told or (old.value and (old.trust > PRIOR or is_here)):
            return before.older(CLAUSE)
        return self.usual(flow, goods)

    def of_all(self, named: Sequence[Party], *, is_all: bool) -> Sides | None:
        """All trade of another country than the North, which is named alone: 남한의 무역총액."""
        owner = named[0] if len(named) == 1 else None
        if owner is None or not (is_all and self.setting.is_north):
            return None
        is_other = owner.code != NORTH and not {"+", ","} & set(owner.code)
        owns = is_other and ROLES["total"].get(owner.case) == "reporter"
        return Sides(Known(owner.code), Known(WORLD, CLAUSE)) if owns else None

    def facing(self, flow: str, goods: str, sides: Sides) -> Sides:
        """The sides, turned where the North would sell what it buys: 原油 among 輸出品 is not its own."""
        reporter, partner = (one.value for one in sides)
        is_told = self.setting.is_north and self.setting.priors and NORTH in {reporter, partner}
        if flow not in WAYS or not is_told:
            return sides
        sells = (flow == "export") == (reporter == NORTH)
        return Sides(*sides[::-1]) if (is_bought if sells else is_sold)(goods) else sides

    def between(self, flow: str, goods: str, sides: Sides) -> Sides:
        """The same of goods of which a sentence says no more: with China either way, with Russia what the North buys."""
        other = {one.value for one in sides} - {NORTH}
        is_usual = other == {CHINA} or (other == {"RUS"} and is_bought(goods))
        return self.facing(flow, goods, sides) if is_usual else sides

    def named(self, flow: str, named: Sequence[Party]) -> tuple[str | None, str | None]:
        """The sides that the words name; a second owner is the other side."""
        found: dict[str, str] = {}
        trading = _sent_in(flow, [self._placed(one) for one in self._trading(flow, named)])
        sellers = [one for one in trading if ROLES[flow].get(one.case) == "reporter"]
        for party in trading:
            role = ROLES[flow].get(party.case)
            is_pair = (not found and sellers in ([], [party])) or "+" in party.code
            both = self._pair(flow, party) if is_pair else None
            if both:
                first, second = both[::-1] if found.get("reporter") == both[1] else both
                found = {"reporter": first, "partner": second} | found
            elif party.is_list and flow in BOTH_WAYS:
                found["partner"] = party.code
            elif role is not None:
                found = _with(found, role, party)
        reporter, partner = found.get("reporter"), found.get("partner")
        if reporter and partner and partner.startswith(f"{reporter}-"):
            return reporter, None  # 러시아 연해주 세관: a province of its own
        if reporter != partner:
            return reporter, partner
        # Nobody trades with itself: who was named first only tells, 일본 세관에 따르면 미국의 대일 수출.
        single = [one for one in named if not {"+", ","} & set(one.code)]
        owners = [one.code for one in single if ROLES[flow].get(one.case) == "reporter"]
        other = next((one for one in reversed(owners) if one != reporter), None)
        if other is None and any(one.case == "toward" for one in single):
            return None, partner  # 米国の関税で対米輸出は: whose tariff, and not whose exports
        return (other, partner) if other else (reporter, None)

    def _trading(self, flow: str, named: Sequence[Party]) -> list[Party]:
        """The countries named that trade: not who reports on the North's trade, or speaks of a pair with it."""
        told = [one for one in named if not self._is_apart(one.code)]
        if flow not in BOTH_WAYS:  # 中·러 공급: each of them sells
            both = (one for one in named if self._is_apart(one.code))
            told += [one._replace(code=one.code.replace("+", ",")) for one in both]
        pairs = [one for one in told if NORTH in one.code and self._pair(flow, one)]
        if not pairs or not self.setting.is_north:
            return told
        return [one for one in told if one in pairs or one.code not in WATCHERS]

    def _placed(self, party: Party) -> Party:
        """The party; a region whose name no case marks is where goods go, not who sends them: 아세안 수출."""
        is_region = party.code in _REGIONS and self.setting.home not in {None, party.code}
        is_open = is_region and party.case == "possessor" and not self.setting.is_north
        return party._replace(case="counterpart") if is_open else party

    def _pair(self, flow: str, party: Party) -> tuple[str, str] | None:
        """Two countries named as one who trade with each other, the home's side first."""
        first, _, second = party.code.partition("+")
        if second:
            own, other = (second, first) if second == self._home else (first, second)
            if "KOR" in {first, second}:
                own, other = "KOR", second if first == "KOR" else first
            return own, other
        first, _, second = party.code.partition(",")
        is_pair = second and flow in BOTH_WAYS and party.case in ROLES[flow]
        return (first, second) if is_pair and not party.is_list else None

    @property
    def _home(self) -> str | None:
        return self.setting.home if self.setting.priors else None

    def _partner_for(self, reporter: str, before: Sides, *, is_seen: bool) -> Known:
        """With whom the named one trades: as before, where the trade of two is seen from its side."""
        old, other = before
        is_new = not (self.setting.is_north or is_seen) and other.trust <= DISCOURSE
        if is_new and reporter == self.setting.home:
            # 越南8月出口349亿美元, after a sentence on what China bought.
            return Known(WORLD, PRIOR)
        if other.value and _country(old.value) == _country(reporter):
            return other.older(CLAUSE)
        if old.value and other.value and _country(other.value) == _country(reporter):
            return old.older(CLAUSE)
        return Known(self.usual_partner(reporter), PRIOR)

    def _reporter_for(self, partner: str, before: Sides) -> Known:
        told = {one.value: one for one in before}
        is_third = partner not in {*told, WORLD} and self.setting.home == NORTH
        if is_third and NORTH in told:
            return told[NORTH].older(CLAUSE)  # 韓国との交易 in a text about the North is its own
        for one in before:
            is_meant = one.trust > PRIOR or not self.setting.is_north
            if one.value and one.value not in {partner, WORLD} and is_meant:
                return one.older(CLAUSE)
        return Known(self._usual_reporter(partner) if self.setting.priors else None, PRIOR)

    def _usual_reporter(self, partner: str) -> str | None:
        """Whose trade such reporting means when it names the other side alone."""
        home, is_north = self.setting.home, self.setting.is_north
        if partner == WORLD:
            return NORTH if is_north else home
        if not is_north:
            others = (home, *self.setting.named, self.setting.country)
            return next((one for one in others if one and one != partner), None)
        if partner != NORTH:
            return NORTH
        neighbour = self.setting.partner if self.setting.partner != NORTH else CHINA
        return neighbour if home == NORTH else home

    def usual_partner(self, code: str) -> str | None:
        """With whom such reporting means when it names one side alone."""
        if not self.setting.priors:
            return None
        if not self.setting.is_north:
            return WORLD
        if code != NORTH:
            return NORTH
        if self.setting.home == NORTH:
            return self.setting.partner
        return self.setting.home if self.setting.home in self.setting.named else WORLD

    def usual(self, flow: str, goods: str | None) -> Sides:
        """The sides where nothing names any: the home's view, turned where only the other sells such goods."""
        if not self.setting.priors:
            return Sides()
        home, partner = self.setting.home, self.setting.partner
        if self.setting.is_north and NORTH in {home, partner}:
            sells, buys = is_sold(goods), is_bought(goods)
            against = (flow == "export" and buys) or (flow == "import" and sells)
            if (home == NORTH and against) or (
                home != NORTH and ((flow == "export" and sells) or (flow == "import" and buys))
            ):
                home, partner = partner, home
                if home == NORTH and partner not in self.setting.named:
                    partner = WORLD
        return Sides(Known(home, PRIOR), Known(partner, PRIOR))

    def adapted(self, flow: str, named: Sequence[Party], found: Sides) -> Sides:
        """The sides with a third country that stands with the figure in the partner's place."""
        reporter, partner = found
        for code, case, is_list in named:
            if "+" in code or code in {reporter.value, partner.value}:
                continue
            if case == "viewpoint":
                return self.sides(flow, named, found, None)
            if _is_inside(code, reporter.value):
                reporter = Known(code, DISCOURSE)
                continue
            buys = is_list and flow == "import" and partner.value not in {None, WORLD}
            sells = case == "origin" and flow == "export"
            is_trader = case in {"possessor", "subject", "part"} or sells
            if is_trader and (buys or self._is_of_north(partner)):
                reporter = Known(code, DISCOURSE)
            else:
                partner = Known(code, DISCOURSE if case in {"possessor", "subject"} else 0.98)
        return Sides(reporter, partner)

    def notified(
        self, named: Sequence[Party], before: Sides, goods: str | None
    ) -> tuple[str, Sides]:
        """Flow and sides of what a committee is told of: the one who tells sells it to the North, or buys its goods."""
        flow = "import" if is_sold(goods) else "export"
        told = (one.code for one in named if one.case in _TELLERS and one.code != NORTH)
        teller = next(told, None)
        if teller:
            return flow, Sides(Known(teller), Known(NORTH, PRIOR))
        if before.partner.value == NORTH and before.reporter.trust > PRIOR:
            return flow, before.older(CLAUSE)
        return "import", Sides(Known(NORTH, PRIOR), Known(WORLD, PRIOR))

    def _is_apart(self, pair: str) -> bool:
        """Whether a pair of countries is no pair of traders here: 中俄 report on the North's trade."""
        sides = set(pair.split("+"))
        return len(sides) > 1 and self.setting.is_north and not {NORTH, "KOR"} & sides

    def _is_of_north(self, partner: Known) -> bool:
        """Whether others sell to the North or buy from it: 中国が22万バレル、ロシアが10万バレル."""
        return self.setting.is_north and partner.value == NORTH


def _sent_in(flow: str, named: Sequence[Party]) -> list[Party]:
    """The countries, of goods that come into one whose they were: 北朝鮮の石炭が韓国に陸揚げされた."""
    if flow != "import" or not any(one.case == "destination" for one in named):
        return list(named)
    return [one._replace(case="origin") if one.case in _OWNERS else one for one in named]


def _country(code: str | None) -> str | None:
    return code.partition("-")[0] if code else None


def _is_inside(code: str, country: str | None) -> bool:
    """Whether it is a province of the country: 全国7月进出口2.74万亿元,其中辽宁省610亿元."""
    return code != country and _country(code) == country


def _with(found: dict[str, str], role: str, party: Party) -> dict[str, str]:
    """The sides found with a country more: a second owner or subject takes the place that is left."""
    code, case = party.code, party.case
    if case == "viewpoint":
        return {"reporter": code}
    if code in found.get("reporter", "").split(",")[1:]:
        return {"reporter": code}  # it stood in a list of another clause
    if role != "reporter" or "reporter" not in found or case not in {"possessor", "subject"}:
        return found | {role: code}
    is_other = case == "possessor" and "partner" not in found
    return found | {"partner" if is_other else "reporter": code}
