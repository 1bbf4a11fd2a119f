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
from nktrade.reading.parties import Party, parties
from nktrade.reading.periods import Anchor
from nktrade.reading.pricing import priced
from nktrade.reading.setting import Setting
from nktrade.reading.timing import Time, times
from nktrade.reading.words import Mention

_OTHER_WAY = {"export": "import", "import": "export"}
_IN_BRACKETS = frozenset({"area", "commodity"})
_NAMES_CLAUSE = frozenset({"subject", "possessor", None})


class Part(NamedTuple):
    """One clause: what stands in it, and the countries with their cases."""

    number: int
    items: Sequence[Mention]
    named: Sequence[Party]
    about: Party | None = None
    """The country before a comma that the clause goes on about: Iraq, once the first, shipped."""

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
        return next((one.code for one in self.named if one.case == "made"), None)

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
    return Scene(
        ground=ground,
        number=sentence.number,
        items=sentence.items,
        spots=sentence.spots,
        parts=_about(parts),
        times=set_apart(text, lexicon, cut, times(cut, sentence.spots)),
        bound=_bound(_about(parts), ground),
        same=same,
    )


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


def _bracketed(cut: Sequence[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """The clauses, a figure in brackets with the name right before it: soybean meal ($5.9 million)."""
    found: list[Sequence[Mention]] = []
    for index, items in enumerate(cut):
        last = cut[index - 1][-1] if index else None
        opens = len(items) > 1 and items[0].value in "(:" and items[1].role == "figure"
        is_named = last is not None and last.role in _IN_BRACKETS
        if opens and last is not None and is_named and items[0].start - last.end <= 1:
            found.append([items[0], last, *items[1:]])
        else:
            found.append(items)
    return found


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
        here = [_going(frame, state.flow) for frame in frames(part.items, part.named)]
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


def _going(frame: Frame, spoken: str | None) -> Frame:
    """The frame of cargoes that nobody is named to send: they go the way spoken of."""
    is_open = frame.head.value == "export:carried" and not (frame.reporter or frame.partner)
    return frame._replace(flow="import") if is_open and spoken == "import" else frame


def _turned(part: Part, before: Sides, state: State) -> list[Bound]:
    """The flow spoken of, in the other direction, where the clause says so."""
    head = next((one for one in part.items if one.value == "reverse"), None)
    flow = _OTHER_WAY.get(state.flow or "")
    if head is None or flow is None:
        return []
    goods = Known(state.commodity or ALL_GOODS, DISCOURSE)
    return [Bound(Frame(head, flow), part.number, before, goods, CLAUSE)]
