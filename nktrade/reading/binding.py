"""Binding: each figure of a sentence with its flow, sides, goods and period, by clause and distance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.core.period import Period
from nktrade.reading.clauses import Sentence, segments
from nktrade.reading.discourse import (
    CLAUSE,
    DISCOURSE,
    PRIOR,
    Known,
    Sides,
    State,
    lasting,
    sides_of,
)
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot
from nktrade.reading.frames import HEADS, ROLES, Frame, Party, frames, parties
from nktrade.reading.goods import goods_of_figure, goods_of_frame
from nktrade.reading.kinds import Place, Sort, direction, sort_of
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.periods import Anchor
from nktrade.reading.setting import Setting, is_bought, is_sold, usual_sides
from nktrade.reading.timing import (
    Time,
    base_of,
    base_period,
    distance,
    own_period,
    period_of,
    times,
)
from nktrade.reading.together import together
from nktrade.reading.words import Mention

_BESIDE = 2
_GAP = 16
_NEXT = 10
_LINKS = frozenset(
    {
        "area",
        "commodity",
        "world",
        "whole",
        "change",
        "pronoun",
        "period",
        "scope",
        "rate",
        "case",
        "deal",
    }
)
_GOVERNORS = frozenset({"flow", "deal", "deed", "other"})
_FUEL = "refined petroleum"
_MEASURES = frozenset(
    {"t", "kg", "bbl", "bbl/d", "m3", "lb", "short_ton", "long_ton", "count", "L"}
)


class Bound(NamedTuple):
    """A frame with its sides and goods settled."""

    frame: Frame
    segment: int
    sides: Sides
    commodity: Known
    trust: float = 0.98


class Said(NamedTuple):
    """A word that states something of a flow without a number, with the frame it speaks of."""

    mention: Mention
    segment: int
    bound: Bound | None
    period: Period | None


Parts = Sequence[Sequence[Mention]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One sentence on the table, with what is known when it begins."""

    text: str
    sentence: Sentence
    spots: Sequence[Spot]
    lexicon: Lexicon
    state: State
    setting: Setting
    anchor: Anchor

    def drafts(self) -> tuple[list[Draft], list[Said], State]:
        """The drafts of every figure of the sentence, what it says without one, what holds after it."""
        parts = segments(self.text, self.sentence)
        found = times(self.text, parts, self.spots)
        bound = self._bound(parts)
        drafts: list[Draft] = []
        carried: str | None = None
        for number, items in enumerate(parts):
            for index, one in enumerate(items):
                if one.role != "figure":
                    continue
                place = place_of(parts, number, index, carried)
                sort = sort_of(self.text, self.spots[int(one.value)], place)
                moved = "+" if sort.kind is Kind.RATIO else None
                carried = sort.sign or direction(place) or carried or moved
                drafts.append(self._draft(parts, (number, index), sort, bound, found, drafts))
        drafts = together(self.text, self.sentence.items, drafts)
        said = [
            Said(
                one, number, self._spoken_of(number, bound), _period_of(found, number, self.anchor)
            )
            for number, items in enumerate(parts)
            for one in items
            if one.role in {"statement", "vague"}
        ]
        return drafts, said, self._after(parts, bound, drafts, found)

    def _spoken_of(self, number: int, bound: Sequence[Bound]) -> Bound | None:
        """The frame of a clause, else the one before it in the sentence, else the one after."""
        here = [one for one in bound if one.segment == number]
        earlier = [one for one in bound if one.segment < number]
        return next(iter((*here[-1:], *earlier[-1:], *bound[:1])), None)

    def _bound(self, parts: Parts) -> list[Bound]:
        """The frames of the sentence in order, each inheriting from the one before."""
        before = lasting(self.state)
        goods = Known(self.state.commodity, DISCOURSE)
        state = self.state
        out: list[Bound] = []
        for number, items in enumerate(parts):
            turned = any(one.value == "reverse" for one in items)
            for frame in frames(self.text, items, self.lexicon):
                own = goods_of_frame(self.text, items, frame, goods)
                found = sides_of(frame, before, state, self.setting, own.value)
                out.append(Bound(frame, number, found, own))
                before, goods = found, own
                state = state._replace(flow=frame.flow)
            if turned and not any(one.segment == number for one in out):
                out += self._turned(items, number, before)
            named = [one.value for one in items if one.role == "commodity"]
            if named and not any(one.segment == number for one in out):
                goods = Known(named[-1], CLAUSE)
            subject = _subject(parties(self.text, items, self.lexicon))
            state = state._replace(subject=subject or state.subject)
        return out

    def _turned(self, items: Sequence[Mention], number: int, before: Sides) -> list[Bound]:
        """The flow spoken of in the other direction."""
        flow = {"export": "import", "import": "export"}.get(self.state.flow or "")
        head = next(one for one in items if one.value == "reverse")
        if flow is None:
            return []
        goods = Known(self.state.commodity or ALL_GOODS, DISCOURSE)
        return [Bound(Frame(head, flow), number, before, goods, CLAUSE)]

    def _draft(
        self,
        parts: Parts,
        at: tuple[int, int],
        sort: Sort,
        bound: Sequence[Bound],
        found: Sequence[Time],
        drafts: Sequence[Draft],
    ) -> Draft:
        number, index = at
        items = parts[number]
        figure = items[index]
        spot = self.spots[int(figure.value)]
        head = self._head(parts, at, bound, sort)
        governed = self._is_governed(parts, at, head)
        head = self._adapted(head, items, figure) or self._continued(parts, at)
        own = goods_of_figure(self.text, items, index)
        goods = own or self._inherited(parts, at, head, spot)
        if (
            own is None
            and sort.kind is Kind.SHARE_PCT
            and head
            and head.frame.head.start > figure.start
        ):
            goods = self._part(parts, at, bound, head)
        around = _around(items, index)
        sort = self._aged(sort, items, figure, number, found, around)
        anchor = self.anchor._replace(
            reporter=head.sides.reporter.value if head else self.anchor.reporter
        )
        period, whence = own_period(figure, number, found, around, anchor)
        starts = [one.start for one in self.sentence.items if one.role == "figure"]
        base = base_of(figure, number, found, period, self.anchor, starts)
        if sort.is_base:
            old = next((one.base for one in reversed(drafts) if one.base), base) or self.state.base
            earlier = base_period(figure, number, found, period, old, self.anchor)
            period, whence, base = (
                (earlier, whence, None)
                if earlier
                else (period if whence == "words" else None, whence, None)
            )
        if sort.kind is Kind.CAP and not _is_dated(items, index):
            period = None
        return Draft(
            spot=spot,
            sort=sort,
            flow=Known(head.frame.flow, head.trust) if head else Known(None),
            balance=head.frame.sign if head else None,
            sides=self._settled(self._whose(head, figure, bound, sort), goods, sort),
            commodity=goods,
            period=period,
            whence=whence,
            base=base,
            owns_goods=own is not None,
            segment=number,
            sentence=self.sentence.number,
            head_start=head.frame.head.start if head else -1,
            is_bare=not any(
                one.role in HEADS and one.value not in {"value", "paid"} for one in items
            ),
            governed=governed,
        )

    def _part(
        self, parts: Parts, at: tuple[int, int], bound: Sequence[Bound], head: Bound
    ) -> Known:
        """The goods that a share is the share of a flow for: coal made up a third of exports."""
        number, index = at
        figure = parts[number][index]
        earlier = [one for one in bound if one.frame.head.start < figure.start]
        named = [
            one.value
            for items in parts[: number + 1]
            for one in items
            if one.role == "commodity" and one.start < figure.start
        ]
        if named:
            return Known(named[-1], CLAUSE)
        return earlier[-1].commodity if earlier else head.commodity

    def _whose(
        self, head: Bound | None, figure: Mention, bound: Sequence[Bound], sort: Sort
    ) -> Bound | None:
        """The frame whose sides a share takes: its own, not those of the whole behind it."""
        if head is None or sort.kind is not Kind.SHARE_PCT or head.frame.head.start < figure.start:
            return head
        earlier = [one for one in bound if one.frame.head.start < figure.start]
        return earlier[-1] if earlier and earlier[-1].frame.flow == head.frame.flow else head

    def _settled(self, head: Bound | None, goods: Known, sort: Sort) -> Sides:
        """The sides of the frame; guessed ones follow the figure's own goods, limits bind everybody."""
        if head is None:
            return Sides()
        found = head.sides
        if found.is_guessed:
            reporter, partner = usual_sides(head.frame.flow, goods.value, self.setting)
            found = Sides(Known(reporter, PRIOR), Known(partner, PRIOR))
        found = _turned_by_goods(found, head.frame.flow, goods)
        if (
            sort.kind is Kind.CAP
            and self.setting.is_north
            and "PRK" in {one.value for one in found}
        ):
            return Sides(*(one if one.value == "PRK" else Known("WLD", PRIOR) for one in found))
        return found

    def _aged(
        self,
        sort: Sort,
        items: Sequence[Mention],
        figure: Mention,
        number: int,
        found: Sequence[Time],
        around: tuple[int, int],
    ) -> Sort:
        """The sort of a level that its own clause dates by distance: $39.4 million a year ago."""
        here = [
            one
            for one in found
            if one.segment == number and around[0] <= one.mention.start < around[1]
        ]
        after = [
            one
            for one in here
            if 0 <= one.mention.start - figure.end <= _NEXT
            and not _is_measured_from(items, one.mention)
        ]
        before = [one for one in here if one.mention.start < figure.start]
        old = after[:1] or before[:1]
        is_point = bool(old) and (old[0].when.is_point or old[0].when.means == "same")
        if not is_point or sort.kind is not Kind.LEVEL:
            return sort
        moves = any(one.role == "change" for one in items) or not all(one.compared for one in here)
        return sort if moves and not after else sort._replace(is_base=True)

    def _head(
        self, parts: Parts, at: tuple[int, int], bound: Sequence[Bound], sort: Sort
    ) -> Bound | None:
        """The frame that a figure belongs to: tied behind it, before it, before its clause, after it."""
        number, index = at
        figure = parts[number][index]
        here = [one for one in bound if one.segment == number]
        before = [one for one in here if one.frame.head.start < figure.start]
        after = [one for one in here if one.frame.head.start >= figure.end]
        if before and self._is_measured(parts[number], index, before[-1].frame.head):
            return before[-1]
        if after and self._is_tied(parts[number], index, after[0].frame.head, bool(before)):
            return after[0]
        relative = self._relative(parts, number, figure, bound)
        if relative:
            return relative
        if before:
            return before[-1]
        earlier = [one for one in bound if one.segment < number]
        later = [one for one in bound if one.segment > number]
        if after and after[0].frame.head.role == "deed" and sort.kind is Kind.LEVEL:
            return after[0]
        return next(iter((*earlier[-1:], *after[:1], *later[:1])), None)

    def _is_measured(self, items: Sequence[Mention], index: int, head: Mention) -> bool:
        """Whether the flow word is measured by the figure: a deficit of $402 million."""
        link = items[index - 1]
        return link.value in {"of", "in"} and index > 1 and items[index - 2] is head

    def _is_tied(self, items: Sequence[Mention], index: int, head: Mention, has_head: bool) -> bool:  # noqa: FBT001 - a fact of grammar
        """Whether the flow word hangs on the figure: $15 million in exports, a $41 million deficit."""
        reached = items[index].end
        for step, one in enumerate(items[index + 1 :]):
            if one.start - reached > (_GAP if step else _BESIDE + 2):
                return False
            if one is head:
                return head.role != "deed" or step > 0
            if one.role not in _LINKS:
                return False
            if step == 0 and one.role == "case" and one.value != "in" and has_head:
                return False
            if step == 0 and one.role == "period":
                return False
            reached = one.end
        return False

    def _relative(
        self, parts: Parts, number: int, figure: Mention, bound: Sequence[Bound]
    ) -> Bound | None:
        """The verb of a relative clause that hangs on the figure: the $2 billion that China exported."""
        following = parts[number + 1] if number + 1 < len(parts) else ()
        if (
            not following
            or following[0].value != "relative"
            or following[0].start - figure.end > _BESIDE
        ):
            return None
        return next(
            (one for one in bound if one.segment == number + 1 and one.frame.head.role == "deed"),
            None,
        )

    def _is_governed(self, parts: Parts, at: tuple[int, int], head: Bound | None) -> bool:
        """Whether what is measured is no trade: output, a budget, workers."""
        number, index = at
        items = parts[number]
        after = items[index + 1 : index + 3]
        for one in after:
            if one.role == "other" and one.start - items[index].end <= _GAP // 2:
                return True
        for one in reversed(items[:index]):
            if one.role in _GOVERNORS:
                return one.role == "other" and not (
                    head and head.frame.head.start > items[index].end
                )
        for items in reversed(parts[:number]):
            for one in reversed(items):
                if one.role in _GOVERNORS:
                    return one.role == "other"
        return False

    def _adapted(
        self, head: Bound | None, items: Sequence[Mention], figure: Mention
    ) -> Bound | None:
        """The frame with a side that the figure's own clause renames: 5 percent to China."""
        if head is None or any(one is head.frame.head for one in items):
            return head
        named = [
            one
            for one in parties(self.text, items, self.lexicon)
            if one.mention.role == "area" and one.mention.start < figure.start
        ] or [
            one
            for one in parties(self.text, items, self.lexicon)
            if one.case in {"destination", "origin", "counterpart"} and one.mention.role == "area"
        ]
        return self._named(head, named) if named else head

    def _named(self, head: Bound, named: Sequence[Party]) -> Bound:
        table = ROLES[head.frame.flow]
        reporter, partner = head.sides
        for one in named:
            role = self._bare(head, one) if one.case in {None, "agent"} else table.get(one.case)
            if role == "reporter" and one.code != partner.value:
                reporter = Known(one.code)
            elif role == "partner" and one.code != reporter.value:
                partner = Known(one.code)
        return head._replace(sides=Sides(reporter, partner))

    def _bare(self, head: Bound, one: Party) -> str:
        """The side that a country without a case takes: that of the country whose place it takes."""
        known = {(side.value or "").partition("-")[0] for side in head.sides[:1]}
        is_same = one.code.partition("-")[0] in known
        leads = head.sides.reporter.trust > head.sides.partner.trust
        return "reporter" if is_same or leads else "partner"

    def _continued(self, parts: Parts, at: tuple[int, int]) -> Bound | None:
        """The flow spoken of, where the sentence names none; a country in it takes its place."""
        number, index = at
        figure = parts[number][index]
        named = [
            one
            for items in parts[: number + 1]
            for one in parties(self.text, items, self.lexicon)
            if one.mention.role == "area"
        ]
        goods = Known(self.state.commodity, DISCOURSE)
        if self.state.flow is None:
            return self._supposed(figure, number, named, goods)
        frame = Frame(figure, self.state.flow, self.state.sign)
        head = Bound(frame, number, lasting(self.state), goods, DISCOURSE)
        return self._named(head, named)

    def _supposed(
        self, figure: Mention, number: int, named: Sequence[Party], goods: Known
    ) -> Bound | None:
        """The flow that goods imply where no word names one: fuel goes to the North, ore comes from it."""
        spot = self.spots[int(figure.value)]
        named_goods = [one.value for one in self.sentence.items if one.role == "commodity"]
        own = named_goods[0] if named_goods else goods.value
        if own is None and any(
            self.spots[int(one.value)].unit in {"bbl", "bbl/d"}
            for one in self.sentence.items
            if one.role == "figure"
        ):
            own = _FUEL
        if not (self.setting.is_north and self.setting.priors and own):
            return None
        flow = "import" if is_bought(own) else "export" if is_sold(own) else None
        if flow is None or spot.unit not in _MEASURES | {"count"}:
            return None
        reporter, partner = usual_sides(flow, own, self.setting)
        other = next((one.code for one in named if one.code != reporter), partner)
        found = Sides(Known(reporter, PRIOR), Known(other, DISCOURSE if named else PRIOR))
        return Bound(Frame(figure, flow), number, found, Known(own, PRIOR), PRIOR)

    def _inherited(
        self, parts: Parts, at: tuple[int, int], head: Bound | None, spot: Spot
    ) -> Known:
        """The goods of the frame; tons of everything are tons of what was spoken of."""
        goods = head.commodity if head else Known(self.state.commodity, DISCOURSE)
        measures = spot.unit in _MEASURES or spot.per in _MEASURES
        if goods.value not in {None, ALL_GOODS} or not measures:
            return goods
        named = [
            one.value
            for items in parts
            for one in items
            if one.role == "commodity" and one.value != ALL_GOODS
        ]
        if named:
            return Known(named[0], CLAUSE)
        if self.state.commodity not in {None, ALL_GOODS}:
            return Known(self.state.commodity, DISCOURSE)
        if spot.unit in {"bbl", "bbl/d"} or spot.per == "bbl":
            return Known(_FUEL if self.setting.is_north else "crude oil", PRIOR)
        return goods

    def _topic(self, claims: Sequence[Draft], named: Sequence[str]) -> str | None:
        """The goods spoken of: after a list of several, none in particular."""
        owned = {one.commodity.value for one in claims}
        if claims:
            return claims[-1].commodity.value if len(owned - {ALL_GOODS}) <= 1 else ALL_GOODS
        return named[-1] if named else self.state.commodity

    def _after(
        self, parts: Parts, bound: Sequence[Bound], drafts: Sequence[Draft], found: Sequence[Time]
    ) -> State:
        """What holds when the sentence is over."""
        state = self.state
        subject = next(
            (s for items in parts if (s := _subject(parties(self.text, items, self.lexicon)))), None
        )
        goods = [one.value for items in parts for one in items if one.role == "commodity"]
        years = [one.when.year for one in found if one.when.year and not one.compared]
        claims = [one for one in drafts if not one.governed and one.flow.value]
        current = [one.period for one in claims if not one.sort.is_base and one.period]
        spoken = [period_of(one, found, self.anchor) for one in found if not one.compared][:1]
        last = claims[-1] if claims else None
        topic = bound[-1] if bound else None
        main = state.main if state.main.reporter.value or not last else last.sides
        return state._replace(
            sides=topic.sides if topic else state.sides,
            flow=topic.frame.flow if topic else state.flow,
            sign=topic.frame.sign if topic else state.sign,
            commodity=(last.commodity.value if last else goods[-1] if goods else state.commodity),
            period=_topical(current or spoken) or state.period,
            year=years[-1] if years else state.year,
            base=next((one.base for one in reversed(claims) if one.base), state.base),
            subject=subject or (topic.sides.reporter.value if topic else None) or state.subject,
            main=main,
        )


