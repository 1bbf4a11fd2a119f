"""Around: a figure among what stands before it and behind it in its sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import Kind
from nktrade.reading.figures import Spot
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention

BRACKETS = " )）"
"""What may stand around a particle behind an amount in brackets: 교역액(28억 달러)의 82%, 总额（26亿美元）的45%."""
_LIMIT = 6
_PRICE = 14


class Around(NamedTuple):
    """A figure among what stands around it."""

    text: str
    items: Sequence[Mention]
    at: int
    lexicon: Lexicon
    kind: Kind | None = None
    """What the last percentage of the sentence was."""
    carried: str | None = None
    points: bool = False
    """Whether the sentence also counts in percentage points."""
    is_past: bool = False
    """Whether the time word before it names what something is compared with."""
    is_limit: bool = False
    """Whether the sentence before announced a limit, and this one names no flow before it."""
    is_taken: bool = False
    """Whether a country right behind it is the one whose share it is."""
    is_aside: bool = False
    """Whether an older period than the main one is spoken of."""
    is_back: bool = False
    """Whether the same months of an earlier year than before are spoken of."""
    was_share: bool = False
    """Whether countries are told of with their shares."""

    @property
    def figure(self) -> Mention:
        """The figure itself."""
        return self.items[self.at]

    @property
    def left(self) -> list[Mention]:
        """What stands before it, nearest first, up to a stop or a figure."""
        found: list[Mention] = []
        for one in reversed(self.items[: self.at]):
            if one.role in {"figure", "stop"}:
                break
            found.append(one)
        return found

    @property
    def right(self) -> list[Mention]:
        """What stands behind it, nearest first, up to a stop or a figure."""
        found: list[Mention] = []
        for one in self.items[self.at + 1 :]:
            if one.role in {"figure", "stop"}:
                break
            found.append(one)
        return found

    @property
    def before(self) -> Mention | None:
        """The item right before it, whatever it is; an amount in brackets is before what stands behind them."""
        ahead = self.items[max(0, self.at - 2) : self.at]
        is_closed = [one.role for one in ahead] == ["figure", "stop"] and ahead[1].value == ")"
        return next(iter(ahead if is_closed else ahead[-1:]), None)

    @property
    def opener(self) -> Mention | None:
        """What stands right before the bracket that the figure opens, or the comma: 전년(95%)보다, 중국(60억 달러, 88%)."""
        ahead = self.items[max(0, self.at - 2) : self.at]
        if len(ahead) <= 1 or ahead[1].role != "stop":
            return None
        is_open = ahead[1].value == "(" or (ahead[1].value == "," and ahead[0].role == "figure")
        return ahead[0] if is_open else None

    @property
    def is_beside_base(self) -> bool:
        """Whether a time compared with stands right before it, and no old level: 전달보다 220만 달러, 1년 전보다 540만 달러 많다."""
        before = next(iter(self.left), None)
        if before is None or before.role != "period" or not self.is_past:
            return False
        return self._marked(before.end) == "compare"

    @property
    def is_held_against(self) -> bool:
        """Whether one thing named before it is what it is counted in: N달러와 비교하면 7분의 1 수준, Nドルと比べると9分の1."""
        ends = (one.end for one in self.items[: self.at] if one.role != "stop")
        cases = [self._marked(end) or self._marked(end + 1) for end in ends]
        return cases.count("compare") == 1

    def _marked(self, place: int) -> str | None:
        """The case that a particle at a place marks."""
        found = self.lexicon.mark_after.match(self.text, place)
        return self.lexicon.marks_after[found[0]] if found else None

    def case(self) -> str | None:
        """The case that a particle behind the figure marks, or a word before it."""
        if self._is_outdone:
            return "compare"
        if self.passed_by:
            return None
        if found := self._marked(self.figure.end):
            return found
        for begin in (self._before_price(), self.figure.start):
            ahead = self.lexicon.mark_before.search(self.text[max(0, begin - _LIMIT) : begin])
            if ahead is not None and not self._is_cut(begin - len(ahead[0])):
                return self.lexicon.marks_before[ahead[0].strip()]
        return None

    @property
    def passed_by(self) -> str | None:
        """On which side of it alone its sentence says that something lies: 20億ドルを上回った, 20억 달러를 밑돌았다."""
        passed = self.lexicon.passed.match(self.text, self.figure.end)
        place = passed.end() if passed else len(self.text)
        verb = self.lexicon.outdoing.match(self.text, place + (self.text[place : place + 1] == " "))
        behind = next(iter(self.items[self.at + 1 :]), None)
        if verb is None or behind is None or behind.role != "change" or not self._is_alone:
            return None
        return "more_than" if behind.value == "+" else "less_than"

    @property
    def _is_alone(self) -> bool:
        """Whether nothing before it in its sentence could be what it is held against: no figure, time or country of its own."""
        ahead = self.items[: self.at]
        owner = ahead[-1] if ahead else None
        gap = self.text[owner.end : self.figure.start] if owner else ""
        is_owned = owner is not None and owner.role in {"period", "area"}
        is_dated = self.is_past or any(one.when and one.when.is_base for one in self.left)
        is_owned = is_owned and self.lexicon.marks_after.get(gap.strip()) != "subject"
        return not (is_owned or is_dated or any(one.role == "figure" for one in ahead))

    def hedged(self, spot: Spot) -> Spot:
        """The figure, with the side of it on which its sentence says that something lies."""
        side = self.passed_by if spot.hedge == "exact" else None
        return spot._replace(hedge=side) if side else spot

    @property
    def _is_outdone(self) -> bool:
        """Whether a percentage says by how much it is passed or missed: 11月の2億ドルを10%上回った, 4억 달러를 25% 밑돌았다."""
        behind = self.items[self.at + 1 : self.at + 3]
        if [one.role for one in behind] != ["figure", "change"]:
            return False
        is_object = self.lexicon.passed.match(self.text, self.figure.end) is not None
        verb = self.lexicon.outdoing.match(self.text, behind[1].start)
        return is_object and verb is not None

    def _before_price(self) -> int:
        """Where the figure begins, or what names the unit that it is the price of: 由每吨2617美元."""
        begin = self.figure.start
        found = self.lexicon.price.search(self.text[max(0, begin - _PRICE) : begin])
        return begin - len(found[0]) if found else begin

    def _is_cut(self, place: int) -> bool:
        """Whether a place lies inside the known word before the figure: 占比 is no 比."""
        return self.before is not None and self.before.start < place < self.before.end
