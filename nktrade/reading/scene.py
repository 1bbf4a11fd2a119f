"""Scenes: a sentence taken apart into clauses, countries, flow words and times, each frame settled."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, WORLD
from nktrade.reading.asides import set_apart
from nktrade.reading.clauses import Sentence, datelined, segments
from nktrade.reading.discourse import (
    CLAUSE,
    DISCOURSE,
    WORDS,
    Known,
    Sides,
    State,
    lasting,
    sides_of,
)
from nktrade.reading.equivalents import Equivalents, without_equivalents
from nktrade.reading.figures import Spot
from nktrade.reading.frames import Frame, frames
from nktrade.reading.goods import MEASURES, MONEYS, goods_of_frame
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.parties import ELIDED, HEADS, Party, parties
from nktrade.reading.periods import Anchor
from nktrade.reading.pricing import priced
from nktrade.reading.setting import Setting
from nktrade.reading.times import Time, times
from nktrade.reading.words import Mention

_OTHER_WAY = {"export": "import", "import": "export"}
_IN_BRACKETS = frozenset({"area", "commodity"})
_OPENS = frozenset({"hard", ";", ":"})
"""What a clause of its own opens with."""
_LEFT_OPEN = frozenset({"commodity", "stop", "break", "area", "case"})
"""What a clause holds that names goods and says nothing of them yet."""
_TELLS = frozenset({"in", "counterpart"})
"""Cases that tell an amount of what stands before them: at $11 billion, with 5 tons."""
_NAMES_CLAUSE = frozenset({"subject", "possessor", None})


class Part(NamedTuple):
    """One clause: what stands in it, and the countries with their cases."""

    number: int
    items: Sequence[Mention]
    named: Sequence[Party]
    about: Party | None = None
    """The country before a comma that the clause goes on about: Iraq, once the first, shipped."""
    topic: str | None = None
    """The goods before a comma that it goes on about: apparel, by contrast, rose to $5 million."""

    @property
    def subject(self) -> str | None:
        """The country that the clause is about."""
        return next(
            (
                one.code
                for one in self.named
                if one.mention.role == "area" and one.case in _NAMES_CLAUSE
            ),
            None,
        )

    @property
    def maker(self) -> str | None:
        """The country whose goods the clause names: Australian coal."""
        return next(
            (one.code for one in self.named if one.case == "made" and one.mention.role == "area"),
            None,
        )

    @property
    def goods(self) -> list[str]:
        """The commodities named in it."""
        return [one.value for one in self.items if one.role == "commodity"]


class Bound(NamedTuple):
    """A frame with its sides and goods settled."""

    frame: Frame
    segment: int
    sides: Sides
    commodity: Known
    trust: float = WORDS

    @property
    def start(self) -> int:
        """Where its flow word begins."""
        return self.frame.head.start


class Ground(NamedTuple):
    """What a sentence stands on: the document, and what is known when the sentence begins."""

    text: str
    lexicon: Lexicon
    setting: Setting
    state: State
    anchor: Anchor


class Scene(NamedTuple):
    """A sentence taken apart."""

    ground: Ground
    number: int
    items: Sequence[Mention]
    spots: Sequence[Spot]
    parts: Sequence[Part]
    times: Sequence[Time]
    bound: Sequence[Bound]
    same: Equivalents = MappingProxyType({})
    """Amounts that are told again in brackets."""

    @property
    def figure_starts(self) -> list[int]:
        """Where its figures begin."""
        return [one.start for one in self.items if one.role == "figure"]

    def spot(self, figure: Mention) -> Spot:
        """The figure behind its mark."""
        return self.spots[int(figure.value)]


def scene_of(sentence: Sentence, ground: Ground) -> Scene:
    """The sentence taken apart, its frames settled in order, each from the one before."""
    text, lexicon = ground.text, ground.lexicon
    spots = priced(text, lexicon, sentence.start, sentence.spots, ground.state.price)
    sentence = sentence._replace(spots=spots)
    sentence, same = without_equivalents(text, sentence)
    cut = _bracketed([_taken(one, sentence.spots) for one in segments(text, sentence)])
    begin = datelined(text, sentence)
    parts = [
        Part(n, items, [one for one in parties(text, items, lexicon) if one.mention.start >= begin])
        for n, items in enumerate(cut)
    ]
    settled = _on_topic(_about(_elided(parts)))
    return Scene(
        ground=ground,
        number=sentence.number,
        items=sentence.items,
        spots=sentence.spots,
        parts=settled,
        times=set_apart(text, lexicon, cut, times(cut, sentence.spots)),
        bound=_bound(settled, ground),
        same=same,
    )


def _elided(parts: Sequence[Part]) -> list[Part]:
    """The parts, each name that owns what is left out with the case of the owners of its sentence."""
    cases = {one.case for part in parts for one in part.named}
    case = "part" if "part" in cases else "possessor"
    return [
        part._replace(
            named=[one._replace(case=case) if one.case == ELIDED else one for one in part.named]
        )
        for part in parts
    ]


def _about(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, each that names nobody with the country that the parts before it left open."""
    found: list[Part] = []
    open_one: Party | None = None
    for part in parts:
        areas = [one for one in part.named if one.mention.role == "area"]
        if part.items[0].value == "(":
            found.append(part)
            continue
        is_list = part.items[0].value in {",", ")"}
        if not areas and open_one and is_list:
            part = part._replace(about=open_one)  # noqa: PLW2901 - the part as it goes on
        elif areas:
            open_one = areas[-1] if areas[-1].case in {None, "subject"} else None
        if any(one.role == "figure" for one in part.items):
            open_one = None
        found.append(part)
    return found


