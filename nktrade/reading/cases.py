"""Cases: who trades with whom, told by particles behind a name, words before it, or its place alone."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import WORLD
from nktrade.reading.clauses import Sentence
from nktrade.reading.discourse import CLAUSE, DISCOURSE, PRIOR, Known, Sides
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.roles import ROLES, WATCHERS, Party
from nktrade.reading.setting import NORTH, Setting, is_bought, is_sold
from nktrade.reading.words import Mention

_STOPS = re.compile(r"[,;:、。()\[\]「」“”\"\n]")
_HEADS = frozenset({"flow", "deal", "deed"})
_NAMES = frozenset({"area", "world", "pronoun"})
_SILENT = frozenset({"hedge", "hedge_after", "filler", "neutral", "says", "cites"})
_LOOK_BACK = 6
_CLOSE = 2
_BRACKET = 48


class Cases(NamedTuple):
    """Who does what in one text of one language."""

    text: str
    lexicon: Lexicon
    setting: Setting

    def items(self, sentence: Sentence) -> list[Mention]:
        """What stands in a sentence, stops among it."""
        spoken = [one for one in sentence.items if one.role not in _SILENT]
        closed = [(one.start, one.end) for one in spoken if one.role in {"figure", "period"}]
        stops = (
            Mention(found.start(), found.end(), "stop", found[0])
            for found in _STOPS.finditer(self.text, sentence.start, sentence.end)
        )
        kept = [one for one in stops if not any(a <= one.start < b for a, b in closed)]
        return sorted([*spoken, *kept], key=lambda one: one.start)

    def after(self, place: int) -> str | None:
        """The case that a particle behind a place marks."""
        found = self.lexicon.mark_after.match(self.text, place)
        return self.lexicon.marks_after[found[0]] if found else None

    def before(self, place: int) -> str | None:
        """The case that a word before a place marks."""
        found = self.lexicon.mark_before.search(self.text[max(0, place - _LOOK_BACK) : place])
        return self.lexicon.marks_before[found[0].strip()] if found else None

    def party(self, items: Sequence[Mention], index: int) -> Party | None:
        """The country of a name with its case; None where it only says whose office spoke."""
        one = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        gap = following.start - one.end if following else 1 << 30
        around = self.text[one.start - 1 : one.start] + self.text[one.end : one.end + 1]
        is_office = following is not None and following.role == "source" and gap <= _CLOSE
        if (
            one.role == "pronoun" or is_office or around == "()"
        ):  # a name in brackets is a date line
            return None
        case, _, code = one.value.rpartition(":")
        if case:
            return Party(code, case)
        behind, ahead = self.after(one.end), self.before(one.start)
        if behind in {"viewpoint", "part"} or (behind and not ahead):
            return Party(code, behind)
        if ahead:
            return Party(code, ahead)
        if following and following.role == "commodity" and gap <= 1:
            later = items[index + 2] if index + 2 < len(items) else None
            leads = later is not None and later.role in _HEADS and later.start - following.end <= 1
            return Party(code, "possessor" if leads else "made")
        return Party(code, "toward" if one.role == "world" else "possessor")

    def joined(self, items: Sequence[Mention], index: int) -> bool:
        """Whether only an 'and' stands between the country and one right before it."""
        ahead = items[index - 1] if index else None
        if index > 1 and ahead is not None and ahead.role == "stop":
            ahead = items[index - 2]
        if ahead is None or ahead.role != "area" or items[index].role != "area":
            return False
        gap = self.text[ahead.end : items[index].start]
        link = self.lexicon.link.fullmatch(gap)
        return link is not None and not link["range"] and "," not in gap

    def object_of(self, items: Sequence[Mention], index: int) -> Party | None:
        """The country right behind a flow word, where flow words stand before what they govern."""
        if self.lexicon.heads == "after" or index + 1 >= len(items):
            return None
        one, behind = items[index], items[index + 1]
        between = self.text[one.end : behind.start]
        if behind.role != "area" or len(between) > 1 or between.strip() in {",", "、", "。"}:
            return None
        later = items[index + 2] if index + 2 < len(items) else None
        if later is not None and later.role in _HEADS and later.start - behind.end <= 1:
            return None
        return Party(behind.value.rpartition(":")[2], "object")

    def is_compared(self, items: Sequence[Mention], index: int) -> bool:
        """Whether a time word names what something is compared with."""
        one = items[index]
        if self.after(self._past_bracket(one.end)) == "compare":
            return True
        if self.before(one.start) == "compare":
            return True
        ahead = items[index - 1] if index else None
        if ahead is not None and ahead.when is not None and one.start - ahead.end <= _CLOSE:
            return ahead.when.is_point  # a year earlier, in June 2018
        following = items[index + 1] if index + 1 < len(items) else None
        leads = following is not None and following.role == "figure"
        return leads and self.before(one.start) == "origin"

    def _past_bracket(self, place: int) -> int:
        """Behind a bracket that opens at a place: 2018년 6월(1억 달러)보다."""
        if self.text[place : place + 1] != "(":
            return place
        close = self.text.find(")", place, place + _BRACKET)
        return place if close < 0 else close + 1

    def tied(self, items: Sequence[Mention], index: int, *, is_needed: bool = False) -> int | None:
        """Where the flow word stands that a figure hangs on from before: N달러의 흑자, Nドルを輸出."""
        bond = self.lexicon.possessive.match(self.text, items[index].end)
        reached = bond.end() if bond else items[index].end
        for at in range(index + 1, len(items)):
            one = items[at]
            if one.start - reached > 1:
                return None
            if one.role in _HEADS and one.value != "value":
                is_direct = one.value.startswith("balance") and self.lexicon.heads == "after"
                return at if bond or is_direct or is_needed else None
            if one.role not in _NAMES | {"commodity", "whole"} or not bond:
                return None
            reached = self._past_particle(one.end)
        return None

    def _past_particle(self, place: int) -> int:
        found = self.lexicon.mark_after.match(self.text, place)
        return found.end() if found else place

    def next_head(self, items: Sequence[Mention], index: int, *, is_needed: bool) -> int | None:
        """The flow word behind a figure whose sentence has named none before it."""
        for at in range(index + 1, len(items)):
            one = items[at]
            if one.role in _HEADS and one.value != "value" and not one.value.startswith("sum"):
                return at
            if not is_needed and one.role in {"stop", "figure"}:
                return None
        return None

    def part(self, items: Sequence[Mention], index: int) -> str | None:
        """The country whose part of a whole a figure is: 23억 달러가 중국 몫."""
        for one in items[index + 1 : index + 3]:
            if one.role in {"figure", "stop"}:
                return None
            is_close = one.start - items[index].end <= _CLOSE
            if is_close and one.role == "area" and self.after(one.end) == "part":
                return one.value.rpartition(":")[2]
        return None

    def goods_behind(self, items: Sequence[Mention], index: int) -> str | None:
        """The goods that a figure measures from before: 1万吨煤炭, 2만 톤의 석탄."""
        if index + 1 >= len(items) or items[index + 1].role != "commodity":
            return None
        one = items[index + 1]
        bond = self.lexicon.possessive.match(self.text, items[index].end)
        gap = self.text[bond.end() if bond else items[index].end : one.start]
        return one.value if not gap.strip() and len(gap) <= 1 else None

    def sides(self, flow: str, named: Sequence[Party], before: Sides, goods: str | None) -> Sides:
        """Reporter and partner: as named, else as before, else as such reporting means."""
        reporter, partner = self.named(flow, named)
        if self.setting.is_north and reporter in WATCHERS and partner != NORTH:
            is_told = before.reporter.value == reporter and before.partner.value == NORTH
            reporter = reporter if is_told and partner is None else None
        if reporter and partner:
            return Sides(Known(reporter), Known(partner))
        old, other = before
        if reporter:
            return Sides(Known(reporter), self._partner_for(reporter, before))
        if partner:
            return Sides(self._reporter_for(partner, before), Known(partner))
        told = flow in {"balance", "total"} and not before.is_guessed
        if told or (old.value and old.trust > PRIOR):
            return Sides(old.older(CLAUSE), other.older(CLAUSE))
        return self.usual(flow, goods)

    def named(self, flow: str, named: Sequence[Party]) -> tuple[str | None, str | None]:
        """The sides that the words name; a second owner is the other side."""
        found: dict[str, str] = {}
        for code, case in named:
            if "+" in code:
                first, _, second = code.partition("+")
                home = self._home
                own, other = (second, first) if second == home else (first, second)
                if "KOR" in {first, second}:
                    own, other = "KOR", second if first == "KOR" else first
                found.setdefault("reporter", own)
                found.setdefault("partner", other)
                continue
            role = ROLES[flow].get(case)
            if role is None:
                continue
            if "," in code and flow in {"total", "balance"} and not found:
                found["reporter"], _, found["partner"] = code.partition(",")
                continue
            if case == "viewpoint":
                found = {"reporter": code}
            elif role == "reporter" and "reporter" in found and case in {"possessor", "subject"}:
                if case == "possessor" and "partner" not in found:
                    found["partner"] = code
                elif case == "subject" or "partner" in found:
                    found["reporter"] = code
            else:
                found[role] = code
        reporter, partner = found.get("reporter"), found.get("partner")
        return reporter, None if partner == reporter else partner

    @property
    def _home(self) -> str | None:
        return self.setting.home if self.setting.priors else None

    def _partner_for(self, reporter: str, before: Sides) -> Known:
        old, other = before
        if other.value and _country(old.value) == _country(reporter):
            return other.older(CLAUSE)
        if old.value and other.value and _country(other.value) == _country(reporter):
            return old.older(CLAUSE)
        return Known(self.usual_partner(reporter), PRIOR)

    def _reporter_for(self, partner: str, before: Sides) -> Known:
        for one in before:
            if one.value and one.value not in {partner, WORLD} and one.trust > PRIOR:
                return one.older(CLAUSE)
        if not self.setting.priors:
            return Known(None)
        if partner == WORLD:
            return Known(NORTH if self.setting.is_north else self.setting.home, PRIOR)
        if not self.setting.is_north:
            others = (self.setting.home, *self.setting.named)
            return Known(next((one for one in others if one and one != partner), None), PRIOR)
        if partner != NORTH:
            return Known(NORTH, PRIOR)
        neighbour = self.setting.partner if self.setting.partner not in {WORLD, NORTH} else "CHN"
        return Known(neighbour if self.setting.home == NORTH else self.setting.home, PRIOR)

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
        for code, case in named:
            if "+" in code or code in {reporter.value, partner.value}:
                continue
            if case == "viewpoint":
                return self.sides(flow, named, found, None)
            partner = Known(code, DISCOURSE if case in {"possessor", "subject"} else 0.98)
        return Sides(reporter, partner)


def _country(code: str | None) -> str | None:
    return code.partition("-")[0] if code else None