def _topical(periods: Sequence[Period | None]) -> Period | None:
    """The period spoken of after several: the last named, or a later one of its length."""
    named = [one for one in periods if one is not None]
    return max((one for one in named if one.month_count == named[-1].month_count), default=None)


def _period_of(found: Sequence[Time], segment: int, anchor: Anchor) -> Period | None:
    """The period that a clause names."""
    here = [one for one in found if one.segment == segment and not one.compared]
    return next((period for one in here if (period := period_of(one, found, anchor))), None)


def _is_measured_from(items: Sequence[Mention], time: Mention) -> bool:
    """Whether the time word stands behind from or compared with."""
    index = items.index(time)
    before = items[index - 1] if index else None
    return before is not None and (before.role == "compare" or before.value == "origin")


def _turned_by_goods(found: Sides, flow: str, goods: Known) -> Sides:
    """The sides exchanged where context alone has the North buy its own coal or sell its own fuel."""
    reporter, partner = found
    against = (flow == "import" and is_sold(goods.value)) or (
        flow == "export" and is_bought(goods.value)
    )
    guessed = reporter.trust <= DISCOURSE and reporter.value == "PRK" and partner.value
    return Sides(partner, reporter) if against and guessed else found


def _is_dated(items: Sequence[Mention], index: int) -> bool:
    """Whether a time word stands right behind the figure."""
    after = items[index + 1 : index + 3]
    return any(one.role == "period" and one.start - items[index].end <= _GAP for one in after)


def place_of(parts: Parts, number: int, index: int, carried: str | None) -> Place:
    """What stands beside a figure in its clause, up to the next figures."""
    items = parts[number]
    left: list[Mention] = []
    for one in reversed(items[:index]):
        if one.role == "figure":
            break
        left.append(one)
    right: list[Mention] = []
    for one in items[index + 1 :]:
        right.append(one)
        if one.role == "figure":
            break
    alone = not [one for one in left if one.role not in {"stop", "hedge", "break"}]
    follows = alone and number > 0 and any(one.role == "figure" for one in parts[number - 1])
    return Place(left, right, items[index], carried, follows, items[index + 1 :])


def _around(items: Sequence[Mention], index: int) -> tuple[int, int]:
    """Where the neighbouring figures of the clause end and begin."""
    left = max((one.end for one in items[:index] if one.role == "figure"), default=-1)
    right = min((one.start for one in items[index + 1 :] if one.role == "figure"), default=1 << 60)
    return left, right


def _subject(named: Sequence[Party]) -> str | None:
    """The country that a clause is about."""
    return next(
        (
            one.code
            for one in named
            if one.mention.role == "area" and one.case in {"subject", "possessor", None}
        ),
        None,
    )