def _on_topic(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, each that names no goods and no flow with the goods that a part before it left open."""
    found: list[Part] = []
    topic: str | None = None
    for part in parts:
        roles = {one.role for one in part.items}
        opens = not found or part.items[0].value in _OPENS
        if opens or roles & {"commodity", *HEADS}:
            is_open = opens and roles <= _LEFT_OPEN and len(part.goods) == 1
            topic = part.goods[0] if is_open else None
        found.append(part._replace(topic=topic))
    return found


def _bracketed(cut: Sequence[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """The clauses, a figure in brackets with the name right before it: soybean meal ($5.9 million)."""
    found: list[Sequence[Mention]] = []
    for index, items in enumerate(cut):
        last = cut[index - 1][-1] if index else None
        opens = len(items) > 1 and items[0].value in "(:" and items[1].role == "figure"
        is_named = last is not None and last.role in _IN_BRACKETS
        is_beside = last is not None and items[0].start - last.end <= 1
        is_aside = last is not None and last.role == "commodity" and _is_amount(items)
        if last is not None and is_beside and ((opens and is_named) or is_aside):
            found.append([items[0], last, *items[1:]])
        else:
            found.append(items)
    return found


def _is_amount(items: Sequence[Mention]) -> bool:
    """Whether a clause behind a comma is an amount alone: rice, 5 tons; chips, at $11 billion."""
    said = [one for one in items[1:] if one.role not in {"hedge", "deal"}]
    said = said[1:] if said and said[0].role == "case" and said[0].value in _TELLS else said
    return items[0].value == "," and [one.role for one in said] == ["figure"]


def _taken(items: Sequence[Mention], spots: Sequence[Spot]) -> Sequence[Mention]:
    """The clause with what brings in goods as a purchase: coal brings in money, a country brings in coal."""
    measured = any(one.role == "figure" and spots[int(one.value)].unit in MEASURES for one in items)
    paid = any(one.role == "figure" and spots[int(one.value)].unit in MONEYS for one in items)
    if not measured or paid:
        return items
    return [one._replace(value="import") if one.value == "export:gain" else one for one in items]


def _bound(parts: Sequence[Part], ground: Ground) -> list[Bound]:
    state = ground.state
    before = lasting(state)
    goods = Known(state.commodity, DISCOURSE)
    out: list[Bound] = []
    for part in parts:
        state = state._replace(maker=part.maker or state.maker)
        here = [_going(frame, state) for frame in frames(part.items, part.named)]
        if not ground.setting.is_north:
            here = [_with_all(one, part.items) for one in here]
        for frame in (_owned(one, part.about) for one in here):
            own = goods_of_frame(part.items, frame, goods)
            before = sides_of(frame, before, state, ground.setting, own.value)
            out.append(Bound(frame, part.number, before, own))
            goods = own
            state = state._replace(flow=frame.flow)
        if not here:
            out += _turned(part, before, ground.state)
            goods = Known(part.goods[-1], CLAUSE) if part.goods else goods
        if part.subject and part.subject != state.subject:
            state = state._replace(subject=part.subject)
    return out


def _with_all(frame: Frame, items: Sequence[Mention]) -> Frame:
    """The frame of total exports, imports or a total deficit, which are those with everybody."""
    index = items.index(frame.head)
    before = [one for one in items[max(0, index - 3) : index] if one.role != "commodity"][-1:]
    is_total = bool(before) and before[0].role == "whole" and frame.flow != "total"
    return frame._replace(partner=WORLD) if is_total and frame.partner is None else frame


def _owned(frame: Frame, about: Party | None) -> Frame:
    """The frame of a verb without a subject, done by the country that the clause goes on about."""
    is_open = frame.reporter is None and (frame.head.role == "deed" or _is_agent(frame))
    if about is None or not is_open or frame.partner == about.code:
        return frame
    return frame._replace(reporter=about.code)


def _is_agent(frame: Frame) -> bool:
    return frame.head.value.endswith(":agent")


def _going(frame: Frame, state: State) -> Frame:
    """The frame of cargoes that nobody is named to send: they come in where the text is about imports."""
    is_open = frame.head.value == "export:carried" and not (frame.reporter or frame.partner)
    is_inward = state.flow == "import" and (state.theme is None or state.theme.flow == "import")
    return frame._replace(flow="import") if is_open and is_inward else frame


def _turned(part: Part, before: Sides, state: State) -> list[Bound]:
    """The flow spoken of, in the other direction, where the clause says so."""
    head = next((one for one in part.items if one.value == "reverse"), None)
    flow = _OTHER_WAY.get(state.flow or "")
    if head is None or flow is None:
        return []
    goods = Known(state.commodity or ALL_GOODS, DISCOURSE)
    return [Bound(Frame(head, flow), part.number, before, goods, CLAUSE)]
