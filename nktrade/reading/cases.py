"""Cases: who trades with whom, told by particles behind a name, words before it, or its place alone."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from nktrade.reading.allotting import Allotter
from nktrade.reading.around import BRACKETS
from nktrade.reading.clauses import Sentence
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.neighbours import without_glosses
from nktrade.reading.roles import Party
from nktrade.reading.setting import Setting
from nktrade.reading.surroundings import NORTH
from nktrade.reading.words import Mention

_STOPS = re.compile(r"[,;:、。()\[\]「」“”\"\n]")
_BLANKS = re.compile(rf"{_STOPS.pattern}|(?<=[぀-ヿ一-鿿々]) (?=[぀-ヿ一-鿿\d])")
"""Where words are not parted by blanks, one parts clauses, as in headlines: 石炭190万トン 上限の2倍."""
_HEADS = frozenset({"flow", "deal", "deed"})
_NAMES = frozenset({"area", "world", "pronoun"})
_SILENT = frozenset({"hedge", "hedge_after", "filler", "neutral", "says", "cites"})
_LOOK_BACK = 6
_SPEAKS = 8
"""How far from a country the one who speaks for it may stand: 미국의 그린필드 대사."""
_CLOSE = 2
_COMMAS = frozenset({",", "、"})
_RECORD = 8
"""How much may stand between an amount and its balance: 191억 달러의 사상 최대 흑자."""
_BRACKET = 48
_BRACKETED = re.compile(r"\([^()\n]{2,60}\)")
_IN_BRACKETS = frozenset({"flow", "deal", "deed", "area", "world"})
_PLACE_ALONE = frozenset({"()", "[]", "【】"})
_SENT_ON = re.compile(r"(?:\d{1,2}月)?\d{1,2}日\s*[电電讯訊]")
"""The day of dispatch behind the place of a date line: 北京1月15日电."""


class Cases(NamedTuple):
    """Who does what in one text of one language."""

    text: str
    lexicon: Lexicon
    setting: Setting

    @property
    def allotter(self) -> Allotter:
        """Who gives a flow its sides."""
        return Allotter(self.setting)

    def items(self, sentence: Sentence) -> list[Mention]:
        """What stands in a sentence, stops among it."""
        told = _without_offices(sentence.items)
        spoken = self._unbracketed([one for one in told if one.role not in _SILENT], sentence)
        marks = _STOPS if self.lexicon.spaced else _BLANKS
        closed = [(one.start, one.end) for one in spoken if one.role in {"figure", "period"}]
        stops = (
            Mention(found.start(), found.end(), "stop", found[0])
            for found in marks.finditer(self.text, sentence.start, sentence.end)
        )
        kept = [one for one in stops if not any(a <= one.start < b for a, b in closed)]
        return without_glosses(sorted([*spoken, *kept], key=lambda one: one.start))

    def _unbracketed(self, items: list[Mention], sentence: Sentence) -> list[Mention]:
        """The items without the names in brackets that hold no figure and no time."""
        told = [one.start for one in items if one.role in {"figure", "period"}]
        shut = [
            found.span()
            for found in _BRACKETED.finditer(self.text, sentence.start, sentence.end)
            if not any(found.start() < place < found.end() for place in told)
        ]
        return [
            one
            for one in items
            if one.role not in _IN_BRACKETS or not any(a < one.start < b for a, b in shut)
        ]

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
        counts = following is not None and (
            following.role == "source" or following.value == "recorded"
        )
        speaks = following is not None and following.role == "speaker" and gap <= _SPEAKS
        tells = any(one.value.endswith(":notified") for one in items[index + 1 :])
        is_office = (speaks or (counts and gap <= _CLOSE)) and not tells
        is_dateline = around in _PLACE_ALONE or _SENT_ON.match(self.text, one.end)
        if one.role == "pronoun" or is_office or is_dateline:
            return None
        case, _, code = one.value.rpartition(":")
        if case:
            return Party(code, case)
        behind, ahead = self._of_agent(one.end) or self.after(one.end), self.before(one.start)
        if behind in {"viewpoint", "part"} or (behind and not ahead):
            return Party(code, behind)
        if ahead:
            return Party(code, ahead)
        if following and following.role == "commodity" and gap <= 1:
            later = items[index + 2] if index + 2 < len(items) else None
            leads = later is not None and later.role in _HEADS and later.start - following.end <= 1
            return Party(code, "possessor" if leads else "made")
        return Party(code, "toward" if one.role == "world" else "possessor")

    def _of_agent(self, place: int) -> str | None:
        """To or from whom, where a firm or a place of the country takes the particle: 中国の業者に, 중국 업체로부터."""
        agent = self.lexicon.agent.match(self.text, place)
        case = self.after(agent.end()) if agent else None
        return case if case in {"destination", "origin", "counterpart"} else None

    def joined(self, items: Sequence[Mention], index: int, *, is_list: bool = False) -> bool:
        """Whether only an 'and' stands between the country and one right before it; in a list, a comma."""
        ahead = items[index - 1] if index else None
        if index > 1 and ahead is not None and ahead.role == "stop":
            ahead = items[index - 2]
        if ahead is None or ahead.role != "area" or items[index].role != "area":
            return False
        gap = self.text[ahead.end : items[index].start]
        if self.setting.is_north and NORTH in {ahead.value, items[index].value}:
            return False  # ロシア、北朝鮮への供給: nobody trades beside the North
        link = self.lexicon.link.fullmatch(gap)
        return link is not None and not link["range"] and (is_list or "," not in gap)

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
        case = "destination" if one.value.endswith(":into") else "object"  # 运进朝鲜
        return Party(behind.value.rpartition(":")[2], case)

    def is_compared(self, items: Sequence[Mention], index: int) -> bool:
        """Whether a time word names what something is compared with."""
        one = items[index]
        told = self.lexicon.record.match(self.text, one.end)
        end = told.end() if told else one.end  # 昨年1年間の実績(3億ドル)を上回った
        marked, behind = self.after(self._past_bracket(end)), _past_aside(items, index)
        is_set = bool(behind) and behind[0].role == "stop" and behind[0].value in _COMMAS
        if marked == "compare":
            return True
        if self.before(one.start) == "compare" or self._is_passed(items, index):
            return True
        ahead = items[index - 1] if index else None
        if ahead is not None and ahead.when is not None and one.start - ahead.end <= _CLOSE:
            # A year earlier, in June 2018; not what a sentence is about: 制裁前の2016年は.
            is_set = is_set or self.lexicon.about.match(self.text, one.end) is not None
            return ahead.when.is_point and not is_set
        leads, *moved = [each.role for each in behind[:2]] or [""]
        if leads == "figure" and moved == ["change"] and marked == "origin":
            return True  # 2月から12%増, 2月(8トン)より12%多い
        return leads == "figure" and self.before(one.start) == "origin"

    def _is_passed(self, items: Sequence[Mention], index: int) -> bool:
        """Whether an amount says by how much a time is passed: 6月を900万ドル上回った."""
        behind = items[index + 1 : index + 3]
        is_object = self.lexicon.passed.match(self.text, items[index].end) is not None
        return is_object and [one.role for one in behind] == ["figure", "change"]

    def owns_next(self, items: Sequence[Mention], index: int) -> bool:
        """Whether a figure right behind a word is its own: 较上年的16.3亿美元, 前年同期の3億ドル."""
        following = items[index + 1] if index + 1 < len(items) else None
        if following is None or following.role != "figure":
            return False
        gap = self.text[items[index].end : following.start].strip(BRACKETS)
        mark = gap or self.text[items[index].end - 1]  # 2016年の is one word
        return self.lexicon.marks_after.get(mark) == "possessor"

    def is_parted(self, items: Sequence[Mention], index: int) -> bool:
        """Whether the figure behind is a part of this one: N달러의 26.7%, N달러 가운데 미국 몫은 41.1%."""
        among = self.lexicon.among.match(self.text, items[index].end)
        return among is not None or self.owns_next(items, index)

    def is_alone(self, place: int) -> bool:
        """Whether a time word is told apart from the period spoken of: 12월만, 6月单月, 2月単独."""
        return self.lexicon.alone.match(self.text, place) is not None

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
            follows = items[at + 1 : at + 2]
            owns = bool(follows) and follows[0].role == "figure" and follows[0].start - one.end <= 1
            is_record = bond and one.value.startswith("balance") and one.start - reached <= _RECORD
            if one.start - reached > 1 and not is_record:
                return None
            if one.role in _HEADS and one.value != "value":
                is_direct = one.value.startswith("balance") and self.lexicon.heads == "after"
                return at if bond or (is_direct and not owns) or is_needed else None
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
        """The country whose part of a whole a figure is: 23억 달러가 중국 몫, 97%を中国が占めた."""
        if taker := self.taker(items, index):
            return taker
        for one in items[index + 1 : index + 3]:
            if one.role in {"figure", "stop"}:
                return None
            is_close = one.start - items[index].end <= _CLOSE
            if is_close and one.role == "area" and self.after(one.end) == "part":
                return one.value.rpartition(":")[2]
        return None

    def taker(self, items: Sequence[Mention], index: int) -> str | None:
        """The country right behind a share that takes it or makes it: 97%を中国が占めた, 97%가 중국산, 97%来自中国."""
        one, verb = [*items[index + 1 : index + 3], None, None][:2]
        if one is None or one.role != "area" or one.start - items[index].end > _CLOSE + 1:
            return None
        if self.after(items[index].end) == "origin":
            return None  # N달러에서 미국이 차지하는 비중은: of that a part
        takes = verb is not None and verb.role == "share" and verb.start - one.end <= _CLOSE
        is_source = self.after(one.end) == "made" or self.before(one.start) == "origin"
        return one.value.rpartition(":")[2] if takes or is_source else None

    def goods_behind(self, items: Sequence[Mention], index: int) -> str | None:
        """The goods that a figure measures from before: 1万吨煤炭, 2만 톤의 석탄."""
        if index + 1 >= len(items) or items[index + 1].role != "commodity":
            return None
        one = items[index + 1]
        bond = self.lexicon.possessive.match(self.text, items[index].end)
        gap = self.text[bond.end() if bond else items[index].end : one.start]
        return one.value if not gap.strip() and len(gap) <= 1 else None


def _without_offices(items: Sequence[Mention]) -> list[Mention]:
    """The items without what else the words before the first figure are about that only say by whom it is told."""
    first = next((one.start for one in items if one.role == "figure"), 1 << 60)
    cited = max(
        (one.start for one in items if one.role == "cites" and one.start < first), default=-1
    )
    return [one for one in items if one.role != "other" or one.start > cited]


def _past_aside(items: Sequence[Mention], index: int) -> Sequence[Mention]:
    """What stands behind a word and the amount in brackets that says how much it was."""
    aside = [(one.role, one.value) for one in items[index + 1 : index + 4]]
    shut = [("stop", "("), ("stop", ")")]
    is_aside = aside[::2] == shut and aside[1][0] == "figure"
    return items[index + 4 if is_aside else index + 1 :]
